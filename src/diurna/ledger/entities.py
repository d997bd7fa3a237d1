"""Entities across reports: which local entities of which reports are one person, body, country or place.

A pure function of the set of extractions: the input is sorted by report and key first, so the order of arrival means
nothing. Evidence is taken from the strongest to the weakest: the vocabulary's ids, full names, then bare surnames and
titles that only one known person can own. Two entities that one report keeps apart are never joined by a weaker one.
When in doubt two entities are kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from diurna.ledger.bodies import link_bodies
from diurna.ledger.clusters import Cluster, Node
from diurna.ledger.names import folded, person_name
from diurna.ledger.persons import is_person, link_persons
from diurna.model import Entity, Extraction, LocalEntity, Office
from diurna.model.ids import content_id

T = TypeVar("T", bound=str)


@dataclass(frozen=True, slots=True)
class EntityLinks:
    """The entities, sorted by id, and which of them every local entity is."""

    entities: tuple[Entity, ...]
    of: Mapping[Node, str]


def link_entities(extractions: Iterable[Extraction]) -> EntityLinks:
    """Return the entities of all these reports. The same set of extractions gives the same answer in any order."""
    chosen = sorted(extractions, key=lambda x: x.report.id)
    nodes = [((x.report.id, e.key), e) for x in chosen for e in sorted(x.entities, key=lambda e: e.key)]
    mentioned = {x.report.id: {e.country for e in x.entities if e.type == "country" and e.country} for x in chosen}
    persons = link_persons([node for node in nodes if is_person(node[1])], mentioned)
    return _finish([*persons, *link_bodies([node for node in nodes if not is_person(node[1])])])


def _finish(clusters: Sequence[Cluster]) -> EntityLinks:
    entities: list[Entity] = []
    of: dict[Node, str] = {}
    taken: set[str] = set()
    for cluster in sorted(clusters, key=lambda c: c.first):
        entity = _entity(cluster, taken)
        taken.add(entity.id)
        entities.append(entity)
        of.update((node, entity.id) for node, _ in cluster.members)
    return EntityLinks(tuple(sorted(entities, key=lambda e: e.id)), of)


def _entity(cluster: Cluster, taken: set[str]) -> Entity:
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
