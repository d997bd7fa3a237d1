"""Events that have a name and a known date: "the G20 summit" of a year is in the calendar of recurring events."""

from __future__ import annotations

import datetime as dt

from diurna.language.reading import Reading
from diurna.model import Edtf
from diurna.times.named_days import event_phrases
from diurna.vocabulary.calendar import NamedDay, event_dates

_HORIZON = dt.timedelta(days=300)


def calendar_date(reading: Reading, trigger: int, published: Edtf, *, future: bool) -> tuple[Edtf, str] | None:
    """The date of the recurring event whose name ends with the trigger, and the name as written.

    It is the occurrence nearest to the publication on the side of the tense, less than a year away. None where the
    trigger names no such event, or one whose days are not certain.
    """
    if published.earliest is None or published.latest is None:
        return None
    for words in (words for first, words in event_phrases(reading, trigger + 1) if first < trigger):
        days = [d for y in range(published.earliest.year - 1, published.latest.year + 2) for d in event_dates(words, y)]
        near = [d for d in days if not d.approximate and _is_on_side(d, published.earliest, published.latest, future)]
        if near:
            latest = published.latest
            day = min(near, key=lambda d: abs((d.day - latest).days))
            return Edtf.between(day.day, day.end or day.day), words
    return None


def _is_on_side(event: NamedDay, earliest: dt.date, latest: dt.date, future: bool) -> bool:
    if future:
        return earliest <= (event.end or event.day) and event.day - earliest <= _HORIZON
    return event.day <= latest and latest - event.day <= _HORIZON
