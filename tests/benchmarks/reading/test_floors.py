"""Floors: what fell is told, what cannot be compared is said, and the accepted figures of this repository hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.reading.__main__ import MEASURES, accepted
from benchmarks.reading.corpus import NAME
from benchmarks.reading.floors import Accepted, faults, read_floors, skipped, write_floors
from benchmarks.reading.readings import Readings
from benchmarks.reading.results import Result

from diurna.language import weights

FILE = Path(__file__).parents[3] / "benchmarks" / "floors.toml"
FLOORS = {"names on a set": Accepted("d1", {"PER F1": 90.0, "ORG F1": 70.0}), "trees on a set": Accepted("d2")}


def test_floors_are_written_and_read(tmp_path: Path) -> None:
    write_floors(tmp_path / "floors.toml", FLOORS)
    assert read_floors(tmp_path / "floors.toml") == FLOORS


def test_a_figure_may_be_a_tenth_below_its_floor() -> None:
    measured = {"names on a set": Accepted("d1", {"PER F1": 89.95, "ORG F1": 69.8})}
    assert list(faults(FLOORS, measured)) == ["names on a set: ORG F1 69.80 is below its floor of 70.00"]


def test_a_figure_that_is_gone_is_a_fault() -> None:
    assert list(faults(FLOORS, {"names on a set": Accepted("d1", {"PER F1": 95.0})})) == [
        "names on a set: ORG F1 is measured no more"
    ]


def test_other_data_and_new_measures_are_not_compared() -> None:
    measured = {"names on a set": Accepted("other", {"PER F1": 1.0}), "times on a set": Accepted("d3")}
    assert not list(faults(FLOORS, measured))
    assert list(skipped(FLOORS, measured)) == [
        "times on a set: no floors",
        "names on a set: not compared, the floors are of other data",
    ]


def test_the_shipped_model_keeps_its_floors_on_the_claims_corpus() -> None:
    if not (weights.default_folder() / weights.CONFIG).exists():
        pytest.skip("the weights are not in this checkout")
    readings, nowhere = Readings(), Path()
    results = [Result.of(measure, readings, nowhere) for measure in MEASURES if measure.name == NAME]
    measured = accepted(results, nowhere)
    floors = read_floors(FILE)
    assert not list(skipped(floors, measured)), (
        "renew: python -m benchmarks.reading --floors benchmarks/floors.toml --write"
    )
    assert not list(faults(floors, measured))
