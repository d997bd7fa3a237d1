"""The record in the formats that other tools read: one file a format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from diurna.export.csv import csv_lines
from diurna.export.record import record_lines, record_rows

if TYPE_CHECKING:
    from diurna.ledger import View

FORMATS: dict[str, Callable[[View], Iterator[bytes]]] = {"record": record_lines, "csv": csv_lines}
"""Every format by the name that `export --format` takes."""

__all__ = ["FORMATS", "csv_lines", "record_lines", "record_rows"]
