"""The benchmark on the corpus counts what agrees and what does not."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from benchmarks.claims import compare

from corpus import build
from diurna.model import Claim, Edtf, Evidence, Participant, Span
from diurna_corpus.format import ids
from diurna_corpus.resolve import Resolved


def claims_like(text: Resolved, **changes: Any) -> list[Claim]:
    """Claims that say what the annotation says, the first one with changes."""
    names = {"nordlys": "Nordlys", "norway": "Oslo", "aas": "Liv Aas", "rebels": "the rebels", "mediator": "a mediator"}
    made = []
    for number, gold in enumerate(text.claims):
        words, time = gold.trigger.of(text.text), text.time_of(gold.written)
        fields: dict[str, Any] = {
            "id": f"c{number}",
            "report": "r",
            "type": gold.written.type.partition("/")[0],
            "kind": "meeting",
            "value": gold.value,
            "tense": gold.tense,
            "mode": gold.mode,
            "trigger": Span(start=gold.trigger.start, end=gold.trigger.end, text=words),
            "evidence": Evidence(start=0, end=1, exact="B", prefix="", suffix=""),
            "participants": tuple(
                Participant(entity=member, name=names[member], role="actor")
                for key in ids(gold.written.actor)
                for member in text.written.entities[key].members or [key]
            ),
            "date": Edtf.parse(gold.written.date) if gold.written.date else None,
            "date_text": time.span.of(text.text) if time else None,
            "sources": tuple(tuple(names[key] for key in level) for level in text.sources(gold.by)),
        }
        made.append(Claim(**{**fields, **(changes if number == 0 else {})}))
    return made


def test_the_annotation_itself_is_wholly_right() -> None:
    text = build.resolved()
    figures = compare(text, claims_like(text)).figures()
    assert figures.pop("false happened") == 0
    assert set(figures.values()) == {1.0}


@pytest.mark.parametrize(
    ("changes", "figure"),
    [
        ({"type": "AGREE"}, "type"),
        ({"mode": "assertion"}, "status"),
        ({"sources": (("Nordlys",),)}, "innermost source"),
        ({"sources": ()}, "innermost source"),
        ({"trigger": Span(start=0, end=4, text="BERN")}, "trigger recall"),
        ({"date_text": "Tuesday"}, "governing expression F1"),
        ({"participants": ()}, "parties F1"),
        ({"participants": (Participant(entity="aas", name="Liv Aas", role="recipient"),)}, "participants F1"),
    ],
)
def test_what_differs_lowers_its_figure(changes: dict[str, Any], figure: str) -> None:
    text = build.resolved()
    assert compare(text, claims_like(text, **changes)).figures()[figure] < 1


@pytest.mark.parametrize(("day", "share"), [("2021-06-10", 1.0), ("2021-06", 0.5), ("../2021-06-13", 0.5), (None, 0.5)])
def test_a_date_is_right_inside_the_annotated_one(day: str | None, share: float) -> None:
    text = build.resolved()
    first, week, month = claims_like(text)
    week = msgspec.structs.replace(week, date=Edtf.parse(day) if day else None)
    assert compare(text, [first, week, month]).figures()["date"] == share


def test_a_denial_read_as_happened_is_counted() -> None:
    text = build.resolved()
    found = compare(text, claims_like(text, value="CT+", mode="assertion"))
    assert found.figures()["false happened"] == 0.5
    assert found.misses == ["denied, read as happened: 'met'"]


def test_what_is_not_there_lowers_precision() -> None:
    text = build.resolved()
    extra = claims_like(text, trigger=Span(start=0, end=4, text="BERN"))[:1]
    assert compare(text, [*claims_like(text), *extra]).figures()["trigger precision"] == 0.75
