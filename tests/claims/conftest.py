"""Lets the tests of the claim reader share their helpers (`telling`), which lie beside them."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
