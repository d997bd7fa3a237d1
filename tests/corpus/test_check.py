"""The validator passes what is right and names what is wrong."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from corpus import build
from diurna_corpus.check import check_passage, check_story, hints
from diurna_corpus.format import Passage, Story


def problems(written: Passage) -> str:
    return "\n".join(check_passage(written))


def test_a_good_passage_passes() -> None:
    assert problems(build.passage()) == ""


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"text": "Too short."}, "2 words"),
        ({"published": "June 2021"}, "no day"),
        ({"times": {"Tuesday": "2021-06-07"}}, "another weekday"),
        ({"entities": {}}, "no entity"),
        (
            {"statements": {"s": {"who": "aas", "source": "She", "cue": "said", "content": "the rebels"}}},
            "'said' is not in",
        ),
    ],
)
def test_what_is_wrong_with_a_passage_is_named(changes: dict[str, Any], problem: str) -> None:
    assert problem in problems(build.passage(**changes))


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"trigger": "met"}, "stands 2 times"),
        ({"trigger": "shook hands"}, "is not in the text"),
        ({"type": "CHAT"}, "no event type"),
        ({"type": "CONSULT/troops"}, "no event type"),
        ({"as": "CT+"}, "is happened, not denied"),
        ({"actor": "nobody"}, "no entity nobody"),
        ({"by": "s9"}, "no statement s9"),
        ({"date": "next year"}, "no EDTF"),
        ({"when": "Sunday"}, "not among the times"),
        ({"date": "2021-05-03", "when": "Tuesday"}, "the claim's date"),
        ({"date": "2021-06-30"}, "lies after"),
        ({"trigger": "She |met| a"}, "have one trigger"),
    ],
)
def test_what_is_wrong_with_a_claim_is_named(changes: dict[str, Any], problem: str) -> None:
    assert problem in problems(build.changed_claim(0, **changes))


def test_a_source_must_be_named_by_its_words() -> None:
    statements = {**build.WRITTEN["statements"]}
    statements["s2"] = {**statements["s2"], "who": "rebels"}
    assert "holds no mention of rebels" in problems(build.passage(statements=statements))


def test_one_span_cannot_stand_for_two() -> None:
    entities = {**build.WRITTEN["entities"], "other": {"type": "person", "mentions": ["Liv Aas"]}}
    assert "stands for aas and for other" in problems(build.passage(entities=entities))


def test_hints_name_what_no_annotation_covers() -> None:
    found = build.resolved(times={"Tuesday": "2021-06-08"}, entities={}, statements={}, claims=[])
    assert {"no time covers 'May'", "no entity covers 'Liv'", "no entity covers 'Aas'"} <= set(hints(found))


REVERSAL = {"event": "E0", "kind": "reversal", "from": "denied", "to": "happened", "on": "2021-06-09"}
STORY: dict[str, Any] = {
    "story": "x",
    "title": "A meeting",
    "reports": [{**build.WRITTEN, "claims": [{**c, "event": f"E{i}"} for i, c in enumerate(build.WRITTEN["claims"])]}],
    "events": {f"E{i}": {"what": "meeting", "standing": "happened", "participants": ["aas"]} for i in range(3)},
    "changes": [REVERSAL],
    "no_change": [["E0", "E2"]],
    "questions": [{"ask": "Did they meet?", "as_of": "2021-06-09", "answer": "denied"}],
}


CALL = {"what": "call", "standing": "planned"}


def test_a_good_story_passes() -> None:
    assert list(check_story(msgspec.convert(STORY, Story))) == []


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"events": {"E0": {"what": "meeting", "standing": "happened"}}}, "no event E1"),
        ({"events": {**STORY["events"], "E9": {"what": "call", "standing": "planned"}}}, "E9 has no claim"),
        (
            {"events": {**STORY["events"], "E0": {"what": "call", "standing": "planned", "by": "ghost"}}},
            "no entity ghost",
        ),
        ({"changes": [{"event": "E7", "kind": "update", "from": "planned", "to": "happened"}]}, "no event E7"),
        ({"changes": [{**REVERSAL, "to": "Tuesday"}]}, "no standing"),
        ({"changes": [{**REVERSAL, "kind": "dispute"}]}, "leads to happened"),
        ({"changes": [{**REVERSAL, "kind": "rescheduled"}]}, "no EDTF"),
        ({"no_change": [["E0"]]}, "no pair"),
        ({"questions": [{"ask": "?", "as_of": "soon", "answer": "denied"}]}, "no EDTF"),
        ({"reports": [build.WRITTEN]}, "has no event"),
    ],
)
def test_what_is_wrong_with_a_story_is_named(changes: dict[str, Any], problem: str) -> None:
    assert problem in "\n".join(check_story(msgspec.convert({**STORY, **changes}, Story)))
