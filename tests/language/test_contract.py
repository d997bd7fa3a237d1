"""What every reader promises: a check that sees each broken promise, and two readers that keep all of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from diurna.language import NameSpan, Reading, StatementSpan, TimeSpan
from diurna.language.contract import Reader, check
from diurna.language.readers import open_shipped
from diurna.language.reading import int_array

SALT = " \n\t\u00a0\u2028\u200b\u0301.,'’“”🎣\x00AIis"
ODD = st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from(SALT)), max_size=60)


@pytest.fixture(scope="module", params=["diurna", "spacy"])
def reader(request: pytest.FixtureRequest) -> Reader:
    """The shipped model, and a spaCy pipeline that only finds words."""
    if request.param == "diurna":
        return open_shipped("")
    pytest.importorskip("spacy", reason="needs the extra spacy")
    from diurna.language.spacy_reader import open_pipeline

    return open_pipeline("blank:en")


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(ODD, max_size=3))
@example(texts=["", " \n\t", "\n\nTalks\n\n began.  They went on.\n", "a\u0301\u200b🎣 ’s"])
def test_readers_keep_the_contract(reader: Reader, texts: list[str]) -> None:
    readings = reader.read(texts)
    assert len(readings) == len(texts)
    for text, reading in zip(texts, readings, strict=True):
        check(reading, text)


def test_readers_say_who_they_are(reader: Reader) -> None:
    assert reader.name.split()[0] in ("diurna", "spacy")
    assert len(reader.name.split()) > 1
    assert "\n" not in reader.name


TEXT = "Ada met Ben. He left."
SOUND = Reading(
    text=TEXT,
    starts=int_array([0, 4, 8, 11, 13, 16, 20]),
    ends=int_array([3, 7, 11, 12, 15, 20, 21]),
    sentences=int_array([0, 4, 7]),
    forms=("Ada", "met", "Ben", ".", "He", "left", "."),
    lemmas=("Ada", "meet", "Ben", ".", "he", "leave", "."),
    upos=("PROPN", "VERB", "PROPN", "PUNCT", "PRON", "VERB", "PUNCT"),
    xpos=("NNP", "VBD", "NNP", ".", "PRP", "VBD", "."),
    feats=("",) * 7,
    heads=int_array([1, -1, 1, 1, 5, -1, 5]),
    deprels=("nsubj", "root", "obj", "punct", "nsubj", "root", "punct"),
    names=(NameSpan(0, 1, "PER", 1.0), NameSpan(2, 3, "PER", 0.5)),
)


def test_a_sound_reading_passes() -> None:
    check(SOUND, TEXT)


@pytest.mark.parametrize(
    ("promise", "change"),
    [
        ("verbatim", {"text": TEXT + " "}),
        ("all its fields", {"lemmas": SOUND.lemmas[1:]}),
        ("no token is empty", {"ends": int_array([0, 7, 11, 12, 15, 20, 21])}),
        ("in order and apart", {"ends": int_array([5, 7, 11, 12, 15, 20, 21])}),
        ("in order and apart", {"ends": int_array([3, 7, 11, 12, 15, 20, 22])}),
        ("words of the text", {"forms": ("ada", *SOUND.forms[1:])}),
        ("universal", {"upos": ("NNP", *SOUND.upos[1:])}),
        ("run from 0", {"sentences": int_array([0, 4])}),
        ("no sentence is empty", {"sentences": int_array([0, 4, 4, 7])}),
        ("one tree", {"heads": int_array([1, -1, 1, 1, 5, 1, 5])}),
        ("one tree", {"heads": int_array([1, -1, -1, 1, 5, -1, 5])}),
        ("one tree", {"heads": int_array([2, -1, 0, 1, 5, -1, 5])}),
        ("one tree", {"heads": int_array([1, -1, 1, 9, 5, -1, 5])}),
        ("called root", {"deprels": ("root", "root", *SOUND.deprels[2:])}),
        ("a label and a score", {"names": (NameSpan(0, 1, "GPE", 1.0),)}),
        ("a label and a score", {"names": (NameSpan(0, 1, "PER", 1.5),)}),
        ("names stand", {"names": SOUND.names[::-1]}),
        ("names stand", {"names": (NameSpan(6, 8, "PER", 1.0),)}),
        ("times, statements and events", {"times": (TimeSpan(1, 3, "DATE", 1.0), TimeSpan(2, 4, "DATE", 1.0))}),
        ("times, statements and events", {"statements": (StatementSpan(6, 8, 1.0),)}),
        ("chains hold", {"chains": ((4, 0),)}),
        ("chains hold", {"chains": ((0, 7),)}),
    ],
)
def test_a_broken_promise_is_named(promise: str, change: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=promise):
        check(replace(SOUND, **change), TEXT)
