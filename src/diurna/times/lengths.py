"""Lengths of time right beside the day of speaking ("the past three years", "in two weeks"), and their days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from diurna.language.reading import Reading
from diurna.model import Edtf
from diurna.times.arithmetic import moved
from diurna.times.meanings import FUTURE, IF_FUTURE, PAST, Duration
from diurna.times.tense import direction
from diurna.times.values import FoundTime


def side_of_length(reading: Reading, one: FoundTime, length: Duration) -> int | None:
    """On which side of the day of speaking the length lies; None for a mere length.

    "The last five months of her life" and "sat there for the next 30 hours" lie beside other days.
    """
    if one.last < len(reading) and reading.forms[one.last].lower() == "of":
        return None
    if length.toward not in (FUTURE, IF_FUTURE):
        return length.toward
    side = direction(reading, one.first, one.last)
    return FUTURE if side == FUTURE or (length.toward == FUTURE and side != PAST) else None


def days_covered(length: Duration, toward: int, days: Sequence[dt.date]) -> Edtf | None:
    """The interval from the day of speaking, which may be any of `days`, as far as the length reaches.

    None where no day is known, the number is not told or the end lies past the calendar.
    """
    if not days or not length.count:
        return None
    try:
        ends = [moved(day, length.unit, toward * length.count) for day in days]
    except (ValueError, OverflowError):
        return None
    return Edtf.between(*((min(ends), max(days)) if toward == PAST else (min(days), max(ends))))
