"""Figures from sums, and how far they may be off by the choice of texts."""

from __future__ import annotations

import random

import numpy as np
import pytest

from diurna_corpus.bootstrap import DRAWS, intervals, replicas
from diurna_corpus.figures import Sums, accuracy, f1, macro_f1, share

STATUSES = Sums({("status", "happened", "happened"): 6, ("status", "happened", "planned"): 2,
                 ("status", "planned", "planned"): 1, ("status", "denied", "happened"): 1})  # fmt: skip


def test_a_share_of_nothing_is_nothing() -> None:
    assert share(3, 4) == 0.75
    assert share(np.array([1, 0]), np.array([2, 0])).tolist() == [0.5, 0]
    assert f1(2, found=3, gold=5) == pytest.approx(4 / 8)


def test_accuracy_and_macro_f1_of_labels() -> None:
    assert accuracy(STATUSES, "status") == pytest.approx(7 / 10)
    # happened: 6 right of 8 gold and 7 found; planned: 1 of 1 and 3; denied: none
    assert macro_f1(STATUSES, "status") == pytest.approx((12 / 15 + 2 / 4 + 0) / 3)


def test_a_label_that_is_gold_nowhere_is_no_kind() -> None:
    assert macro_f1(Sums({("status", "planned", "planned"): 1, ("status", "planned", "none"): 1}), "status") == (
        pytest.approx(2 / 3)
    )


def test_draws_are_those_of_whole_texts() -> None:
    counts = [{"right": k, "all": 10} for k in (1, 4, 7, 9)]
    values = replicas(counts, lambda sums: {"share": share(sums["right"], sums["all"])})["share"]
    rng = random.Random(1)
    drawn = [sum(text["right"] for text in rng.choices(counts, k=4)) / 40 for _ in range(DRAWS)]
    assert values[0] == pytest.approx(21 / 40)
    assert values[1:] == pytest.approx(drawn)


def test_texts_that_are_alike_leave_no_doubt() -> None:
    counts = [{"right": 1, "all": 4}] * 5
    assert intervals(counts, lambda sums: {"share": share(sums["right"], sums["all"])})["share"] == (0.25, 0.25, 0.25)
    assert intervals([], lambda sums: {"share": share(sums["right"], sums["all"])})["share"] == (0, 0, 0)
