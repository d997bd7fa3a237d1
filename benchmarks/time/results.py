"""What a reader found in a set of documents, how long it took, and the figures that follow."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.reading.contract import Tally
from benchmarks.time.readers import Reader, created
from benchmarks.time.scoring import MEASURES, Timed, count, formula
from diurna_corpus.bootstrap import Interval, interval, intervals, replicas
from diurna_training.sets.timeml import Document

SHORT = "They met on Monday."


@dataclass(frozen=True)
class Outcome:
    """What one reader made of the documents, in their order."""

    reader: str
    found: list[Sequence[Timed]]
    counts: list[Tally]
    failed: list[str]
    """The documents on which the reader failed; nothing counts as found in them."""
    seconds: float
    short: float
    """Seconds that a text of one sentence takes when the reader is warm: what every call costs."""

    def figures(self) -> dict[str, Interval]:
        """Every measure from 0 to 1 with its 95 % interval over documents."""
        return intervals(self.counts, formula)

    def ahead(self, other: Outcome) -> dict[str, Interval]:
        """By how much the figures are above those of another reader, over the same draws of documents."""
        theirs = replicas(other.counts, formula)
        return {name: interval(ours - theirs[name]) for name, ours in replicas(self.counts, formula).items()}


def run(reader: Reader, documents: Sequence[Document]) -> Outcome:
    """Read every document. Raises what the reader raises on a text of one sentence, which goes first."""
    day = created(documents[0])
    reader.find(SHORT, day)
    begun = time.perf_counter()
    reader.find(SHORT, day)
    short = time.perf_counter() - begun
    found: list[Sequence[Timed]] = []
    failed: list[str] = []
    begun = time.perf_counter()
    for document in documents:
        try:
            found.append(reader.find(document.text, created(document)))
        except Exception:  # tools of others fail in ways of their own
            found.append(())
            failed.append(document.name)
    seconds = time.perf_counter() - begun
    counts = [count(document.gold, got) for document, got in zip(documents, found, strict=True)]
    return Outcome(reader.name, found, counts, failed, seconds, short)


def heading() -> str:
    """The line above the rows."""
    names = "".join(f"{f'{name} F1':21}" for name in MEASURES)
    return f"{'':20}{names}{'words/s':>9}{'ratio':>9}{'s/call':>8}"


def rows(outcome: Outcome, first: Outcome, words: int) -> Iterator[str]:
    """Lines of text: the figures of a reader in percent and its speed, and how far the first reader is ahead of it."""
    cost = f"{words / outcome.seconds:9,.0f}{outcome.seconds / first.seconds:9,.2f}{outcome.short:8.3f}"
    yield f"{outcome.reader:20}" + _cells(outcome.figures().values(), "") + cost
    if outcome.failed:
        yield f"  failed on {', '.join(outcome.failed)}"
    if outcome.counts != first.counts:
        yield f"{f'  {first.reader} ahead by':20}" + _cells(first.ahead(outcome).values(), "+").rstrip()


def _cells(figures: Iterable[Interval], sign: str) -> str:
    return "".join(f"{f'{100 * v:{sign}.1f} [{100 * low:.1f}, {100 * high:.1f}]':21}" for v, low, high in figures)


def as_json(outcomes: Sequence[Outcome], words: int) -> dict[str, Any]:
    """The same for a program; figures are (value, low, high) in percent."""
    return {
        outcome.reader: {
            **{name: [round(100 * v, 2) for v in values] for name, values in outcome.figures().items()},
            "found": sum(len(got) for got in outcome.found),
            "failed": outcome.failed,
            "words_per_second": round(words / outcome.seconds),
            "seconds_per_call": round(outcome.short, 4),
        }
        for outcome in outcomes
    }
