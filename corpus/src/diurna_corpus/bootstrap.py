"""Percentile bootstrap over texts: how far a figure may be off by the choice of texts."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Protocol, Self, TypeVar

DRAWS = 1000


class Counts(Protocol):
    """Sums of one text that can be added to those of others."""

    def __add__(self, other: Self) -> Self: ...

    def figures(self) -> dict[str, float]:
        """The measures that follow from the sums."""
        ...


C = TypeVar("C", bound=Counts)


def intervals(counts: Sequence[C], none: C) -> dict[str, tuple[float, float, float]]:
    """Each figure of all texts together with its 95 % interval; `none` are the sums of no text."""
    total = sum(counts, none).figures()
    rng = random.Random(1)
    draws = [sum(rng.choices(counts, k=len(counts)), none).figures() for _ in range(DRAWS)]
    low, high = int(0.025 * DRAWS), int(0.975 * DRAWS) - 1
    ordered = {name: sorted(draw[name] for draw in draws) for name in total}
    return {name: (value, ordered[name][low], ordered[name][high]) for name, value in total.items()}
