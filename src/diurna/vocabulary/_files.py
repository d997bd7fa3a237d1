"""Reads the vocabulary's data files: tab-separated tables with `#` comments, and TOML.

In a table a cell may hold several values, separated by `|`; an empty cell is written as nothing or `-`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any


def read_table(name: str, columns: int) -> Iterator[list[str]]:
    """The rows of a table, each with exactly `columns` cells; missing cells at the end of a row are empty."""
    text = (files(__package__) / name).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = ["" if cell == "-" else cell for cell in line.split("\t")]
        if len(cells) > columns:
            raise ValueError(f"{name}:{number}: {len(cells)} cells, expected {columns}")
        yield cells + [""] * (columns - len(cells))


@cache
def read_toml(name: str) -> dict[str, Any]:
    """The content of a TOML file, read once; not to be written to."""
    return tomllib.loads((files(__package__) / name).read_text(encoding="utf-8"))


def several(cell: str) -> tuple[str, ...]:
    """The values of a cell, in order, each once."""
    return tuple(dict.fromkeys(part for part in cell.split("|") if part))
