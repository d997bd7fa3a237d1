"""Annotation beyond trees and names: labels of words, and frames that label all words as seen from one of them.

A *layer* gives every word of a text a label: time expressions, cues of statements and triggers of claims as spans
(begin, inside, outside), and the three status axes on triggers. A *frame* belongs to a cue or a trigger and says of
every word what it is to it: of a cue, whether it belongs to the source or the content; of a trigger, whether it belongs
to a participant, the place or the time. Frames may overlap and nest, which spans over words cannot.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import get_args

import numpy as np

from diurna.language import marks
from diurna.language.packing import Tokenized, tokenize
from diurna.language.reading import Reading
from diurna.language.spans import ROLES
from diurna.model.status import Mode, Tense, Value
from diurna_training.labels import IGNORED

TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "OTHER",
)  # fmt: skip
Characters = tuple[int, int]
"""A half-open span of code points."""


def span_labels(kinds: Iterable[str]) -> tuple[str, ...]:
    """The labels of a layer of spans: `O`, and `B-` and `I-` of every kind."""
    return ("O", *(f"{edge}-{kind}" for kind in kinds for edge in "BI"))


_KINDS = (span_labels(("DATE", "TIME", "DURATION", "SET")), span_labels(("CUE",)), span_labels(TYPES))
LAYERS = dict(zip(marks.LAYERS, (*_KINDS, get_args(Value), get_args(Tense), get_args(Mode)), strict=True))
"""The labels of every layer, in the order in which the run time expects their scores."""
ANY = "?"
"""The kind of a span whose kind its set does not tell: some kind of the layer."""
WRITTEN = {name: (*labels, f"B-{ANY}", f"I-{ANY}") if labels[0] == "O" else labels for name, labels in LAYERS.items()}
"""The labels that a text may have in a layer: those of the model, and behind them those of spans of any kind."""
NUMBERS = {name: {label: k for k, label in enumerate(labels)} for name, labels in WRITTEN.items()}


def labels_allowed(layer: str) -> list[list[bool]]:
    """By number of a label in `WRITTEN`: which of the model's labels it may stand for."""
    return [
        [label == written or (written[1:] == f"-{ANY}" and label[:2] == written[:2]) for label in LAYERS[layer]]
        for written in WRITTEN[layer]
    ]


@dataclass
class Frame:
    """Labels (numbers of `ROLES`, or `IGNORED`) of all words of a text as seen from the word `at`."""

    at: int
    labels: list[int]


@dataclass
class Marked:
    """A text with its layers (those that its set annotates) and frames."""

    name: str
    source: str
    tokens: Tokenized
    layers: dict[str, list[int]] = field(default_factory=dict)
    frames: list[Frame] = field(default_factory=list)
    silver: Reading | None = None
    """What an earlier model reads in the text, word for word: trees and tags for a text whose set has none."""
    scheme: str = "all"
    """What the set calls our names (`diurna_training.schemes`), where it has the layer `name`."""

    @classmethod
    def of(cls, name: str, source: str, text: str) -> Marked:
        """A text without any annotation yet."""
        return cls(name, source, tokenize(text))

    def __len__(self) -> int:
        return len(self.tokens.forms)

    def words(self, span: Characters) -> tuple[int, int]:
        """The words that a span of characters touches, half-open; empty where it touches none."""
        first = int(np.searchsorted(self.tokens.ends, span[0], side="right"))
        last = int(np.searchsorted(self.tokens.starts, span[1], side="left"))
        return first, max(first, last)

    def mark_spans(
        self, layer: str, spans: Iterable[tuple[Characters, str]], left_open: Iterable[Characters] = ()
    ) -> None:
        """Set a layer of spans of a kind or `ANY`. Of overlapping spans the first one stays.

        Words of `left_open` carry no loss unless a span holds them.
        """
        labels = [0] * len(self)
        numbers = NUMBERS[layer]
        for span, kind in spans:
            first, last = self.words(span)
            if first < last and not any(labels[first:last]):
                labels[first:last] = [numbers[f"B-{kind}"]] + [numbers[f"I-{kind}"]] * (last - first - 1)
        for span in left_open:
            first, last = self.words(span)
            labels[first:last] = [label or IGNORED for label in labels[first:last]]
        self.layers[layer] = labels

    def mark_words(self, layer: str, labels: dict[int, str]) -> None:
        """Set a layer that only some words have a label in."""
        numbers = NUMBERS[layer]
        self.layers[layer] = [numbers[labels[k]] if k in labels else IGNORED for k in range(len(self))]

    def add_frame(self, at: int, parts: Iterable[tuple[Characters, str]], left_open: Iterable[Characters] = ()) -> None:
        """Add the frame of the word `at`. Words of `left_open` carry no loss unless a part holds them."""
        labels = [0] * len(self)
        for span in left_open:
            first, last = self.words(span)
            labels[first:last] = [IGNORED] * (last - first)
        for span, role in parts:
            first, last = self.words(span)
            labels[first:last] = [ROLES.index(role)] * (last - first)
        self.frames.append(Frame(at, labels))
