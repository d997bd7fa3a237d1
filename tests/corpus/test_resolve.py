"""What follows from what was written: spans, sources, status fields."""

from __future__ import annotations

import pytest

from corpus import build
from diurna.model import STATUSES, derive_status
from diurna_corpus.resolve import USUAL, Problem, fields


def test_sources_follow_from_the_spans() -> None:
    found = build.resolved()
    assert [found.sources(claim.by) for claim in found.claims] == [[["nordlys"], ["norway"]], [["aas"]], []]


def test_a_mention_stands_for_all_its_occurrences() -> None:
    found = build.resolved()
    assert [m.span.of(found.text) for m in found.mentions if m.entity == "nordlys"] == ["Nordlys", "Nordlys"]


def test_a_shorter_mention_of_the_same_entity_inside_a_longer_one_is_no_mention() -> None:
    found = build.resolved(
        entities={"aas": {"type": "person", "mentions": ["Aas", "Liv Aas"]}}, statements={}, claims=[]
    )
    assert [m.span.of(found.text) for m in found.mentions] == ["Liv Aas"]


def test_an_author_can_be_written_against_the_spans() -> None:
    found = build.resolved(claims=[{"trigger": "meet", "type": "CONSULT", "status": "not_planned", "by": "none"}])
    assert found.claims[0].by is None


@pytest.mark.parametrize("status", STATUSES)
def test_usual_fields_give_their_status(status: str) -> None:
    assert derive_status(*USUAL[status]) == status  # type: ignore[index]


def test_as_changes_only_what_it_names() -> None:
    claim = build.changed_claim(0, status="unknown", **{"as": "past request"}).claims[0]
    assert fields(claim) == ("Uu", "past_or_present", "request")


def test_when_names_a_time_as_quoted_or_by_its_words() -> None:
    times = {"not meet them |this week|": "2021-W23", "May": "2021-05"}
    found = build.resolved(times=times)
    week = build.changed_claim(1, when="not meet them |this week|").claims[1]
    for claim in (week, build.passage().claims[1]):
        time = found.time_of(claim)
        assert time is not None
        assert time.value == "2021-W23"
    assert found.time_of(build.changed_claim(1, when="Sunday").claims[1]) is None


def test_an_unknown_word_in_as_is_refused() -> None:
    with pytest.raises(Problem, match="maybe"):
        fields(build.changed_claim(0, **{"as": "maybe"}).claims[0])
