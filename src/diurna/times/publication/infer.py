"""Infer the day of publication from the text alone.

Each piece of evidence is a log-likelihood over the days from 1980 to 2035; their sum gives every day its probability.
The answer is the shortest interval that holds the publication with a probability of 0.9, if it is no longer than half a
year, or of 0.85, if it is no longer than a month. Otherwise it is "unknown", and says between which days the text does
not decide. The clock of the machine plays no part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from diurna.language.reading import Reading
from diurna.model import Edtf, Published
from diurna.times.publication import constraints, years
from diurna.times.publication.candidates import FIRST, YEAR_OF, YEARS, Evidence, Floats, day_at
from diurna.times.publication.clues import Clues, gather
from diurna.times.publication.elections import near_election
from diurna.times.publication.existing import named_things
from diurna.times.publication.meetings import hosted_meetings
from diurna.times.publication.people import offices_held
from diurna.times.values import FoundTime

_EVIDENCE: tuple[Callable[[Clues], Iterator[Evidence]], ...] = (
    constraints.dateline,
    constraints.news_day,
    constraints.weekday_with_day,
    constraints.holiday_of_the_news,
    near_election,
    hosted_meetings,
    years.latest_year,
    years.next_year,
    years.not_before,
    years.not_after,
    years.copyright_year,
    years.anniversary,
    offices_held,
    named_things,
    constraints.told_as_past,
    constraints.latest_day,
    constraints.scheduled_day,
    constraints.months_told,
    constraints.news_weekday,
)
_ANSWERS = ((0.9, 183), (0.85, 31))
"""How probable an answer is at least and how many days it spans at the most: with less, more than one year in twenty
would be wrong, and reports are put in order by it, which a longer interval would not serve."""
_SUREST, _NO_MATTER = 0.99, 0.01
"""The highest probability that is claimed, and a difference in it that is not worth a word."""
_WRITTEN, _FADING = 2026, 0.6
"""The year in which the vocabulary was written, and how much less likely each later year is than the one before."""


def infer_published(reading: Reading, found: Sequence[FoundTime]) -> Published:
    """The interval in which the report came out with its probability, and a reason for each piece of evidence.

    `basis` is "inferred", or "unknown" with `edtf` None where the text leaves the time open.
    """
    evidence = _evidence_of(reading, found)
    chances = posterior(evidence)
    for mass, longest in _ANSWERS:
        first, last = shortest(chances, mass)
        if last - first < longest:
            return _answer(first, last, chances, evidence)
    return Published(reasons=(*(one.reason for one in evidence), _undecided(chances)))


def chances_of_years(reading: Reading, found: Sequence[FoundTime]) -> dict[int, float]:
    """How likely the report came out in each year from 1980 to 2035."""
    return _by_year(posterior(_evidence_of(reading, found)))


def _by_year(chances: Floats) -> dict[int, float]:
    return dict(zip(YEARS, np.bincount(YEAR_OF - FIRST.year, weights=chances).tolist(), strict=True))


def _evidence_of(reading: Reading, found: Sequence[FoundTime]) -> list[Evidence]:
    clues = gather(reading, found)
    return [one for find in _EVIDENCE for one in find(clues)]


def posterior(evidence: Sequence[Evidence]) -> Floats:
    """The probability of each day: shape (SIZE,), sum 1."""
    later = np.maximum(YEAR_OF - _WRITTEN, 0) * np.log(_FADING)
    fit = np.sum([later, *(one.fit for one in evidence)], axis=0)
    chances = np.exp(fit - fit.max())
    return np.asarray(chances / chances.sum())


def shortest(chances: Floats, mass: float) -> tuple[int, int]:
    """The first and the last day of the shortest interval that holds at least so much probability."""
    summed = np.concatenate([[0.0], np.cumsum(chances)])
    starts = np.flatnonzero(summed + mass <= summed[-1])
    ends = np.searchsorted(summed, summed[starts] + mass)
    best = int(np.argmin(ends - starts))
    return int(starts[best]), int(ends[best]) - 1


def _answer(first: int, last: int, chances: Floats, evidence: Sequence[Evidence]) -> Published:
    days = slice(first, last + 1)
    told = _telling(evidence, days)
    reasons = (one.reason if one.agrees(days) else f"against this: {one.reason}" for one in told)
    return Published(
        edtf=Edtf.between(day_at(first), day_at(last)),
        basis="inferred",
        reasons=tuple(dict.fromkeys(reasons)),
        probability=min(round(float(chances[days].sum()), 2), _SUREST),
    )


def _telling(evidence: Sequence[Evidence], days: slice) -> list[Evidence]:
    """The evidence without what changes nothing about the answer, given the rest; the weakest is tried first."""
    sure, kept = posterior(evidence)[days].sum(), list(evidence)
    for one in sorted(evidence, key=lambda e: e.excluded):
        rest = [other for other in kept if other is not one]
        if one.agrees(days) and abs(posterior(rest)[days].sum() - sure) < _NO_MATTER:
            kept = rest
    return kept


def _undecided(chances: Floats) -> str:
    """Why there is no answer: what the text bounds, or that it bounds nothing."""
    first, last = shortest(chances, _ANSWERS[0][0])
    if last - first > _TELLING:
        return "the text does not decide the year"
    ranked = sorted(_by_year(chances).items(), key=lambda one: -one[1])[:3]
    likely = ", ".join(f"{year} ({chance:.0%})" for year, chance in ranked if chance >= _LIKELY)
    return f"the text does not decide between {day_at(first)} and {day_at(last)}; the likeliest years: {likely}"


_TELLING, _LIKELY = 3650, 0.05
"""A bound of so many days is worth telling, and a year of such a probability."""
