"""From word scores to chains of mentions that mean the same.

Coreference is read word by word (Dobrovolskii 2021): a mention is the word that heads it, and every such word points at
one earlier one or at none. A score is the product of two vectors, which the network gives for each word by itself, plus
a learned value for the kinds of the two mentions, the distance between them and how much their words are alike. So the
windows of a text are read apart and their words compared with each other afterwards. A coordination is headed by its
conjunction (D'Oosterlinck et al. 2023), whose span therefore differs from that of its first member.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from diurna.language.reading import Reading

Floats = npt.NDArray[np.float32]
Longs = npt.NDArray[np.int64]

KINDS = ("O", "pronoun", "name", "nominal")
"""What a word is as the head of a mention; `O` heads none."""
DISTANCES = (4, 8, 16, 32, 64, 128, 256)
"""Words between two mentions at which the next class of distances begins."""
ALIKE = 3
"""How much two mentions are alike: not at all, by some word of their names, by their heads."""
CELLS = (len(KINDS) - 1) ** 2 * (len(DISTANCES) + 1) * ALIKE
"""Values in the table of biases."""

PRONOUNS = {
    form: base
    for base, *others in (
        line.split()
        for line in (
            "i me my mine myself",
            "we us our ours ourselves",
            "you your yours yourself yourselves",
            "he him his himself",
            "she her hers herself",
            "it its itself",
            "they them their theirs themselves",
        )
    )
    for form in (base, *others)
}
"""Personal pronouns with the first form of their paradigm."""
_NO_NAMES = frozenset(
    """the a an of and for in mr mrs ms dr sir president prime minister foreign general senator king queen prince
    professor judge""".split()
)
_OUTSIDE = frozenset(
    """case mark cc conj parataxis discourse vocative dislocated cop nsubj csubj aux expl advcl reparandum""".split()
)
"""Relations of dependents that are no part of the mention their governor heads."""
_CLOSING = frozenset((")", "]", '"', "”", "''"))
_OPENING = frozenset(("(", "[", '"', "“", "``"))


@dataclass(frozen=True)
class Mentions:
    """The mentions of a text in order: the words `at` (n,) that head them, and their kinds (n,), numbers of `KINDS`."""

    at: Longs
    kinds: Longs

    @classmethod
    def of(cls, scores: Floats) -> Mentions:
        """The mentions that the scores (W, kinds) of the words of a text tell of."""
        best = scores.argmax(axis=1)
        at = np.flatnonzero(best)
        return cls(at, best[at])


def pair_cells(mentions: Mentions, forms: Sequence[str]) -> Longs:
    """Which value of the table of biases belongs to each mention (row) and each earlier one (column): (n, n).

    -1 where the column is not earlier than the row. `forms` are the words of the text.
    """
    kinds, at = mentions.kinds - 1, mentions.at
    apart = np.digitize(at[:, None] - at[None, :], DISTANCES)
    cells = kinds[:, None] * (len(KINDS) - 1) + kinds[None, :]
    cells = (cells * (len(DISTANCES) + 1) + apart) * ALIKE + _alike(mentions, forms)
    return np.where(at[:, None] > at[None, :], cells, -1)


def antecedents(at: Floats, to: Floats, table: Floats, cells: Longs) -> Longs:
    """The best earlier mention of each mention, -1 where none scores above zero: (n,).

    `at` and `to` (n, d) are the vectors of the mentions, `table` (CELLS,) the biases, `cells` (n, n) from `pair_cells`.
    """
    if not len(cells):
        return np.zeros(0, np.int64)
    biases = np.append(table, np.float32(-np.inf))  # what -1 stands for
    scores = at @ to.T
    scores += biases[cells]
    best = scores.argmax(axis=1)
    return np.where(scores[np.arange(len(best)), best] > 0, best, -1)


def first_mentions(links: Longs) -> Longs:
    """The first mention of the chain of each mention (n,), itself where it opens one."""
    first = np.where(links < 0, np.arange(len(links)), links)
    for _ in range(max(len(links), 2).bit_length()):
        first = first[first]
    return first


def chains(mentions: Mentions, links: Longs) -> list[tuple[int, ...]]:
    """The words that head the mentions of each chain of two or more, in order."""
    found: dict[int, list[int]] = {}
    for word, first in zip(mentions.at.tolist(), first_mentions(links).tolist(), strict=True):
        found.setdefault(first, []).append(word)
    return [tuple(words) for words in found.values() if len(words) > 1]


def read_chains(scores: Floats, at: Floats, to: Floats, table: Floats, forms: Sequence[str]) -> list[tuple[int, ...]]:
    """The chains of a text of W words: `scores` (W, kinds), `at` and `to` (W, d), `table` (CELLS,) from the network."""
    mentions = Mentions.of(scores)
    links = antecedents(at[mentions.at], to[mentions.at], table, pair_cells(mentions, forms))
    return chains(mentions, links)


def _alike(mentions: Mentions, forms: Sequence[str]) -> npt.NDArray[np.int8]:
    """How much mentions are alike (n, n): 2 same heads (or pronouns of one paradigm), 1 a word of a name, 0 not."""
    heads = [PRONOUNS.get(form, form) for form in (forms[k].lower() for k in mentions.at.tolist())]
    numbers: dict[str, int] = {}
    head = np.array([numbers.setdefault(form, len(numbers)) for form in heads], np.int64)
    alike: npt.NDArray[np.int8] = 2 * (head[:, None] == head[None, :]).astype(np.int8)
    names = np.flatnonzero(mentions.kinds == KINDS.index("name"))
    words = [
        (row, numbers.setdefault(form, len(numbers)))
        for row, at in enumerate(mentions.at[names].tolist())
        for form in _name_words(forms, at)
    ]
    if words:
        held = np.zeros((len(names), len(numbers)), np.float32)
        held[tuple(zip(*words, strict=True))] = 1
        block = np.ix_(names, names)
        alike[block] = np.maximum(alike[block], held @ held.T > 0)
    return alike


def _name_words(forms: Sequence[str], at: int) -> Iterator[str]:
    """The capitalised words around a word, in lower case, without titles."""
    low = high = at
    while low > 0 and forms[low - 1][:1].isupper():
        low -= 1
    while high < len(forms) and forms[high][:1].isupper():
        high += 1
    return (form for form in map(str.lower, forms[low : max(high, at + 1)]) if form not in _NO_NAMES)


def head_of(reading: Reading, start: int, end: int) -> int:
    """The word that heads a span of words: its highest one, or the conjunction where that one is coordinated."""
    top = next(reading.span_heads(start, end))
    for k in range(start, end):
        member = int(reading.heads[k])
        if reading.deprels[k] == "cc" and reading.deprels[member] == "conj" and reading.heads[member] == top:
            return k
    return top


def span_of(reading: Reading, word: int) -> tuple[int, int]:
    """The half-open span of words of the mention that a word heads."""
    member = int(reading.heads[word])
    joins = reading.deprels[word] == "cc" and member >= 0 and reading.deprels[member] == "conj"
    top = int(reading.heads[member]) if joins else word
    if reading.upos[top] in ("VERB", "AUX") and not joins:
        return word, word + 1
    parts = [k for k in reading.children(top) if _belongs(reading, k, joins)]
    words = [top, *(k for part in parts for k in reading.subtree(part))]
    marked = [k for k in reading.children(top) if k < top and reading.deprels[k] == "case"]
    return _without_edges(reading, max([min(words), *(k + 1 for k in marked)]), max(words) + 1, top)


def _belongs(reading: Reading, word: int, joined: bool) -> bool:
    """Whether a dependent is part of its governor's mention; `joined` says that this is a coordination."""
    relation = reading.deprels[word].split(":")[0]
    kept = reading.xpos[word] == "POS" or (joined and relation in ("conj", "cc"))
    return kept or relation not in _OUTSIDE


def _without_edges(reading: Reading, low: int, high: int, top: int) -> tuple[int, int]:
    """The span without punctuation at its edges, brackets and quotation marks on their right side aside."""
    while high - 1 > top and reading.deprels[high - 1] == "punct" and reading.forms[high - 1] not in _CLOSING:
        high -= 1
    while low < top and reading.deprels[low] == "punct" and reading.forms[low] not in _OPENING:
        low += 1
    return low, high
