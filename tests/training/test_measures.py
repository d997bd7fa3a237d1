"""The measures of coreference, on examples of the papers that define or compare them."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diurna_corpus.figures import Sums
from diurna_training.coreference.measures import Key, best_pairs, figures, sums


def chains(*words: str) -> list[set[str]]:
    """Chains of mentions of one letter."""
    return [set(word) for word in words]


def percent(*texts: dict[Key, float]) -> dict[str, float]:
    """The figures of some texts together."""
    total = {key: sum(text[key] for text in texts) for key in texts[0]}
    return {name: 100 * float(value) for name, value in figures(Sums(total)).items()}


def test_example_of_pradhan_2014() -> None:
    found = percent(sums(chains("ab", "cd", "fghi"), chains("abc", "defg")))
    recall, precision = 35 / 84, 4 / 8
    assert found["MUC"] == pytest.approx(40)
    assert found["B3"] == pytest.approx(200 * recall * precision / (recall + precision))
    recall, precision = 1.3 / 2, 1.3 / 3
    assert found["CEAFe"] == pytest.approx(200 * recall * precision / (recall + precision))
    assert found["CoNLL"] == pytest.approx((found["MUC"] + found["B3"] + found["CEAFe"]) / 3)


@pytest.mark.parametrize(
    ("found", "muc", "b3", "ceaf"),
    [
        (("12345", "6789ABC"), 94.7, 86.5, 73.3),
        (("1234589ABC", "67"), 94.7, 73.7, 66.7),
        (("123456789ABC",), 90.0, 54.5, 29.4),
    ],
)
def test_examples_of_luo_2005(found: tuple[str, ...], muc: float, b3: float, ceaf: float) -> None:
    shown = percent(sums(chains(*found), chains("12345", "67", "89ABC")))
    assert [round(shown[name], 1) for name in ("MUC", "B3", "CEAFe")] == [muc, b3, ceaf]


def test_texts_add_up_and_nothing_is_no_error() -> None:
    one, other = sums(chains("ab"), chains("ab")), sums([], chains("cd"))
    assert percent(one)["CoNLL"] == pytest.approx(100)
    assert percent(other)["CoNLL"] == 0
    assert percent(one, other)["MUC"] == pytest.approx(200 / 3)


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
