"""What a time expression's own words say: values that still miss the day of speaking.

Each class is one way in which English names time; `times.resolve` gives each its place on the calendar.
"""

from __future__ import annotations

from dataclasses import dataclass

PAST, PRESENT, FUTURE = -1, 0, 1
NEAREST = 2
"""Of a date that names its event ("Wednesday's ruling"): whichever is closer."""
IF_FUTURE = 3
"""Of a length of time behind "in" or "within": ahead in a clause that looks ahead, a mere length elsewhere."""


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """Parts of a calendar date; what is None is left open ("May 3", "January 2017", "the 15th", "2023").

    `shift` counts years from the day of speaking ("January last year": -1); `toward` says on which side of it the
    date lies where a word says so ("last January": PAST).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int | None = None
    toward: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (Monday is 0); `weeks` counts weeks from the day of speaking ("Friday this week": 0)."""

    weekday: int
    toward: int | None = None
    weeks: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar unit counted from now ("last week": -1, "today": day 0) or, if `narrative`, from a date told."""

    unit: str
    shift: int
    narrative: bool = False


@dataclass(frozen=True, slots=True)
class Offset:
    """A distance from a day: "two months ago", "two days earlier" (`base` "narrative"), "a day after ..." ("next")."""

    unit: str
    count: float
    toward: int
    base: str = "speech"


@dataclass(frozen=True, slots=True)
class PartOfYear:
    """A season, quarter or half: `code` is SP SU FA WI Q1..Q4 H1 H2, year or year shift where told."""

    code: str
    year: int | None = None
    shift: int | None = None
    toward: int | None = None


@dataclass(frozen=True, slots=True)
class Weekend:
    """The Saturday and Sunday of a week counted from now; None where the tense must tell."""

    shift: int | None = None


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week that holds a calendar date, or its weekend."""

    date: CalendarDate
    weekend: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """The `index`-th day, week, half or month of a longer time, -1 for the last ("the last week of April")."""

    unit: str
    index: int
    whole: Meaning


@dataclass(frozen=True, slots=True)
class Era:
    """A decade ("195"), a century ("18") or a time before our era ("BC0480", "BC03") as a TIMEX3 prefix."""

    prefix: str


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A holiday or other named day of the year; `country` is ISO3 where a word next to it says whose."""

    name: str
    country: str | None = None
    year: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class At:
    """A part of a day (MO MI AF EV NI) or a clock time ("10:30") on a day; no day means the day of speaking."""

    part: str
    day: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as an ISO 8601 duration.

    `toward` says that it lies right behind or ahead of the day of speaking ("the past three years", "the next 30
    days"), `count` units long; IF_FUTURE that it does so in a clause that looks ahead ("in two weeks").
    """

    value: str
    unit: str = ""
    count: float = 0.0
    toward: int | None = None


@dataclass(frozen=True, slots=True)
class Recurring:
    """Something that repeats: "every year" (P1Y), "on Mondays" (XXXX-WXX-1)."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """PRESENT_REF, PAST_REF or FUTURE_REF."""

    value: str


Meaning = (
    CalendarDate
    | Weekday
    | Period
    | Offset
    | PartOfYear
    | Weekend
    | WeekOf
    | Section
    | Era
    | NamedDay
    | At
    | Duration
    | Recurring
    | Vague
)


def timex_type(meaning: Meaning) -> str:
    """The TIMEX3 type of a meaning: DATE, TIME, DURATION or SET."""
    if isinstance(meaning, At):
        return "TIME"
    if isinstance(meaning, Duration):
        return "DURATION"
    return "SET" if isinstance(meaning, Recurring) else "DATE"
