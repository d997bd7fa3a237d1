"""Figures that follow from sums: of one text, of all texts, or of many draws of texts at once.

Sums are numbers or arrays (draws,), and so are the figures.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.float64]
Figures = dict[str, Values]


class Sums(dict[Hashable, Any]):
    """What was counted, by name; what was never counted is 0."""

    def __missing__(self, key: Hashable) -> float:
        return 0.0


Formula = Callable[[Sums], Figures]
"""From sums to the figures that follow from them."""


def share(part: Any, whole: Any) -> Values:
    """A part of a whole, 0 where there is no whole."""
    there = np.asarray(whole, float) > 0
    found: Values = (np.where(there, part, 0.0) / np.where(there, whole, 1.0))[()]
    return found


def f1(right: Any, found: Any, gold: Any) -> Values:
    """The harmonic mean of precision and recall, from 0 to 1."""
    return share(2 * np.asarray(right, float), found + gold)


def accuracy(sums: Sums, name: str) -> Values:
    """The share of the cases counted under (name, gold label, found label) in which the labels are the same."""
    cases = _cases(sums, name)
    total = sum(cases.values())
    return share(sum(count for (gold, found), count in cases.items() if gold == found), total)


def macro_f1(sums: Sums, name: str) -> Values:
    """The mean F1 of the labels that are gold at all, over the cases counted under (name, gold label, found label)."""
    cases = _cases(sums, name)
    total, kinds = np.zeros(()), np.zeros(())
    for label in {gold for gold, _ in cases}:
        gold = sum(count for (one, _), count in cases.items() if one == label)
        found = sum(count for (_, other), count in cases.items() if other == label)
        there = np.asarray(gold) > 0
        total = total + np.where(there, f1(cases.get((label, label), 0), found, gold), 0.0)
        kinds = kinds + there
    return share(total, kinds)


def _cases(sums: Sums, name: str) -> dict[tuple[str, str], Any]:
    return {key[1:]: count for key, count in sums.items() if isinstance(key, tuple) and key[0] == name}
