"""From what a person types to things of the record: names to entities, abbreviated ids to full ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Literal, Protocol, get_args

from diurna.model import NotFound

if TYPE_CHECKING:
    from diurna.ledger import View

Noun = Literal["report", "entity", "statement", "claim", "event", "change"]
_LISTED = 5


def entities_named(view: View, names: Iterable[str]) -> tuple[frozenset[str], ...]:
    """Return for each name the ids of all entities that bear it. Raises NotFound for a name that none bears."""
    return tuple(_bearers(view, name) for name in names)


def _bearers(view: View, name: str) -> frozenset[str]:
    found = frozenset(entity.id for entity in view.find_entities(name))
    if not found:
        raise NotFound(f"nobody and nothing named {name!r} is on record", name=name)
    return found


def find_id(view: View, prefix: str, *nouns: Noun) -> tuple[Noun, str]:
    """Return the noun and full id that `prefix` abbreviates among the ids of `nouns` (all of them by default).

    Raises NotFound when no id, or more than one, begins so.
    """
    found = [(noun, known) for noun in nouns or _ALL for known in sorted(_ids(view, noun)) if known.startswith(prefix)]
    exact = [entry for entry in found if entry[1] == prefix]
    if len(exact or found) == 1:
        return (exact or found)[0]
    wanted = " or ".join(nouns) or "id"
    if not found:
        raise NotFound(f"no {wanted} {prefix!r} on record", prefix=prefix)
    some = ", ".join(known for _, known in found[:_LISTED]) + (", ..." if len(found) > _LISTED else "")
    raise NotFound(f"{prefix!r} is short for several ({some}): give more of it", prefix=prefix)


_ALL: tuple[Noun, ...] = get_args(Noun)


def _ids(view: View, noun: Noun) -> list[str]:
    everything: dict[Noun, Callable[[], Sequence[_HasId]]] = {
        "report": view.reports,
        "entity": view.entities,
        "statement": view.statements,
        "claim": view.claims,
        "event": view.events,
        "change": view.changes,
    }
    return [item.id for item in everything[noun]()]


class _HasId(Protocol):
    @property
    def id(self) -> str: ...
