"""Whether a text tells history rather than news, and which days its months and seasons without a year belong to.

A report counts from its own day; a history counts from the date that it has come to. What a text does shows in the
dates that it names: a history names years of its own in full, again and again, and hardly ever counts from today.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diurna.language.reading import Reading
from diurna.model import Published
from diurna.times.meanings import (
    FUTURE,
    PAST,
    At,
    CalendarDate,
    Duration,
    Era,
    Meaning,
    NamedDay,
    Offset,
    PartOfYear,
    Period,
    Weekday,
    Weekend,
)
from diurna.times.values import FoundTime

_FEWEST = 4
_TIMES_AS_MANY = 4
_OPENING = 4


def tells_history(reading: Reading, found: Sequence[FoundTime], published: Published) -> bool:
    """Whether years that are not the report's stand more than four times as often as what counts from its day.

    A year next to that of the publication speaks for neither side. Without a day of publication every year that is
    told counts as one of the story's. What stands in quotation marks was said on another day and does not count.
    Fewer than four years of the story's own prove nothing, and a text whose opening counts from its day is a report,
    however much background it gives.
    """
    own = _years_of(published)
    told = [year for one in found if (year := year_told(day_meant(one.meaning))) is not None]
    apart = sum(1 for year in told if not own or year < own[0] - 1 or year > own[1] + 1)
    if apart < _FEWEST:
        return False
    today = [f for f in found if _counts_from_today(f.meaning) and reading.layout.quotation_at(f.first) is None]
    if any(reading.sentence_of(one.first) < _OPENING for one in today):
        return False
    here = len(today) + sum(1 for year in told if own and own[0] <= year <= own[1])
    return apart > _TIMES_AS_MANY * here


def day_meant(meaning: Meaning) -> Meaning | None:
    """What tells the day of an expression: of a part of a day or a clock time the day that stands with it, if any."""
    return meaning.day if isinstance(meaning, At) else meaning


def _years_of(published: Published) -> tuple[int, int] | None:
    edtf = published.edtf
    if edtf is None or edtf.earliest is None or edtf.latest is None:
        return None
    return edtf.earliest.year, edtf.latest.year


def year_told(meaning: Meaning | None) -> int | None:
    """The year that a date names, the first one of a decade or century; years before our era are negative."""
    if isinstance(meaning, CalendarDate | PartOfYear | NamedDay):
        return meaning.year
    if not isinstance(meaning, Era):
        return None
    digits = re.match(r"(BC)?(\d+)", meaning.prefix)
    year = int(digits[2].ljust(4, "0")) if digits else 0
    return -year if digits and digits[1] else year


def _counts_from_today(meaning: Meaning) -> bool:
    inner = day_meant(meaning)
    if isinstance(inner, Period):
        return not inner.narrative
    if isinstance(inner, Offset):
        return inner.base == "speech"
    if isinstance(inner, Duration):
        return inner.toward in (PAST, FUTURE)
    return isinstance(inner, Weekday | Weekend)
