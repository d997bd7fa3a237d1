"""What the language model marks and how far it is believed beside the rules. The marks are set by hand."""

from __future__ import annotations

from dataclasses import replace
from itertools import starmap

import pytest
from telling import report

from claims.cast.cast_trees import at, tree
from diurna.claims import read_claims
from diurna.claims.attribution import find_attributions
from diurna.claims.cast import cast
from diurna.claims.factuality import Factuality, factuality, learned
from diurna.claims.participants import parties
from diurna.claims.triggers import find_triggers
from diurna.language import EventSpan, Part, Reading, StatementSpan, read

SAT = "Otieno/PROPN/2/nsubj sat=sit/VERB/0/root beside/ADP/4/case Ruiz/PROPN/2/obl"
SIGHED = (
    "Ruiz/PROPN/2/nsubj sighed=sigh/VERB/0/root that/SCONJ/5/mark Otieno/PROPN/5/nsubj resigned=resign/VERB/2/ccomp"
)


def event(reading: Reading, form: str, type_: str = "CONSULT", *parts: Part, **fields: object) -> Reading:
    """The reading with one event, sure in all respects unless the fields say otherwise."""
    word = at(reading, form)
    sure = EventSpan(word, word + 1, type_, 0.99, "CT+", "past_or_present", "assertion", 1.0, parts)
    return replace(reading, events=(replace(sure, **fields),))  # type: ignore[arg-type]


def part(reading: Reading, form: str, role: str, score: float = 0.95) -> Part:
    word = at(reading, form)
    return Part(word, word + 1, role, score)


def test_a_word_that_no_pattern_names_is_a_happening_where_the_model_is_sure() -> None:
    plain = tree(SAT, PER="Otieno|Ruiz")
    assert not find_triggers(plain, cast(plain))
    seen = event(plain, "sat")
    [trigger] = find_triggers(seen, cast(seen))
    assert (trigger.token, trigger.kind.type) == (at(plain, "sat"), "CONSULT")


def test_a_word_that_the_model_hardly_takes_for_a_happening_is_none() -> None:
    unsure = event(tree(SAT, PER="Otieno|Ruiz"), "sat", score=0.3)
    assert not find_triggers(unsure, cast(unsure))


def test_a_pattern_knows_the_kind_better_than_the_model() -> None:
    told = "Otieno/PROPN/2/nsubj met=meet/VERB/0/root Ruiz/PROPN/2/obj"
    reading = event(tree(told, PER="Otieno|Ruiz"), "met", "ASSAULT")
    assert [t.kind.name for t in find_triggers(reading, cast(reading))] == ["meeting"]


def test_who_the_model_surely_marks_takes_part() -> None:
    reading = tree(SAT, PER="Otieno|Ruiz")
    marked = event(reading, "sat", "CONSULT", part(reading, "Otieno", "actor"), part(reading, "Ruiz", "actor"))
    people = cast(marked)
    [trigger] = find_triggers(marked, people)
    found = parties(marked, people, trigger)
    assert {(p.name, p.role) for p in found.participants} == {("Otieno", "actor"), ("Ruiz", "actor")}


def test_who_the_model_marks_with_doubt_does_not() -> None:
    reading = tree(SAT, PER="Otieno|Ruiz")
    marked = event(reading, "sat", "CONSULT", part(reading, "Ruiz", "actor", 0.2))
    people = cast(marked)
    [trigger] = find_triggers(marked, people)
    assert "Ruiz" not in {p.name for p in parties(marked, people, trigger).participants}


def state_of(reading: Reading) -> Factuality:
    word = at(reading, "met")
    return learned(reading, word, factuality(reading, word))


@pytest.mark.parametrize(("certainty", "value"), [(1.0, "CT-"), (0.7, "CT+")])
def test_the_fields_of_the_model_count_where_it_is_sure_of_all_of_them(certainty: float, value: str) -> None:
    told = tree("Otieno/PROPN/2/nsubj met=meet/VERB/0/root Ruiz/PROPN/2/obj", PER="Otieno|Ruiz")
    state = state_of(event(told, "met", value="CT-", mode="rebuttal", certainty=certainty))
    assert state.value == value
    assert ("by the whole sentence" in state.reasons) == (value == "CT-")


def test_a_tense_of_the_model_moves_the_time() -> None:
    told = tree("Otieno/PROPN/2/nsubj met=meet/VERB/0/root Ruiz/PROPN/2/obj", PER="Otieno|Ruiz")
    assert state_of(event(told, "met", tense="future")).tense == "future"


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Otieno/PROPN/2/nsubj met=meet/VERB/0/root Ruiz/PROPN/2/obj", "PS+"),
        ("Otieno/PROPN/4/nsubj did=do/AUX/4/aux not/PART/4/advmod met=meet/VERB/0/root Ruiz/PROPN/4/obj", "CT-"),
    ],
)
def test_that_something_happened_is_doubted_sooner_than_anything_else(sentence: str, value: str) -> None:
    told = event(tree(sentence, PER="Otieno|Ruiz"), "met", value="PS+", certainty=0.97)
    assert state_of(told).value == value


def test_what_the_rules_see_negated_the_model_does_not_affirm() -> None:
    sentence = "Otieno/PROPN/4/nsubj did=do/AUX/4/aux not/PART/4/advmod met=meet/VERB/0/root Ruiz/PROPN/4/obj"
    told = tree(sentence, PER="Otieno|Ruiz")
    assert state_of(event(told, "met", value="CT+")).value == "CT-"
    assert state_of(event(told, "met", value="PS-")).value == "PS-"


def said(reading: Reading, cue: str, source: str, content: tuple[str, ...], score: float = 0.99) -> Reading:
    words = [at(reading, form) for form in content]
    parts = (Part(words[0], words[-1] + 1, "content", score), part(reading, source, "source", score))
    word = at(reading, cue)
    return replace(reading, statements=(StatementSpan(word, word + 1, score, parts),))


def sources(reading: Reading) -> list[tuple[str, ...]]:
    return [tuple(starmap(reading.span_text, a.sources)) for a in find_attributions(reading)]


def test_a_statement_that_only_the_model_sees_has_its_source() -> None:
    reading = tree(SIGHED, PER="Ruiz|Otieno")
    assert not find_attributions(reading)
    [found] = find_attributions(said(reading, "sighed", "Ruiz", ("Otieno", "resigned")))
    assert [reading.forms[t] for t in found.source_heads] == ["Ruiz"]
    assert reading.span_text(*found.content[0]) == "Otieno resigned"
    assert found.act == "say"


def test_a_doubtful_statement_is_left_alone() -> None:
    assert not find_attributions(said(tree(SIGHED), "sighed", "Ruiz", ("Otieno", "resigned"), score=0.4))


def test_a_statement_that_the_words_tell_of_is_told_once() -> None:
    known = tree(SIGHED.replace("sighed=sigh", "said=say"), PER="Ruiz|Otieno")
    assert sources(said(known, "said", "Otieno", ("resigned",))) == sources(known) == [("Ruiz",)]


@pytest.mark.parametrize(("tense", "date"), [("future", "2031-10"), ("past_or_present", "2030-10")])
def test_the_side_on_which_a_happening_lies_for_the_model_decides_which_month_is_meant(tense: str, date: str) -> None:
    text = "The minister confirmed a meeting of Kenya and Norway in October."
    reading = event(read([text])[0], "meeting", tense=tense)
    claims = read_claims(report(text), reading).claims
    assert str(next(c for c in claims if c.trigger.text == "meeting").date) == date
