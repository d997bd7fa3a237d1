"""What a measure is: counts of single documents that can be added up, and a formula from sums to figures."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.reading.readings import Readings
from diurna_corpus.figures import Formula, Sums, Values, f1

Tally = Counter[Hashable]
"""What was counted in one document, by name."""


@dataclass(frozen=True)
class Measure:
    """What is measured of one head on one set."""

    head: str
    name: str
    """The set."""
    files: Sequence[str | Path]
    """Files and folders with the set, below the folder of development data."""
    count: Callable[[Readings, Path], Iterator[Tally]]
    """The model's readings and the folder of development data in, counts of the documents of the set out."""
    formula: Formula
    """From sums of counts to figures between 0 and 1."""
    bars: Mapping[str, float] = field(default_factory=dict)
    """What some of the figures shall reach, in percent."""

    @property
    def key(self) -> str:
        """Head and set in one line."""
        return f"{self.head} on {self.name}"

    def missing(self, data: Path) -> list[str]:
        """The files that are not there."""
        return [Path(name).name for name in self.files if not (data / name).exists()]

    def digest(self, data: Path) -> str:
        """The SHA-256 of the set: of the names and contents of its files."""
        digest = hashlib.sha256()
        for name in self.files:
            top = data / name
            for path in sorted(p for p in top.rglob("*") if p.is_file()) if top.is_dir() else [top]:
                content = hashlib.sha256(path.read_bytes()).hexdigest()
                digest.update(f"{path.relative_to(top.parent).as_posix()} {content}\n".encode())
        return digest.hexdigest()


def spans(tally: Tally, name: str, found: Set[object], gold: Set[object]) -> None:
    """Count two sets of things under a name, for `f1_of`."""
    tally.update({(name, "right"): len(found & gold), (name, "found"): len(found), (name, "gold"): len(gold)})


def f1_of(sums: Sums, name: str) -> Values:
    """F1 of what `spans` counted under a name."""
    return f1(sums[name, "right"], sums[name, "found"], sums[name, "gold"])
