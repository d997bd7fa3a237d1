"""The measures of coreference, on examples of the papers that define or compare them."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diurna_training.coreference.measures import Sums, best_pairs, sums


def chains(*words: str) -> list[set[str]]:
    """Chains of mentions of one letter."""
    return [set(word) for word in words]


def test_example_of_pradhan_2014() -> None:
    figures = sums(chains("ab", "cd", "fghi"), chains("abc", "defg")).figures()
    recall, precision = 35 / 84, 4 / 8
    assert figures["MUC"] == pytest.approx(40)
    assert figures["B3"] == pytest.approx(200 * recall * precision / (recall + precision))
    recall, precision = 1.3 / 2, 1.3 / 3
    assert figures["CEAFe"] == pytest.approx(200 * recall * precision / (recall + precision))
    assert figures["CoNLL"] == pytest.approx((figures["MUC"] + figures["B3"] + figures["CEAFe"]) / 3)


@pytest.mark.parametrize(
    ("found", "muc", "b3", "ceaf"),
    [
        (("12345", "6789ABC"), 94.7, 86.5, 73.3),
        (("1234589ABC", "67"), 94.7, 73.7, 66.7),
        (("123456789ABC",), 90.0, 54.5, 29.4),
    ],
)
def test_examples_of_luo_2005(found: tuple[str, ...], muc: float, b3: float, ceaf: float) -> None:
    figures = sums(chains(*found), chains("12345", "67", "89ABC")).figures()
    assert [round(figures[name], 1) for name in ("MUC", "B3", "CEAFe")] == [muc, b3, ceaf]


def test_texts_add_up_and_nothing_is_no_error() -> None:
    one, other = sums(chains("ab"), chains("ab")), sums([], chains("cd"))
    assert (one + Sums()).figures() == one.figures()
    assert one.figures()["CoNLL"] == pytest.approx(100)
    assert other.figures()["CoNLL"] == 0
    assert (one + other).figures()["MUC"] == pytest.approx(200 / 3)


@given(st.integers(0, 5), st.integers(0, 5), st.integers(0, 2**32 - 1))
def test_best_pairs_against_all_permutations(rows: int, columns: int, seed: int) -> None:
    worth = np.random.default_rng(seed).integers(0, 6, (rows, columns)).astype(float)
    pairs = best_pairs(worth)
    assert len(pairs) == len({r for r, _ in pairs}) == len({c for _, c in pairs}) == min(rows, columns)
    wide = worth if rows <= columns else worth.T
    best = max(
        sum(wide[row, column] for row, column in enumerate(order))
        for order in permutations(range(wide.shape[1]), wide.shape[0])
    )
    assert sum(worth[pair] for pair in pairs) == best
