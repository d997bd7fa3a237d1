"""The text of a document whose words are known, as tokens over it."""

from __future__ import annotations

import numpy as np

from diurna.language.packing import Tokenized
from diurna.language.reading import int_array
from diurna_training.samples import Document

_GAPS = ("", " ", "\n\n")


def as_tokens(document: Document) -> tuple[Tokenized, np.ndarray]:
    """The document's own tokens over its text, and the first token of every sentence."""
    text = ""
    starts: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    firsts: list[int] = []
    for sentence in document.sentences:
        firsts.append(len(starts))
        for word, gap in zip(sentence.words, sentence.before, strict=True):
            text += _GAPS[gap] if text else ""
            starts.append(len(text))
            text += word
            ends.append(len(text))
            before.append(gap)
    before[0] = 2
    forms = tuple(w for s in document.sentences for w in s.words)
    tokens = Tokenized(text, int_array(starts), int_array(ends), forms, np.asarray(before, dtype=np.int8))
    return tokens, int_array(firsts)
