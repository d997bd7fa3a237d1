"""From the scores of words to times, events and statements with their parts.

The network gives every word labels in several *layers* (begin, inside, outside of spans; the fields of a status) and,
for pairs of a cue or event word and another word, the role that the one plays for the other: a *frame*.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any

import numpy as np

from diurna.language.spans import ROLES, EventSpan, Part, StatementSpan, TimeSpan
from diurna.language.stretches import Flags, Floats, Numbers, runs, stretches

Frames = Callable[[Floats, Floats], Floats]
"""Vectors of F cues or event words and of W words in, probabilities (F, W, roles) out."""
LAYERS = ("time", "cue", "trigger", "value", "tense", "mode")
"""The layers in the order in which the network gives their scores, side by side."""
AXES = ("value", "tense", "mode")
NEAR = 0.2
"""The least score of a word right beside a time or a part to belong to it."""
CLOSED = frozenset(("cue", "trigger", "content"))
"""What grows by no such words."""
GAP = 2
"""Words without a role between two stretches of one source or content that are taken for one."""
LIKELY, ALONE = 2 / 3, 3 / 4
"""The least score of a cue, and of a content or a cue without one: half of what scores less is nobody's statement."""
_OF_CUES = tuple(ROLES.index(role) for role in ("none", "source", "content"))
_OF_EVENTS = tuple(k for k, role in enumerate(ROLES) if role not in ("source", "content"))


@dataclass(frozen=True, slots=True)
class _Span:
    """First word, word behind the last one, kind, score."""

    start: int
    end: int
    kind: str
    score: float


@dataclass(frozen=True)
class Marks:
    """The times, statements and events of a text."""

    times: tuple[TimeSpan, ...]
    statements: tuple[StatementSpan, ...]
    events: tuple[EventSpan, ...]


@dataclass(frozen=True)
class WordScores:
    """What the network says of the W words of a text.

    `scores` (W, all layers) are logits; `at` and `to` (W, d) are the vectors of a word as the one that has parts and as
    a part. The text was read in windows that begin with the words `windows`, and parts are looked for within them.
    """

    scores: Floats
    at: Floats
    to: Floats
    labels: Mapping[str, tuple[str, ...]]
    windows: Sequence[int] = (0,)

    @cached_property
    def layers(self) -> dict[str, Floats]:
        """Probabilities (W, labels) by layer."""
        ends = np.cumsum([len(self.labels[name]) for name in LAYERS])
        parts = np.split(self.scores, ends[:-1], axis=1)
        return {name: _softmax(part) for name, part in zip(LAYERS, parts, strict=True)}


def read_marks(words: WordScores, frames: Frames) -> Marks:
    """The marks of a text."""
    times = tuple(TimeSpan(one.start, one.end, one.kind, one.score) for one in _spans(words, "time"))
    cues = [cue for cue in _spans(words, "cue") if cue.score >= LIKELY]
    said, done = _with_parts(words, frames, cues, _spans(words, "trigger"))
    return Marks(times, tuple(one for one in said if one.score >= ALONE or _says_something(one)), done)


def marks_at(words: WordScores, frames: Frames, cues: Iterable[int], events: Iterable[int]) -> Marks:
    """The marks of a text where these words, and no others, are cues and event words: for evaluation."""
    said, done = (
        [_word(words, layer, k) for k in sorted(asked) if 0 <= k < len(words.scores)]
        for layer, asked in (("cue", cues), ("trigger", events))
    )
    return Marks((), *_with_parts(words, frames, said, done))


