"""What finds and resolves the time expressions of a text: the contract, and diurna under it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from benchmarks.time.scoring import Timed
from diurna.language import Reading, read
from diurna.model import Edtf, Published
from diurna.times import find_times, resolve_times
from diurna_training.sets.timeml import Document


class Reader(Protocol):
    """A tool under test."""

    name: str

    def find(self, text: str, day: dt.date | None) -> Sequence[Timed]:
        """The expressions of a text that was published on a day, in order; spans are half-open, of code points."""
        ...


class Diurna:
    """diurna from raw text: the language model's reading, then the time stage. Readings are kept for `TimeStage`."""

    name = "diurna"

    def __init__(self) -> None:
        self.readings: dict[str, Reading] = {}

    def find(self, text: str, day: dt.date | None) -> Sequence[Timed]:
        """Read the text and resolve its expressions."""
        (self.readings[text],) = read([text])
        return resolved(self.readings[text], day)


class TimeStage:
    """The time stage of diurna alone, on readings made beforehand."""

    name = "diurna, time stage"

    def __init__(self, readings: dict[str, Reading]) -> None:
        self.readings = readings

    def find(self, text: str, day: dt.date | None) -> Sequence[Timed]:
        """Resolve the expressions of a text that was read."""
        return resolved(self.readings[text], day)


def resolved(reading: Reading, day: dt.date | None) -> Sequence[Timed]:
    """What diurna finds in a reading of a text that was published on a day."""
    published = Published(edtf=Edtf.day(day), basis="metadata") if day else Published()
    return resolve_times(reading, find_times(reading), published)


def created(document: Document) -> dt.date | None:
    """The day on which a document was made; none where its creation time names no day."""
    try:
        return dt.datetime.strptime(document.created[:10], "%Y-%m-%d").date()
    except ValueError:
        return None
