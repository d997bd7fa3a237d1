"""Local entities taken for one, while they are being linked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from diurna.ledger.names import PersonName, folded, title_alone
from diurna.model import LocalEntity

Node = tuple[str, str]
"""Report id and local key."""


@dataclass(slots=True, eq=False)
class Cluster:
    """Local entities taken for one, with what they say together: reports, countries, titles, names, known ids."""

    members: list[tuple[Node, LocalEntity]]
    full: list[PersonName] = field(default_factory=list)
    reports: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    forms: set[tuple[str, str]] = field(default_factory=set)
    known: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for node, entity in self.members:
            self.reports.add(node[0])
            self.countries |= {entity.country} if entity.country else set()
            self.known |= {entity.known} if entity.known else set()
            self.forms |= {(entity.type, name) for name in (entity.name, *entity.names)}
            self.titles |= {folded(office.title) for office in entity.offices}
            self.titles |= {title} if (title := title_alone(entity.name)) else set()

    @property
    def first(self) -> Node:
        """The member that decides the cluster's place in every order."""
        return min(node for node, _ in self.members)

    def absorb(self, other: Cluster) -> None:
        """Take the other's members in."""
        self.members.extend(other.members)
        self.full.extend(form for form in other.full if form not in self.full)
        self.reports |= other.reports
        self.countries |= other.countries
        self.titles |= other.titles
        self.forms |= other.forms
        self.known |= other.known


def joined(
    clusters: Iterable[Cluster], keys: Callable[[Cluster], set[str]], same: Callable[[Cluster, Cluster], bool]
) -> list[Cluster]:
    """Join, in a fixed order, every cluster with all earlier ones that share a key and that `same` accepts.

    Two clusters that hold entities of one report are never joined: the report tells them apart.
    """
    blocks: dict[str, dict[Cluster, None]] = defaultdict(dict)
    found: dict[Cluster, None] = {}
    for cluster in clusters:
        mine = sorted(keys(cluster))
        homes = _homes(dict.fromkeys(c for key in mine for c in blocks[key]), cluster, same)
        base = homes[0] if homes else cluster
        for other in (*homes[1:], *([cluster] if homes else [])):
            for key in keys(other) if other is not cluster else ():
                del blocks[key][other]
            found.pop(other, None)
            base.absorb(other)
        found[base] = None
        for key in keys(base) if len(homes) > 1 else mine:
            blocks[key][base] = None
    return list(found)


def _homes(near: Iterable[Cluster], cluster: Cluster, same: Callable[[Cluster, Cluster], bool]) -> Sequence[Cluster]:
    """The clusters that the new one belongs to, as far as they do not exclude each other."""
    homes: list[Cluster] = []
    reports = set(cluster.reports)
    for home in near:
        if not home.reports & reports and same(home, cluster):
            homes.append(home)
            reports |= home.reports
    return homes
