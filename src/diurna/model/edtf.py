"""EDTF dates (ISO 8601-2:2019 level 1, and `[a..b]` of level 2) as immutable values with bounds.

A value knows the earliest and the latest day it can mean; an open or unknown end is None. "Some day in an interval"
(`[a..b]`) and "throughout an interval" (`a/b`) have the same bounds and print differently.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache

Day = dt.date
_FUZZ = {"day": 2, "month": 15, "season": 45, "year": 183, "decade": 1826}
_PART = re.compile(r"(?P<year>\d{4}|\d{3}X)(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?(?:T[^~?%]*)?(?P<mark>[~?%]?)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_SEASON_START = {21: 3, 22: 6, 23: 9, 24: 12}
_QUARTER_START = {33: 1, 34: 4, 35: 7, 36: 10}
_HALF_START = {40: 1, 41: 7}


class Edtf:
    """One EDTF value, immutable. Equal when written alike. Build with `parse`, `day`, `between` or `within`.

    `precision` is day, week, month, season, year, decade or interval. In JSON a value is its text (`model.codec`).
    """

    __slots__ = ("earliest", "latest", "precision", "text")

    text: str
    earliest: Day | None
    latest: Day | None
    precision: str

    def __init__(self, text: str, earliest: Day | None, latest: Day | None, precision: str = "interval") -> None:
        for name, value in (("text", text), ("earliest", earliest), ("latest", latest), ("precision", precision)):
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"Edtf is immutable: cannot set {name}")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Edtf) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __reduce__(self) -> tuple[object, ...]:
        return _parse, (self.text,)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Edtf({self.text!r})"

    # -- construction -------------------------------------------------------------------------------------------

    @staticmethod
    def parse(text: str) -> Edtf:
        """Return the value written as `text`; raises ValueError with the text when it is no EDTF date."""
        return _parse(text.strip())

    @staticmethod
    def day(day: Day) -> Edtf:
        """Return one calendar day."""
        return Edtf(day.isoformat(), day, day, "day")

    @staticmethod
    def month(year: int, month: int) -> Edtf:
        """Return one calendar month."""
        return _parse(f"{year:04d}-{month:02d}")

    @staticmethod
    def year(year: int) -> Edtf:
        """Return one calendar year."""
        return _parse(f"{year:04d}")

    @staticmethod
    def week(day: Day) -> Edtf:
        """Return the ISO week (Monday to Sunday) that holds `day`, as an interval."""
        monday = day - dt.timedelta(days=day.weekday())
        return Edtf.between(monday, monday + dt.timedelta(days=6))

    @staticmethod
    def between(start: Day | None, end: Day | None) -> Edtf:
        """Return the interval `start/end`; None is an open end. A one-day interval is that day."""
        if start is not None and start == end:
            return Edtf.day(start)
        return _parse(f"{start.isoformat() if start else '..'}/{end.isoformat() if end else '..'}")

    @staticmethod
    def within(start: Day | None, end: Day | None) -> Edtf:
        """Return "some day from start to end" (`[start..end]`)."""
        if start is not None and start == end:
            return Edtf.day(start)
        return _parse(f"[{start.isoformat() if start else ''}..{end.isoformat() if end else ''}]")

    # -- relations ----------------------------------------------------------------------------------------------

    @property
    def is_day(self) -> bool:
        """True when the value is exactly one day."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def days(self) -> int | None:
        """How many days the value spans; None when an end is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    def contains(self, other: Edtf) -> bool:
        """True when every day that `other` can mean lies inside this value."""
        low = self.earliest is None or (other.earliest is not None and self.earliest <= other.earliest)
        high = self.latest is None or (other.latest is not None and other.latest <= self.latest)
        return low and high

    def overlaps(self, other: Edtf) -> bool:
        """True when some day can be in both values."""
        return not (self.before(other) or other.before(self))

    def before(self, other: Edtf) -> bool:
        """True when this value certainly ends before `other` begins."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def intersection(self, other: Edtf) -> Edtf | None:
        """Return the days that both values can mean; None when there are none. The narrower text is kept."""
        if not self.overlaps(other):
            return None
        if self.contains(other):
            return other
        if other.contains(self):
            return self
        return Edtf.between(_max(self.earliest, other.earliest), _min(self.latest, other.latest))


def _max(a: Day | None, b: Day | None) -> Day | None:
    return b if a is None else a if b is None else max(a, b)


def _min(a: Day | None, b: Day | None) -> Day | None:
    return b if a is None else a if b is None else min(a, b)


@lru_cache(maxsize=4096)
def _parse(text: str) -> Edtf:
    if text.startswith("[") and text.endswith("]") and ".." in text:
        low, high = text[1:-1].split("..", 1)
        return Edtf(text, _end(low, text)[0], _end(high, text)[1])
    if "/" in text:
        low, high = text.split("/", 1)
        earliest, latest = _end(low, text)[0], _end(high, text)[1]
        if earliest and latest and latest < earliest:
            raise ValueError(f"not an EDTF date (ends before it begins): {text!r}")
        return Edtf(text, earliest, latest)
    return Edtf(text, *_single(text, text))


def _end(part: str, whole: str) -> tuple[Day | None, Day | None]:
    return (None, None) if part in ("", "..") else _single(part, whole)[:2]


def _single(part: str, whole: str) -> tuple[Day, Day, str]:
    try:
        if week := _WEEK.fullmatch(part):
            monday = dt.date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return monday, monday + dt.timedelta(days=6), "week"
        found = _PART.fullmatch(part)
        if not found:
            raise ValueError
        low, high, precision = _calendar(found)
        fuzz = dt.timedelta(days=_FUZZ[precision] if found["mark"] in ("~", "%") else 0)
        return low - fuzz, high + fuzz, precision
    except (ValueError, OverflowError) as error:
        raise ValueError(f"not an EDTF date: {whole!r}") from error


def _calendar(found: re.Match[str]) -> tuple[Day, Day, str]:
    if found["year"].endswith("X"):
        first = int(found["year"][:3]) * 10
        return dt.date(first, 1, 1), dt.date(first + 9, 12, 31), "decade"
    year = int(found["year"])
    if not found["month"]:
        return dt.date(year, 1, 1), dt.date(year, 12, 31), "year"
    month = int(found["month"])
    if found["day"]:
        day = dt.date(year, month, int(found["day"]))
        return day, day, "day"
    for starts, months in ((_SEASON_START, 3), (_QUARTER_START, 3), (_HALF_START, 6)):
        if month in starts:
            return _months(year, starts[month], months, "season")
    return _months(year, month, 1, "month")


def _months(year: int, month: int, count: int, precision: str) -> tuple[Day, Day, str]:
    last = year * 12 + month - 1 + count - 1
    end_year, end_month = divmod(last, 12)
    end = dt.date(end_year, end_month + 1, calendar.monthrange(end_year, end_month + 1)[1])
    return dt.date(year, month, 1), end, precision
