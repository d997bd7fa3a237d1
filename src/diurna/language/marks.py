"""From the scores of words to times, events and statements with their parts.

The network gives every word labels in several *layers* (begin, inside, outside of spans; the fields of a status) and,
for pairs of a cue or event word and another word, the role that the one plays for the other: a *frame*.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from diurna.language.spans import ROLES, EventSpan, Part, StatementSpan, TimeSpan
from diurna.language.stretches import Floats, stretches

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
    """Times, statements and events of one window, their tokens counted from the start of the text."""

    times: tuple[TimeSpan, ...]
    statements: tuple[StatementSpan, ...]
    events: tuple[EventSpan, ...]


@dataclass(frozen=True)
class WindowScores:
    """What the network says of the W words of a window whose first token is `offset`.

    `scores` (W, all layers) are logits; `at` and `to` (W, d) are the vectors of a word as the one that has parts and as
    a part.
    """

    scores: Floats
    at: Floats
    to: Floats
    labels: Mapping[str, tuple[str, ...]]
    offset: int

    @cached_property
    def layers(self) -> dict[str, Floats]:
        """Probabilities (W, labels) by layer."""
        ends = np.cumsum([len(self.labels[name]) for name in LAYERS])
        parts = np.split(self.scores, ends[:-1], axis=1)
        return {name: _softmax(part) for name, part in zip(LAYERS, parts, strict=True)}


def read_marks(window: WindowScores, frames: Frames) -> Marks:
    """The marks of a window."""
    at = window.offset
    times = tuple(TimeSpan(t.start + at, t.end + at, t.kind, t.score) for t in _spans(window, "time"))
    cues = [cue for cue in _spans(window, "cue") if cue.score >= LIKELY]
    said, done = _with_parts(window, frames, cues, _spans(window, "trigger"))
    return Marks(times, tuple(one for one in said if one.score >= ALONE or _says_something(one)), done)


def marks_at(window: WindowScores, frames: Frames, cues: Iterable[int], events: Iterable[int]) -> Marks:
    """What the window says where these words of the text, and no others, are cues and event words: for evaluation."""
    said, done = (
        [_word(window, layer, k) for k in (word - window.offset for word in words) if 0 <= k < len(window.scores)]
        for layer, words in (("cue", cues), ("trigger", events))
    )
    return Marks((), *_with_parts(window, frames, said, done))


def _with_parts(
    window: WindowScores, frames: Frames, cues: Sequence[_Span], events: Sequence[_Span]
) -> tuple[tuple[StatementSpan, ...], tuple[EventSpan, ...]]:
    """Statements and events with their parts."""
    heads = [span.start for span in (*cues, *events)]
    if not heads:
        return (), ()
    shares, at = frames(window.at[heads], window.to), window.offset
    said = (
        StatementSpan(cue.start + at, cue.end + at, cue.score, parts)
        for cue, parts in zip(cues, _parts_said(shares[: len(cues)], at), strict=True)
    )
    done = (
        EventSpan(
            *(event.start + at, event.end + at, event.kind, event.score), **_fields(window, event.start), parts=parts
        )
        for event, parts in zip(events, _parts(shares[len(cues) :], _OF_EVENTS, at), strict=True)
    )
    return tuple(said), tuple(done)


def _spans(window: WindowScores, layer: str) -> list[_Span]:
    """The spans of a layer, their words counted in the window.

    A span begins behind a word that is in none, or where a word begins one of another kind than the word before it has.
    """
    shares = window.layers[layer]
    kinds, begins = (numbers[shares.argmax(axis=1)] for numbers in _kinds_and_beginnings(window.labels[layer]))
    if not kinds.any():
        return []
    before = np.append(0, kinds[:-1])
    numbers = np.cumsum((before == 0) | (begins & (kinds != before))) * (kinds > 0)
    scores = 1 - shares[:, 0]
    fit = np.broadcast_to(scores[:, None], (len(scores), int(numbers.max()) + 1))
    found = stretches(numbers, fit, scores, np.full(fit.shape[1], _near(layer)))
    return [_Span(one.start, one.end, _kind(window, layer, one.start), one.score) for one in found]


@lru_cache
def _kinds_and_beginnings(labels: tuple[str, ...]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
    """For every label of a layer the number of its kind, 0 for none, and whether it begins a span."""
    kinds = list(dict.fromkeys(label[2:] for label in labels))
    return np.array([kinds.index(label[2:]) for label in labels]), np.array([label[:1] == "B" for label in labels])


def _word(window: WindowScores, layer: str, word: int) -> _Span:
    score = round(float(1 - window.layers[layer][word, 0]), 4)
    return _Span(word, word + 1, _kind(window, layer, word), score)


def _kind(window: WindowScores, layer: str, word: int) -> str:
    """The likeliest kind of a span that begins with the word."""
    return window.labels[layer][int(window.layers[layer][word, 1:].argmax()) + 1][2:]


def _fields(window: WindowScores, word: int) -> dict[str, Any]:
    """The fields of the status of an event word, and the score of the least certain one."""
    fields = {axis: window.layers[axis][word] for axis in AXES}
    chosen = {axis: window.labels[axis][int(shares.argmax())] for axis, shares in fields.items()}
    return {**chosen, "certainty": round(min(float(shares.max()) for shares in fields.values()), 4)}


def _says_something(said: StatementSpan) -> bool:
    return any(part.role == "content" for part in said.parts)


def _parts_said(shares: Floats, offset: int) -> Iterator[tuple[Part, ...]]:
    for parts in _parts(shares, _OF_CUES, offset, GAP):
        yield tuple(part for part in parts if part.role != "content" or part.score >= ALONE)


def _parts(shares: Floats, allowed: Sequence[int], offset: int, gap: int = 0) -> list[tuple[Part, ...]]:
    """The stretches of words with one role, row by row of `shares` (F, W, roles); `allowed` roles can be meant."""
    some = np.pad(shares[:, :, allowed], ((0, 0), (0, gap + 1), (0, 0)))
    width, roles = some.shape[1], [ROLES[k] for k in allowed]
    flat = some.reshape(-1, len(roles))
    near = np.array([_near(role) for role in roles])
    found: list[list[Part]] = [[] for _ in shares]
    for start, end, kind, score in stretches(flat.argmax(axis=1), flat, flat.max(axis=1), near, gap):
        row, first = divmod(start, width)
        found[row].append(Part(first + offset, first + end - start + offset, roles[kind], score))
    return [tuple(parts) for parts in found]


def _near(kind: str) -> float:
    return np.inf if kind in CLOSED else NEAR


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Floats = powers / powers.sum(axis=1, keepdims=True)
    return shares
