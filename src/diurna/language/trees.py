"""From arc scores to one tree per sentence.

The best head of every word is a tree for most sentences, found for a whole window at once. Where it is not (a cycle,
no root or several), the maximum spanning tree with one root is found after Chu and Liu (1965) and Edmonds (1967).
Arcs and relations are scored apart (Dozat and Manning 2017); between heads that score alike the relations decide.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from diurna.language.reading import IntArray

Scores = npt.NDArray[np.float32]
LOW = np.float32(-1e9)
ALIKE = np.float32(2)
"""Heads score alike that are no more than this (in nats) behind the best head of the word."""

Likelihoods = Callable[[npt.NDArray[np.int64], npt.NDArray[np.int64]], Scores]
"""The log-probabilities (n,) of the best relations between n words and n heads of theirs."""


def decode_heads(arcs: Scores, starts: IntArray, likelihoods: Likelihoods | None = None) -> IntArray:
    """The head of every word of a window, -1 for roots; exactly one root and no cycle in every sentence.

    `arcs` (W, W + 1) scores words as heads of each word, the root in the last column; `starts` are the indexes of the
    first words of the sentences.
    """
    size = arcs.shape[0]
    lengths = np.diff(np.append(starts, size))
    number = np.repeat(np.arange(len(starts)), lengths)
    inside = np.where(number[:, None] == number[None, :], arcs[:, :size], LOW)
    np.fill_diagonal(inside, LOW)
    if likelihoods is not None:
        _weigh_relations(inside, likelihoods)
    root_scores = np.where(lengths[number] == 1, np.float32(0), arcs[:, size])
    # The best root of each sentence: the word that gains most by being root instead of a dependent.
    best_inside = inside.max(axis=1)
    gain = root_scores - best_inside
    roots = _best_of_each(gain, starts, number)
    heads: IntArray = inside.argmax(axis=1).astype(np.int32)
    heads[roots] = -1
    for k in np.unique(number[in_cycles(heads)]).tolist():
        low, high = int(starts[k]), int(starts[k] + lengths[k])
        block = np.concatenate((root_scores[low:high, None], inside[low:high, low:high]), axis=1)
        tree = spanning_tree(block)
        heads[low:high] = np.where(tree > 0, tree - 1 + low, -1)
    return heads


def _weigh_relations(inside: Scores, likelihoods: Likelihoods) -> None:
    """Set heads (W, W) that score alike apart by how likely their relations are.

    What a head loses is how much less likely its relation is than the likeliest of those that it is weighed against.
    """
    alike = inside >= np.maximum(inside.max(axis=1, keepdims=True) - ALIKE, LOW / 2)
    alike &= (np.count_nonzero(alike, axis=1) > 1)[:, None]
    words, heads = np.nonzero(alike)
    if not len(words):
        return
    likely = likelihoods(words, heads)
    first = np.flatnonzero(np.diff(words, prepend=-1))
    best = np.maximum.reduceat(likely, first)
    inside[words, heads] += likely - np.repeat(best, np.diff(np.append(first, len(words))))


def _best_of_each(values: Scores, starts: IntArray, number: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The index of the (first) largest value of each stretch."""
    best = np.maximum.reduceat(values, starts)
    at = np.flatnonzero(values == best[number])
    _, first = np.unique(number[at], return_index=True)
    return at[first]


def in_cycles(heads: IntArray) -> npt.NDArray[np.int64]:
    """Words from which no root is reached (pointer doubling)."""
    size = len(heads)
    up = np.where(heads < 0, size, heads)
    up = np.append(up, size)
    for _ in range(max(size, 2).bit_length()):
        up = up[up]
    return np.flatnonzero(up[:size] != size)


def spanning_tree(scores: Scores) -> IntArray:
    """The best tree over n words with exactly one root: heads (n,), 0 for the root and k + 1 for word k.

    `scores` (n, n + 1) holds the root in the first column. All roots are tried by best first; the first whose score
    no other root can beat is taken.
    """
    size = scores.shape[0]
    full = np.full((size + 1, size + 1), LOW, dtype=np.float64)
    full[1:, :] = scores
    best_heads: npt.NDArray[np.int64] | None = None
    best_total = -np.inf
    gain = scores[:, 0] - scores[:, 1:].max(axis=1) if size > 1 else scores[:, 0]
    limit = float(scores[:, 1:].max(axis=1).sum()) if size > 1 else 0.0
    for root in np.argsort(-gain, kind="stable").tolist():
        if limit + float(gain[root]) <= best_total:
            break
        forced = full.copy()
        forced[1:, 0] = LOW * 1000
        forced[root + 1, :] = LOW * 1000
        forced[root + 1, 0] = full[root + 1, 0]
        heads = _edmonds(forced)
        total = float(forced[np.arange(1, size + 1), heads[1:]].sum())
        if total > best_total:
            best_total, best_heads = total, heads
    assert best_heads is not None
    return best_heads[1:].astype(np.int32)


def _edmonds(scores: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """Maximum spanning arborescence: `scores[d, h]` for dependent d and head h, node 0 the root; heads come back."""
    size = scores.shape[0]
    scores = scores.copy()
    np.fill_diagonal(scores, -np.inf)
    heads: npt.NDArray[np.int64] = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _one_cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(size, dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    # Arcs into the cycle cost what they replace; arcs out of it leave from its best member.
    into = scores[cycle][:, outside] - scores[cycle, heads[cycle]][:, None]
    out = scores[outside][:, cycle]
    enter, leave = into.argmax(axis=0), out.argmax(axis=1)
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    small[-1, :-1] = into.max(axis=0)
    small[:-1, -1] = out.max(axis=1)
    solved = _edmonds(small)
    result = heads.copy()
    for k, node in enumerate(outside.tolist()):
        head = int(solved[k])
        result[node] = cycle[leave[k]] if head == len(outside) else outside[head]
    entry = int(solved[-1])
    broken = cycle[enter[entry]]
    result[broken] = outside[entry]
    result[0] = 0
    return result


def _one_cycle(heads: npt.NDArray[np.int64]) -> npt.NDArray[np.int64] | None:
    """The nodes of one cycle that does not hold node 0, or none."""
    state = np.zeros(len(heads), dtype=np.int64)
    for start in range(1, len(heads)):
        path, node = [], start
        while node and not state[node]:
            state[node] = start
            path.append(node)
            node = int(heads[node])
        if node and state[node] == start:
            return np.asarray(path[path.index(node) :])
    return None
