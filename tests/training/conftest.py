"""Training is a package of its own, outside the installed one."""

import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "training" / "src"))


@pytest.fixture(scope="session")
def tiny_treebank() -> Path:
    """A dozen sentences written for these tests."""
    return Path(__file__).parent / "tiny.conllu"


@pytest.fixture(scope="session")
def language_data() -> Path:
    """The data sets, where there are any: `$DIURNA_DATA`, by default `../shared` beside the repository."""
    shared = Path(os.environ.get("DIURNA_DATA", ROOT.parent / "shared"))
    for folder in (shared / "data" / "language", shared / "language", shared):
        if (folder / "ud_ewt").is_dir():
            return folder
    pytest.skip("the data folder is not there (DIURNA_DATA)")
