"""The training format and the reference records hold what the written form says."""

from __future__ import annotations

from pathlib import Path

import msgspec

from corpus import build, test_check
from diurna_corpus.convert import reference_record, training_record
from diurna_corpus.files import Text
from diurna_corpus.format import Story


def test_offsets_are_those_of_the_words() -> None:
    item = training_record(Text(build.passage(), Path("w00.yaml")), "train")
    spans = [*item["mentions"], *item["times"], *(c["trigger"] for c in item["claims"])]
    spans += [s["cue"] for s in item["statements"]]
    assert all(item["text"][s["start"] : s["end"]] == s["text"] for s in spans)
    assert [c["trigger"]["text"] for c in item["claims"]] == ["met", "meet", "met"]
    assert item["claims"][0]["sources"] == [["nordlys"], ["norway"]]
    assert (item["claims"][2]["type"], item["claims"][2]["type_mode"]) == ("CONSULT", "third-party")


def test_a_story_becomes_a_reference_record() -> None:
    record, texts = reference_record(msgspec.convert(test_check.STORY, Story))
    quotes = [claim["quote"] for claim in record["claims"]]
    assert texts == {"x-1.txt": build.TEXT}
    assert all(build.TEXT.count(quote) == 1 for quote in quotes)
    assert [claim["sources"] for claim in record["claims"]] == [["nordlys", "norway"], ["aas"], []]
    assert record["changes"] == [
        {"event": "E0", "kind": "reversal", "from": "denied", "to": "happened", "on": "2021-06-09"}
    ]
