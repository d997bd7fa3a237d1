"""Values travel as JSON and come back the same."""

from __future__ import annotations

import json

import msgspec
import pytest

from diurna.model import (
    Claim,
    Edtf,
    Evidence,
    Extraction,
    LocalEntity,
    Office,
    Participant,
    Place,
    Published,
    Report,
    Span,
    Statement,
)
from diurna.model.codec import decode, encode, plain

TEXT = "Modou Ba: Président Aïcha Sarr “will visit” Lima in May."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words), text=words)


EXTRACTION = Extraction(
    report=Report(
        id="r1",
        file="sarr.txt",
        text=TEXT,
        sha256="00",
        title="Sarr to visit Peru",
        published=Published(edtf=Edtf.parse("2031-04-02~"), basis="inferred", reasons=("names May as ahead",)),
    ),
    entities=(
        LocalEntity(
            key="p0",
            type="person",
            name="Aïcha Sarr",
            names=("Aïcha Sarr", "Sarr"),
            offices=(Office(title="President", of="Senegal", start=Edtf.parse("2029/..")),),
            country="SEN",
        ),
    ),
    statements=(
        Statement(
            id="s1",
            report="r1",
            sources=(("Radio Teranga",), ("Modou Ba", "Awa Faye")),
            cue=span("Modou Ba:"),
            content=(span("Président Aïcha Sarr"), span("will visit")),
        ),
    ),
    claims=(
        Claim(
            id="c1",
            report="r1",
            type="CONSULT",
            kind="visit",
            value="CT+",
            tense="future",
            trigger=span("visit"),
            evidence=Evidence(start=0, end=len(TEXT), exact=TEXT, prefix="", suffix=""),
            date=Edtf.parse("2031-05"),
            place=Place(name="Lima", country="PER"),
            participants=(Participant(entity="p0", name="Aïcha Sarr", role="actor"),),
        ),
    ),
)


def test_what_is_encoded_comes_back_the_same() -> None:
    assert decode(encode(EXTRACTION), Extraction) == EXTRACTION
    assert encode(decode(encode(EXTRACTION), Extraction)) == encode(EXTRACTION)


def test_the_json_is_readable_by_anyone() -> None:
    read = json.loads(encode(EXTRACTION))
    assert read == json.loads(json.dumps(plain(EXTRACTION)))
    assert read["claims"][0]["trigger"] == {
        "start": TEXT.index("visit"),
        "end": TEXT.index("visit") + 5,
        "text": "visit",
    }
    assert read["report"]["text"] == TEXT
    assert read["statements"][0]["said_on"] is None


@pytest.mark.parametrize("wrong", [b"{}", b'{"name": 3}', b'{"edtf": "some day"}', b'{"basis": "guessed"}', b"{"])
def test_what_is_no_such_value_is_refused(wrong: bytes) -> None:
    kind = Place if b"edtf" not in wrong and b"basis" not in wrong else Published
    with pytest.raises(msgspec.DecodeError):
        decode(wrong, kind)


def test_a_foreign_value_has_no_json_form() -> None:
    with pytest.raises(NotImplementedError, match="complex"):
        encode(1j)
