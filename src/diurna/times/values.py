"""What the time package hands out: expressions found, expressions resolved, the date of an event."""

from __future__ import annotations

from dataclasses import dataclass

from diurna.model import Edtf
from diurna.times.meanings import Meaning


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time expression with what its words mean before anything is known about the day of speaking.

    `start` and `end` are code points into the reading's text, `[first, last)` its tokens. `modifier` is a TIMEX3
    `mod` (START, MID, END, APPROX, LESS_THAN, BEFORE ...) that stands in the expression or right before it.
    """

    start: int
    end: int
    text: str
    first: int
    last: int
    meaning: Meaning
    modifier: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression with its place on the calendar.

    `type` and `value` follow TIMEX3. `edtf` names the same days wherever the value names any: a season, quarter or
    half by its EDTF number, a week or weekend by its days, a decade with X; "about" makes a single date approximate
    (`2024-05-03~`). No other modifier changes it: "early May" is May with START beside it, "by Friday" is Friday with
    ON_OR_BEFORE, and what that bounds is for `times.events` to say. A value counted from a date told too coarsely has X
    in it and an `edtf` of all days that it can be. `edtf` is None for sets and vague references, for durations that do
    not lie right beside the day of speaking ("the next 30 days" do), for times before our era, and where the day that
    the expression counts from is unknown. `anchor` says what it counts from: "absolute" (nothing), "report" (the
    publication), "quote" (the day the words were said) or "narrative" (a date in the text before it).
    `meaning` is what the words say without that anchor.
    """

    start: int
    end: int
    text: str
    first: int
    last: int
    type: str
    value: str
    edtf: Edtf | None
    modifier: str | None
    anchor: str
    reasons: tuple[str, ...] = ()
    meaning: Meaning | None = None


@dataclass(frozen=True, slots=True)
class QuoteAnchor:
    """A stretch of text `[start, end)` (code points) whose words were said on `said_on`."""

    start: int
    end: int
    said_on: Edtf


@dataclass(frozen=True, slots=True)
class EventDate:
    """When an event takes place, by which rule, and the expression (index) that says so, if one does.

    Rules: "expression" (a time expression governs the event), "shared" (one of a clause that the event shares its
    time with), "counted" (so far from another event), "calendar" (a recurring event with a known date), "news" (the
    opening of a report tells the news of its day), "quote" (bounded by the day the words were said), "bound" (bounded
    by the day of the report or by another event), "unknown".
    """

    edtf: Edtf | None
    text: str | None
    rule: str
    reasons: tuple[str, ...] = ()
    expression: int | None = None
