"""What remains of a date that is known in part: TIMEX3 values with X for what is open."""

from __future__ import annotations

from collections.abc import Sequence

from diurna.model import Edtf
from diurna.times.arithmetic import Placed
from diurna.times.meanings import PAST, At, CalendarDate, Meaning, Offset, PartOfYear, Period, Weekday
from diurna.times.quantities import UNKNOWN

_OPEN = {"day": "-XX-XX", "week": "-WXX", "fortnight": "-WXX", "month": "-XX", "quarter": "-QX", "year": ""}
_DAY = "-XX-XX"


def agreed(placed: Sequence[Placed]) -> Placed | None:
    """The one place that all of them name; None where they differ."""
    return placed[0] if placed and all(value == placed[0][0] for value, _ in placed) else None


def open_value(meaning: Meaning, year: str = "XXXX") -> str:
    """The value of a meaning whose place is unknown; of a year at most, where that is told."""
    if isinstance(meaning, At):
        return f"{open_value(meaning.day or Period('day', 0), year)}T{meaning.part}"
    if isinstance(meaning, Offset) and meaning.count == UNKNOWN:
        return "PAST_REF" if meaning.toward == PAST else "FUTURE_REF"
    if isinstance(meaning, CalendarDate):
        day = f"-{meaning.day:02d}" if meaning.day else ""
        month = f"-{meaning.month:02d}" if meaning.month else "-XX" if day else ""
        return f"{year}{month}{day}"
    if isinstance(meaning, Weekday):
        return f"{year}-WXX-{meaning.weekday + 1}"
    if isinstance(meaning, PartOfYear):
        return f"{year}-{meaning.code}"
    return year + _OPEN.get(meaning.unit, _DAY) if isinstance(meaning, Period | Offset) else year + _DAY


def blurred_value(meaning: Meaning, told: Edtf) -> str:
    """The value of a meaning counted from a date told too coarsely: "two days later" in May 1980 is 1980-05-XX."""
    value = open_value(meaning, f"{told.earliest.year:04d}" if told.earliest else "XXXX")
    if told.precision == "month" and told.earliest is not None and value[4:] == _DAY:
        return f"{told.earliest:%Y-%m}-XX"
    return value
