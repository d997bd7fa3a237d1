"""Entities across reports: which local entities of which reports are one person, body, country or place.

A pure function of the set of extractions: the input is sorted by report and key first, so the order of arrival means
nothing. Evidence is taken from the strongest to the weakest: the vocabulary's ids, full names, then bare surnames and
titles that only one known person can own. Two entities that one report keeps apart are never joined by a weaker one.
When in doubt two entities are kept.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from diurna.ledger.names import (
    PersonName,
    agree,
    everywhere,
    folded,
    is_common,
    is_proper,
    is_royal,
    is_title,
    person_name,
    same_person,
    without_country,
)
from diurna.model import Entity, Extraction, LocalEntity, Office
from diurna.model.ids import content_id

T = TypeVar("T", bound=str)

Node = tuple[str, str]
"""Report id and local key."""


@dataclass(frozen=True, slots=True)
class EntityLinks:
    """The entities, sorted by id, and which of them every local entity is."""

    entities: tuple[Entity, ...]
    of: Mapping[Node, str]


@dataclass(slots=True, eq=False)
class _Cluster:
    """Local entities taken for one; `reports` tells which report contributed which."""

    members: list[tuple[Node, LocalEntity]]
    full: list[PersonName] = field(default_factory=list)

    @property
    def first(self) -> Node:
        return min(node for node, _ in self.members)

    def reports(self) -> set[str]:
        return {node[0] for node, _ in self.members}

    def countries(self) -> set[str]:
        return {e.country for _, e in self.members if e.country}

    def titles(self) -> set[str]:
        return {folded(o.title) for _, e in self.members for o in e.offices} | {
            folded(e.name) for _, e in self.members if is_title(e.name)
        }


def link_entities(extractions: Iterable[Extraction]) -> EntityLinks:
    """Return the entities of all these reports. The same set of extractions gives the same answer in any order."""
    chosen = sorted(extractions, key=lambda x: x.report.id)
    nodes = [((x.report.id, e.key), e) for x in chosen for e in sorted(x.entities, key=lambda e: e.key)]
    context = {x.report.id: {e.known or e.country for e in x.entities if e.type == "country"} - {None} for x in chosen}
    persons = [n for n in nodes if _is_person(n[1])]
    others = [n for n in nodes if not _is_person(n[1])]
    clusters = [*_link_persons(persons, context), *_link_others(others)]
    return _finish(clusters)


def _is_person(entity: LocalEntity) -> bool:
    """A person, or a bare title ("the Queen") that a report took for a body."""
    return not entity.known and (entity.type == "person" or (entity.type == "organization" and is_title(entity.name)))


# -- persons ------------------------------------------------------------------------------------------------------


def _link_persons(nodes: Sequence[tuple[Node, LocalEntity]], context: Mapping[str, set[str | None]]) -> list[_Cluster]:
    full: list[_Cluster] = []
    bare: list[_Cluster] = []
    for node in nodes:
        forms = _full_forms(node[1])
        (full if forms else bare).append(_Cluster([node], forms))
    clusters = _joined(full, _full_keys, _same_by_full_name)
    rest = _attach(clusters, bare, context)
    return clusters + _joined(rest, _bare_keys, _same_by_office)


def _full_forms(entity: LocalEntity) -> list[PersonName]:
    """The entity's full names, the fullest first."""
    forms = dict.fromkeys(person_name(name) for name in (entity.name, *entity.names))
    return [form for form in forms if form.tokens and not form.surname_only]


def _full_keys(cluster: _Cluster) -> set[str]:
    keys = {key for form in cluster.full for key in form.spellings()}
    return keys | {f"{form.tokens[0][:1]} {form.surname}" for form in cluster.full}


def _same_by_full_name(a: _Cluster, b: _Cluster) -> bool:
    if not any(same_person(x, y) for x in a.full for y in b.full):
        return False
    if not all(agree(x, y) for x in a.full for y in b.full):
        return False
    both = a.countries(), b.countries()
    return not (both[0] and both[1]) or bool(both[0] & both[1]) or bool(a.titles() & b.titles())


