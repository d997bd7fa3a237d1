"""Events and statements on the claims corpus are counted as a person would count them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from benchmarks.reading.contract import Tally
from benchmarks.reading.events import Arc, Named, by_head, exact, reached

from benchmarks.reading import events
from corpus import build
from diurna.language import EventSpan, Part, Reading, StatementSpan
from diurna.language.marks import Marks
from diurna.language.packing import tokenize
from diurna.language.reading import int_array
from diurna_corpus.figures import Figures, Sums
from diurna_corpus.resolve import Resolved

WANTED = {
    "actor": Arc("actor", (Named((0, 3), 1), Named((7, 8), 7))),  # "the envoy of ...", later "she"
    "place": Arc("place", (Named((4, 5), 4),)),
}


def part(start: int, end: int, role: str) -> Part:
    return Part(start, end, role, 0.9)


def test_a_part_with_the_head_word_is_found_by_head_alone() -> None:
    longer = part(1, 4, "actor")
    assert by_head(longer, WANTED["actor"])
    assert not exact(longer, WANTED["actor"])
    assert not by_head(part(0, 1, "actor"), WANTED["actor"])
    assert not by_head(part(1, 4, "recipient"), WANTED["actor"])


def test_any_mention_counts_and_a_second_one_counts_for_nothing() -> None:
    gold = [WANTED["actor"]]
    assert reached([part(7, 8, "actor")], gold, exact) == {"reached": 1, "gold": 1, "right": 1, "found": 1}
    both = [part(0, 3, "actor"), part(7, 8, "actor")]
    assert reached(both, gold, exact) == {"reached": 1, "gold": 1, "right": 1, "found": 1}
    wrong = [part(7, 8, "actor"), part(9, 10, "actor")]
    assert reached(wrong, gold, exact) == {"reached": 1, "gold": 1, "right": 1, "found": 2}
    assert reached([], gold, by_head) == {"reached": 0, "gold": 1, "right": 0, "found": 0}


def test_arcs_of_a_corpus_text_have_all_mentions_with_their_heads() -> None:
    text = build.resolved()
    reading = plain(text)
    aas, mediator, may = events.arcs(text, text.claims[2], reading)
    assert (aas.role, mediator.role, may.role) == ("actor", "actor", "time")
    heads = [[reading.forms[named.head] for named in arc.mentions] for arc in (aas, mediator, may)]
    assert sorted(heads[0]) == ["Liv", "She", "We", "envoy", "envoy"]  # her own and those of the group she is in
    assert heads[1:] == [["mediator"], ["May"]]


def plain(text: Resolved, **marks: Any) -> Reading:
    """A reading of the words of a text, with marks and without anything else."""
    tokens = tokenize(text.text)
    none = ("",) * len(tokens.forms)
    sentences = int_array([0, len(tokens.forms)])
    heads = int_array([-1, *[0] * (len(tokens.forms) - 1)])
    return Reading(
        text.text, tokens.starts, tokens.ends, sentences, tokens.forms, none, none, none, none, heads, none, (), **marks
    )


def right_marks(text: Resolved) -> Marks:
    """Marks that say what the annotation says."""
    reading = plain(text)

    def words(span: Any) -> tuple[int, int]:
        return reading.tokens_between(span.start, span.end)

    told = tuple(
        EventSpan(
            *words(c.trigger),
            type=c.written.type.partition("/")[0],
            score=0.9,
            value=c.value,
            tense=c.tense,
            mode=c.mode,
            certainty=1.0,
            parts=tuple(part(*arc.mentions[0].words, arc.role) for arc in events.arcs(text, c, reading)),
        )
        for c in text.claims
    )
    said = tuple(
        StatementSpan(
            *words(s.cue),
            score=0.9,
            parts=(
                *((part(*words(s.source), "source"),) if s.source else ()),
                *(part(*words(content), "content") for content in s.content),
            ),
        )
        for s in text.statements.values()
    )
    return Marks((), said, told)


def figures(text: Resolved, asked: Marks, found: Marks) -> Figures:
    """The figures where a model answers so when it is asked for gold words, and finds so much by itself."""
    reading = plain(text, statements=found.statements, events=found.events)
    readings: Any = SimpleNamespace(raw=lambda _: reading, marks_at=lambda *_: asked)
    return events.formula(Sums(events.tally(readings, text)))


def test_the_annotation_itself_is_wholly_right() -> None:
    text = build.resolved()
    marks = right_marks(text)
    found = figures(text, marks, marks)
    assert found.pop("place head F1") == found.pop("place exact F1") == 0  # there is no place in the text
    assert set(found.values()) == {1.0}


def test_what_is_found_and_what_is_said_of_gold_words_are_counted_apart() -> None:
    text = build.resolved()
    marks = right_marks(text)
    first, *others = marks.events
    faint = EventSpan(first.start, first.end, first.type, 0.2, first.value, first.tense, first.mode, 1.0)
    found = figures(text, marks, Marks((), marks.statements[1:], (faint, *others)))
    assert found["trigger F1"] == pytest.approx(2 * 2 / (3 + 2))
    assert found["status accuracy"] == 1
    assert found["status accuracy end to end"] == pytest.approx(2 / 3)
    assert found["participants exact F1"] == 1
    assert found["cue F1"] == pytest.approx(2 * 2 / (3 + 2))
    assert found["source exact F1"] == 1


def test_a_wrong_type_leaves_the_trigger_right() -> None:
    text = build.resolved()
    marks = right_marks(text)
    first, *others = marks.events
    other = EventSpan(first.start, first.end + 1, "AGREE", 0.9, first.value, first.tense, first.mode, 1.0)
    found = figures(text, marks, Marks((), marks.statements, (other, *others)))
    assert found["trigger F1"] == 1
    assert found["trigger and type F1"] == pytest.approx(2 / 3)
    assert found["trigger exact F1"] == pytest.approx(2 / 3)


def test_shares_of_nothing_are_nothing() -> None:
    assert {float(value) for value in events.formula(Sums(Tally())).values()} == {0.0}
