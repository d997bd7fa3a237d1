"""Lets the tests of the cast share their helpers (`cast_trees`, `cast_gum`), which lie beside them."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
