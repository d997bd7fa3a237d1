"""Dates of GUM as time expressions: what is taken, and what stays open."""

from __future__ import annotations

from pathlib import Path

import pytest

from diurna_training.labels import IGNORED
from diurna_training.layers import LAYERS, Marked
from diurna_training.samples import DataError
from diurna_training.sets.gum_dates import add_dates


def write(path: Path, words: list[tuple[str, str]]) -> Marked:
    rows = [
        "\t".join(
            (str(k), form, form.lower(), "X", "NN", "_", str(k - 1), "root" if k == 1 else "dep", "_", note or "_")
        )
        for k, (form, note) in enumerate(words, start=1)
    ]
    path.write_text("\n".join([*rows, "", ""]))
    return Marked.of(path.stem, "gum_marks", " ".join(form for form, _ in words))


def times(text: Marked) -> dict[str, str]:
    labels = zip(text.tokens.forms, text.layers["time"], strict=True)
    return {form: "?" if k == IGNORED else LAYERS["time"][k] for form, k in labels if k}


def test_dates_and_clock_times(tmp_path: Path) -> None:
    date, both, end = 'XML=<date when:::"2019-03-05">', 'XML=<date when:::"2019">', "XML=</date>"
    words = [("On", ""), ("March", date), ("5", end), ("she", ""), ("left", ""), ("us", ""), ("at", "")]
    words += [("10:30", f"SpaceAfter=Yes|{both}</date>"), ("for", ""), ("Oslo", "")]
    text = write(tmp_path / "a.conllu", words)
    add_dates([text], tmp_path)
    assert times(text) == {"March": "B-DATE", "5": "I-DATE", "10:30": "B-TIME"}


def test_what_gum_does_not_mark_or_marks_otherwise_stays_open(tmp_path: Path) -> None:
    words = [
        ("We", ""),
        ("stayed", ""),
        ("there", ""),
        ("three", ""),
        ("weeks", ""),
        ("in", ""),
        ("all", ""),
        ("rain", ""),
    ]
    words += [("until", ""), ("the", 'XML=<date when:::"2019-03-05">'), ("opening", ""), ("game", "XML=</date>")]
    words += [("of", ""), ("past", 'XML=<date from:::"2014" to:::"2019">'), ("5", ""), ("years", "XML=</date>")]
    text = write(tmp_path / "a.conllu", words)
    add_dates([text], tmp_path)
    assert set(times(text).values()) == {"?"}
    assert set(times(text)) == {"there", "three", "weeks", "in", "all", "the", "opening", "game", "past", "5", "years"}


def test_broken_files_are_refused(tmp_path: Path) -> None:
    text = write(tmp_path / "a.conllu", [("May", 'XML=<date when:::"--05">'), ("came", "")])
    with pytest.raises(DataError, match="word 1 and does not end"):
        add_dates([text], tmp_path)
    text = write(tmp_path / "a.conllu", [("May", "XML=</date>")])
    with pytest.raises(DataError, match="did not begin"):
        add_dates([text], tmp_path)
    with pytest.raises(DataError, match="another text"):
        add_dates([Marked.of("a", "gum_marks", "June")], tmp_path)
