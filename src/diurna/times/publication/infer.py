"""Infer the day of publication from the text alone: calendar evidence cuts down the days from 1990 to 2035.

What is left must lie within one year; where the text does not decide the year, the answer is "unknown" and says
what is missing. The clock of the machine plays no part.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from diurna.language.reading import Reading
from diurna.model import Edtf, Published
from diurna.times.publication import constraints as c
from diurna.times.publication.candidates import SIZE, Constraint, Mask, days_in, windows, years_in
from diurna.times.publication.clues import Clues, gather
from diurna.times.publication.elections import near_election
from diurna.times.values import FoundTime

_EVIDENCE: tuple[Callable[[Clues], Iterator[Constraint]], ...] = (
    c.dateline,
    c.weekday_with_day,
    c.full_date_of_the_news,
    c.years_told,
    c.holiday_of_the_news,
    near_election,
    c.told_as_past,
    c.recent_day,
    c.scheduled_day,
    c.recent_weekday,
)
_LONGEST = 92
_PLANNED_AHEAD = 2
"""How many years ahead a dated plan of the news lies at the most, as a rule."""


def infer_published(reading: Reading, found: Sequence[FoundTime]) -> Published:
    """The interval in which the report came out, with a reason for each piece of evidence.

    `basis` is "inferred", or "unknown" with `edtf` None where the text leaves the year or the time of the year open.
    """
    clues = gather(reading, found)
    evidence = [constraint for find in _EVIDENCE for constraint in find(clues)]
    days, reasons = _intersect(evidence)
    if not any(e.selects for e in evidence):
        return _unknown((*reasons, "nothing in the text decides the year"))
    if (latest := c.latest_year(clues)) is not None:
        told = f"the latest year told of is {latest}"
        days, reasons = _one_year(days, reasons, range(latest, latest + 2), told)
    if (planned := c.planned_year(clues)) is not None:
        told = f"{planned} is the next year planned for, and plans reach {_PLANNED_AHEAD} years ahead"
        days, reasons = _one_year(days, reasons, range(planned - _PLANNED_AHEAD, planned + 1), told)
    left = days_in(days)
    years = years_in(days)
    if len(years) != 1 and not (left and (left[-1] - left[0]).days <= NEW_YEAR):
        listed = ", ".join(str(y) for y in years[-8:])
        return _unknown((*reasons, f"the text does not decide between the years {listed}"))
    if (left[-1] - left[0]).days > _LONGEST:
        return _unknown((*reasons, f"the text does not say when in {years[0]}"))
    return Published(edtf=Edtf.between(left[0], left[-1]), basis="inferred", reasons=reasons)


NEW_YEAR = 14
"""A span of so many days may cross the turn of a year."""


def _intersect(evidence: Sequence[Constraint]) -> tuple[Mask, tuple[str, ...]]:
    """The days that all evidence allows, hard evidence first; what contradicts the rest is left out and said so."""
    days = np.ones(SIZE, dtype=np.bool_)
    reasons: list[str] = []
    for one in sorted(evidence, key=lambda e: not e.hard):
        both = days & one.days
        if both.any():
            days = both
            reasons.append(one.reason)
        else:
            reasons.append(f"left out, as it contradicts the rest: {one.reason}")
    return days, tuple(reasons)


def _one_year(days: Mask, reasons: tuple[str, ...], likely: range, told: str) -> tuple[Mask, tuple[str, ...]]:
    """Where several years are left, the one among them that the years told of make likely."""
    years = years_in(days)
    near = [y for y in years if y in likely]
    if len(years) < 2 or len(near) != 1:
        return days, reasons
    kept = days & windows([(dt.date(near[0], 1, 1), dt.date(near[0], 12, 31))])
    listed = ", ".join(str(y) for y in years[:6])
    return kept, (*reasons, f"{told}, so of {listed} it is {near[0]}")


def _unknown(reasons: tuple[str, ...]) -> Published:
    return Published(edtf=None, basis="unknown", reasons=reasons)
