"""Events in order of time, each with its standing and the words that decide it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diurna.model import Edtf, Event
from diurna.views.lookup import entities_named
from diurna.views.quotes import Quote, deciding

if TYPE_CHECKING:
    from diurna.ledger import View


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of a timeline with the quotes that decide its standing, the decisive one first."""

    event: Event
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events by date, undated ones last; `undated_left_out` counts those that a date window could not place."""

    entries: tuple[Entry, ...]
    undated_left_out: int = 0


def timeline(view: View, names: Sequence[str] = (), window: Edtf | None = None) -> Timeline:
    """Return the events in which every one of `names` takes part and that can fall into `window`.

    Raises NotFound for a name that nothing on record bears.
    """
    wanted = entities_named(view, names)
    events = [event for event in view.events() if all(involves(event, entities) for entities in wanted)]
    placed = [event for event in events if window is None or (event.date is not None and event.date.overlaps(window))]
    undated = sum(event.date is None for event in events) if window is not None else 0
    entries = tuple(Entry(event, deciding(view, event)) for event in sorted(placed, key=by_date))
    return Timeline(entries, undated)


def involves(event: Event, entities: frozenset[str]) -> bool:
    """Return whether one of the entities takes part in the event."""
    return any(participant.entity in entities for participant in event.participants)


def by_date(event: Event) -> tuple[str, str, str]:
    """Return a key that orders events by their earliest day, the narrower date first, undated events last."""
    if event.date is None or (event.date.earliest or event.date.latest) is None:
        return ("9999", "", event.id)
    first = event.date.earliest or event.date.latest
    last = event.date.latest or event.date.earliest
    return (str(first), str(last), event.id)
