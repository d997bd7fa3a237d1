"""MegaVeridicality (White and Rawlins 2018): what a verb says of its complement, in sentences from templates.

The label is the mean answer to whether the thing happened, from -3 to 3; only clear answers are taken.
"""

from __future__ import annotations

from pathlib import Path

from diurna_training.layers import Marked
from diurna_training.samples import DataError, Document, Sentence
from diurna_training.sets.bio import spacing
from diurna_training.sets.uds import rows
from diurna_training.tokens import as_tokens

CLEAR = 2.0
_TOGETHER = 8
"""Sentences in one text; they have nothing to do with each other."""


def load_megaveridicality(path: Path) -> list[Marked]:
    """The sentences with a clear answer, a few in one text. Raises `DataError`."""
    clear: list[tuple[list[str], int, str]] = []
    for row in rows(path):
        words = row["text"].split()
        for target in row["targets"]:
            at, score = target["span1"][0], float(target["label"])
            if words[at : at + 1] != [target["span_text"]]:
                raise DataError(f"{path.name}: no {target['span_text']!r} at word {at} of: {row['text'][:60]}")
            if abs(score) >= CLEAR:
                clear.append((words if words[-1] == "." else [*words, "."], at, "CT+" if score > 0 else "CT-"))
    return [_text(k, clear[k : k + _TOGETHER]) for k in range(0, len(clear), _TOGETHER)]


def _text(number: int, held: list[tuple[list[str], int, str]]) -> Marked:
    sentences = [Sentence(words, spacing(words)) for words, _, _ in held]
    tokens, firsts = as_tokens(Document(f"megaveridicality-{number}", "megaveridicality", sentences))
    result = Marked(f"megaveridicality-{number}", "megaveridicality", tokens)
    result.mark_words("value", {first + at: v for first, (_, at, v) in zip(firsts.tolist(), held, strict=True)})
    return result