def _attach(
    clusters: list[_Cluster], bare: Sequence[_Cluster], context: Mapping[str, set[str | None]]
) -> list[_Cluster]:
    """Join bare surnames and titles to the one full name that can own them; return those that stay alone."""
    owners: dict[str, list[_Cluster]] = defaultdict(list)
    for cluster in clusters:
        for key in {form.surname for form in cluster.full} | {form.tokens[0] for form in cluster.full}:
            owners[key].append(cluster)
        for title in cluster.titles():
            owners[f"title {title}"].append(cluster)
    decided = [(one, _owner(one, owners, context)) for one in bare]
    for one, owner in decided:
        if owner is not None and not one.reports() & owner.reports():
            owner.members.extend(one.members)
    return [one for one, owner in decided if owner is None or one.members[0] not in owner.members]


def _owner(
    one: _Cluster, owners: Mapping[str, list[_Cluster]], context: Mapping[str, set[str | None]]
) -> _Cluster | None:
    name = person_name(one.members[0][1].name)
    found = (
        owners.get(name.surname, []) if name.tokens else [c for t in one.titles() for c in owners.get(f"title {t}", [])]
    )
    report = one.members[0][0][0]
    able = [c for c in dict.fromkeys(found) if _may_own(c, one, name) and report not in c.reports()]
    exact = [c for c in able if c.titles() & one.titles()]
    if not name.tokens:
        return able[0] if len(able) == 1 and _country_agrees(able[0], one, context[report]) else None
    if len(exact) == 1:
        return exact[0]
    if len(able) != 1 or is_common(name.surname):
        return None
    return able[0] if _country_agrees(able[0], one, context[report]) else None


def _may_own(owner: _Cluster, one: _Cluster, name: PersonName) -> bool:
    countries = owner.countries(), one.countries()
    if countries[0] and countries[1] and not countries[0] & countries[1]:
        return False
    return all(agree(name, form) for form in owner.full)


def _country_agrees(owner: _Cluster, one: _Cluster, mentioned: set[str | None]) -> bool:
    """Same country, or the owner's country is spoken of in the report of the bare name; one Queen has no other."""
    countries = owner.countries()
    if not countries and any(is_royal(title) for title in owner.titles() & one.titles()):
        return True
    return bool(countries & one.countries()) or (not one.countries() and bool(countries & mentioned))


def _bare_keys(cluster: _Cluster) -> set[str]:
    entity = cluster.members[0][1]
    return {f"{person_name(entity.name).surname or folded(entity.name)} {entity.country}"}


def _same_by_office(a: _Cluster, b: _Cluster) -> bool:
    """Two bare surnames: the same country and a common title, or a rare surname and no titles that differ."""
    name = person_name(a.members[0][1].name)
    if not (a.countries() and a.countries() == b.countries()):
        return False
    titles = a.titles(), b.titles()
    return bool(titles[0] & titles[1]) or (bool(name.tokens) and not is_common(name.surname) and not all(titles))


# -- bodies, countries, places --------------------------------------------------------------------------------------


def _link_others(nodes: Sequence[tuple[Node, LocalEntity]]) -> list[_Cluster]:
    known: dict[str, _Cluster] = {}
    rest: list[_Cluster] = []
    for node in nodes:
        if node[1].known:
            known.setdefault(node[1].known, _Cluster([])).members.append(node)
        else:
            rest.append(_Cluster([node]))
    return _joined([known[key] for key in sorted(known)] + rest, _other_keys, _same_body)


def _other_keys(cluster: _Cluster) -> set[str]:
    forms = {(e.type, name) for _, e in cluster.members for name in (e.name, *e.names) if is_proper(name)}
    return {f"{kind} {form}" for kind, name in forms for form in (folded(name), without_country(name)) if form}


