"""The words of reference: well-formed lists, and answers that readers of news would give."""

from __future__ import annotations

import pytest

from diurna.vocabulary.organizations import organizations
from diurna.vocabulary.reference import (
    bodies_called,
    body_seated_in,
    descriptors,
    human_nouns,
    noun_gender,
    pair_kind,
    words,
)

LOWER = [("people", "kin"), ("countries", "nouns"), ("organizations", "nouns"), ("places", "nouns"), ("pairs", "bare")]


@pytest.mark.parametrize(("table", "entry"), LOWER)
def test_nouns_are_single_words_in_lower_case(table: str, entry: str) -> None:
    assert all(noun == noun.casefold() and " " not in noun for noun in words(table, entry))


def test_every_body_that_a_noun_or_a_seat_means_is_in_the_vocabulary() -> None:
    known = {body.id for body in organizations()}
    assert {body_seated_in(place) for place in ("Brussels", "Europe")} <= known
    assert set(bodies_called("alliance")) | set(bodies_called("bloc")) <= known
    assert bodies_called("bicycle") == ()


def test_no_noun_tells_both_genders() -> None:
    assert not words("people", "f") & words("people", "m")
    assert noun_gender("wife") == "f"
    assert noun_gender("king") == "m"
    assert noun_gender("minister") is None


def test_descriptors_and_pairs() -> None:
    assert "ambassador" in descriptors()["diplomat"].words
    assert 1 in descriptors()["leader"].ranks
    assert (pair_kind("leader"), pair_kind("nation"), pair_kind("side"), pair_kind("tariff")) == (
        "persons",
        "countries",
        "any",
        None,
    )
    assert {"wife", "king", "analyst"} <= human_nouns()


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(KeyError):
        words("pairs", "quartets")
