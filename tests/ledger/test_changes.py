"""Linking over time, and what changed: plans put off, visits called off, attacks disputed, denials taken back."""

from __future__ import annotations

import pytest
from build import Draft, body, country, person, view_of

from diurna.ledger import View
from diurna.model import Claim, Event

ANA = person("a", "Ana Ruiz", country="ESP", office="President", also="Ruiz")
BO = person("b", "Bo Lind", country="SWE", office="Prime Minister", also="Lind")
SPAIN, SWEDEN, NORDIA = country("es", "Spain", "ESP"), country("se", "Sweden", "SWE"), country("no", "Norway", "NOR")
ARMY = body("army", "Swedish Army", country="SWE")
CAST = [ANA, BO, SPAIN, SWEDEN, NORDIA, ARMY]
STOCKHOLM = ("Stockholm", "SWE")


def report(day: str, name: str = "") -> Draft:
    return Draft(f"{name or day}.txt", day, CAST, outlet=name or "The Wire")


def events(view: View) -> list[tuple[str, str, int]]:
    return [(str(e.date), e.standing, len(e.claims)) for e in view.events()]


def changes(view: View) -> list[tuple[str, str, str, str]]:
    return [(c.type, c.before, c.after, str(c.on)) for c in view.changes()]


def met(
    draft: Draft, status: str, date: str | None, words: str = "The meeting of Ruiz and Lind.", **more: object
) -> str:
    text = None if date is None or ".." in date else "then"
    return draft.claim(words, "meeting", "meeting", status, "a b", date=date, date_text=text, **more)


def test_a_plan_that_is_put_off_is_one_event_with_a_new_date() -> None:
    first, second, third = report("2031-03-01"), report("2031-03-10"), report("2031-04-21")
    met(first, "planned", "2031-03-20")
    met(second, "planned", "2031-04-20", "The meeting of Ruiz and Lind was postponed to April 20.")
    met(third, "happened", "2031-04-20")
    view = view_of(first, second, third)
    assert events(view) == [("2031-04-20", "happened", 3)]
    assert changes(view) == [
        ("rescheduled", "2031-03-20", "2031-04-20", "2031-03-10"), ("update", "planned", "happened", "2031-04-20"),
    ]  # fmt: skip


def test_two_planned_dates_without_a_word_of_moving_are_two_events() -> None:
    first, second = report("2031-03-01"), report("2031-03-10")
    met(first, "planned", "2031-03-20")
    met(second, "planned", "2031-04-20")
    assert events(view_of(first, second)) == [("2031-03-20", "planned", 1), ("2031-04-20", "planned", 1)]


def test_a_report_that_tells_of_the_old_and_the_new_date() -> None:
    one = report("2031-03-10")
    met(one, "planned", "2031-05", "Ruiz has put off the meeting with Lind until May.")
    met(one, "planned", "2031-03-20", "The meeting had been set for March 20.")
    view = view_of(one)
    assert events(view) == [("2031-05", "planned", 2)]
    assert changes(view) == [("rescheduled", "2031-03-20", "2031-05", "2031-03-10")]


def test_two_meetings_at_one_place_in_two_years_are_two() -> None:
    one, other = report("2030-01-20"), report("2031-01-20")
    met(one, "happened", "2030-01-18", place=("Davos", "CHE"))
    met(other, "happened", "2031-01-19", place=("Davos", "CHE"))
    met(other, "happened", "2030-01", "The meeting in Davos a year ago.", place=("Davos", "CHE"))
    assert events(view_of(one, other)) == [("2030-01-18", "happened", 2), ("2031-01-19", "happened", 1)]


def test_a_visit_called_off_after_it_was_planned() -> None:
    plan, end = report("2031-03-01"), report("2031-03-15")
    plan.claim("Ruiz will visit Stockholm.", "visit", "visit", "planned", "a", date="2031-03-30", place=STOCKHOLM)
    end.claim("Ruiz called off her visit to Stockholm.", "visit", "visit", "cancelled", "a", place=STOCKHOLM)
    view = view_of(plan, end)
    assert events(view) == [("2031-03-30", "cancelled", 2)]
    assert changes(view) == [("reversal", "planned", "cancelled", "2031-03-15")]


def test_a_cancellation_tells_of_the_plan_also_where_no_report_of_it_is_on_record() -> None:
    end = report("2031-03-15")
    end.claim("Ruiz called off her visit to Stockholm.", "visit", "visit", "cancelled", "a", place=STOCKHOLM)
    assert changes(view_of(end)) == [("reversal", "planned", "cancelled", "2031-03-15")]


def test_a_visit_called_off_is_not_the_one_that_the_same_report_announces() -> None:
    one = report("2031-03-15")
    one.claim("Ruiz will visit Stockholm in May.", "visit", "visit", "planned", "a", date="2031-05", place=STOCKHOLM)
    one.claim("She called off a visit to Stockholm.", "visit", "visit", "cancelled", "a", place=STOCKHOLM)
    assert len(view_of(one).events()) == 2


