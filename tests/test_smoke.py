"""What every installation must give: a light import, and all data files inside the package."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.resources import files
from importlib.resources.abc import Traversable

import pytest

HEAVY = {"numpy", "onnxruntime", "tokenizers", "rich", "trafilatura", "rapidfuzz", "click", "torch"}


def loaded_after(statement: str) -> set[str]:
    """The top-level modules that a fresh interpreter holds after the statement."""
    code = f"{statement}\nimport json, sys\nprint(json.dumps(sorted({{m.split('.')[0] for m in sys.modules}})))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_import_is_light() -> None:
    assert loaded_after("import diurna") & HEAVY == set()


def test_model_values_are_light() -> None:
    assert loaded_after("import diurna.model") & HEAVY == set()


@pytest.mark.parametrize(
    ("package", "suffix", "least"),
    [
        ("diurna.vocabulary", ".toml", 1),
        ("diurna.language", ".onnx", 1),
        ("diurna.ledger.migrations", ".sql", 1),
        ("diurna.demo", ".json", 1),
        ("diurna.demo.reports", ".txt", 6),
    ],
)
def test_data_files_are_in_the_package(package: str, suffix: str, least: int) -> None:
    folder, _, rest = package.partition(".")
    found = _names(files(folder).joinpath(*rest.split(".")))
    assert sum(name.endswith(suffix) for name in found) >= least


def _names(folder: Traversable) -> list[str]:
    """The names of all files under a folder of package resources."""
    nested = (_names(entry) if entry.is_dir() else [entry.name] for entry in folder.iterdir())
    return [name for names in nested for name in names]


def test_package_says_that_it_is_typed() -> None:
    assert files("diurna").joinpath("py.typed").is_file()
