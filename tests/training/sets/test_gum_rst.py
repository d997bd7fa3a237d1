"""Statements out of discourse relations: which units are cues, what they hold, and what stays open."""

from __future__ import annotations

from pathlib import Path

import pytest

from diurna_training.labels import IGNORED
from diurna_training.layers import LAYERS, ROLES, Marked
from diurna_training.samples import DataError
from diurna_training.sets.gum_rst import load_gum_rst

# "The envoy said the port is closed . We know they accused him . According to Liv , it rained ."
WORDS = [
    "The\tthe\tDET\tDT\t2\tdet",
    "envoy\tenvoy\tNOUN\tNN\t3\tnsubj",
    "said\tsay\tVERB\tVBD\t0\troot",
    "the\tthe\tDET\tDT\t5\tdet",
    "port\tport\tNOUN\tNN\t7\tnsubj",
    "is\tbe\tAUX\tVBZ\t7\tcop",
    "closed\tclosed\tADJ\tJJ\t3\tccomp",
    ".\t.\tPUNCT\t.\t3\tpunct",
    "",
    "We\twe\tPRON\tPRP\t2\tnsubj",
    "know\tknow\tVERB\tVBP\t0\troot",
    "they\tthey\tPRON\tPRP\t4\tnsubj",
    "accused\taccuse\tVERB\tVBD\t2\tccomp",
    "him\the\tPRON\tPRP\t4\tobj",
    ".\t.\tPUNCT\t.\t2\tpunct",
    "",
    "According\taccord\tVERB\tVBG\t3\tcase",
    "to\tto\tADP\tIN\t1\tfixed",
    "Liv\tLiv\tPROPN\tNNP\t6\tobl",
    ",\t,\tPUNCT\t,\t3\tpunct",
    "it\tit\tPRON\tPRP\t6\tnsubj",
    "rained\train\tVERB\tVBD\t0\troot",
    ".\t.\tPUNCT\t.\t6\tpunct",
]
UNITS = [
    ("The envoy said", 3, 0, 2, "attribution-positive_r"),
    ("the port is closed .", 7, 0, 0, "ROOT"),
    ("We know", 10, 0, 4, "attribution-positive_r"),
    ("they accused him .", 12, 1, 2, "joint-list_m"),
    ("According to Liv ,", 17, 0, 6, "attribution-positive_r"),
    ("it rained .", 20, 1, 4, "joint-list_m"),
]


def write(folder: Path, units: list[tuple[str, int, int, int, str]]) -> None:
    (folder / "dep").mkdir(exist_ok=True)
    (folder / "rst" / "dependencies").mkdir(parents=True, exist_ok=True)
    rows: list[str] = []
    number = 0
    for word in WORDS:
        number = number + 1 if word else 0
        form, lemma, upos, xpos, head, rel = word.split("\t") if word else [""] * 6
        rows.append("\t".join((str(number), form, lemma, upos, xpos, "_", head, rel, "_", "_")) if word else "")
    (folder / "dep" / "GUM_news_x.conllu").write_text("\n".join([*rows, "", ""]))
    lines = [
        "\t".join((str(k), text, str(order), "_", "_", f"a=b|head_id={head}", str(governor), rel, "_", "_"))
        for k, (text, head, order, governor, rel) in enumerate(units, start=1)
    ]
    (folder / "rst" / "dependencies" / "GUM_news_x.rsd").write_text("\n".join(lines) + "\n")


@pytest.fixture
def text(tmp_path: Path) -> Marked:
    write(tmp_path, UNITS)
    return load_gum_rst(tmp_path)[0]


def words(text: Marked, labels: list[int], wanted: int) -> list[str]:
    return [form for form, label in zip(text.tokens.forms, labels, strict=True) if label == wanted]


def test_verbs_of_speech_and_according_to_are_cues(text: Marked) -> None:
    begin, inside = (LAYERS["cue"].index(label) for label in ("B-CUE", "I-CUE"))
    assert words(text, text.layers["cue"], begin) == ["said", "According"]
    assert words(text, text.layers["cue"], inside) == ["to"]


def test_other_attributions_and_unattributed_words_of_speech_stay_open(text: Marked) -> None:
    unsure = words(text, text.layers["cue"], IGNORED)
    assert {"We", "know", "accused"} <= set(unsure)
    assert not {"port", "they", "rained"} & set(unsure)


def test_frames_hold_source_and_content(text: Marked) -> None:
    said, according = text.frames
    assert words(text, said.labels, ROLES.index("source")) == ["The", "envoy"]
    assert words(text, said.labels, ROLES.index("content")) == ["the", "port", "is", "closed"]
    assert words(text, said.labels, 0) == ["said", "."]
    assert words(text, according.labels, ROLES.index("source")) == ["Liv"]
    assert words(text, according.labels, ROLES.index("content")) == ["it", "rained"]


def test_other_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no discourse dependencies"):
        load_gum_rst(tmp_path)
    write(tmp_path, UNITS[:-1])
    with pytest.raises(DataError, match="18 words for 21"):
        load_gum_rst(tmp_path)
    (tmp_path / "rst" / "dependencies" / "GUM_news_x.rsd").write_text("1\ttwo\n")
    with pytest.raises(DataError, match="not a row"):
        load_gum_rst(tmp_path)
