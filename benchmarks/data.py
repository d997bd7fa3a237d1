"""Where the development data is, which is no part of the project."""

from __future__ import annotations

import os
from pathlib import Path


def data_folder() -> Path:
    """The folder that `DIURNA_DATA` names, by default `../shared` beside the repository."""
    return Path(os.environ.get("DIURNA_DATA", Path(__file__).resolve().parents[2] / "shared"))
