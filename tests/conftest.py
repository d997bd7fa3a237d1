"""Shared fixtures: where the development data lies, when it is there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of development data (`DIURNA_DATA`, default `../shared`); the test is skipped where it is absent."""
    folder = Path(os.environ.get("DIURNA_DATA", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"development data not found: set DIURNA_DATA (looked in {folder.name})")
    return folder
