"""The speech vocabulary is consistent and says what attribution and factuality rely on."""

from __future__ import annotations

from typing import get_args

import pytest

from diurna.vocabulary import speech
from diurna.vocabulary.speech import Kind, Stance, WordClass


@pytest.mark.parametrize("word_class", get_args(WordClass))
def test_every_word_has_a_known_act_and_stance(word_class: WordClass) -> None:
    words = speech.cue_words(word_class)
    assert words
    for lemma, uses in words.items():
        assert lemma == lemma.lower().strip()
        for use in uses:
            assert speech.kind_of(use.act) in get_args(Kind), use
            assert use.stance in get_args(Stance), use


def test_content_places_are_those_that_the_grammar_knows() -> None:
    plain = {"ccomp", "xcomp", "small", "obj", "quote"}
    for uses in speech.cue_words("verb").values():
        for use in uses:
            assert use.takes, use
            assert all(t in plain or t.startswith("obl:") for t in use.takes), use


@pytest.mark.parametrize(
    ("lemma", "act", "stance"),
    [
        ("say", "say", "CT+"),
        ("deny", "deny", "CT-"),
        ("rule out", "rule_out", "CT-"),
        ("suggest", "suggest", "PS+"),
        ("expect", "expect", "PR+"),
        ("doubt", "doubt", "PR-"),
        ("urge", "request", "Uu"),
        ("ask", "ask", "Uu"),
    ],
)
def test_acts_and_stances(lemma: str, act: str, stance: str) -> None:
    assert speech.act_of(lemma) == act
    assert speech.stance_of(lemma) == stance


def test_a_word_that_is_no_cue() -> None:
    assert speech.act_of("meet") is None
    assert speech.stance_of("meet") is None
    assert speech.uses_of("meet") == ()


def test_comment_is_a_cue_only_when_refused_or_spoken() -> None:
    assert [u.act for u in speech.uses_of("disclose") if u.refused] == ["refuse_comment"]
    assert [u.act for u in speech.uses_of("disclose") if not u.refused] == ["reveal"]


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(KeyError):
        speech.listed("no such list")
