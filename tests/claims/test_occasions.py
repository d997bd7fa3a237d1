"""Which mentions of one report speak of the same happening, and which happening another is set in."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from telling import claim_of, extractions, roles

from diurna.model import Extraction

MET = "Kenyan President Wanjiru Kamau met Prime Minister Kari Solberg in Oslo on Monday."
TAKEN_UP = f"{MET} The meeting lasted two hours."
AFTER = f"{MET} After the meeting, Solberg flew to Riga."
AGAIN = f"{MET} They will meet again in Nairobi in August."
ARRIVED = "Kenyan President Wanjiru Kamau arrived in Oslo on Monday. The visit is her first to Norway."
CANCELLED = "Kenyan President Wanjiru Kamau cancelled a visit to Oslo. The visit had been planned for June."
TWICE = "Kenyan President Wanjiru Kamau visited Oslo in January 2029. In May 2031, Kamau visited Oslo again."
AHEAD = (
    "Kenyan President Wanjiru Kamau will visit Oslo from June 2 to June 4. "
    "No meeting with Prime Minister Kari Solberg is planned during the visit."
)
DURING = (
    "Kenyan President Wanjiru Kamau visited Oslo in June 2030. During her visit, Kamau met Prime Minister Kari Solberg."
)
NEXT_SENTENCE = (
    "Kenyan President Wanjiru Kamau will visit Oslo in June. Kamau has no plans to meet Prime Minister Kari Solberg."
)


@pytest.fixture(scope="module")
def told() -> Mapping[str, Extraction]:
    return extractions([TAKEN_UP, AFTER, AGAIN, ARRIVED, CANCELLED, TWICE, AHEAD, DURING, NEXT_SENTENCE])


def test_a_noun_that_takes_up_what_was_told_is_bound_to_it(told: Mapping[str, Extraction]) -> None:
    met, meeting = claim_of(told[TAKEN_UP], "met"), claim_of(told[TAKEN_UP], "meeting")
    assert meeting.occasion == met.id
    assert (meeting.status, roles(meeting)) == ("happened", roles(met))
    assert met.occasion is None


@pytest.mark.parametrize(("text", "word"), [(AFTER, "meeting"), (ARRIVED, "visit")])
def test_a_bare_mention_of_what_was_told_is_no_claim(told: Mapping[str, Extraction], text: str, word: str) -> None:
    assert word not in [c.trigger.text for c in told[text].claims]


@pytest.mark.parametrize(("text", "first", "second"), [(AGAIN, "met", "meet"), (TWICE, "visited", "visited")])
def test_what_is_told_with_a_verb_of_its_own_is_another_time(
    told: Mapping[str, Extraction], text: str, first: str, second: str
) -> None:
    before, after = claim_of(told[text], first), claim_of(told[text], second, nth=int(first == second))
    assert after.occasion is None
    assert before.date is not None
    assert after.date is not None
    assert not before.date.overlaps(after.date)


def test_a_noun_without_parties_has_those_of_what_it_repeats(told: Mapping[str, Extraction]) -> None:
    cancelled, planned = claim_of(told[CANCELLED], "visit"), claim_of(told[CANCELLED], "visit", nth=1)
    assert cancelled.status == "cancelled"
    assert planned.status in ("planned", "cancelled")  # it was planned, and is off
    assert roles(cancelled) == roles(planned) == {"Wanjiru Kamau": "actor"}
    assert str(planned.date) == "2031-06"


def test_a_denial_for_the_time_of_a_visit_speaks_of_that_visit_only(told: Mapping[str, Extraction]) -> None:
    meeting = claim_of(told[AHEAD], "meeting")
    assert meeting.status == "not_planned"
    assert meeting.date == claim_of(told[AHEAD], "visit").date
    assert str(meeting.date) == "2031-06-02/2031-06-04"


def test_what_happens_during_a_visit_has_its_date(told: Mapping[str, Extraction]) -> None:
    met = claim_of(told[DURING], "met")
    assert (met.status, str(met.date)) == ("happened", "2030-06")


def test_a_meeting_ahead_belongs_to_the_visit_ahead_of_one_of_its_parties(told: Mapping[str, Extraction]) -> None:
    meet = claim_of(told[NEXT_SENTENCE], "meet")
    assert (meet.status, str(meet.date)) == ("not_planned", "2031-06")
