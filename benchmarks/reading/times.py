"""Time expressions that the model marks: strict and relaxed F1, as in TempEval-3 (see `benchmarks/time/scoring.py`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.reading import corpus
from benchmarks.reading.contract import Measure, Tally
from benchmarks.reading.readings import Readings
from benchmarks.time.scoring import Spanned, pairs
from diurna.language import Reading
from diurna_corpus.figures import Figures, Sums, f1
from diurna_corpus.resolve import Resolved
from diurna_corpus.spans import Span
from diurna_training.sets.timeml import read_timeml

SETS = ("TimeBank", "AQUAINT")
FOLDER = Path("data", "time", "tbaq-cleaned")


def compare(reading: Reading, gold: Sequence[Spanned]) -> Tally:
    """Count the expressions of one text."""
    found = [Span(int(reading.starts[t.start]), int(reading.ends[t.end - 1])) for t in reading.times]
    paired = list(pairs(gold, found))
    exact = sum((a.start, a.end) == (b.start, b.end) for a, b in paired)
    return Tally({"gold": len(gold), "found": len(found), "relaxed": len(paired), "strict": exact})


def formula(sums: Sums) -> Figures:
    """F1 of exact spans, and of spans that overlap."""
    return {f"{name} F1": f1(sums[name], sums["found"], sums["gold"]) for name in ("strict", "relaxed")}


def _timeml(readings: Readings, data: Path) -> Iterator[Tally]:
    for path in sorted(path for name in SETS for path in (data / FOLDER / name).glob("*.tml")):
        document = read_timeml(path)
        yield compare(readings.raw(document.text), document.gold)


def _corpus(readings: Readings, text: Resolved) -> Tally:
    return compare(readings.raw(text.text), [time.span for time in text.times])


MEASURES = (
    Measure(
        "times",
        "TimeBank and AQUAINT",
        [FOLDER / name for name in SETS],
        _timeml,
        formula,
        {"strict F1": 85, "relaxed F1": 93},
    ),
    Measure("times", corpus.NAME, corpus.paths(), corpus.counting(_corpus), formula),
)
