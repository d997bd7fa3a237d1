"""Reading the vocabulary's data files, once each."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def toml(name: str) -> dict[str, Any]:
    """Return the content of the vocabulary file `name` (with its ending .toml)."""
    return tomllib.loads((files("diurna.vocabulary") / name).read_text(encoding="utf-8"))
