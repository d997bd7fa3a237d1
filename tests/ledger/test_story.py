"""The founding story with other people: three events of two, one reversal, a denial that stands."""

from __future__ import annotations

from datetime import date

import pytest
from build import view_of
from stories import denial_of_a_week, meeting_after_all, visit_as_the_courier_tells_it, visit_as_the_tribune_tells_it

from diurna.ledger import View


def groups(view: View) -> set[frozenset[str]]:
    return {frozenset(view.claim(c).evidence.exact for c in event.claims) for event in view.events()}


def event_with(view: View, words: str):
    claim = next(c for c in view.claims() if words in c.evidence.exact)
    return view.event(view.event_of(claim.id))


@pytest.fixture(scope="module")
def story() -> View:
    return view_of(denial_of_a_week(), meeting_after_all())


def test_the_meetings_of_the_two_are_three_events(story: View) -> None:
    dolan, carvalho = story.find_entities("Dolan")[0].id, story.find_entities("Ines Carvalho")[0].id
    meetings = [e for e in story.events([dolan, carvalho]) if e.type == "CONSULT"]
    assert [(str(e.date), e.standing, len(e.claims)) for e in meetings] == [
        ("2031-01", "happened", 1),
        ("2031-03-10/2031-03-16", "not_planned", 3),
        ("2031-05-05", "happened", 4),
    ]


def test_a_denial_without_window_belongs_to_the_meeting_that_followed_it(story: View) -> None:
    assert event_with(story, "On April 29").id == event_with(story, "met with").id


def test_everybody_who_attended_is_a_participant(story: View) -> None:
    assert {p.name for p in event_with(story, "met with").participants} == {
        "Marek Dolan", "Ines Carvalho", "Pawel Krol",
    }  # fmt: skip


def test_the_only_change_is_the_reversal(story: View) -> None:
    (change,) = story.changes()
    assert (change.type, change.before, change.after, str(change.on)) == (
        "reversal", "not_planned", "happened", "2031-05-05",
    )  # fmt: skip
    assert change.event == event_with(story, "met with").id
    assert "On April 29" in story.claim(change.claims[0]).evidence.exact


def test_a_summit_is_no_visit_and_an_invitation_is_its_own(story: View) -> None:
    assert len({event_with(story, w).id for w in ("After their", "In November", "invited", "next year")}) == 4
    assert event_with(story, "potential visit").id == event_with(story, "next year").id
    assert str(event_with(story, "next year").date) == "2032"


def test_talks_that_may_come_are_not_the_ones_that_came(story: View) -> None:
    assert event_with(story, "possible discussions").id == event_with(story, "whether").id
    assert event_with(story, "possible discussions").id != event_with(story, "on Friday").id
    assert event_with(story, "possible discussions").standing == "possible"


@pytest.mark.parametrize(
    ("day", "standings"),
    [
        (date(2031, 3, 11), []),
        (date(2031, 3, 12), ["not_planned"]),
        (date(2031, 4, 30), ["not_planned", "not_planned"]),
        (date(2031, 5, 5), ["happened", "not_planned", "happened"]),
    ],
)
def test_what_the_record_said_of_the_two_on_a_day(day: date, standings: list[str]) -> None:
    view = view_of(denial_of_a_week(), meeting_after_all(), as_of=day)
    people = [e.id for name in ("Marek Dolan", "Ines Carvalho") for e in view.find_entities(name)[:1]]
    events = view.events(people) if len(people) == 2 else []
    assert [e.standing for e in events if e.kind == "meeting"] == standings


def test_history_tells_the_denial_then_the_meeting(story: View) -> None:
    steps = story.history(event_with(story, "met with").id)
    assert [(s.standing, str(s.on)) for s in steps] == [
        ("not_planned", "2031-04-29"), ("happened", "2031-05-05/2031-05-06"),
    ]  # fmt: skip
    assert "Piotr Zielak" in steps[0].sentence


# -- a working visit, a state visit and a visit called off ---------------------------------------------------------


@pytest.fixture(scope="module")
def visits() -> View:
    return view_of(visit_as_the_tribune_tells_it(), visit_as_the_courier_tells_it())


def test_three_visits_of_one_person_to_one_country_stay_three(visits: View) -> None:
    planned, refused, dropped = (event_with(visits, w) for w in ("July 13 for", "It will not", "nixed"))
    assert len({planned.id, refused.id, dropped.id}) == 3
    assert [e.standing for e in (planned, refused, dropped)] == ["planned", "not_planned", "cancelled"]


def test_two_papers_tell_of_the_same_three_visits(visits: View) -> None:
    assert event_with(visits, "July 13 for").id == event_with(visits, "in July").id == event_with(visits, "arrives").id
    assert event_with(visits, "It will not").id == event_with(visits, "on ice").id
    assert event_with(visits, "nixed").id == event_with(visits, "In January, Vance").id


def test_the_talks_in_july_are_not_the_meeting_in_davos(visits: View) -> None:
    assert event_with(visits, "would meet").id == event_with(visits, "bilateral talks").id
    assert event_with(visits, "Davos").id != event_with(visits, "bilateral talks").id


def test_expected_after_unlikely(visits: View) -> None:
    king = event_with(visits, "unlikely")
    assert king.id == event_with(visits, "meet the King during").id
    assert king.standing == "expected"


def test_changes_tell_the_cancellation_and_the_end_of_silence(visits: View) -> None:
    told = {(c.event, c.type, c.before, c.after) for c in visits.changes()}
    assert (event_with(visits, "nixed").id, "reversal", "planned", "cancelled") in told
    assert (event_with(visits, "July 13 for").id, "update", "unknown", "planned") in told


def test_two_people_of_one_surname_are_two(visits: View) -> None:
    assert {e.name for e in visits.find_entities("Harper")} == {"Will Harper", "Ned Harper"}
