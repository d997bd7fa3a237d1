"""What the years that a report names tell of the year in which it came out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import numpy as np

from diurna.times.meanings import FUTURE, PAST, CalendarDate
from diurna.times.publication.candidates import (
    FIRST,
    LAST,
    YEAR_OF,
    YEARS,
    Evidence,
    Floats,
    Years,
    lagging,
    stepped,
    weighed,
    windows,
)
from diurna.times.publication.clues import Clue, Clues

_SINCE = (0.25, 0.26, 0.15, 0.09, 0.08, 0.04)
"""How many years before publication the latest year lies that a report tells of; counted on dated newswire."""
_UNTIL = (0.28, 0.4, 0.08, 0.05, 0.03, 0.03)
"""How many years after publication the next year lies that a report looks ahead to."""
_TAIL, _WRONG_SIDE = 0.85, 0.7
"""How much less likely each further year is than the one before it, on the right side and on the wrong one."""
_PLANS = stepped((-30, 1, 1.0), (-90, -30, 0.5), (-180, -90, 0.25), (-365, -180, 0.1), (-3650, -365, 0.01))
"""How many days before a day that is planned in full a report comes out."""
_SLIP = 0.05

_COPYRIGHT = re.compile(r"(?:©|\(c\)|\bcopyright\b)\W{0,3}(?:\d{4}\s*[-–]\s*)?(\d{4})\b", re.IGNORECASE)
_ANNIVERSARY = re.compile(r"((\d{1,3})(?:st|nd|rd|th) anniversary of (?:[\w’'.-]+\s+){0,3}?(1[789]\d\d|20\d\d)\b)")
_OF_A_NOUN = frozenset(("compound", "nummod", "amod", "nmod:poss"))


def latest_year(clues: Clues) -> Iterator[Evidence]:
    """The latest year told of as past is mostly that of publication or one of the last few."""
    ahead = {year for clue, year in clues.years() if clue.side == FUTURE}
    told = {year: clue for clue, year in clues.years() if _is_past(clues, clue) and year not in ahead}
    if told:
        year = max(told)
        reason = f"the latest year told of is {year} ({told[year].text!r}): publication is in that year or soon after"
        yield weighed(_by_distance(YEAR_OF - year, _SINCE), _SLIP, reason)


def _is_past(clues: Clues, clue: Clue) -> bool:
    """Told as past by itself: the "2016 election" may lie ahead of a clause in the past."""
    head = next(clues.reading.span_heads(clue.found.first, clue.found.last))
    return clue.side == PAST and not clue.is_edge and clues.reading.deprels[head] not in _OF_A_NOUN


def next_year(clues: Clues) -> Iterator[Evidence]:
    """The next year that the report looks ahead to is mostly that of publication or one of the next few."""
    told = {year: clue for clue, year in clues.years() if clue.side == FUTURE}
    if told:
        year = min(told)
        reason = f"the next year ahead is {year} ({told[year].text!r}): publication is in that year or not long before"
        yield weighed(_by_distance(year - YEAR_OF, _UNTIL), _SLIP, reason)


def copyright_year(clues: Clues) -> Iterator[Evidence]:
    """The year of a copyright notice is that of publication, or of the page that was taken later."""
    years = [int(year) for year in _COPYRIGHT.findall(clues.reading.text) if int(year) in YEARS]
    if years:
        year = max(years)
        weights = np.select([year == YEAR_OF, year - 1 == YEAR_OF], [0.8, 0.2], 0.0)
        yield weighed(weights, 2 * _SLIP, f"the copyright notice is of {year}")


def anniversary(clues: Clues) -> Iterator[Evidence]:
    """ "the 30th anniversary of the 1989 protests" is in 2019, and spoken of from some months before."""
    for words, count, base in _ANNIVERSARY.findall(clues.reading.text):
        year = int(base) + int(count)
        if year in YEARS:
            weights = np.select([year == YEAR_OF, abs(YEAR_OF - year) == 1], [0.8, 0.1], 0.0)
            yield weighed(weights, 2 * _SLIP, f"{' '.join(words.split())!r} is in {year}")


def _by_distance(years: Years, near: tuple[float, ...]) -> Floats:
    """Weights by a distance in years: those of `near`, then falling; small where the distance is negative."""
    beyond = np.arange(len(YEARS))
    behind = near[-1] * _TAIL**beyond
    table = np.concatenate([0.01 * _WRONG_SIDE ** beyond[::-1], near, behind])
    return np.asarray(table[np.clip(years + len(YEARS), 0, len(table) - 1)])


def not_before(clues: Clues) -> Iterator[Evidence]:
    """What is told as past with its year and month came before publication."""
    told = [(_first_day(d), c) for c, d in clues.dates() if d.year in YEARS and d.month and _is_past(clues, c)]
    if told:
        day, clue = max(told, key=lambda one: one[0])
        yield weighed(windows([(day, LAST)]), _SLIP, f"{clue.text!r} is told as past")


def not_after(clues: Clues) -> Iterator[Evidence]:
    """What lies ahead with its year and month came after publication; what has its day as well mostly comes soon."""
    told = [(d, c) for c, d in clues.dates() if d.year in YEARS and d.month and _is_ahead(clues, c)]
    if told:
        date, clue = min(told, key=lambda one: _last_day(one[0]))
        days = lagging([_last_day(date)], _PLANS) if date.day else windows([(FIRST, _last_day(date))])
        yield weighed(days, _SLIP, f"{clue.text!r} lies ahead")


def _is_ahead(clues: Clues, clue: Clue) -> bool:
    """A plain future, less easily mistaken than other words that look ahead."""
    start, end = clues.reading.sentence_bounds(clue.sentence)
    return clue.side == FUTURE and any(clues.reading.lemmas[i] in ("will", "shall") for i in range(start, end))


def _first_day(date: CalendarDate) -> dt.date:
    return dt.date(date.year or FIRST.year, date.month or 1, min(date.day or 1, 28))


def _last_day(date: CalendarDate) -> dt.date:
    month_end = dt.date(date.year or LAST.year, date.month or 12, 28) + dt.timedelta(days=3)
    return month_end if date.day is None else _first_day(date) + dt.timedelta(days=3)
