"""The development part of the claims corpus, its texts with their readings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from benchmarks.reading.contract import Tally
from benchmarks.reading.readings import Readings
from diurna.language import Reading
from diurna_corpus import files, splits
from diurna_corpus.files import Text
from diurna_corpus.resolve import Resolved, resolve
from diurna_corpus.spans import Span

NAME = "claims corpus dev"
Words = tuple[int, int]


@cache
def texts() -> tuple[Text, ...]:
    """The texts of the part."""
    return tuple(text for text in files.texts() if splits.part_of(text) == "dev")


def paths() -> tuple[Path, ...]:
    """The files that hold them."""
    return tuple(sorted({text.file for text in texts()}))


def counting(tally: Callable[[Readings, Resolved], Tally]) -> Callable[[Readings, Path], Iterator[Tally]]:
    """Count every text of the part."""

    def count(readings: Readings, data: Path) -> Iterator[Tally]:
        yield from (tally(readings, resolve(text.passage.text, text.passage)) for text in texts())

    return count


def words(reading: Reading, span: Span) -> Words:
    """The words that a span of characters touches, half-open."""
    return reading.tokens_between(span.start, span.end)
