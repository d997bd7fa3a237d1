"""The factuality vocabulary is consistent: one class a word, effects that parse, and what the classes promise."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest

from diurna.model import derive_status
from diurna.model.status import Mode, Value
from diurna.vocabulary import factuality, speech
from diurna.vocabulary._files import read_toml
from diurna.vocabulary.factuality import Effect, EffectTense, Part, Signature

CLASSES = {name: body for name, body in read_toml("factuality.toml").items() if "pos" in body}
PARTS: tuple[Part, ...] = get_args(Part)


def well_formed(effect: Effect) -> bool:
    return (
        effect.value in (None, *get_args(Value))
        and effect.tense in get_args(EffectTense)
        and effect.mode in (None, *get_args(Mode))
    )


@pytest.mark.parametrize("name", CLASSES)
def test_the_effects_of_a_class_are_values_of_the_model(name: str) -> None:
    found = factuality.signature(name)
    assert well_formed(found.pos), found
    assert well_formed(found.neg), found


@pytest.mark.parametrize("part", PARTS)
def test_a_word_belongs_to_one_class_of_its_part_of_speech(part: Part) -> None:
    listed = Counter(word for body in CLASSES.values() for word in body[part])
    assert [word for word, times in listed.items() if times > 1] == []
    assert set(factuality.signatures(part)) == set(listed)
    assert all(word == word.lower().strip() for word in listed)


@pytest.mark.parametrize("table", ["standing", "tense"])
def test_a_word_stands_once_in_the_tables_of_phrases(table: str) -> None:
    listed = Counter(word for words in read_toml("factuality.toml")[table].values() for word in words)
    assert [word for word, times in listed.items() if times > 1] == []


def test_modals_speak_of_the_future() -> None:
    modals = factuality.modals()
    assert {"will", "would", "may", "might", "can", "could", "should", "must", "shall"} <= set(modals)
    assert all(well_formed(effect) and effect.tense == "future" for effect in modals.values())


def test_acts_of_speech_lead_to_classes() -> None:
    known = {use.act for word in get_args(speech.WordClass) for uses in speech.cue_words(word).values() for use in uses}
    for act in read_toml("factuality.toml")["acts"]:
        assert act in known
        assert isinstance(factuality.act_signature(act), Signature)
    assert factuality.act_signature("say") is None


@pytest.mark.parametrize(
    ("name", "affirmed", "negated"),
    [
        ("plan", "planned", "not_planned"),  # plans to meet; has no plans to meet
        ("announcement", "planned", "not_planned"),
        ("forecast", "expected", "not_planned"),  # is (not) expected to meet
        ("doubt", "not_planned", "possible"),  # doubts that they will meet; does not doubt it
        ("possibility", "possible", "not_planned"),
        ("request", "unknown", "unknown"),
        ("exclusion", "not_planned", "possible"),  # ruled out; did not rule out
        ("cancellation", "cancelled", "planned"),
        ("postponement", "planned", "planned"),
    ],
)
def test_what_a_class_says_of_something_ahead(name: str, affirmed: str, negated: str) -> None:
    found = factuality.signature(name)
    for effect, status in ((found.pos, affirmed), (found.neg, negated)):
        assert effect.value is not None
        assert effect.tense == "future"
        assert derive_status(effect.value, "future", effect.mode or "assertion") == status


def test_what_has_happened_follows_only_from_factives_and_double_negation() -> None:
    """No other class makes something certain and past by itself."""
    signatures = [factuality.signature(name) for name in CLASSES]
    done = {s.name for s in signatures if s.pos.value == "CT+" and s.pos.tense != "future"}
    not_undone = {s.name for s in signatures if s.neg.value == "CT+" and s.neg.tense != "future"}
    assert done == {"factive"}
    assert not_undone == {"factive", "negative", "prevention"}
