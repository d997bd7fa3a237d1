"""Find time expressions, place them on the calendar, date a report that has no date, and date an event."""

from diurna.times.find import find_times
from diurna.times.resolve import resolve_times
from diurna.times.values import EventDate, FoundTime, QuoteAnchor, TimeExpression

__all__ = ["EventDate", "FoundTime", "QuoteAnchor", "TimeExpression", "find_times", "resolve_times"]
