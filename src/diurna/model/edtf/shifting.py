"""Moving dates by days, weeks, months and years.

A month or a year later is the same day of the month, or the last day of a month that has no such day: 31 January comes
to 28 February, 29 February to 28 February. Where the days of a coarser unit are moved (a winter a month later), the end
of its last month comes to the end of a month.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Literal

Unit = Literal["day", "week", "month", "year"]
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(.*)")
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])([~?%]?)")
_YEAR = re.compile(r"(\d{4})((?!-W).*)")
_ONE_DAY = dt.timedelta(days=1)


def moved(day: dt.date, count: int, unit: Unit) -> dt.date:
    """A day so many units later. Raises `OverflowError` beyond the calendar."""
    if unit in ("day", "week"):
        return day + dt.timedelta(days=count * (7 if unit == "week" else 1))
    years, month = divmod(day.month - 1 + count * (12 if unit == "year" else 1), 12)
    year = day.year + years
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise OverflowError
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def moved_end(day: dt.date, count: int, unit: Unit) -> dt.date:
    """The last day of a stretch so many units later: the day before the one that comes behind it."""
    return moved(day + _ONE_DAY, count, unit) - _ONE_DAY


def moved_text(text: str, count: int, unit: Unit) -> str | None:
    """The text of an EDTF date so many units later; none where a date in it is less precise than the unit.

    Raises `OverflowError` beyond the calendar.
    """
    if text.startswith("["):
        ends = _moved_ends(text[1:-1], "..", count, unit)
        return ends and f"[{ends}]"
    if "/" in text:
        return _moved_ends(text, "/", count, unit)
    if found := _DAY.fullmatch(text):
        return moved(dt.date.fromisoformat(found[1]), count, unit).isoformat() + found[2]
    if unit in ("month", "year") and (found := _MONTH.fullmatch(text)):
        month = moved(dt.date(int(found[1]), int(found[2]), 1), count, unit)
        return f"{month.year:04d}-{month.month:02d}{found[3]}"
    if unit == "year" and (found := _YEAR.fullmatch(text)):
        return f"{moved(dt.date(int(found[1]), 1, 1), count, unit).year:04d}{found[2]}"
    return None


def _moved_ends(text: str, joint: str, count: int, unit: Unit) -> str | None:
    ends = [end if end in ("", "..") else moved_text(end, count, unit) for end in text.split(joint, 1)]
    return joint.join(end for end in ends if end is not None) if None not in ends else None
