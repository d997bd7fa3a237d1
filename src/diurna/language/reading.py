"""What the language model found in one text: tokens, sentences, tags, a dependency tree and names.

A `Reading` is immutable. Offsets are code points into the verbatim text, token spans are half-open, and every
governor is an absolute token index, so that nothing has to be re-based when a passage is cut out of a text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from diurna.language.layout import Layout, layout_of
from diurna.language.spans import EventSpan, NameSpan, StatementSpan, TimeSpan

IntArray = npt.NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Reading:
    """One text as the language model read it.

    `n` is the number of tokens and `m` the number of sentences. Tags follow Universal Dependencies for English
    (UPOS, Penn XPOS, features, relations with subtypes such as `nsubj:pass`).
    """

    text: str
    """The text, verbatim."""
    starts: IntArray
    """Shape (n,): code-point offset where each token starts."""
    ends: IntArray
    """Shape (n,): code-point offset behind each token."""
    sentences: IntArray
    """Shape (m + 1,): token index where each sentence starts; the last entry is n."""
    forms: tuple[str, ...]
    lemmas: tuple[str, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    feats: tuple[str, ...]
    """Per token, features such as `Mood=Ind|Tense=Past`, or the empty string."""
    heads: IntArray
    """Shape (n,): absolute index of the governing token, or -1 for the root of a sentence."""
    deprels: tuple[str, ...]
    names: tuple[NameSpan, ...]
    """Non-overlapping names in text order."""
    times: tuple[TimeSpan, ...] = ()
    statements: tuple[StatementSpan, ...] = ()
    events: tuple[EventSpan, ...] = ()
    """Time expressions, cues of statements and words that name happenings, each in text order."""
    chains: tuple[tuple[int, ...], ...] = ()
    """Coreference: for everything that is mentioned more than once, the words that head its mentions, in text order."""

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.forms)

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        found: list[list[int]] = [[] for _ in self.forms]
        for child, head in enumerate(self.heads.tolist()):
            if head >= 0:
                found[head].append(child)
        return tuple(tuple(c) for c in found)

    @cached_property
    def _sentence_index(self) -> tuple[int, ...]:
        lengths = np.diff(self.sentences)
        return tuple(np.repeat(np.arange(len(lengths)), lengths).tolist())

    @cached_property
    def _feat_sets(self) -> tuple[frozenset[str], ...]:
        known: dict[str, frozenset[str]] = {}
        for feats in self.feats:
            if feats not in known:
                known[feats] = frozenset(feats.split("|")) if feats else frozenset()
        return tuple(known[feats] for feats in self.feats)

    @cached_property
    def _name_at(self) -> dict[int, NameSpan]:
        return {token: name for name in self.names for token in range(name.start, name.end)}

    @cached_property
    def _event_at(self) -> dict[int, EventSpan]:
        return {token: event for event in self.events for token in range(event.start, event.end)}

    @cached_property
    def layout(self) -> Layout:
        """The paragraphs and quotations of the text."""
        return layout_of(self)

    def children(self, i: int) -> tuple[int, ...]:
        """The tokens that token `i` governs, in text order."""
        return self._children[i]

    def sentence_of(self, i: int) -> int:
        """The number (from 0) of the sentence that holds token `i`."""
        return self._sentence_index[i]

    def sentence_bounds(self, k: int) -> tuple[int, int]:
        """The half-open token span of sentence `k`."""
        if not 0 <= k < self.sentence_count:
            raise IndexError(f"sentence {k} of {self.sentence_count}")
        return int(self.sentences[k]), int(self.sentences[k + 1])

    @property
    def sentence_count(self) -> int:
        """The number of sentences."""
        return max(len(self.sentences) - 1, 0)

    def sentence_text(self, k: int) -> str:
        """The verbatim text of sentence `k`."""
        return self.span_text(*self.sentence_bounds(k))

    def root(self, k: int) -> int:
        """The root token of sentence `k`."""
        start, end = self.sentence_bounds(k)
        return start + int(np.argmax(self.heads[start:end] < 0))

    def subtree(self, i: int) -> tuple[int, ...]:
        """Token `i` and everything below it, in text order."""
        found, queue = [], [i]
        while queue:
            token = queue.pop()
            found.append(token)
            queue.extend(self._children[token])
        return tuple(sorted(found))

    def ancestors(self, i: int) -> Iterator[int]:
        """The governor of token `i`, its governor, and so on up to the root of the sentence."""
        head = int(self.heads[i])
        while head >= 0:
            yield head
            head = int(self.heads[head])

    def path_to_root(self, i: int) -> tuple[int, ...]:
        """Token `i` followed by its ancestors, ending with the root of the sentence."""
        return (i, *self.ancestors(i))

    def span_text(self, start: int, end: int) -> str:
        """The verbatim text of the half-open token span `[start, end)`; empty for an empty span."""
        if start >= end:
            return ""
        return self.text[int(self.starts[start]) : int(self.ends[end - 1])]

    def has(self, i: int, feat: str) -> bool:
        """Whether token `i` carries the feature, written as in `Tense=Past`."""
        return feat in self._feat_sets[i]

    def name_at(self, i: int) -> NameSpan | None:
        """The name that covers token `i`, if any."""
        return self._name_at.get(i)

    def event_at(self, i: int) -> EventSpan | None:
        """The event span that covers token `i`, if any."""
        return self._event_at.get(i)

    def span_heads(self, start: int, end: int) -> Iterator[int]:
        """The tokens of the half-open span whose governor lies outside it, in text order; one at least."""
        return (token for token in range(start, end) if not start <= self.heads[token] < end)

    def tokens_between(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span of the tokens that overlap the code points `[start, end)` of the text."""
        first = int(np.searchsorted(self.ends, start, side="right"))
        return first, max(first, int(np.searchsorted(self.starts, end, side="left")))

    @classmethod
    def from_conllu(cls, conllu: str, names: Iterable[NameSpan] = ()) -> Reading:
        """Build a reading from CoNLL-U text, for tests and for experiments with gold trees.

        The text is put together from the forms and `SpaceAfter=No`; a `# newpar` or `# newdoc` comment puts a blank
        line before its sentence. Multi-word tokens are split in order of their words' lengths; empty nodes are left
        out. `names` are taken as they are, sorted. Raises `ValueError` where the text is not CoNLL-U.
        """
        from diurna.language.conllu import reading_from_conllu

        return reading_from_conllu(conllu, names)


def empty_reading(text: str) -> Reading:
    """The reading of a text without any token."""
    none = np.zeros(0, dtype=np.int32)
    return Reading(text, none, none, np.zeros(1, dtype=np.int32), (), (), (), (), (), none, (), ())


def int_array(values: Sequence[int]) -> IntArray:
    """An `IntArray` of the values."""
    return np.asarray(values, dtype=np.int32).reshape(-1)
