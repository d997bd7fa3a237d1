import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diurna.language.trees import decode_heads, spanning_tree


def is_tree(heads: list[int]) -> bool:
    """One root (0) and every word reaches it; heads are 1-based."""
    if heads.count(0) != 1:
        return False
    for node in range(1, len(heads) + 1):
        seen, at = set(), node
        while at:
            if at in seen:
                return False
            seen.add(at)
            at = heads[at - 1]
    return True


def best_by_trying(scores: np.ndarray) -> float:
    size = scores.shape[0]
    return max(
        sum(float(scores[k, h]) for k, h in enumerate(heads))
        for heads in itertools.product(range(size + 1), repeat=size)
        if is_tree(list(heads))
    )


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5])
def test_spanning_tree_is_the_best(size: int) -> None:
    random = np.random.default_rng(size)
    for _ in range(30):
        scores = random.normal(size=(size, size + 1)).astype(np.float32)
        heads = spanning_tree(scores)
        assert is_tree(heads.tolist())
        found = sum(float(scores[k, h]) for k, h in enumerate(heads))
        assert found == pytest.approx(best_by_trying(scores), abs=1e-4)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.lists(st.integers(1, 12), min_size=1, max_size=6))
def test_every_sentence_gets_one_tree(seed: int, lengths: list[int]) -> None:
    starts = np.cumsum([0, *lengths[:-1]]).astype(np.int32)
    size = sum(lengths)
    arcs = np.random.default_rng(seed).normal(scale=3, size=(size, size + 1)).astype(np.float32)
    heads = decode_heads(arcs, starts)
    for start, length in zip(starts.tolist(), lengths, strict=True):
        own = [0 if h < 0 else h - start + 1 for h in heads[start : start + length].tolist()]
        assert all(0 <= h <= length for h in own)
        assert is_tree(own)


def test_clear_scores_are_followed() -> None:
    arcs = np.full((5, 6), -5, dtype=np.float32)
    for child, head in [(0, 1), (1, 5), (2, 1), (3, 4), (4, 5)]:
        arcs[child, head] = 5
    assert decode_heads(arcs, np.array([0, 3], dtype=np.int32)).tolist() == [1, -1, 1, 4, -1]


def test_relations_decide_between_heads_that_score_alike() -> None:
    arcs = np.array([[-9, -9, -5, 9], [3, -9, 4, -9], [5, 1, -9, -9]], np.float32)
    starts = np.array([0], np.int32)
    assert decode_heads(arcs, starts).tolist() == [-1, 2, 0]
    asked: list[tuple[int, int]] = []

    def likelihoods(words: np.ndarray, heads: np.ndarray) -> np.ndarray:
        asked.extend(zip(words.tolist(), heads.tolist(), strict=True))
        return np.where(heads == 0, -0.1, -2).astype(np.float32)

    assert decode_heads(arcs, starts, likelihoods).tolist() == [-1, 0, 0]
    assert asked == [(1, 0), (1, 2)]


@given(st.integers(0, 10_000), st.lists(st.integers(1, 6), min_size=1, max_size=4))
def test_relations_that_are_all_as_likely_change_nothing(seed: int, lengths: list[int]) -> None:
    size = sum(lengths)
    arcs = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32)
    starts = np.cumsum([0, *lengths[:-1]]).astype(np.int32)
    weighed = decode_heads(arcs, starts, lambda words, _: np.full(len(words), -0.5, np.float32))
    assert (weighed == decode_heads(arcs, starts)).all()
