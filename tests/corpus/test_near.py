"""Near copies, repeated frames and runs from elsewhere are found."""

from __future__ import annotations

from corpus import build
from diurna_corpus.near import frames, near_copies, shared_runs

ONE = "The ministers met on Monday in the old harbour town to sign a fishing pact, officials said."
TWO = "The ministers met on Monday in the old harbour town to sign a treaty on grain, officials added."
OTHER = "Police in the capital detained nine students after a march against the new press law on Sunday."


def test_texts_that_share_most_runs_are_near_copies() -> None:
    assert [pair[:2] for pair in near_copies({"a": ONE, "b": TWO, "c": OTHER})] == [("a", "b")]


def test_a_frame_is_a_sentence_without_its_names_and_dates() -> None:
    text = "Anna Berg met Paul Moe on Tuesday to discuss the harbour."
    entities = {"a": {"type": "person", "mentions": ["Anna Berg"]}, "b": {"type": "person", "mentions": ["Paul Moe"]}}
    other = "Ruth Lie met Ivar Dahl on Friday to discuss the harbour."
    others = {"a": {"type": "person", "mentions": ["Ruth Lie"]}, "b": {"type": "person", "mentions": ["Ivar Dahl"]}}
    found = frames(
        [
            build.resolved(text=text, entities=entities, times={"Tuesday": "2021-06-08"}, statements={}, claims=[]),
            build.resolved(text=other, entities=others, times={"Friday": "2021-06-04"}, statements={}, claims=[]),
        ]
    )
    assert found == {"_ met _ on _ to discuss the harbour": 2}


def test_runs_from_elsewhere_are_named() -> None:
    elsewhere = {"news.txt": "It was there that the ministers met on Monday in the old harbour."}
    assert {key for key, _, _ in shared_runs({"a": ONE, "c": OTHER}, elsewhere)} == {"a"}
