"""Counting on the calendar: units before and after a day, the nearest month or weekday on one side of it.

Each function returns the TIMEX3 value and the EDTF value together.
"""

from __future__ import annotations

import calendar
import datetime as dt

from diurna.model import Edtf
from diurna.times.meanings import FUTURE, PAST

Placed = tuple[str, Edtf | None]
_SEASON_EDTF = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_SEASON_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_DAYS = {"day": 1.0, "week": 7.0, "fortnight": 14.0, "hour": 1 / 24, "minute": 1 / 1440, "second": 1 / 86400}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
_NEAR_DAYS = 90


def add_months(day: dt.date, months: int) -> dt.date:
    """The day that many months on, or the end of a shorter month. ValueError past the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise ValueError(f"beyond the calendar: {months} months from {day}")
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def moved(day: dt.date, unit: str, count: float) -> dt.date:
    """The day `count` units away (negative: before). ValueError or OverflowError past the calendar."""
    if unit in _MONTHS:
        return add_months(day, round(count * _MONTHS[unit]))
    return day + dt.timedelta(days=round(count * _DAYS[unit]))


def unit_at(day: dt.date, unit: str) -> Placed:
    """The calendar unit that holds the day: a day, week, month, quarter, year, decade or century."""
    if unit in ("week", "fortnight"):
        return week_value(day), Edtf.week(day)
    if unit == "month":
        return f"{day:%Y-%m}", Edtf.month(day.year, day.month)
    if unit == "quarter":
        return part_of_year(f"Q{(day.month + 2) // 3}", day.year)
    if unit == "year":
        return f"{day:%Y}", Edtf.year(day.year)
    if unit == "decade":
        return era(f"{day.year // 10:03d}")
    if unit == "century":
        return era(f"{day.year // 100:02d}")
    return day.isoformat(), Edtf.day(day)


def week_value(day: dt.date) -> str:
    """The ISO week of a day, as in 2024-W38."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def part_of_year(code: str, year: int) -> Placed:
    """A season (SP SU FA WI), quarter (Q1..Q4) or half (H1, H2) of a year."""
    if year < 0:
        return before_our_era(year, f"-{code}")
    number = _SEASON_EDTF.get(code) or (32 if code[0] == "Q" else 39) + int(code[1])
    return f"{year}-{code}", Edtf.parse(f"{year:04d}-{number}")


def part_starts(code: str) -> int:
    """The month in which a part of the year begins."""
    if code in _SEASON_FIRST_MONTH:
        return _SEASON_FIRST_MONTH[code]
    return (int(code[1]) - 1) * part_length(code) + 1


def part_length(code: str) -> int:
    """How many months a part of the year has."""
    return 6 if code[0] == "H" else 3


def era(prefix: str) -> Placed:
    """A decade ("195") or century ("18") by its TIMEX3 prefix; a time before our era ("BC0480") has no days."""
    if prefix.startswith("BC"):
        return prefix, None
    if len(prefix) == 3:
        return prefix, Edtf.parse(prefix + "X")
    years = 10 ** (4 - len(prefix))
    first = int(prefix) * years
    return prefix, Edtf.between(dt.date(max(first, 1), 1, 1), dt.date(first + years - 1, 12, 31))


def before_our_era(year: int, part: str = "") -> Placed:
    """A year before our era (480 BC is -480) with its month or season; EDTF bounds are days, which it has not."""
    return f"BC{-year:04d}{part}", None


def section(low: dt.date, high: dt.date, unit: str, index: int) -> Placed | None:
    """The `index`-th day, week, half or month (-1: the last) of the days from `low` to `high`; None where it has none.

    A half of a month ends with its fifteenth day; its TIMEX3 value is the month.
    """
    if unit == "half":
        cut = low + dt.timedelta(days=(high - low).days // 2)
        days = Edtf.between(low, cut) if index == 1 else Edtf.between(cut + dt.timedelta(days=1), high)
        return f"{low:%Y-%m}", days
    if unit == "month":
        start = high if index < 0 else add_months(low, index - 1)
        return unit_at(start, "month") if low <= start <= high else None
    length = dt.timedelta(days=_DAYS[unit])
    start = high - length + dt.timedelta(days=1) if index < 0 else low + length * (index - 1)
    end = start + length - dt.timedelta(days=1)
    if not low <= start <= high:
        return None
    value = week_value(start + length / 2) if unit == "week" else start.isoformat()
    return value, Edtf.between(start, min(end, high))


def weekend_at(day: dt.date) -> Placed:
    """The weekend of the day's week."""
    saturday = day - dt.timedelta(days=day.weekday()) + dt.timedelta(days=5)
    return f"{week_value(day)}-WE", Edtf.between(saturday, saturday + dt.timedelta(days=1))


def nearest_weekday(day: dt.date, weekday: int, toward: int) -> dt.date:
    """The closest such weekday on one side of the day; the day itself when it is one."""
    if toward == FUTURE:
        return day + dt.timedelta(days=(weekday - day.weekday()) % 7)
    return day - dt.timedelta(days=(day.weekday() - weekday) % 7)


def year_of_month(day: dt.date, month: int, toward: int | None) -> int:
    """The year of the month that is meant: this month's or the next one on the given side; without one, the nearest."""
    if toward == PAST:
        return day.year if month <= day.month else day.year - 1
    if toward == FUTURE:
        return day.year if month >= day.month else day.year + 1
    return min((day.year, day.year - 1, day.year + 1), key=lambda y: abs((y - day.year) * 12 + month - day.month))


def year_of_month_near(day: dt.date, month: int, toward: int | None) -> int:
    """Like `year_of_month` where only the tense tells the side: the next month can be meant in a past clause too.

    "told the companies of a cut in September" is said in August of the September to come.
    """
    ahead = year_of_month(day, month, FUTURE)
    return ahead if (ahead - day.year) * 12 + month - day.month == 1 else year_of_month(day, month, toward)


def year_of_day(day: dt.date, month: int, number: int, toward: int | None, near: int = _NEAR_DAYS) -> int:
    """Like `year_of_month` for a day of a month; the day itself counts on both sides.

    A day without its year is hardly ever more than half a year away, so that a day at most `near` days away on the
    wrong side is taken before a far one on the right side.
    """
    nearest = min((day.year, day.year - 1, day.year + 1), key=lambda y: abs(_safe(y, month, number) - day))
    gap = (_safe(nearest, month, number) - day).days
    if toward is None or gap * toward >= 0 or abs(gap) <= near:
        return nearest
    return nearest + toward


def _safe(year: int, month: int, number: int) -> dt.date:
    return dt.date(year, month, min(number, calendar.monthrange(year, month)[1]))
