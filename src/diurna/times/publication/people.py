"""What a report tells by whom it calls president or minister: a tenure is an interval of years, two cross in less."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import numpy as np

from diurna.times.publication.candidates import LAST, SIZE, Evidence, Floats, index, weighed
from diurna.times.publication.clues import Clues
from diurna.times.publication.holders import FORMER, NEW, Held, holders

_LATE, _FORGOTTEN = 0.03, 0.95
"""How likely a title is after it was lost, compared with before, and how much less with each further year."""
_JUST_LEFT, _STILL_CALLED = 30, 0.3
"""For how many days after the end it is as likely as that: a resignation is news."""
_SLIP = 0.02
"""How often a title is another one's, or one is held by somebody else of that name."""
_YEAR = re.compile(r"(19|20)\d\d")
_LISTED_UNTIL = dt.date(2025, 7, 1)
"""When the table of incumbents was made: whoever held an office then left it later."""
_BEFORE_NEW, _STILL_NEW = dt.timedelta(days=60), dt.timedelta(days=150)
"""How long before and after taking office somebody is called new in it."""


def offices_held(clues: Clues) -> Iterator[Evidence]:
    """Who holds an office dates the report to the tenure; of several holders of one office the latest counts."""
    latest: dict[tuple[str, ...], Held] = {}
    for held in holders(clues):
        office = (held.tenures[0].country, *held.tenures[0].titles)
        if office not in latest or held.tenures[-1].start >= latest[office].tenures[-1].start:
            latest[office] = held
    yield from (weighed(_weights(held), _SLIP, _reason(held)) for held in latest.values())


def _spans(held: Held) -> Iterator[tuple[dt.date, dt.date | None]]:
    """When the holder can be called so: in office; a former one after it, a new one at its beginning.

    With a year before the title ("the 2012 presidential nominee Mitt Romney") also long after.
    """
    for one in held.tenures:
        if held.cue in FORMER:
            yield one.end or _LISTED_UNTIL, None
        elif _YEAR.fullmatch(held.cue):
            yield one.start, None
        elif held.cue in NEW:
            yield one.start - _BEFORE_NEW, one.start + _STILL_NEW
        else:
            yield one.start, one.end


def _weights(held: Held) -> Floats:
    weights = np.zeros(SIZE)
    for start, end in _spans(held):
        after = np.arange(SIZE) - index(end or LAST)
        late = _LATE * _FORGOTTEN ** (np.maximum(after, 0) / 365)
        known = np.select([after <= 0, after <= _JUST_LEFT], [1.0, _STILL_CALLED], late)
        known[: index(start)] = 0.0
        weights = np.maximum(weights, known)
    return weights


def _reason(held: Held) -> str:
    state = f"{held.cue} " if held.cue in FORMER | NEW else ""
    terms: dict[str, list[str]] = {}
    for one, (start, end) in zip(held.tenures, _spans(held), strict=True):
        terms.setdefault(one.name, []).append(_term(start, end))
    who = " or ".join(f"{name}, {' and '.join(spans)}" for name, spans in terms.items())
    return f"{state}{held.words!r} is {who}"


def _term(start: dt.date, end: dt.date | None) -> str:
    return f"since {start}" if end is None else f"from {start} to {end}"
