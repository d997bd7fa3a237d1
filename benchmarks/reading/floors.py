"""The last accepted figures, below which none may fall: a file with them and the digests of what they are of."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

SLACK = 0.1
"""How far a figure may be below its floor, in percent."""


@dataclass(frozen=True)
class Accepted:
    """The figures of a measure in percent, and the digest of what they were measured on."""

    digest: str
    figures: dict[str, float] = field(default_factory=dict)


Floors = dict[str, Accepted]
"""By head and set (`Measure.key`)."""


def read_floors(path: Path) -> Floors:
    """The floors in a file. Raises `OSError`, `tomllib.TOMLDecodeError` or `KeyError`."""
    written = tomllib.loads(path.read_text(encoding="utf-8"))
    return {key: Accepted(found["digest"], found["figures"]) for key, found in written.items()}


def write_floors(path: Path, floors: Floors) -> None:
    """Write floors, to two decimals."""
    lines = ["# Written by `python -m benchmarks.reading --floors FILE --write`; see `benchmarks/reading/floors.py`."]
    for key, accepted in sorted(floors.items()):
        lines += ["", f"[{_quoted(key)}]", f"digest = {_quoted(accepted.digest)}", f"[{_quoted(key)}.figures]"]
        lines += [f"{_quoted(name)} = {value:.2f}" for name, value in accepted.figures.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def faults(floors: Floors, measured: Floors) -> Iterator[str]:
    """Every floored figure that fell, or that is measured no more, where the data is the same."""
    for key, ours, floor in _both(floors, measured):
        if ours.digest == floor.digest:
            for name, least in floor.figures.items():
                if name not in ours.figures:
                    yield f"{key}: {name} is measured no more"
                elif ours.figures[name] < least - SLACK:
                    yield f"{key}: {name} {ours.figures[name]:.2f} is below its floor of {least:.2f}"


def skipped(floors: Floors, measured: Floors) -> Iterator[str]:
    """What cannot be compared: measures without floors, and those whose data is not that of the floors."""
    yield from (f"{key}: no floors" for key in measured if key not in floors)
    for key, ours, floor in _both(floors, measured):
        if ours.digest != floor.digest:
            yield f"{key}: not compared, the floors are of other data"


def _both(floors: Floors, measured: Floors) -> Iterable[tuple[str, Accepted, Accepted]]:
    return ((key, ours, floors[key]) for key, ours in measured.items() if key in floors)


def _quoted(text: str) -> str:
    """A string as TOML has it (that of JSON, for what has no control characters)."""
    return json.dumps(text, ensure_ascii=False)
