"""MUC, B-cubed and CEAF-e over chains of mentions, and their mean, the CoNLL score (Pradhan et al. 2014)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Chain = Collection[Hashable]
Chains = Sequence[Chain]
MEASURES = ("MUC", "B3", "CEAFe")


@dataclass(frozen=True)
class Sums:
    """Numerators and denominators (measures, precision and recall, 2) of some texts; those of more texts add up."""

    values: tuple[float, ...] = (0.0,) * (len(MEASURES) * 4)

    def __add__(self, other: Sums) -> Sums:
        return Sums(tuple(a + b for a, b in zip(self.values, other.values, strict=True)))

    def figures(self) -> dict[str, float]:
        """F1 of every measure and `CoNLL`, their mean, in percent."""
        shares = np.array(self.values).reshape(len(MEASURES), 2, 2)
        precision, recall = (shares[:, k, 0] / np.maximum(shares[:, k, 1], 1e-9) for k in (0, 1))
        f1 = 200 * precision * recall / np.maximum(precision + recall, 1e-9)
        return {**dict(zip(MEASURES, f1.tolist(), strict=True)), "CoNLL": float(f1.mean())}


def sums(found: Chains, gold: Chains) -> Sums:
    """The sums of one text. Chains of one set do not share mentions."""
    both = _overlaps(found, gold)
    sizes = np.array([len(c) for c in found], float), np.array([len(c) for c in gold], float)
    ceaf = _ceaf(both, *sizes)
    return Sums((*_muc(both, sizes[0]), *_muc(both.T, sizes[1]), *_b_cubed(both, sizes[0]), *_b_cubed(both.T, sizes[1]),
                 ceaf, len(found), ceaf, len(gold)))  # fmt: skip


Floats = npt.NDArray[np.float64]


def _overlaps(found: Chains, gold: Chains) -> Floats:
    """How many mentions each found chain (row) shares with each gold chain (column)."""
    number = {mention: k for k, chain in enumerate(gold) for mention in chain}
    both = np.zeros((len(found), len(gold)))
    for row, chain in enumerate(found):
        for column, count in Counter(number[m] for m in chain if m in number).items():
            both[row, column] = count
    return both


def _muc(both: Floats, sizes: Floats) -> tuple[float, float]:
    """Links of the rows that the columns keep, and all (Vilain et al. 1995): a mention in no column is a part alone."""
    parts = (both > 0).sum(axis=1) + sizes - both.sum(axis=1)
    return float((sizes - parts).sum()), float((sizes - 1).sum())


def _b_cubed(both: Floats, sizes: Floats) -> tuple[float, float]:
    """For the mentions of the rows, the shares of their chains that are in their column (Bagga and Baldwin 1998)."""
    return float((both**2 / sizes[:, None]).sum()), float(sizes.sum())


def _ceaf(both: Floats, found: Floats, gold: Floats) -> float:
    """The likeness of chains under the best pairing of them (Luo 2005, the measure phi 4)."""
    likeness = 2 * both / (found[:, None] + gold[None, :])
    return float(sum(likeness[row, column] for row, column in best_pairs(likeness)))


def best_pairs(worth: Floats) -> list[tuple[int, int]]:
    """Pairs of rows and columns, each used once, of the greatest total worth (Kuhn 1955, with shortest paths).

    As many pairs as the shorter side has.
    """
    if worth.shape[0] > worth.shape[1]:
        return sorted((row, column) for column, row in best_pairs(worth.T))
    rows, columns = worth.shape
    row_price, column_price = np.zeros(rows + 1), np.zeros(columns + 1)
    owner = np.zeros(columns + 1, int)  # 1-based row that holds a column, 0 for none; column 0 is where a path begins
    for row in range(1, rows + 1):
        owner[0], column = row, 0
        least, before = np.full(columns + 1, np.inf), np.zeros(columns + 1, int)
        done = np.zeros(columns + 1, bool)
        while owner[column]:
            done[column] = True
            at = owner[column]
            cost = np.append(np.inf, -worth[at - 1] - row_price[at] - column_price[1:])
            nearer = ~done & (cost < least)
            least[nearer], before[nearer] = cost[nearer], column
            column = int(np.where(done, np.inf, least).argmin())
            step = least[column]
            row_price[owner[done]] += step
            column_price[done] -= step
            least[~done] -= step
        while column:
            owner[column] = owner[before[column]]
            column = int(before[column])
    return sorted((int(owner[k]) - 1, k - 1) for k in range(1, columns + 1) if owner[k])
