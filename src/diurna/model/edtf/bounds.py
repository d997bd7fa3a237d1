"""From the text of an EDTF date to the first and the last day that it can mean."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import NamedTuple

Day = dt.date
_FUZZ = {"day": 2, "month": 15, "season": 45, "year": 183, "decade": 1826, "century": 18262, "millennium": 182621}
"""Days by which an approximate date reaches beyond its unit on either side: about half of the unit."""
_DATE = re.compile(
    r"(?=[\d-]*[X-]*(?:[T~?%]|\Z))"  # digits are left open from the right
    r"(?P<year>[\dX]{4})(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?"
    r"(?:(?<=-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-][01]\d(?::[0-5]\d)?)?)?(?P<mark>[~?%]?)",
    re.ASCII,
)
_WEEK = re.compile(r"(\d{4})-W(\d\d)", re.ASCII)
_FAR = re.compile(r"(?:-\d{4}|Y-?\d{5,}|0000)(?:-.*)?", re.ASCII)
_OPEN_YEARS = ("year", "decade", "century", "millennium", "millennium")
"""What unspecified digits make of a year, by their number."""
_SEASONS = ((21, 25, 31), (22, 26, 32), (23, 27, 29), (24, 28, 30))
"""Spring, summer, autumn and winter, the same in the north, and the seasons of the south in the same months."""
_GROUPS = {
    **{number: (3 * n + 3, 3) for n, numbers in enumerate(_SEASONS) for number in numbers},
    **{33 + n: (3 * n + 1, 3) for n in range(4)},  # quarters
    **{37 + n: (4 * n + 1, 4) for n in range(3)},  # thirds
    **{40 + n: (6 * n + 1, 6) for n in range(2)},  # halves
}
"""The first month and the number of months of what stands in place of a month. Spring begins with March."""


class Bounds(NamedTuple):
    """First and last day, none where it is open or unknown, and the smallest unit of the calendar around them."""

    earliest: Day | None
    latest: Day | None
    precision: str


def bounds(text: str) -> Bounds:
    """What a text means. Raises `ValueError` with the text when it is no EDTF date, or none that can be held."""
    if text.startswith("[") and text.endswith("]") and ".." in text:
        return _between(text[1:-1].split("..", 1), text)
    if "/" in text:
        return _between(text.split("/", 1), text)
    return _single(text, text)


def _between(ends: list[str], whole: str) -> Bounds:
    low, high = (_end(end, whole) for end in ends)
    earliest, latest = low.earliest, high.latest
    if earliest and latest and latest < earliest:
        raise ValueError(f"not an EDTF date (ends before it begins): {whole!r}")
    return Bounds(earliest, latest, "interval")


def _end(part: str, whole: str) -> Bounds:
    if part in ("", ".."):
        return Bounds(None, None, "interval")
    if "T" in part:
        raise ValueError(f"not an EDTF date (an interval of times): {whole!r}")
    return _single(part, whole)


def _single(part: str, whole: str) -> Bounds:
    """One date. An approximate one that reaches beyond the calendar is refused too."""
    try:
        if week := _WEEK.fullmatch(part):
            monday = dt.date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return Bounds(monday, monday + dt.timedelta(days=6), "week")
        found = _DATE.fullmatch(part)
        if found is None:
            raise ValueError
        low, high, precision = _calendar(*found.group("year", "month", "day"))
        fuzz = dt.timedelta(days=_FUZZ[precision] if found["mark"] in ("~", "%") else 0)
        return Bounds(low - fuzz, high + fuzz, precision)
    except (ValueError, OverflowError) as error:
        beyond = isinstance(error, OverflowError) or _FAR.fullmatch(part)
        why = " between the years 1 and 9999" if beyond else ""
        raise ValueError(f"not an EDTF date{why}: {whole!r}") from error


def _calendar(year: str, month: str | None, day: str | None) -> tuple[Day, Day, str]:
    """The days of a year, month (or group of months) and day, whose last digits may be open."""
    first, last = _range(year, 9999)
    if month is None or "X" in year:
        return dt.date(first, 1, 1), dt.date(last, 12, 31), _OPEN_YEARS[year.count("X")]
    if "X" not in month and int(month) in _GROUPS and day is None:
        return *_months(first, *_GROUPS[int(month)]), "season"
    low, high = _range(month, 12)
    if "X" in month:
        return _months(first, low, 1)[0], _months(first, high, 1)[1], "year"
    if day is None:
        return *_months(first, low, 1), "month"
    from_day, to_day = _range(day, calendar.monthrange(first, low)[1])
    return dt.date(first, low, from_day), dt.date(first, low, to_day), "month" if "X" in day else "day"


def _range(digits: str, last: int) -> tuple[int, int]:
    """The smallest and the largest number from 1 to `last` with these digits. Raises `ValueError` without one."""
    low, high = max(int(digits.replace("X", "0")), 1), min(int(digits.replace("X", "9")), last)
    if low > high:
        raise ValueError
    return low, high


def _months(year: int, month: int, count: int) -> tuple[Day, Day]:
    """The first and the last day of some months. Raises `OverflowError` where they end behind the calendar."""
    years, last = divmod(month + count - 2, 12)
    if year + years > dt.MAXYEAR:
        raise OverflowError
    end = calendar.monthrange(year + years, last + 1)[1]
    return dt.date(year, month, 1), dt.date(year + years, last + 1, end)
