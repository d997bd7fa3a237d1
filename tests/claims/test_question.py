"""What a question asks for, as the claim reader understands it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from diurna.claims import read_question
from diurna.claims.question import with_known_names
from diurna.language import read
from diurna.model import Edtf, Question

TODAY = date(2031, 5, 14)
KNOWN = {
    "wanjiru kamau": "PER",
    "kamau": "PER",
    "kari solberg": "PER",
    "solberg": "PER",
    "norway": "LOC",
    "kenya": "LOC",
    "oslo": "LOC",
    "nairobi": "LOC",
}
ASKS = [
    ("Did President Wanjiru Kamau meet Prime Minister Kari Solberg in May 2031?", "whether", "meeting"),
    ("Has Kamau ever met Solberg?", "whether", "meeting"),
    ("Was the visit to Oslo cancelled?", "whether", "visit"),
    ("Did Kenya impose sanctions on Norway?", "whether", "sanction"),
    ("When did President Wanjiru Kamau visit Oslo?", "when", "visit"),
    ("On what day did the Gulf Summit take place?", "when", "summit"),
    ("Where did Wanjiru Kamau meet Kari Solberg?", "where", "meeting"),
    ("In which city did Kamau meet Solberg?", "where", "meeting"),
    ("How many times did Kamau visit Norway?", "how_many", "visit"),
    ("How often has Wanjiru Kamau met Kari Solberg since 2029?", "how_many", "meeting"),
    ("Who did Wanjiru Kamau meet in Oslo?", "who", "meeting"),
]
NOT_UNDERSTOOD = [
    ("What is the capital of Norway?", "no kind of event"),
    ("Did it rain?", "no kind of event"),
    ("Kamau Solberg", "does not ask"),
    ("Did anyone meet anyone?", "names nobody"),
]
OPEN = [
    ("Who visited Norway in May?", "actor", None),
    ("Who accused Norway of spying?", "actor", None),
    ("Whom did Norway accuse of spying?", "recipient", None),
    ("Who met Wanjiru Kamau in Oslo?", "other", None),  # nobody is the one who acts in a meeting
    ("Which Norwegian ministers visited Nairobi in 2031?", "actor", "NOR"),
    ("Did Wanjiru Kamau meet Kari Solberg?", None, None),
]
DATED = [
    ("Did Kamau and Solberg sign an agreement on 4 May 2031?", "2031-05-04", False),
    ("Will Wanjiru Kamau visit Oslo next week?", "2031-05-19/2031-05-25", True),
    ("Will Kamau meet Solberg?", None, True),
]
LAST, STATE = "When was the last meeting between Kamau and Solberg?", "When will the state visit take place?"
NAMED = "Who attended the Lakes Conference in Kisumu?"


@pytest.fixture(scope="module")
def understood() -> Mapping[str, Question]:
    texts = [*(case[0] for cases in (ASKS, NOT_UNDERSTOOD, OPEN, DATED) for case in cases), LAST, STATE, NAMED]
    return {text: read_question(text, reading, TODAY, KNOWN) for text, reading in zip(texts, read(texts), strict=True)}


@pytest.mark.parametrize(("text", "asks", "kind"), ASKS)
def test_what_is_asked_of_which_kind(understood: Mapping[str, Question], text: str, asks: str, kind: str) -> None:
    found = understood[text]
    assert (found.asks, found.kinds, found.problem) == (asks, (kind,), "")


@pytest.mark.parametrize(("text", "problem"), NOT_UNDERSTOOD)
def test_a_question_that_is_not_understood_says_why(
    understood: Mapping[str, Question], text: str, problem: str
) -> None:
    found = understood[text]
    assert found.asks is None
    assert problem in found.problem
    assert found.text == text


@pytest.mark.parametrize(("text", "role", "country"), OPEN)
def test_the_role_that_is_asked_for(
    understood: Mapping[str, Question], text: str, role: str | None, country: str | None
) -> None:
    found = understood[text]
    assert (found.open_role, found.open_country) == (role, country)


@pytest.mark.parametrize(("text", "when", "future"), DATED)
def test_the_time_that_is_asked_about(
    understood: Mapping[str, Question], text: str, when: str | None, future: bool
) -> None:
    found = understood[text]
    assert (None if found.date is None else str(found.date), found.future) == (when, future)


def test_since_a_year_is_from_its_first_day(understood: Mapping[str, Question]) -> None:
    since = understood["How often has Wanjiru Kamau met Kari Solberg since 2029?"].date
    assert since is not None
    assert since.earliest == date(2029, 1, 1)
    assert since.contains(Edtf.day(TODAY))


def test_parties_and_place(understood: Mapping[str, Question]) -> None:
    met = understood["Did President Wanjiru Kamau meet Prime Minister Kari Solberg in May 2031?"]
    assert {p.name: p.role for p in met.participants} == {"Wanjiru Kamau": "actor", "Kari Solberg": "actor"}
    assert {p.entity for p in met.participants} == {e.key for e in met.entities}
    sanctions = understood["Did Kenya impose sanctions on Norway?"]
    assert {p.name: p.role for p in sanctions.participants} == {"Kenya": "actor", "Norway": "recipient"}
    visit = understood["When did President Wanjiru Kamau visit Oslo?"]
    assert visit.place is not None
    assert (visit.place.name, visit.place.country) == ("Oslo", "NOR")


def test_what_is_asked_for_is_not_taken_for_known(understood: Mapping[str, Question]) -> None:
    assert understood["In which city did Kamau meet Solberg?"].place is None
    ministers = understood["Which Norwegian ministers visited Nairobi in 2031?"]
    assert ministers.participants == ()


def test_the_words_that_tell_occasions_apart(understood: Mapping[str, Question]) -> None:
    assert understood[LAST].qualifiers == ("last",)
    assert understood[STATE].qualifiers == ("state",)
    assert understood[NAMED].name == "Lakes Conference"


def test_without_a_today_only_full_dates_are_understood() -> None:
    texts = ["Will Wanjiru Kamau visit Oslo next week?", "Did Wanjiru Kamau visit Oslo on 4 May 2031?"]
    week, day = (read_question(t, r, None, KNOWN) for t, r in zip(texts, read(texts), strict=True))
    assert (week.asks, week.date) == ("whether", None)
    assert str(day.date) == "2031-05-04"


def test_names_of_the_record_are_names_in_the_question() -> None:
    (reading,) = read(["Did Frente Amplio meet May Solberg in May?"])
    marked = with_known_names(reading, {"frente amplio": "ORG", "may solberg": "PER", "may": "PER"})
    assert [(reading.span_text(n.start, n.end), n.label) for n in marked.names] == [
        ("Frente Amplio", "ORG"),
        ("May Solberg", "PER"),
    ]
    assert with_known_names(reading, {}) is reading
