"""Time expressions as the time stage finds and resolves them in the model's readings: the measures of TempEval-3."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.reading.contract import Measure, Tally
from benchmarks.reading.readings import Readings
from benchmarks.time.readers import created, resolved
from benchmarks.time.scoring import count, formula
from diurna_training.sets.timeml import read_timeml

TIME = Path("data", "time")
TBAQ = TIME / "tbaq-cleaned"
WIKIWARS = TIME / "wikiwars" / "syntime" / "resources" / "wikiwars" / "whole-tml" / "tml"


def counting(*folders: Path) -> Callable[[Readings, Path], Iterator[Tally]]:
    """What counts the documents of some folders."""

    def counts(readings: Readings, data: Path) -> Iterator[Tally]:
        for path in sorted(path for folder in folders for path in (data / folder).glob("*.tml")):
            document = read_timeml(path)
            yield count(document.gold, resolved(readings.raw(document.text), created(document)))

    return counts


def _measure(name: str, *folders: Path, **bars: float) -> Measure:
    return Measure("dates", name, folders, counting(*folders), formula, {f"{m} F1": bar for m, bar in bars.items()})


MEASURES = (
    _measure("TimeBank and AQUAINT", TBAQ / "TimeBank", TBAQ / "AQUAINT", strict=85, value=78),
    _measure("WikiWars", WIKIWARS, value=83),
    _measure("hard cases", TIME / "hard_cases", strict=100, value=100, type=100),
)
