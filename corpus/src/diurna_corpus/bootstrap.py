"""Percentile bootstrap over texts: how far a figure may be off by the choice of texts."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np

from diurna_corpus.figures import Figures, Formula, Sums, Values

DRAWS = 1000
Counts = Mapping[Any, float]
"""What was counted in one text, by name."""
Interval = tuple[float, float, float]
"""A figure with the ends of its 95 % interval."""


def intervals(counts: Sequence[Counts], formula: Formula) -> dict[str, Interval]:
    """Each figure of all texts together with its interval."""
    return {name: interval(values) for name, values in replicas(counts, formula).items()}


def replicas(counts: Sequence[Counts], formula: Formula) -> Figures:
    """The figures of all texts together, and behind them those of `DRAWS` draws of as many texts: (1 + DRAWS,).

    The draws depend on the number of texts alone, so that figures of two systems on the same texts can be compared.
    """
    names = list(dict.fromkeys(name for text in counts for name in text))
    table: Values = np.zeros((len(counts), len(names)))
    for row, text in zip(table, counts, strict=True):
        row[:] = [text.get(name, 0) for name in names]
    sums = _times_drawn(len(counts)) @ table
    figures = formula(Sums(zip(names, sums.T, strict=True)))
    return {name: np.broadcast_to(values, (1 + DRAWS,)) for name, values in figures.items()}


def interval(values: Values) -> Interval:
    """The first value with the interval that the others span."""
    ordered = np.sort(values[1:])
    return float(values[0]), float(ordered[int(0.025 * DRAWS)]), float(ordered[int(0.975 * DRAWS) - 1])


@cache
def _times_drawn(texts: int) -> Values:
    """How often each text is drawn: once in the first row, then by chance; (1 + DRAWS, texts)."""
    rng = random.Random(1)
    times: Values = np.ones((1 + DRAWS, texts))
    for row in times[1:] if texts else ():
        row[:] = np.bincount(rng.choices(range(texts), k=texts), minlength=texts)
    return times
