"""What a reader who follows the matter is told: which standings and dates changed, when, and by which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diurna.model import Change, Event
from diurna.views.quotes import Quote, quotes, said_late

if TYPE_CHECKING:
    from diurna.ledger import View


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """A change with its event and the quotes that made it."""

    change: Change
    event: Event
    quotes: tuple[Quote, ...]


def change_entry(view: View, change: Change) -> ChangeEntry:
    """Return the change with what a reader needs beside it."""
    return ChangeEntry(change, view.event(change.event), quotes(view, change.claims))


def changes(view: View) -> tuple[ChangeEntry, ...]:
    """Return all changes in the order of the day they happened on, those without a day first."""
    ordered = sorted(view.changes(), key=lambda change: (said_late(change.on), change.event, change.id))
    return tuple(change_entry(view, change) for change in ordered)
