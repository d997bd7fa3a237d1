"""One meaning and one day of speaking give one place on the calendar."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from diurna.model import Edtf
from diurna.times import arithmetic as a
from diurna.times.meanings import (
    FUTURE,
    NEAREST,
    PAST,
    PRESENT,
    At,
    CalendarDate,
    Era,
    Meaning,
    NamedDay,
    Offset,
    PartOfYear,
    Period,
    Section,
    Weekday,
    Weekend,
    WeekOf,
)
from diurna.times.quantities import UNKNOWN
from diurna.vocabulary.calendar import NamedDay as NamedDayOnCalendar
from diurna.vocabulary.calendar import elections_named, event_dates, holiday_dates

_FINE = {"day": "day", "week": "day", "month": "month", "quarter": "month", "year": "year", "decade": "year"}


_NEAR_DAYS = 60
"""A named day so near is meant even where the tense of its clause points to the other side."""
_NEAR_BODY = 31
_NEXT_DAYS = 7
"""A day so near is meant even where its act lies on the other side: a report can be dated by the next days."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What decides where a meaning lies.

    `day` is the day it counts from (None: unknown), `toward` the side on which its clause lies, `year` a year that
    the text has told and that a date without one belongs to, `country` whose holidays count. `strict` says that the
    date is that of the clause's own act, so that it lies on its side even where the other one is nearer.
    """

    day: dt.date | None
    toward: int | None
    year: int | None = None
    country: str | None = None
    strict: bool = False

    @property
    def side(self) -> int | None:
        """PAST or FUTURE where told; None for the present and for whatever is nearest."""
        return self.toward if self.toward in (PAST, FUTURE) else None


def place(meaning: Meaning, here: Situation) -> a.Placed | None:
    """The TIMEX3 value and EDTF value of a meaning; None where the situation does not tell."""
    for kind, placed in _PLACES:
        if isinstance(meaning, kind):
            try:
                return placed(meaning, here)
            except (ValueError, OverflowError):  # before the first or after the last year of the calendar
                return None
    return None


def _week_of(meaning: WeekOf, here: Situation) -> a.Placed | None:
    inner = _calendar_date(meaning.date, here)
    if not inner or inner[1] is None or inner[1].earliest is None:
        return None
    return a.weekend_at(inner[1].earliest) if meaning.weekend else a.unit_at(inner[1].earliest, "week")


def _section(meaning: Section, here: Situation) -> a.Placed | None:
    whole = place(meaning.whole, here)
    if whole is None or whole[1] is None or whole[1].earliest is None or whole[1].latest is None:
        return None
    return a.section(whole[1].earliest, whole[1].latest, meaning.unit, meaning.index)


def _era(meaning: Era, here: Situation) -> a.Placed | None:
    return a.era(meaning.prefix)


def _period(meaning: Period, here: Situation) -> a.Placed | None:
    return a.unit_at(a.moved(here.day, meaning.unit, meaning.shift), meaning.unit) if here.day else None


def _calendar_date(date: CalendarDate, here: Situation) -> a.Placed | None:
    year = date.year if date.year is not None else _year_of(date, here)
    if date.month is None and date.day is not None:
        return _day_of_month(date.day, date.weekday, here)
    if year is None:
        return None
    if year < 0:
        return a.before_our_era(year, "".join(f"-{n:02d}" for n in (date.month, date.day) if n is not None))
    if date.month is None:
        return f"{year:04d}", Edtf.year(year)
    if date.day is None:
        return f"{year:04d}-{date.month:02d}", Edtf.month(year, date.month)
    try:
        day = dt.date(year, date.month, date.day)
    except ValueError:
        return None
    return day.isoformat(), Edtf.day(day)


def _year_of(date: CalendarDate, here: Situation) -> int | None:
    if date.shift is not None:
        return here.day.year + date.shift if here.day else None
    if here.year is not None:
        return here.year
    if here.day is None or date.month is None:
        return None
    toward = date.toward or here.side or None
    if date.day is None:
        if date.toward == PAST:  # "last June" said in June is a year ago
            return a.year_of_month(a.add_months(here.day.replace(day=1), -1), date.month, PAST)
        if date.toward == FUTURE:  # and "next June" a year ahead
            return a.year_of_month(a.add_months(here.day.replace(day=1), 1), date.month, FUTURE)
        year_of_month = a.year_of_month if here.strict else a.year_of_month_near
        return year_of_month(here.day, date.month, toward)
    if date.weekday is not None and (year := _year_by_weekday(date, here.day)) is not None:
        return year
    near = (_NEXT_DAYS,) if here.strict else ()
    return a.year_of_day(here.day, date.month, date.day, toward, *near)


def _year_by_weekday(date: CalendarDate, day: dt.date) -> int | None:
    """ "Monday, April 1" is a Monday in one of the years around only."""
    fits = []
    for year in (day.year, day.year - 1, day.year + 1):
        try:
            candidate = dt.date(year, date.month or 1, date.day or 1)
        except ValueError:
            continue
        if candidate.weekday() == date.weekday and abs((candidate - day).days) < 300:
            fits.append(year)
    return fits[0] if fits else None


def _day_of_month(number: int, weekday: int | None, here: Situation) -> a.Placed | None:
    if here.day is None:
        return None
    if weekday is not None:
        return _day_by_weekday(number, weekday, here.day)
    step = -1 if here.toward == PAST else 1
    month = here.day.replace(day=1)
    if (number < here.day.day and step == 1) or (number > here.day.day and step == -1):
        month = a.add_months(month, step)
    try:
        day = month.replace(day=number)
    except ValueError:
        return None
    return day.isoformat(), Edtf.day(day)


def _day_by_weekday(number: int, weekday: int, day: dt.date) -> a.Placed | None:
    """ "Monday the 15th" is a Monday in few of the months around; the nearest one."""
    months = [a.add_months(day.replace(day=1), step) for step in (0, 1, -1, 2, -2)]
    days = [m.replace(day=number) for m in months if number <= calendar.monthrange(m.year, m.month)[1]]
    near = min((d for d in days if d.weekday() == weekday), key=lambda d: abs(d - day), default=None)
    return (near.isoformat(), Edtf.day(near)) if near is not None else None


def _weekday(meaning: Weekday, here: Situation) -> a.Placed | None:
    if here.day is None:
        return None
    if meaning.weeks is not None:
        monday = here.day - dt.timedelta(days=here.day.weekday())
        day = monday + dt.timedelta(days=7 * meaning.weeks + meaning.weekday)
        if meaning.weeks == 0 and here.toward == FUTURE and day < here.day:  # "this Friday" said on a Sunday
            day += dt.timedelta(days=7)
        return day.isoformat(), Edtf.day(day)
    toward = meaning.toward or _weekday_side(meaning.weekday, here)
    start = here.day
    if meaning.toward is not None:  # "last Friday" and "next Friday" are not today
        start += dt.timedelta(days=meaning.toward)
    day = a.nearest_weekday(start, meaning.weekday, toward)
    return day.isoformat(), Edtf.day(day)


def _weekday_side(weekday: int, here: Situation) -> int:
    if here.toward == NEAREST and here.day is not None:
        return FUTURE if 0 < (weekday - here.day.weekday()) % 7 <= 3 else PAST
    return FUTURE if here.toward in (PRESENT, FUTURE) else PAST


def _weekend(meaning: Weekend, here: Situation) -> a.Placed | None:
    shift = meaning.shift
    if here.day is None:
        return None
    if shift is None:
        shift = -1 if here.toward != FUTURE and here.day.weekday() < 5 else 0
    elif shift == 0 and here.toward == PAST and here.day.weekday() < 4:
        shift = -1
    return a.weekend_at(here.day + dt.timedelta(days=7 * shift))


def _part_of_year(meaning: PartOfYear, here: Situation) -> a.Placed | None:
    if meaning.year is not None:
        return a.part_of_year(meaning.code, meaning.year)
    if meaning.shift is None and here.year is not None:
        return a.part_of_year(meaning.code, here.year)
    if here.day is None:
        return None
    if meaning.shift is not None:
        return a.part_of_year(meaning.code, here.day.year + meaning.shift)
    toward: int | None = meaning.toward or here.side or PAST
    if meaning.toward is None and toward == FUTURE and meaning.code[0] in "QH":
        toward = None  # "expects a loss for the third quarter" is said in November of the one that is over
    day = here.day
    if meaning.toward == PAST and a.part_starts(meaning.code) <= day.month:
        day = day if day.month >= a.part_starts(meaning.code) + 2 else a.add_months(day, -12)
    return a.part_of_year(meaning.code, a.year_of_month(day, a.part_starts(meaning.code), toward))


def _named_day(meaning: NamedDay, here: Situation) -> a.Placed | None:
    told = meaning.year if meaning.year is not None else here.year
    if told is not None or here.day is None:
        years: tuple[int, ...] = (told or 0,)
    else:
        years = (here.day.year, here.day.year - 1, here.day.year + 1)
    days = [d for year in years if year for d in _days_named(meaning, here, year)]
    days = [d for d in days if told is not None or not d.body or _is_near(d, here)]
    if not days:  # the calendar does not reach that far: the year is all that is known
        return _calendar_date(CalendarDate(told), here) if told is not None else None
    found = min(days, key=lambda d: _distance(d.day, here, meaning.shift))
    if told is None and _distance(found.day, here, meaning.shift)[0]:
        return None  # the next one is not in the calendar yet
    return found.day.isoformat(), Edtf.between(found.day, found.end or found.day)


def _days_named(meaning: NamedDay, here: Situation, year: int) -> tuple[NamedDayOnCalendar, ...]:
    """The days of that name in the country, else in the world at large, else in any country."""
    name, country = meaning.name, meaning.country or here.country
    if name.endswith("election") and meaning.country is not None:
        return elections_named(name, meaning.country, year)
    own = holiday_dates(name, country, year) if country is not None else ()
    return own or event_dates(name, year) or holiday_dates(name, None, year)


def _is_near(day: NamedDayOnCalendar, here: Situation) -> bool:
    """A body that works all year is named for the days on which the world meets there only around these days."""
    return here.day is not None and abs((day.day - here.day).days) <= _NEAR_BODY


def _distance(day: dt.date, here: Situation, shift: int | None) -> tuple[bool, int]:
    if here.day is None:
        return False, 0
    gap = (day - here.day).days
    toward = shift or here.side
    wrong = (toward == PAST and gap > 0) or (toward == FUTURE and gap < 0)
    return (wrong and (bool(shift) or abs(gap) > _NEAR_DAYS)) or (bool(shift) and gap == 0), abs(gap)


def _at(meaning: At, here: Situation) -> a.Placed | None:
    placed = place(meaning.day if meaning.day is not None else Period("day", 0), here)
    return (f"{placed[0]}T{meaning.part}", placed[1]) if placed is not None else None


def _offset(meaning: Offset, here: Situation) -> a.Placed | None:
    if here.day is None:
        return None
    day = _day_away(here.day, meaning)
    if day is None:
        return ("PAST_REF" if meaning.toward == PAST else "FUTURE_REF"), None
    if meaning.unit in ("hour", "minute", "second"):
        return day.isoformat(), Edtf.day(day)
    if meaning.base == "speech":
        unit = "month" if meaning.unit == "year" and meaning.count != int(meaning.count) else meaning.unit
        return a.unit_at(day, unit)
    return a.unit_at(day, _FINE.get(meaning.unit, "day"))


def _day_away(day: dt.date, meaning: Offset) -> dt.date | None:
    """The day at that distance; None where the distance is not told or leads past the calendar ("10,000 years ago")."""
    try:
        return a.moved(day, meaning.unit, meaning.toward * meaning.count) if meaning.count != UNKNOWN else None
    except (ValueError, OverflowError):
        return None


_PLACES: tuple[tuple[type, Callable[[Any, Situation], a.Placed | None]], ...] = (
    (CalendarDate, _calendar_date),
    (Weekday, _weekday),
    (Period, _period),
    (At, _at),
    (PartOfYear, _part_of_year),
    (Offset, _offset),
    (NamedDay, _named_day),
    (Weekend, _weekend),
    (WeekOf, _week_of),
    (Section, _section),
    (Era, _era),
)
