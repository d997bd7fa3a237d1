"""Bodies, countries and places across reports: by the vocabulary's id, then by a name that can mean only one."""

from __future__ import annotations

from collections.abc import Sequence

from diurna.ledger.clusters import Cluster, Node, joined
from diurna.ledger.names import everywhere, folded, is_proper, without_country
from diurna.model import LocalEntity


def link_bodies(nodes: Sequence[tuple[Node, LocalEntity]]) -> list[Cluster]:
    """Return the bodies, countries and places among the nodes, which come sorted."""
    known: dict[str, list[tuple[Node, LocalEntity]]] = {}
    rest: list[Cluster] = []
    for node in nodes:
        if node[1].known:
            known.setdefault(node[1].known, []).append(node)
        else:
            rest.append(Cluster([node]))
    return joined([*(Cluster(known[key]) for key in sorted(known)), *rest], _keys, _same)


def _keys(cluster: Cluster) -> set[str]:
    forms = {(kind, name) for kind, name in cluster.forms if is_proper(name)}
    return {f"{kind} {form}" for kind, name in forms for form in (folded(name), without_country(name)) if form}


def _same(a: Cluster, b: Cluster) -> bool:
    """One name and no sign of two: not two ids, not two countries, no name that every country has."""
    if len(a.known | b.known) > 1:
        return False
    if a.countries and b.countries:
        return bool(a.countries & b.countries)
    shared = {key.split(" ", 1)[1] for key in _keys(a) & _keys(b)}
    return not (a.countries or b.countries) or not all(everywhere(name) for name in shared)