def attack(draft: Draft, status: str, source: str, words: str = "The attack on Norway.") -> str:
    sources = [[source]] if source else []
    return draft.claim(words, "attack", "attack", status, "se", to="no", date="2031-02-02", sources=sources)


def test_an_attack_that_one_side_denies_is_disputed() -> None:
    one, other = report("2031-02-03"), report("2031-02-04")
    attack(one, "happened", "Kari Moe")
    attack(other, "denied", "Swedish Army")
    view = view_of(one, other)
    assert events(view) == [("2031-02-02", "disputed", 2)]
    assert changes(view) == [("dispute", "happened", "disputed", "2031-02-03")]


def test_a_side_that_admits_it_has_taken_its_denial_back() -> None:
    one, other, last = report("2031-02-03"), report("2031-02-04"), report("2031-02-09")
    attack(one, "happened", "Kari Moe")
    attack(other, "denied", "Swedish Army")
    attack(last, "happened", "Bo Lind")
    view = view_of(one, other, last)
    assert events(view) == [("2031-02-02", "happened", 3)]
    assert [s.standing for s in view.history(view.events()[0].id)] == ["happened", "disputed", "happened"]


def test_a_plan_that_came_to_nothing() -> None:
    one = report("2031-02-10")
    met(one, "planned", "2031-02-07", "The meeting of Ruiz and Lind was to have been on Friday.")
    met(one, "did_not_happen", "2031-02-07", "The meeting never took place.")
    view = view_of(one)
    assert events(view) == [("2031-02-07", "did_not_happen", 2)]
    assert changes(view) == [("reversal", "planned", "did_not_happen", "2031-02-07")]


def test_the_same_said_again_is_no_change() -> None:
    drafts = [report(f"2031-02-0{n}") for n in (1, 2, 3)]
    for draft, status in zip(drafts, ("planned", "planned", "expected"), strict=True):
        met(draft, status, "2031-02-20")
    assert changes(view_of(*drafts)) == []


@pytest.mark.parametrize(("days", "count"), [("2031-02-20", 1), ("2031-04-20", 2)])
def test_a_denial_without_window_speaks_of_the_weeks_at_hand(days: str, count: int) -> None:
    denial, fact = report("2031-02-10"), report(days)
    met(denial, "not_planned", None, "There are no plans for a meeting of Ruiz and Lind.")
    met(fact, "happened", days)
    assert len(view_of(denial, fact).events()) == count


def test_a_denial_for_a_week_does_not_reach_beyond_it() -> None:
    denial, fact = report("2031-02-10"), report("2031-02-19")
    met(denial, "not_planned", "2031-02-10/2031-02-16")
    met(fact, "happened", "2031-02-18")
    view = view_of(denial, fact)
    assert [e.standing for e in view.events()] == ["not_planned", "happened"]
    assert changes(view) == []


def test_a_denial_that_came_true_too_soon_is_a_reversal() -> None:
    denial, fact = report("2031-02-10"), report("2031-02-13")
    met(denial, "not_planned", "2031-02-10/2031-02-16")
    met(fact, "happened", "2031-02-12")
    assert changes(view_of(denial, fact)) == [("reversal", "not_planned", "happened", "2031-02-12")]


def test_what_may_be_one_event_says_so() -> None:
    one, other = report("2031-02-01"), report("2031-05-01")
    met(one, "planned", None)
    met(other, "planned", None)
    first, second = view_of(one, other).events()
    assert first.maybe_same == (second.id,)
    assert second.maybe_same == (first.id,)


def test_explanations_name_the_reason() -> None:
    one, other = report("2031-02-21"), report("2031-02-22")
    claim = met(one, "happened", "2031-02-20")
    met(other, "happened", "2031-02-20")
    (sentence,) = view_of(one, other).explain_link(claim)
    assert "Ana Ruiz, Bo Lind" in sentence
    assert "same day" in sentence


def test_copies_of_one_text_count_once() -> None:
    drafts = [report("2031-02-21", "Wire"), report("2031-02-21", "Echo")]
    for draft in drafts:
        met(draft, "happened", "2031-02-20")
    (event,) = view_of(*drafts).events()
    assert (len(event.claims), event.reports, event.sources) == (2, 1, 1)


def test_an_old_id_still_finds_its_event() -> None:
    early, late = report("2031-02-01"), report("2031-02-22")
    met(early, "planned", "2031-02-20")
    claim = met(late, "happened", "2031-02-20")
    alone = view_of(late).event_of(claim)
    view = view_of(early, late)
    assert alone is not None
    assert view.event_of(claim) != alone
    event: Event = view.event(alone)
    told: Claim = view.claim(claim)
    assert told.id in event.claims
