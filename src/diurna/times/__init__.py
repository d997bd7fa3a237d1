"""Find time expressions, place them on the calendar, date a report that has no date, and date an event."""

from diurna.times.events import date_event, in_tense
from diurna.times.find import find_times
from diurna.times.publication import infer_published, stated_published
from diurna.times.resolve import resolve_times
from diurna.times.values import EventDate, FoundTime, QuoteAnchor, TimeExpression

__all__ = [
    "EventDate",
    "FoundTime",
    "QuoteAnchor",
    "TimeExpression",
    "date_event",
    "find_times",
    "in_tense",
    "infer_published",
    "resolve_times",
    "stated_published",
]
