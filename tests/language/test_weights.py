import json
from pathlib import Path

import pytest

from diurna.language import weights
from diurna.language.weights import WeightsError, WeightsFolder


def make_folder(path: Path) -> Path:
    for name in weights.FILES:
        (path / name).write_bytes(name.encode())
    sums = {name: weights.sha256_of(path / name) for name in weights.FILES}
    config = {"format": weights.FORMAT, "sha256": sums, "labels": {"upos": ["NOUN"]}}
    (path / weights.CONFIG).write_text(json.dumps(config))
    return path


def test_whole_folder(tmp_path: Path) -> None:
    assert WeightsFolder.open(make_folder(tmp_path)).labels == {"upos": ("NOUN",)}


@pytest.mark.parametrize("name", [*weights.FILES, weights.CONFIG])
def test_missing_file(tmp_path: Path, name: str) -> None:
    (make_folder(tmp_path) / name).unlink()
    with pytest.raises(WeightsError, match="missing") as caught:
        WeightsFolder.open(tmp_path)
    assert caught.value.path.name == name


def test_damaged_file(tmp_path: Path) -> None:
    (make_folder(tmp_path) / weights.MODEL).write_bytes(b"something else")
    with pytest.raises(WeightsError, match="damaged"):
        WeightsFolder.open(tmp_path)


def test_other_format(tmp_path: Path) -> None:
    (make_folder(tmp_path) / weights.CONFIG).write_text('{"format": 999}')
    with pytest.raises(WeightsError, match="format 999"):
        WeightsFolder.open(tmp_path)


@pytest.mark.parametrize("text", ["{", "[]"])
def test_unreadable_configuration(tmp_path: Path, text: str) -> None:
    (make_folder(tmp_path) / weights.CONFIG).write_text(text)
    with pytest.raises(WeightsError):
        WeightsFolder.open(tmp_path)
