"""Whether the value given to a time expression can be what its words say, seen from the day of publication.

These are plain calendar facts, checked without the reader of times that the corpus is to train and measure.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from diurna.model import Edtf

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_DURATION = re.compile(r"(each )?P(\d+|X)[YMWDQ]|(each )?PT(\d+|X)[HMS]|(each )?P(\d+|X)(DE|CE)")
_REFERENCE = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")
_CLOCK = re.compile(r"T(\d\d(:\d\d)?|MO|AF|EV|NI|DT)")
_NEAR = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def date_of(value: str) -> Edtf | None:
    """The date in a time value, without its clock part; None for durations, sets and vague references.

    Raises ValueError for a value that is none of these.
    """
    if value in _REFERENCE or _DURATION.fullmatch(value):
        return None
    date = _CLOCK.sub("", value)
    return Edtf.parse(date) if date else None


def objections(words: str, value: str, published: dt.date) -> Iterator[str]:
    """What speaks against the value."""
    try:
        date = date_of(value)
    except ValueError as error:
        yield str(error)
        return
    if date is None:
        return
    said = words.lower()
    yield from _calendar_objections(said, date)
    for word, days in _NEAR.items():
        due = published + dt.timedelta(days=days)
        if re.search(rf"\b{word}\b", said) and date.is_day and abs((_day(date) - due).days) > 2:
            yield f"{words!r} is about {due}, not {value}"
    yield from _direction_objections(said, date, published)


def _calendar_objections(said: str, date: Edtf) -> Iterator[str]:
    for year in re.findall(r"\b(1[89]\d\d|20\d\d)\b", said):
        if not date.overlaps(Edtf.parse(year)):
            yield f"{said!r} names {year}, not {date}"
    weekdays = [name for name in _DAYS if re.search(rf"\b{name}\b", said)]
    if date.is_day and len(weekdays) == 1 and _DAYS[_day(date).weekday()] != weekdays[0] and " after " not in said:
        yield f"{said!r} names another weekday than {date} ({_DAYS[_day(date).weekday()]})"
    months = [n for n, name in enumerate(_MONTHS, 1) if re.search(rf"\b{name}\b", said)]
    if len(months) == 1 and date.is_day and _day(date).month != months[0] and " after " not in said:
        yield f"{said!r} names another month than {date}"


def _direction_objections(said: str, date: Edtf, published: dt.date) -> Iterator[str]:
    day = Edtf.parse(published.isoformat())
    if re.fullmatch(r"(?:the )?(?:last|past|previous) (?:week|month|year|[a-z]+day)", said) and day.before(date):
        yield f"{said!r} lies before {published}, {date} after it"
    if re.fullmatch(r"next (?:week|month|year|[a-z]+day)", said) and date.before(day):
        yield f"{said!r} lies after {published}, {date} before it"
    if said in ("this week", "this month", "this year") and not date.overlaps(day):
        yield f"{said!r} holds {published}, {date} does not"


def _day(date: Edtf) -> dt.date:
    assert date.earliest is not None
    return date.earliest
