"""Stretches of words out of scores that are made by hand."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from diurna.language.stretches import Stretch, runs, stretches

NEAR = np.array([0.2, 0.2, np.inf])


def found(shares: list[tuple[float, float, float]], gap: int = 0) -> list[Stretch]:
    given = np.array(shares)
    return stretches(given.argmax(axis=1), given, NEAR, gap)


def test_a_stretch_goes_on_over_words_that_fit_well_enough() -> None:
    words = [(0.7, 0.3, 0), (0.8, 0.2, 0), (0.2, 0.8, 0), (0.9, 0.1, 0), (0.7, 0.3, 0)]
    assert found(words) == [Stretch(0, 3, 1, 0.4333)]


def test_no_stretch_begins_with_words_that_only_fit_well_enough() -> None:
    assert found([(0.6, 0.4, 0), (0.6, 0.4, 0)]) == []


def test_a_kind_without_a_threshold_does_not_grow() -> None:
    assert found([(0.6, 0, 0.4), (0.1, 0, 0.9)]) == [Stretch(1, 2, 2, 0.9)]


def test_a_word_between_two_stretches_goes_where_it_fits_better() -> None:
    near, shares = np.array([0.2, 0.2, 0.2]), np.array([(0.1, 0.9, 0), (0.5, 0.2, 0.3), (0.1, 0, 0.9)])
    both = stretches(shares.argmax(axis=1), shares, near)
    assert [(one.start, one.end, one.kind) for one in both] == [(0, 1, 1), (1, 3, 2)]


def test_gaps_are_closed_within_one_kind_only() -> None:
    one, none, other = (0.1, 0.9, 0), (1.0, 0, 0), (0.1, 0, 0.9)
    assert [s[:2] for s in found([one, none, one, none, other], gap=1)] == [(0, 3), (4, 5)]


def test_runs_end_with_what_is_outside_and_where_another_begins() -> None:
    inside, begins = np.array([1, 1, 1, 0, 1], bool), np.array([1, 0, 1, 0, 1], bool)
    scores = np.array([0.8, 0.6, 0.9, 0.3, 0.5])
    apart = [Stretch(0, 2, 1, 0.7), Stretch(2, 3, 2, 0.9), Stretch(4, 5, 3, 0.5)]
    assert runs(inside, begins, scores) == apart
    assert [(one.start, one.end) for one in runs(inside, begins, scores, near=0.3)] == [(0, 2), (2, 4), (4, 5)]


@given(st.lists(st.tuples(*[st.floats(0, 1)] * 3), min_size=1, max_size=30), st.integers(0, 3))
def test_stretches_are_in_order_and_hold_all_words_of_a_kind(
    shares: list[tuple[float, float, float]], gap: int
) -> None:
    all_of_them = found(shares, gap)
    assert all(a.start < a.end <= b.start for a, b in pairwise(all_of_them))
    kinds = np.array(shares).argmax(axis=1).tolist()
    of_words = {word: one.kind for one in all_of_them for word in range(one.start, one.end)}
    assert all(of_words[word] == kind for word, kind in enumerate(kinds) if kind)
