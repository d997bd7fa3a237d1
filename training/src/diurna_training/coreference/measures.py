"""MUC, B-cubed and CEAF-e over chains of mentions, and their mean, the CoNLL score (Pradhan et al. 2014)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Sequence

import numpy as np
import numpy.typing as npt

from diurna_corpus.figures import Figures, Sums, share

Chain = Collection[Hashable]
Chains = Sequence[Chain]
MEASURES = ("MUC", "B3", "CEAFe")
Key = tuple[str, str, str]
"""One of `MEASURES`, precision or recall, numerator or denominator."""
_PARTS = ("part", "whole")


def sums(found: Chains, gold: Chains) -> dict[Key, float]:
    """The sums of one text; those of more texts add up. Chains of one set do not share mentions."""
    both = _overlaps(found, gold)
    sizes = np.array([len(c) for c in found], float), np.array([len(c) for c in gold], float)
    ceaf = _ceaf(both, *sizes)
    shares = {
        ("MUC", "precision"): _muc(both, sizes[0]),
        ("MUC", "recall"): _muc(both.T, sizes[1]),
        ("B3", "precision"): _b_cubed(both, sizes[0]),
        ("B3", "recall"): _b_cubed(both.T, sizes[1]),
        ("CEAFe", "precision"): (ceaf, len(found)),
        ("CEAFe", "recall"): (ceaf, len(gold)),
    }
    return {(*key, name): value for key, pair in shares.items() for name, value in zip(_PARTS, pair, strict=True)}


def figures(counts: Sums) -> Figures:
    """F1 of every measure and `CoNLL`, their mean, from 0 to 1."""
    found = {}
    for name in MEASURES:
        precision, recall = (share(*(counts[name, way, part] for part in _PARTS)) for way in ("precision", "recall"))
        found[name] = share(2 * precision * recall, precision + recall)
    return {**found, "CoNLL": sum(found.values(), np.zeros(())) / len(MEASURES)}


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
