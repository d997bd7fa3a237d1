"""Timelines, histories, changes and differences as lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diurna.model import Event
from diurna.views.changes import ChangeEntry
from diurna.views.diff import Difference
from diurna.views.history import EventHistory
from diurna.views.text.lines import Line, Segment, dim, line, strong
from diurna.views.text.quotes import quote_lines
from diurna.views.text.words import counted, date, day, status, what
from diurna.views.timeline import Timeline


def timeline_lines(timeline: Timeline) -> Iterator[Line]:
    """Yield each event: date, standing and what it is, then one deciding quote (all of them where they disagree)."""
    for entry in timeline.entries:
        event = entry.event
        yield event_line(event)
        yield from quote_lines(entry.quotes if event.standing == "disputed" else entry.quotes[:1])
        if event.maybe_same:
            yield line("    ", dim(f"may be one with {', '.join(event.maybe_same)}"))
    if timeline.undated_left_out:
        yield line(dim(f"{counted(timeline.undated_left_out, 'event')} without a date left out"))


def event_line(event: Event) -> Line:
    """Return the event in one line."""
    return line(strong(date(event.date)), "  ", status(event.standing), f"  {what(event)}  ", dim(event.id))


def history_lines(history: EventHistory) -> Iterator[Line]:
    """Yield the event, then each standing it had with the words that decided it."""
    yield event_line(history.event)
    for step in history.steps:
        yield line("  ", strong(day(step.on)), "  ", status(step.standing), f"  {step.sentence}")
        yield from quote_lines(step.quotes)


def change_lines(entries: Iterable[ChangeEntry]) -> Iterator[Line]:
    """Yield each change: its day, kind, from and to, the event, and the words that made it."""
    for entry in entries:
        change = entry.change
        before, after = change.before, change.after
        yield line(
            *(strong(day(change.on)), f"  {change.type}: ", _side(before), " → ", _side(after), "  "),
            *(what(entry.event), f", {date(entry.event.date)}  ", dim(change.id)),
        )
        yield from quote_lines(entry.quotes)


def _side(text: str) -> Segment:
    """A standing in words; the dates of a rescheduled event are shown as they are."""
    return Segment(text) if text[:1].isdigit() or text[:1] in "[." else status(text)


def diff_lines(differences: Iterable[Difference]) -> Iterator[Line]:
    """Yield each event that differs: what it was, what it is, and the words that decide it."""
    for item in differences:
        was = status(item.before) if item.before else dim("not on record")
        now = status(item.after) if item.after else dim("not on record")
        yield line(strong(date(item.event.date)), "  ", was, " → ", now, f"  {what(item.event)}  ", dim(item.event.id))
        if item.before and item.after and item.date_before != item.date_after:
            yield line("    ", dim(f"date: {date(item.date_before)} → {date(item.date_after)}"))
        yield from quote_lines(item.quotes[:1])
