"""The spans that the language model marks in a text: names, times, events and statements. All are token spans."""

from __future__ import annotations

from dataclasses import dataclass

from diurna.model.status import Mode, Tense, Value

NAME_LABELS = ("PER", "ORG", "LOC", "EVENT")
ROLES = ("none", "source", "content", "actor", "recipient", "other", "place", "time")
"""What a word can be to a cue (source, content) or to an event word (the others), in the order of the network."""


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name: the half-open token span `[start, end)`, its label and the model's score between 0 and 1.

    The label is one of `NAME_LABELS`.
    """

    start: int
    end: int
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A time expression: the half-open token span `[start, end)`, its TIMEX3 type and a score between 0 and 1."""

    start: int
    end: int
    type: str
    score: float


@dataclass(frozen=True, slots=True)
class Part:
    """What belongs to a cue or an event word: the half-open token span `[start, end)`, one of `ROLES`, a score."""

    start: int
    end: int
    role: str
    score: float


@dataclass(frozen=True, slots=True)
class EventSpan:
    """A word that names a happening: the half-open token span `[start, end)`.

    `type` is a PLOVER type or OTHER and `score` says how surely the word names a happening at all. `value`, `tense` and
    `mode` are the fields of its status, as in `diurna.model.status`; `certainty` is the score of the least certain one.
    Scores are between 0 and 1.
    """

    start: int
    end: int
    type: str
    score: float
    value: Value
    tense: Tense
    mode: Mode
    certainty: float
    parts: tuple[Part, ...] = ()
    """Participants, place and time, in text order."""


@dataclass(frozen=True, slots=True)
class StatementSpan:
    """A cue of a statement ("said", "according to"): the half-open token span `[start, end)` and its score."""

    start: int
    end: int
    score: float
    parts: tuple[Part, ...] = ()
    """Sources and contents, in text order."""
