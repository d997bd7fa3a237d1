"""What the record said on one day and what it said on another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diurna.model import Edtf, Event
from diurna.model.nouns import Standing
from diurna.views.quotes import Quote, deciding
from diurna.views.timeline import by_date

if TYPE_CHECKING:
    from diurna.ledger import View


@dataclass(frozen=True, slots=True)
class Difference:
    """An event whose standing or date differs between two views; None: not on record in that view."""

    event: Event
    before: Standing | None
    after: Standing | None
    date_before: Edtf | None
    date_after: Edtf | None
    quotes: tuple[Quote, ...]


def diff(before: View, after: View) -> tuple[Difference, ...]:
    """Return the events whose standing or date is not the same in both views, by date."""
    old = {event.id: event for event in before.events()}
    new = {event.id: event for event in after.events()}
    events = sorted((new.get(known) or old[known] for known in old.keys() | new.keys()), key=by_date)
    found = (_difference(event, old.get(event.id), new.get(event.id), before, after) for event in events)
    return tuple(d for d in found if (d.before, d.date_before) != (d.after, d.date_after))


def _difference(event: Event, old: Event | None, new: Event | None, before: View, after: View) -> Difference:
    return Difference(
        event=event,
        before=old.standing if old else None,
        after=new.standing if new else None,
        date_before=old.date if old else None,
        date_after=new.date if new else None,
        quotes=deciding(after, new) if new else deciding(before, event),
    )