def _same_body(a: _Cluster, b: _Cluster) -> bool:
    known = {e.known for c in (a, b) for _, e in c.members if e.known}
    if len(known) > 1:
        return False
    countries = a.countries(), b.countries()
    if countries[0] and countries[1]:
        return bool(countries[0] & countries[1])
    shared = {key.split(" ", 1)[1] for key in _other_keys(a) & _other_keys(b)}
    return not (countries[0] or countries[1]) or not all(everywhere(name) for name in shared)


# -- joining --------------------------------------------------------------------------------------------------------


def _joined(
    clusters: Sequence[_Cluster], keys: Callable[[_Cluster], set[str]], same: Callable[[_Cluster, _Cluster], bool]
) -> list[_Cluster]:
    """Join, in a fixed order, every cluster with all earlier ones of a common key that `same` accepts."""
    blocks: dict[str, dict[_Cluster, None]] = defaultdict(dict)
    found: dict[_Cluster, None] = {}
    for cluster in clusters:
        near = dict.fromkeys(c for key in sorted(keys(cluster)) for c in blocks[key])
        for home in near:
            if not home.reports() & cluster.reports() and same(home, cluster):
                for key in keys(home):
                    del blocks[key][home]
                del found[home]
                cluster.members.extend(home.members)
                cluster.full.extend(form for form in home.full if form not in cluster.full)
        found[cluster] = None
        for key in keys(cluster):
            blocks[key][cluster] = None
    return list(found)


# -- what comes out -------------------------------------------------------------------------------------------------


def _finish(clusters: Sequence[_Cluster]) -> EntityLinks:
    entities: list[Entity] = []
    of: dict[Node, str] = {}
    taken: set[str] = set()
    for cluster in sorted(clusters, key=lambda c: c.first):
        entity = _entity(cluster, taken)
        taken.add(entity.id)
        entities.append(entity)
        of.update((node, entity.id) for node, _ in cluster.members)
    return EntityLinks(tuple(sorted(entities, key=lambda e: e.id)), of)


def _entity(cluster: _Cluster, taken: set[str]) -> Entity:
    members = [e for _, e in sorted(cluster.members, key=lambda m: m[0])]
    name = _best_name(members)
    names = Counter(form for e in members for form in dict.fromkeys((e.name, *e.names)))
    known = next((e.known for e in members if e.known), None)
    country = _most(Counter(e.country for e in members if e.country))
    kind = _most(Counter(e.type for e in members)) or members[0].type
    tokens = person_name(name).tokens
    parts = (known,) if known else (kind, " ".join(tokens) if kind == "person" and tokens else folded(name))
    tries = [parts, (*parts, country), (*parts, *cluster.first)]
    chosen = next(i for i in (content_id("en", *t) for t in tries) if i not in taken)
    return Entity(
        id=chosen,
        type=kind,
        name=name,
        names=tuple(sorted(names, key=lambda form: (form != name, -names[form], form))),
        offices=_offices(members),
        country=country,
    )


def _best_name(members: Sequence[LocalEntity]) -> str:
    """The name most reports use as their fullest one; full names of persons before bare ones."""
    counts = Counter(e.name for e in members)
    full = {n for n in counts if members[0].type != "person" or not person_name(n).surname_only}
    return min(full or counts, key=lambda n: (-counts[n], -len(n), n))


def _offices(members: Sequence[LocalEntity]) -> tuple[Office, ...]:
    seen: dict[tuple[str, str | None], Office] = {}
    counts: Counter[tuple[str, str | None]] = Counter()
    for office in (o for e in members for o in e.offices):
        key = folded(office.title), office.of
        seen.setdefault(key, office)
        counts[key] += 1
    return tuple(seen[key] for key in sorted(seen, key=lambda k: (-counts[k], k[0], k[1] or "")))


def _most(counts: Counter[T]) -> T | None:
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None