def _with_parts(
    words: WordScores, frames: Frames, cues: Sequence[_Span], events: Sequence[_Span]
) -> tuple[tuple[StatementSpan, ...], tuple[EventSpan, ...]]:
    """Statements and events with their parts."""
    said: list[StatementSpan] = []
    done: list[EventSpan] = []
    bounds = [*words.windows, len(words.scores)]
    of_cues, of_events = (np.searchsorted([one.start for one in found], bounds).tolist() for found in (cues, events))
    for k, (low, high) in enumerate(pairwise(bounds)):
        some, others = cues[of_cues[k] : of_cues[k + 1]], events[of_events[k] : of_events[k + 1]]
        if not some and not others:
            continue
        shares = frames(words.at[[one.start for one in (*some, *others)]], words.to[low:high])
        parts = _parts_said(shares[: len(some)], low)
        said += (StatementSpan(cue.start, cue.end, cue.score, its) for cue, its in zip(some, parts, strict=True))
        parts = _parts(shares[len(some) :], _OF_EVENTS, low)
        done += (
            EventSpan(one.start, one.end, one.kind, one.score, **_fields(words, one.start), parts=its)
            for one, its in zip(others, parts, strict=True)
        )
    return tuple(said), tuple(done)


def _spans(words: WordScores, layer: str) -> list[_Span]:
    """The spans of a layer.

    A span begins behind a word that is in none, or where a word begins one of another kind than the word before it has.
    """
    shares = words.layers[layer]
    kinds, begins = (numbers[shares.argmax(axis=1)] for numbers in _kinds_and_beginnings(words.labels[layer]))
    before = np.append(0, kinds[:-1])
    found = runs(kinds > 0, (before == 0) | (begins & (kinds != before)), 1 - shares[:, 0], _near(layer))
    return [_Span(one.start, one.end, _kind(words, layer, one.start), one.score) for one in found]


@lru_cache
def _kinds_and_beginnings(labels: tuple[str, ...]) -> tuple[Numbers, Flags]:
    """For every label of a layer the number of its kind, 0 for none, and whether it begins a span."""
    kinds = list(dict.fromkeys(label[2:] for label in labels))
    return np.array([kinds.index(label[2:]) for label in labels]), np.array([label[:1] == "B" for label in labels])


def _word(words: WordScores, layer: str, word: int) -> _Span:
    score = round(float(1 - words.layers[layer][word, 0]), 4)
    return _Span(word, word + 1, _kind(words, layer, word), score)


def _kind(words: WordScores, layer: str, word: int) -> str:
    """The likeliest kind of a span that begins with the word."""
    return words.labels[layer][int(words.layers[layer][word, 1:].argmax()) + 1][2:]


def _fields(words: WordScores, word: int) -> dict[str, Any]:
    """The fields of the status of an event word, and the score of the least certain one."""
    fields = {axis: words.layers[axis][word] for axis in AXES}
    chosen = {axis: words.labels[axis][int(shares.argmax())] for axis, shares in fields.items()}
    return {**chosen, "certainty": round(min(float(shares.max()) for shares in fields.values()), 4)}


def _says_something(said: StatementSpan) -> bool:
    return any(part.role == "content" for part in said.parts)


def _parts_said(shares: Floats, offset: int) -> list[tuple[Part, ...]]:
    found = _parts(shares, _OF_CUES, offset, GAP)
    return [tuple(part for part in parts if part.role != "content" or part.score >= ALONE) for parts in found]


def _parts(shares: Floats, allowed: Sequence[int], offset: int, gap: int = 0) -> list[tuple[Part, ...]]:
    """The stretches of words with one role, row by row of `shares` (F, W, roles).

    `allowed` are the roles that can be meant, `offset` is the number of the first of the W words in its text.
    """
    some = np.pad(shares[:, :, allowed], ((0, 0), (0, gap + 1), (0, 0)))
    width, roles = some.shape[1], [ROLES[k] for k in allowed]
    flat = some.reshape(-1, len(roles))
    near = np.array([_near(role) for role in roles])
    found: list[list[Part]] = [[] for _ in shares]
    for start, end, kind, score in stretches(flat.argmax(axis=1), flat, near, gap):
        row, first = divmod(start, width)
        found[row].append(Part(first + offset, first + end - start + offset, roles[kind], score))
    return [tuple(parts) for parts in found]


def _near(kind: str) -> float:
    return np.inf if kind in CLOSED else NEAR


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Floats = powers / powers.sum(axis=1, keepdims=True)
    return shares
