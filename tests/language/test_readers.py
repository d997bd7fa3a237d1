"""Readers by name: the shipped one, those that installed packages offer, and one clear line where there is none."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib.metadata import EntryPoint
from importlib.util import find_spec
from pathlib import Path

import pytest

from diurna.language import load_model
from diurna.language.contract import NoReader
from diurna.language.readers import GROUP, find_reader, installed, open_shipped
from diurna.language.weights import WeightsError

ROOT = Path(__file__).parents[2]
TOY = """
class Toy:
    def __init__(self, option):
        self.name = f"toy {option}"

    def read(self, texts):
        return []
"""


@pytest.fixture
def toys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed package that offers two readers, one of which needs a library that is absent."""
    (tmp_path / "toy_readers.py").write_text(TOY, encoding="utf-8")
    (tmp_path / "toy_broken.py").write_text("import no_such_library", encoding="utf-8")
    about = tmp_path / "toys-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: toys\nVersion: 1.0\n", encoding="utf-8")
    offers = f"[{GROUP}]\ntoy = toy_readers:Toy\nbroken = toy_broken:Toy\n"
    (about / "entry_points.txt").write_text(offers, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    find_reader.cache_clear()


def test_the_shipped_model_is_the_default() -> None:
    assert find_reader() is find_reader("diurna") is load_model()


def test_the_shipped_reader_takes_a_folder_of_weights(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="missing"):
        find_reader(f"diurna:{tmp_path}")


@pytest.mark.usefixtures("toys")
def test_a_package_offers_a_reader() -> None:
    assert find_reader("toy").name == "toy "
    assert find_reader("toy:C:/there").name == "toy C:/there"
    assert find_reader("toy") is find_reader("toy")


@pytest.mark.usefixtures("toys")
def test_an_unknown_name_lists_what_is_there() -> None:
    with pytest.raises(NoReader, match=r"^no reader 'toi'; installed: .*broken, diurna, .*toy$") as caught:
        find_reader("toi:x")
    assert caught.value.exit_code == 2


@pytest.mark.usefixtures("toys")
def test_a_reader_that_cannot_work_says_why() -> None:
    with pytest.raises(NoReader, match="reader broken: No module named 'no_such_library'"):
        find_reader("broken")
    found = installed()
    assert found["toy"] is None
    assert found["broken"] == "No module named 'no_such_library'"


OFFERED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"][GROUP]


def test_this_package_offers_the_shipped_model() -> None:
    assert EntryPoint("diurna", OFFERED["diurna"], GROUP).load() is open_shipped


def test_this_package_offers_spacy() -> None:
    entry = EntryPoint("spacy", OFFERED["spacy"], GROUP)
    if find_spec("spacy"):
        assert entry.load()("blank:en").name.startswith("spacy ")
    else:
        with pytest.raises(NoReader, match=r"pip install 'diurna\[spacy\]'"):
            entry.load()


def test_the_default_looks_up_no_entry_points() -> None:
    code = (
        "import importlib.metadata as m\n"
        "def never(**_): raise AssertionError\n"
        "m.entry_points = never\n"
        "from diurna.language.readers import find_reader\n"
        "find_reader()"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": str(ROOT / "src")})
