"""Scores every head of the language model on its development set: `python -m benchmarks.reading`.

`corpus/src` and `training/src` must be on the Python path. The sets are in the folder of development data
(`DIURNA_DATA`, default `../shared` beside the repository), and a set that is absent is left out; the claims corpus is
in the repository. Its texts have no annotated sentences, so that sentences are measured on the treebanks alone.
Intervals are percentile bootstrap over documents. Words a second are those of the readings from raw text, on one core.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.data import data_folder
from benchmarks.reading import chains, cost, dates, events, names, statements, times, trees
from benchmarks.reading.contract import Measure
from benchmarks.reading.floors import Accepted, Floors, faults, read_floors, skipped, write_floors
from benchmarks.reading.readings import Readings
from benchmarks.reading.results import Result, Row, table

MEASURES: tuple[Measure, ...] = tuple(
    measure for head in (trees, names, times, dates, statements, events, chains) for measure in head.MEASURES
)
HEADS = tuple(dict.fromkeys(measure.head for measure in MEASURES))
CARD = "MODEL_CARD.md"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; 1 where a figure is below its floor."""
    parser = _parser()
    given = parser.parse_args(arguments)
    if given.write and not given.floors:
        parser.error("--write needs the file of the floors (--floors)")
    readings = Readings(given.weights)
    results = [Result.of(measure, readings, given.data) for measure in _measures(given.only or HEADS, given.data)]
    rows = [*(row for result in results for row in result.rows()), cost.size(readings.folder)]
    lost = _losses(results, given.against, given.data) if given.against else []
    speed = list(cost.speed(readings))
    print(_as_json(rows, lost, readings) if given.json else "\n".join([table(rows), "", *speed]))
    if lost and not given.json:
        print(f"\nlost against {given.against}\n{table(lost)}")
    if given.card:
        write_card(readings.folder / CARD, table(rows))
    return _floors(given.floors, given.write, accepted(results, given.data)) if given.floors else 0


def _measures(heads: Iterable[str], data: Path) -> Iterator[Measure]:
    """The measures of some heads; those whose data is not there are left out, which is said."""
    for measure in MEASURES:
        missing = measure.missing(data)
        if measure.head in heads and missing:
            print(f"{measure.key} left out: {', '.join(missing)} not found in the development data", file=sys.stderr)
        elif measure.head in heads:
            yield measure


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="benchmarks.reading", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=data_folder(), help="folder of development data")
    parser.add_argument("--weights", type=Path, help="weights folder (default: the one inside the package)")
    parser.add_argument("--only", nargs="+", choices=HEADS, metavar="HEAD", help=f"some of {', '.join(HEADS)}")
    parser.add_argument(
        "--against", type=Path, metavar="FOLDER", help="weights to compare with, such as a float export"
    )
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--card", action="store_true", help=f"write the table into {CARD} of the weights folder")
    parser.add_argument("--floors", type=Path, metavar="FILE", help="exit with 1 where a figure is below its floor")
    parser.add_argument("--write", action="store_true", help="renew the floors instead")
    return parser


def _losses(results: Iterable[Result], weights: Path, data: Path) -> list[Row]:
    readings = Readings(weights)
    return [row for ours in results for row in ours.losses(Result.of(ours.measure, readings, data))]


def _as_json(rows: Iterable[Row], lost: Iterable[Row], readings: Readings) -> str:
    shown = {"figures": [asdict(row) for row in rows], "lost": [asdict(row) for row in lost]}
    return json.dumps({"weights": readings.model.version, **shown, "seconds": asdict(readings.spent)}, indent=1)


def write_card(path: Path, scores: str) -> None:
    """Put scores into the block of the model card that is for them. Raises `ValueError` where it has none."""
    card, found = re.subn(
        r"(## Scores\n\n```\n).*?(\n```)", lambda m: m[1] + scores + m[2], path.read_text(encoding="utf-8"), flags=re.S
    )
    if not found:
        raise ValueError(f"{path.name} has no block of scores")
    path.write_text(card, encoding="utf-8")


def accepted(results: Iterable[Result], data: Path) -> Floors:
    """The figures as floors."""
    return {
        result.measure.key: Accepted(result.measure.digest(data), {row.figure: row.value for row in result.rows()})
        for result in results
    }


def _floors(path: Path, write: bool, measured: Floors) -> int:
    floors = read_floors(path) if path.exists() else {}
    if write:
        write_floors(path, floors | measured)
        return 0
    for line in skipped(floors, measured):
        print(line, file=sys.stderr)
    fallen = list(faults(floors, measured))
    for line in fallen:
        print(line, file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
