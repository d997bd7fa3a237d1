"""Where an expression lies that counts from a date told, and what of its value stays open."""

from __future__ import annotations

import datetime as dt

from diurna.model import Edtf
from diurna.times.arithmetic import Placed
from diurna.times.meanings import FUTURE, PAST, Meaning, Offset, Period, Weekday
from diurna.times.partial import agreed, blurred_value
from diurna.times.place import Situation, place
from diurna.times.told import Told


def onward(meaning: Meaning, day: dt.date | None = None) -> Placed:
    """Where a meaning lies, onward from a day where it needs one; empty where the calendar has no such day."""
    return place(meaning, Situation(day, FUTURE)) or ("", None)


def counted_from(meaning: Meaning, told: Told) -> Placed:
    """Where a meaning lies from a date told; where that is coarser than the unit counted in, any of its days."""
    if told.is_fine:
        return onward(meaning, told.first if _from_the_start(meaning) else told.last)
    ends = [placed for day in (told.first, told.last) if (placed := place(meaning, Situation(day, FUTURE)))]
    return agreed(ends) or (blurred_value(meaning, told.edtf), Edtf.hull([edtf for _, edtf in ends]))


def _from_the_start(meaning: Meaning) -> bool:
    """Whether a distance is taken from the first day of a date told: backwards, and in whole months or years."""
    if isinstance(meaning, Period):
        return meaning.shift < 0 or meaning.unit in ("year", "month")
    if isinstance(meaning, Weekday):
        return meaning.toward == PAST
    return isinstance(meaning, Offset) and (meaning.toward == PAST or meaning.unit in ("year", "month"))
