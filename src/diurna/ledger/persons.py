"""People across reports: full names first, then bare surnames and titles that only one known person can own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from diurna.ledger.clusters import Cluster, Node, joined
from diurna.ledger.names import (
    PersonName,
    agree,
    folded,
    is_common,
    is_royal,
    person_name,
    same_person,
    title_alone,
)
from diurna.model import LocalEntity

Mentioned = Mapping[str, set[str]]
"""The countries that each report speaks of."""


def is_person(entity: LocalEntity) -> bool:
    """A person, or a bare title ("the Queen") that a report took for a body."""
    return not entity.known and (
        entity.type == "person" or (entity.type == "organization" and title_alone(entity.name) is not None)
    )


def link_persons(nodes: Sequence[tuple[Node, LocalEntity]], mentioned: Mentioned) -> list[Cluster]:
    """Return the persons among the nodes, which come sorted."""
    full: list[Cluster] = []
    bare: list[Cluster] = []
    for node in nodes:
        forms = _full_forms(node[1])
        (full if forms else bare).append(Cluster([node], forms))
    clusters = joined(full, _full_keys, _same_by_full_name)
    rest = _attach(clusters, bare, mentioned)
    return clusters + joined(rest, _bare_keys, _same_by_office)


# -- full names -----------------------------------------------------------------------------------------------------


def _full_forms(entity: LocalEntity) -> list[PersonName]:
    """The entity's full names, the fullest first."""
    forms = dict.fromkeys(person_name(name) for name in (entity.name, *entity.names))
    return [form for form in forms if form.tokens and not form.surname_only]


def _full_keys(cluster: Cluster) -> set[str]:
    keys = {key for form in cluster.full for key in form.spellings()}
    return keys | {f"{form.tokens[0][:1]} {form.surname}" for form in cluster.full}


def _same_by_full_name(a: Cluster, b: Cluster) -> bool:
    if not any(same_person(x, y) for x in a.full for y in b.full):
        return False
    if not all(agree(x, y) for x in a.full for y in b.full):
        return False
    return not (a.countries and b.countries) or bool(a.countries & b.countries) or bool(a.titles & b.titles)


# -- bare surnames and titles ---------------------------------------------------------------------------------------


def _attach(clusters: Sequence[Cluster], bare: Sequence[Cluster], mentioned: Mentioned) -> list[Cluster]:
    """Join bare surnames and titles to the one full name that can own them; return those that stay alone."""
    owners: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        names = {form.surname for form in cluster.full} | {form.tokens[0] for form in cluster.full}
        for key in sorted(names | {f"title {title}" for title in cluster.titles}):
            owners[key].append(cluster)
    decided = [(one, _owner(one, owners, mentioned)) for one in bare]
    alone: list[Cluster] = []
    for one, owner in decided:
        if owner is None or one.reports & owner.reports:
            alone.append(one)
        else:
            owner.absorb(one)
    return alone


def _owner(one: Cluster, owners: Mapping[str, list[Cluster]], mentioned: Mentioned) -> Cluster | None:
    (report, _), entity = one.members[0]
    name = person_name(entity.name)
    keys = [name.surname] if name.tokens else sorted(f"title {title}" for title in one.titles)
    found = dict.fromkeys(owner for key in keys for owner in owners.get(key, ()))
    able = [owner for owner in found if _may_own(owner, one, name) and report not in owner.reports]
    exact = [owner for owner in able if owner.titles & one.titles]
    if name.tokens and len(exact) == 1:
        return exact[0]
    if len(able) != 1 or (name.tokens and is_common(name.surname)):
        return None
    return able[0] if _country_agrees(able[0], one, mentioned[report]) else None


def _may_own(owner: Cluster, one: Cluster, name: PersonName) -> bool:
    if owner.countries and one.countries and not owner.countries & one.countries:
        return False
    return all(agree(name, form) for form in owner.full)


def _country_agrees(owner: Cluster, one: Cluster, mentioned: set[str]) -> bool:
    """Same country, or the owner's country is spoken of in the report of the bare name; one Queen has no other."""
    if not owner.countries and any(is_royal(title) for title in owner.titles & one.titles):
        return True
    return bool(owner.countries & one.countries) or (not one.countries and bool(owner.countries & mentioned))


def _bare_keys(cluster: Cluster) -> set[str]:
    entity = cluster.members[0][1]
    return {f"{person_name(entity.name).surname or folded(entity.name)} {entity.country}"}


def _same_by_office(a: Cluster, b: Cluster) -> bool:
    """Two bare surnames: the same country and a common title, or a rare surname and no titles that differ."""
    name = person_name(a.members[0][1].name)
    if not (a.countries and a.countries == b.countries):
        return False
    rare = bool(name.tokens) and not is_common(name.surname)
    return bool(a.titles & b.titles) or (rare and not (a.titles and b.titles))
