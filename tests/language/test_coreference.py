"""Chains out of word scores, and the spans of the mentions that words head."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diurna.language.coreference import (
    CELLS,
    KINDS,
    Mentions,
    antecedents,
    chains,
    first_mentions,
    head_of,
    pair_cells,
    read_chains,
    span_of,
)
from diurna.language.reading import Reading

TREE = """\
1	The	the	DET	DT	_	3	det	_	_
2	old	old	ADJ	JJ	_	3	amod	_	_
3	envoy	envoy	NOUN	NN	_	8	nsubj	_	_
4	,	,	PUNCT	,	_	5	punct	_	_
5	Liv	Liv	PROPN	NNP	_	3	appos	_	_
6	Aas	Aas	PROPN	NNP	_	5	flat	_	_
7	,	,	PUNCT	,	_	3	punct	_	_
8	met	meet	VERB	VBD	_	0	root	_	_
9	with	with	ADP	IN	_	10	case	_	_
10	rebels	rebel	NOUN	NNS	_	8	obl	_	_
11	and	and	CCONJ	CC	_	12	cc	_	_
12	aides	aide	NOUN	NNS	_	10	conj	_	_
13	of	of	ADP	IN	_	15	case	_	_
14	the	the	DET	DT	_	15	det	_	_
15	king	king	NOUN	NN	_	12	nmod	_	_
16	's	's	PART	POS	_	15	case	_	_
17	.	.	PUNCT	.	_	8	punct	_	_
"""
READING = Reading.from_conllu(TREE)
WORDS = ("She", "Aas", "the", "Bergen", "envoy", "it", "Liv", "talks")


@st.composite
def texts(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, tuple[str, ...]]:
    """Scores of mentions, vectors, a table and the words of a text."""
    forms = tuple(draw(st.lists(st.sampled_from(WORDS), min_size=0, max_size=40)))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    size = len(forms)
    arrays = [rng.normal(size=shape).astype(np.float32) for shape in ((size, len(KINDS)), (size, 5), (size, 5), CELLS)]
    return (*arrays, forms)


@given(texts())
def test_antecedents_are_earlier_mentions_that_score_above_none(text) -> None:
    scores, at, to, table, forms = text
    mentions = Mentions.of(scores)
    cells = pair_cells(mentions, forms)
    links = antecedents(at[mentions.at], to[mentions.at], table, cells)
    for k, link in enumerate(links.tolist()):
        pairs = [float(at[mentions.at[k]] @ to[mentions.at[j]] + table[cells[k, j]]) for j in range(k)]
        assert -1 <= link < k
        assert link == -1 or pairs[link] == pytest.approx(max(pairs), abs=1e-5)
        assert (link == -1) == (max(pairs, default=-1) <= 0) or abs(max(pairs)) < 1e-5


@given(texts())
def test_chains_are_apart_and_follow_the_antecedents(text) -> None:
    scores, at, to, table, forms = text
    mentions = Mentions.of(scores)
    links = antecedents(at[mentions.at], to[mentions.at], table, pair_cells(mentions, forms))
    found = read_chains(scores, at, to, table, forms)
    words = [word for chain in found for word in chain]
    assert len(words) == len(set(words))
    assert {*words} <= {*mentions.at.tolist()}
    assert all(list(chain) == sorted(chain) and len(chain) > 1 for chain in found)
    linked = {frozenset((int(mentions.at[k]), int(mentions.at[j]))) for k, j in enumerate(links) if j >= 0}
    assert all(any(pair <= {*chain} for chain in found) for pair in linked)
    assert sum(len(chain) - 1 for chain in found) == len(linked)


@given(texts(), st.integers(0, 40))
def test_what_comes_later_changes_no_antecedent(text, cut: int) -> None:
    scores, at, to, table, forms = text
    firsts = []
    for size in (len(forms), min(cut, len(forms))):
        mentions = Mentions.of(scores[:size])
        cells = pair_cells(mentions, forms)
        firsts.append(antecedents(at[mentions.at], to[mentions.at], table, cells).tolist())
    assert firsts[0][: len(firsts[1])] == firsts[1]


@given(st.lists(st.integers(-1, 30), max_size=30))
def test_first_mentions_are_the_ends_of_the_links(numbers: list[int]) -> None:
    links = np.array([min(link, k - 1) for k, link in enumerate(numbers)], np.int64)
    for k, first in enumerate(first_mentions(links).tolist()):
        while links[k] >= 0:
            k = int(links[k])  # noqa: PLW2901
        assert first == k


def test_table_tells_kinds_distances_and_likeness_apart() -> None:
    forms = ("Liv", "Aas", "left", ".", "Aas", "and", "his", "envoy", "said", "he", "left")
    kinds = np.array([KINDS.index(k) for k in ("name", "name", "pronoun", "nominal", "pronoun")])
    mentions = Mentions(np.array([0, 4, 6, 7, 9]), kinds)
    cells = pair_cells(mentions, forms)
    likeness = np.where(cells >= 0, cells % 3, -1)
    assert likeness.tolist() == [
        [-1, -1, -1, -1, -1],
        [1, -1, -1, -1, -1],  # Aas and Liv Aas share a word
        [0, 0, -1, -1, -1],
        [0, 0, 0, -1, -1],
        [0, 0, 2, 0, -1],  # he and his are one paradigm
    ]
    assert cells.max() < CELLS
    assert len({int(c) for c in cells.ravel()} - {-1}) == 9  # two pairs share a cell: pronoun to name, near and unlike


def test_a_table_alone_can_link_the_nearest() -> None:
    kinds = np.ones(3, np.int64)
    mentions = Mentions(np.array([0, 20, 22]), kinds)
    cells = pair_cells(mentions, ("it",) * 23)
    table = np.full(CELLS, -1, np.float32)
    table[cells[2, 1]] = 1
    zero = np.zeros((3, 2), np.float32)
    links = antecedents(zero, zero, table, cells)
    assert links.tolist() == [-1, -1, 1]
    assert chains(mentions, links) == [(20, 22)]


@pytest.mark.parametrize(
    ("span", "head"),
    [
        ((0, 6), 2),  # the old envoy, Liv Aas
        ((4, 6), 4),  # Liv Aas
        ((9, 16), 10),  # rebels and aides of the king's: the conjunction
        ((9, 10), 9),  # rebels, without the preposition and without aides
        ((11, 16), 11),
        ((13, 16), 14),  # the king's, with its marker
        ((7, 8), 7),  # an event is named by its verb alone
    ],
)
def test_heads_and_spans_belong_together(span: tuple[int, int], head: int) -> None:
    assert head_of(READING, *span) == head
    assert span_of(READING, head) == span
