"""Sets of days on which a report may have come out, and the constraints that cut them down."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FIRST, LAST = dt.date(1990, 1, 1), dt.date(2035, 12, 31)
YEARS = range(FIRST.year, LAST.year + 1)
SIZE = (LAST - FIRST).days + 1

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Constraint:
    """Days that a piece of evidence allows (shape (SIZE,)), and the sentence that explains it.

    `hard` evidence holds in any report; the rest is habit of the press and gives way where it contradicts. `selects`
    says that the evidence tells years apart.
    """

    days: Mask
    reason: str
    hard: bool = True
    selects: bool = False


def nothing() -> Mask:
    """No day."""
    return np.zeros(SIZE, dtype=np.bool_)


def index(day: dt.date) -> int:
    """The position of a day in a mask, cut to the ends of the range."""
    return min(max((day - FIRST).days, 0), SIZE - 1)


def windows(spans: Iterable[tuple[dt.date, dt.date]]) -> Mask:
    """The days in any of the closed spans."""
    mask = nothing()
    for start, end in spans:
        if end >= FIRST and start <= LAST:
            mask[index(start) : index(end) + 1] = True
    return mask


def around(days: Iterable[dt.date], before: int, after: int) -> Mask:
    """The days from so many before to so many after any of the days."""
    return windows((d - dt.timedelta(days=before), d + dt.timedelta(days=after)) for d in days)


def on_weekdays(weekdays: Iterable[int]) -> Mask:
    """The days that fall on one of the weekdays (Monday is 0)."""
    mask = nothing()
    for weekday in weekdays:
        mask[(weekday - FIRST.weekday()) % 7 :: 7] = True
    return mask


def days_in(mask: Mask) -> tuple[dt.date, ...]:
    """The days of a mask, in order."""
    return tuple(FIRST + dt.timedelta(days=int(i)) for i in np.flatnonzero(mask))


def years_in(mask: Mask) -> tuple[int, ...]:
    """The years that have a day in the mask."""
    return tuple(sorted({d.year for d in days_in(mask)}))
