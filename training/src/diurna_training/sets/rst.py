"""Discourse dependencies of GUM (`.rsd`): which unit of a text attributes which others to somebody.

One unit a row, in text order: its number, its words, the order in which it was attached to its governor (0 first), ...,
the number of its governor and its relation. What was attached to the governor before a unit belongs to the nucleus
of that unit's relation (Morey et al. 2018, "A dependency perspective on RST discourse parsing").
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from diurna_training.samples import DataError

_COLUMNS = 10
_HEAD = "head_id="
_MAY_DIFFER = 0.01
"""The share of words with a spelling that only one of the two files corrects."""


@dataclass(frozen=True)
class Unit:
    """One elementary discourse unit: its words `[start, end)` in the text, the word that heads it and its relation."""

    start: int
    end: int
    head: int
    order: int
    governor: int
    relation: str


def read_units(path: Path, forms: tuple[str, ...]) -> list[Unit]:
    """The units over the words `forms` of a text. Raises `DataError` where the file is another or has other words."""
    units: list[Unit] = []
    at = differing = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            continue
        row = line.split("\t")
        heads = [part for part in row[5].split("|") if part.startswith(_HEAD)] if len(row) == _COLUMNS else []
        if not heads:
            raise DataError(f"{path.name}: not a row of discourse dependencies: {line[:60]}")
        words = row[1].split(" ")
        differing += sum(a != b for a, b in zip(words, forms[at:], strict=False))
        head = int(heads[0].removeprefix(_HEAD)) - 1
        units.append(Unit(at, at + len(words), head, int(row[2]), int(row[6]) - 1, row[7]))
        at += len(words)
    if at != len(forms) or differing > _MAY_DIFFER * at:
        raise DataError(f"{path.name}: {at} words for {len(forms)} of its treebank, {differing} differ")
    return units


def nucleus(units: list[Unit], number: int) -> list[Unit]:
    """The units of the nucleus that unit `number` is a satellite of, in text order."""
    satellite = units[number]
    inner = [
        k
        for k, unit in enumerate(units)
        if unit.governor == satellite.governor and unit.order < satellite.order and k != number
    ]
    held = {satellite.governor}.union(*(_below(units, k) for k in inner))
    return [units[k] for k in sorted(held)]


def _below(units: list[Unit], number: int) -> set[int]:
    found = {number}
    for k, unit in enumerate(units):
        if unit.governor == number:
            found |= _below(units, k)
    return found
