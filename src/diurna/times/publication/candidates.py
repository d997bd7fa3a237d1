"""The days on which a report may have come out, and evidence about them: how well each day agrees with the text.

Everything is an array over the days from `FIRST` to `LAST`. A `Mask` says which days a reading of the text allows; an
`Evidence` says by log-likelihood how much better the text fits one day than another, so that evidence adds up.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FIRST, LAST = dt.date(1980, 1, 1), dt.date(2035, 12, 31)
YEARS = range(FIRST.year, LAST.year + 1)
SIZE = (LAST - FIRST).days + 1

Mask = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
Years = npt.NDArray[np.int64]

_DAYS = [FIRST + dt.timedelta(days=n) for n in range(SIZE)]
YEAR_OF: Years = np.array([day.year for day in _DAYS])
MONTH_OF: Years = np.array([day.month for day in _DAYS])


@dataclass(frozen=True, slots=True)
class Evidence:
    """How well each day fits one thing that the text says, and the sentence that explains it.

    `fit` is a log-likelihood of shape (SIZE,), 0 on the days that fit best.
    """

    fit: Floats
    reason: str

    def agrees(self, days: slice) -> bool:
        """Whether some day among these fits about as well as any other day would."""
        return bool(self.fit[days].max() > _POOR)

    @property
    def excluded(self) -> float:
        """The share of all days that fit much worse than the best ones."""
        return float((self.fit < _POOR).mean())


_POOR = -2.0
"""A log-likelihood from which on a day fits poorly."""


def weighed(weights: Floats | Mask, slip: float, reason: str) -> Evidence:
    """Evidence from weights of days on any scale.

    `slip` is how often such evidence misleads, and any day is as likely as another; without any weight it says nothing.
    """
    likelihood = (1 - slip) * weights / max(float(weights.sum()), 1e-9) + slip / SIZE
    return Evidence(np.log(likelihood / likelihood.max()), reason)


def index(day: dt.date) -> int:
    """The position of a day in an array, cut to the ends of the range."""
    return min(max((day - FIRST).days, 0), SIZE - 1)


def day_at(position: int) -> dt.date:
    """The day at a position in an array."""
    return FIRST + dt.timedelta(days=position)


def windows(spans: Iterable[tuple[dt.date, dt.date]]) -> Mask:
    """The days in any of the closed spans."""
    mask = np.zeros(SIZE, dtype=np.bool_)
    for start, end in spans:
        if end >= FIRST and start <= LAST:
            mask[index(start) : index(end) + 1] = True
    return mask


def around(days: Iterable[dt.date], before: int, after: int) -> Mask:
    """The days from so many before to so many after any of the days."""
    return windows((d - dt.timedelta(days=before), d + dt.timedelta(days=after)) for d in days)


def stepped(*steps: tuple[int, int, float]) -> Mapping[int, float]:
    """Lags from steps of (first, behind the last, weight of each)."""
    return {lag: weight for first, end, weight in steps for lag in range(first, end)}


def lagging(days: Iterable[dt.date], lags: Mapping[int, float]) -> Floats:
    """Weights by how many days after one of the days a day is; where several are near, the best one counts."""
    weights = np.zeros(SIZE)
    starts = np.array([(day - FIRST).days for day in days], dtype=np.int64)
    for lag, weight in lags.items():
        at = starts + lag
        at = at[(at >= 0) & (at < SIZE)]
        weights[at] = np.maximum(weights[at], weight)
    return weights


def after_weekday(weekday: int, lags: tuple[float, ...]) -> Floats:
    """Weights of all days by how many days (0 to 6) they are after the last such weekday (Monday is 0)."""
    return np.asarray(np.array(lags)[(np.arange(SIZE) + FIRST.weekday() - weekday) % 7])


def moved(weights: Floats, lags: Mapping[int, float]) -> Floats:
    """The weights of days, each handed on to the days that many days later, as the lags say."""
    return np.asarray(np.max([share * np.roll(weights, lag) for lag, share in lags.items()], axis=0))
