"""From the scores of words to times, events and statements with their parts.

The network gives every word labels in several *layers* (begin, inside, outside of spans; the fields of a status) and,
for pairs of a cue or event word and another word, the role that the one plays for the other: a *frame*.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from diurna.language.spans import ROLES, EventSpan, Part, StatementSpan, TimeSpan

Floats = npt.NDArray[np.float32]
Frames = Callable[[Floats, Floats], Floats]
"""Vectors of F cues or event words and of W words in, probabilities (F, W, roles) out."""
LAYERS = ("time", "cue", "trigger", "value", "tense", "mode")
"""The layers in the order in which the network gives their scores, side by side."""
AXES = ("value", "tense", "mode")
GAP = 2
"""Words without a role between two stretches of one source or content that are taken for one."""
LIKELY, ALONE = 2 / 3, 3 / 4
"""The least score of a cue, and of a content or a cue without one: half of what scores less is nobody's statement."""
_Span = tuple[int, int, str, float]
"""First word, word behind the last one, kind, score."""
_OF_CUES = tuple(ROLES.index(role) for role in ("none", "source", "content"))
_OF_EVENTS = tuple(k for k, role in enumerate(ROLES) if role not in ("source", "content"))


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
    found = {layer: list(_spans(window, layer)) for layer in ("time", "cue", "trigger")}
    times = tuple(TimeSpan(a + window.offset, b + window.offset, kind, score) for a, b, kind, score in found["time"])
    cues = [cue for cue in found["cue"] if cue[3] >= LIKELY]
    said, done = _with_parts(window, frames, cues, found["trigger"])
    return Marks(times, tuple(one for one in said if one.score >= ALONE or _says_something(one)), done)


def marks_at(window: WindowScores, frames: Frames, cues: Iterable[int], events: Iterable[int]) -> Marks:
    """What the window says where these words of the text, and no others, are cues and event words: for evaluation."""
    said, done = (
        [
            _span(window, layer, k, k + 1)
            for k in (word - window.offset for word in words)
            if 0 <= k < len(window.scores)
        ]
        for layer, words in (("cue", cues), ("trigger", events))
    )
    return Marks((), *_with_parts(window, frames, said, done))


def _with_parts(
    window: WindowScores, frames: Frames, cues: Sequence[_Span], events: Sequence[_Span]
) -> tuple[tuple[StatementSpan, ...], tuple[EventSpan, ...]]:
    """Statements and events with their parts."""
    heads = [span[0] for span in (*cues, *events)]
    if not heads:
        return (), ()
    shares = frames(window.at[heads], window.to)
    at = window.offset
    said = (
        StatementSpan(a + at, b + at, score, _parts_said(share, at))
        for (a, b, _, score), share in zip(cues, shares[: len(cues)], strict=True)
    )
    done = (
        EventSpan(a + at, b + at, kind, score, **_fields(window, a), parts=_parts(share, _OF_EVENTS, at))
        for (a, b, kind, score), share in zip(events, shares[len(cues) :], strict=True)
    )
    return tuple(said), tuple(done)


def _spans(window: WindowScores, layer: str) -> Iterator[_Span]:
    """The spans of a layer, their words counted in the window."""
    names = window.labels[layer]
    best = window.layers[layer].argmax(axis=1)
    tags = [names[k] for k in best.tolist()]
    for start in np.flatnonzero(best).tolist():
        if tags[start].startswith("I-") and start and tags[start - 1] != "O":
            continue
        end = start + 1
        while end < len(tags) and tags[end] == f"I-{tags[start][2:]}":
            end += 1
        yield _span(window, layer, start, end)


def _span(window: WindowScores, layer: str, start: int, end: int) -> _Span:
    """A span with the best kind of its first word; the score is how surely that word is in any span."""
    shares = window.layers[layer][start]
    return start, end, window.labels[layer][int(shares[1:].argmax()) + 1][2:], round(float(1 - shares[0]), 4)


def _fields(window: WindowScores, word: int) -> dict[str, Any]:
    """The fields of the status of an event word, and the score of the least certain one."""
    fields = {axis: window.layers[axis][word] for axis in AXES}
    chosen = {axis: window.labels[axis][int(shares.argmax())] for axis, shares in fields.items()}
    return {**chosen, "certainty": round(min(float(shares.max()) for shares in fields.values()), 4)}


def _says_something(said: StatementSpan) -> bool:
    return any(part.role == "content" for part in said.parts)


def _parts_said(shares: Floats, offset: int) -> tuple[Part, ...]:
    found = _parts(shares, _OF_CUES, offset, GAP)
    return tuple(part for part in found if part.role != "content" or part.score >= ALONE)


def _parts(shares: Floats, allowed: Sequence[int], offset: int, gap: int = 0) -> tuple[Part, ...]:
    """The stretches of words with one role; `shares` (W, roles), `allowed` the roles that can be meant."""
    some = shares[:, allowed]
    best = np.asarray(allowed)[some.argmax(axis=1)]
    inside = np.flatnonzero(best)
    if not inside.size:
        return ()
    score, roles = some.max(axis=1)[inside], best[inside]
    cuts = np.flatnonzero((np.diff(inside) > gap + 1) | (roles[1:] != roles[:-1])) + 1
    firsts, ends = np.append(0, cuts), np.append(cuts, len(inside))
    means = np.add.reduceat(score, firsts) / (ends - firsts)
    return tuple(
        Part(start + offset, last + 1 + offset, ROLES[role], round(mean, 4))
        for start, last, role, mean in zip(
            inside[firsts].tolist(), inside[ends - 1].tolist(), roles[firsts].tolist(), means.tolist(), strict=True
        )
    )


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Floats = powers / powers.sum(axis=1, keepdims=True)
    return shares
