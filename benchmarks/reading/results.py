"""Figures with their intervals, and tables of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.reading.contract import Measure, Tally
from benchmarks.reading.readings import Readings
from diurna_corpus.bootstrap import interval, replicas
from diurna_corpus.figures import Figures

LOSS = 0.3
"""What the shipped weights may lose against others that they were made from, in percent."""


@dataclass(frozen=True)
class Row:
    """One figure in percent with the ends of its 95 % interval, and what it shall reach."""

    head: str
    name: str
    figure: str
    value: float
    low: float
    high: float
    bar: float | None = None
    at_most: bool = False
    """Whether the figure shall be as small as the bar and not as large."""

    @property
    def met(self) -> bool | None:
        """Whether the bar is met; none where there is none."""
        if self.bar is None:
            return None
        return self.value <= self.bar if self.at_most else self.value >= self.bar

    def line(self) -> str:
        """The row of a table."""
        span = f"[{self.low:.1f}, {self.high:.1f}]" if self.low != self.high else ""
        bar = "" if self.bar is None else f"{self.bar:5.1f} {'met' if self.met else 'missed'}"
        return f"{self.head:12}{self.name:23}{self.figure:28}{self.value:6.1f} {span:15}{bar}".rstrip()


@dataclass(frozen=True)
class Result:
    """What was counted for a measure."""

    measure: Measure
    counts: list[Tally]

    @classmethod
    def of(cls, measure: Measure, readings: Readings, data: Path) -> Result:
        """Count every document of a set."""
        return cls(measure, list(measure.count(readings, data)))

    def replicas(self) -> Figures:
        """Every figure in percent, of the set and of its draws."""
        return {name: 100 * values for name, values in replicas(self.counts, self.measure.formula).items()}

    def rows(self) -> Iterator[Row]:
        """The figures."""
        for name, values in self.replicas().items():
            yield Row(self.measure.head, self.measure.name, name, *interval(values), bar=self.measure.bars.get(name))

    def losses(self, other: Result) -> Iterator[Row]:
        """How much worse the figures are than those of another model, over the same draws."""
        theirs = other.replicas()
        for name, values in self.replicas().items():
            loss = interval(theirs[name] - values)
            yield Row(self.measure.head, self.measure.name, name, *loss, bar=LOSS, at_most=True)


def table(rows: Iterable[Row]) -> str:
    """The rows as lines of text."""
    heading = f"{'head':12}{'set':23}{'figure':28}{'value':>6} {'95 % interval':15}  bar"
    return "\n".join([heading, *(row.line() for row in rows)])
