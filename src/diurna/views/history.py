"""How an event's standing went over time, with the words that decided it each time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diurna.model import Edtf, Event
from diurna.model.nouns import Standing
from diurna.views.lookup import find_id
from diurna.views.quotes import Quote, quotes

if TYPE_CHECKING:
    from diurna.ledger import View


@dataclass(frozen=True, slots=True)
class Step:
    """From `on` (None: a day that is not known) the event stood so, decided by these quotes; `sentence` says why."""

    on: Edtf | None
    standing: Standing
    sentence: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class EventHistory:
    """An event and its standings in the order of time."""

    event: Event
    steps: tuple[Step, ...]


def history(view: View, event_id: str) -> EventHistory:
    """Return the history of the event (an abbreviated id will do). Raises NotFound when there is none."""
    event = view.event(find_id(view, event_id, "event")[1])
    steps = tuple(
        Step(entry.on, entry.standing, entry.sentence, quotes(view, entry.why)) for entry in view.history(event.id)
    )
    return EventHistory(event, steps)
