"""The value of an EDTF date: its text, its bounds, and what follows from these.

A value knows the earliest and the latest day it can mean; an open or unknown end is None. "Some day in an interval"
(`[a..b]`) and "throughout an interval" (`a/b`) have the same bounds and print differently.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from diurna.model.edtf.bounds import Day, bounds
from diurna.model.edtf.shifting import Unit, moved, moved_end, moved_text

Certainty = Literal["certainly", "possibly", "certainly not"]


class Edtf:
    """One EDTF value, immutable. Equal when written alike. Build with `parse`, `day`, `between` or `within`.

    `precision` is the smallest unit that holds the value: day, week, month, season (any group of months), year, decade,
    century, millennium or interval. In JSON a value is its text (`model.codec`).
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

    @staticmethod
    def hull(values: Iterable[Edtf | None]) -> Edtf | None:
        """Return the interval from the first to the last day that the values tell; None where they tell none."""
        known = [value for value in values if value is not None]
        lows, highs = [v.earliest for v in known if v.earliest], [v.latest for v in known if v.latest]
        return Edtf.between(min(lows), max(highs)) if lows and highs else None

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

    def precedes(self, other: Edtf) -> Certainty:
        """Whether the day that this value means comes before the day that `other` means, as far as both are known.

        Days within one stretch can be in either order: "possibly". The same day is not before itself.
        """
        if self.before(other):
            return "certainly"
        never = self.earliest is not None and other.latest is not None and self.earliest >= other.latest
        return "certainly not" if never else "possibly"

    def intersection(self, other: Edtf) -> Edtf | None:
        """Return the days that both values can mean; None when there are none. The narrower text is kept."""
        if not self.overlaps(other):
            return None
        if self.contains(other):
            return other
        if other.contains(self):
            return self
        return Edtf.between(_max(self.earliest, other.earliest), _min(self.latest, other.latest))

    def union(self, other: Edtf) -> Edtf | None:
        """Return the days that one of both values can mean, where they overlap or touch. The wider text is kept.

        None for values that lie apart: together they are no single stretch of days, which a value is.
        """
        if self._ends_apart_from(other) or other._ends_apart_from(self):
            return None
        if self.contains(other):
            return self
        if other.contains(self):
            return other
        start = None if None in (self.earliest, other.earliest) else _min(self.earliest, other.earliest)
        end = None if None in (self.latest, other.latest) else _max(self.latest, other.latest)
        return Edtf.between(start, end)

    def _ends_apart_from(self, other: Edtf) -> bool:
        """True when at least one day lies between the end of this value and the beginning of `other`."""
        return self.latest is not None and other.earliest is not None and (other.earliest - self.latest).days > 1

    def shift(self, count: int, unit: Unit) -> Edtf:
        """Return the value so many units later, or earlier for a negative count; open ends stay open.

        Where every date in the text is at least as precise as the unit, it is moved as written, with its marks and its
        time of day: `2024-05~` a month later is `2024-06~`. A coarser value becomes the interval of its days: 2024 a
        month later is `2024-02-01/2025-01-31`. What happens at the end of a month is told in `shifting.py`. Raises
        `ValueError` beyond the calendar.
        """
        try:
            if text := moved_text(self.text, count, unit):
                return _parse(text)
            start = self.earliest and moved(self.earliest, count, unit)
            end = self.latest and moved_end(self.latest, count, unit)
        except OverflowError as error:
            raise ValueError(f"beyond the years 1 and 9999: {self.text!r} and {count} {unit}s") from error
        return (Edtf.within if self.text.startswith("[") else Edtf.between)(start, end)


def _max(a: Day | None, b: Day | None) -> Day | None:
    return b if a is None else a if b is None else max(a, b)


def _min(a: Day | None, b: Day | None) -> Day | None:
    return b if a is None else a if b is None else min(a, b)


@lru_cache(maxsize=4096)
def _parse(text: str) -> Edtf:
    return Edtf(text, *bounds(text))
