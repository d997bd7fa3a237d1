"""Answers: the right events, their standing, and never more than the record says."""

from __future__ import annotations

import datetime as dt

import pytest

from diurna.model import Edtf, Entity, LocalEntity, Participant, Place, Question
from diurna.views import answer, answer_json
from diurna.views.text import plain_text
from diurna.views.text.ask import answer_lines
from fake_view import ANNA, BORIS, CARL, ESTONIA, SWEDEN, FakeView, who


def party(name: str, role: str = "actor", *, country: str | None = None) -> tuple[LocalEntity, Participant]:
    kind = "country" if country else "person"
    local = LocalEntity(key=name, type=kind, name=name, country=country)
    return local, Participant(entity=name, name=name, role=role)


def question(
    asks: str | None, *parties: tuple[LocalEntity, Participant], date: str | None = None, **more: object
) -> Question:
    options: dict[str, object] = {"kinds": ("meeting",), "types": ("CONSULT",), **more}
    return Question(
        text="?",
        asks=asks,
        entities=tuple(local for local, _ in parties),
        participants=tuple(participant for _, participant in parties),
        date=Edtf.parse(date) if date else None,
        **options,
    )


LIND, MALK = party("Lind"), party("Malk", "recipient")


def test_a_bounded_denial_does_not_hide_another_meeting() -> None:
    view = FakeView()
    view.add("denial", "not_planned", "2021-05-03/2021-05-09", who(ANNA, BORIS))
    view.add("meeting", "happened", "2021-06-14", who(ANNA, BORIS))
    ask = [question("whether", LIND, MALK, date=date) for date in ("2021-05", "2021-06")]
    assert [answer(view, q).answer for q in ask] == ["not_planned", "happened"]
    assert answer(view, question("whether", LIND, MALK)).answer == "happened"


def test_every_named_party_must_take_part() -> None:
    view = FakeView()
    view.add("e", "happened", "2021-05-03", who(ANNA, BORIS))
    stranger = party("Nobody Known")
    assert answer(view, question("whether", LIND, stranger)).answer == "no_record"
    assert answer(view, question("whether", LIND, party("Carl Orre"))).answer == "no_record"


def test_what_was_not_understood_is_said_to_be_so() -> None:
    given = answer(FakeView(), Question(text="Nice weather?", problem="it names no event"))
    assert given.answer == "not_understood"
    assert "Not understood: it names no event." in plain_text(answer_lines(given))


def test_an_undated_event_answers_for_a_date_only_when_nothing_else_does() -> None:
    view = FakeView()
    view.add("undated", "happened", None, who(ANNA, BORIS))
    asked = question("whether", LIND, MALK, date="2021-05")
    assert [e.id for e in answer(view, asked).events] == ["undated"]
    view.add("dated", "not_planned", "2021-05-04", who(ANNA, BORIS))
    assert [e.id for e in answer(view, asked).events] == ["dated"]


def test_what_happened_some_time_is_not_said_to_have_happened_then() -> None:
    view = FakeView()
    view.add("some-time", "happened", "../2021-05-10", who(ANNA, BORIS))
    in_february, in_may = (question("whether", LIND, MALK, date=date) for date in ("2021-02", "2021-05"))
    assert answer(view, in_february).answer == "unknown"
    assert answer(view, in_may).answer == "happened"
    assert answer(view, question("whether", LIND, MALK)).answer == "happened"
    assert "whether at that time is not said" in plain_text(answer_lines(answer(view, in_february)))


def test_when_lists_every_date_and_how_many_counts_what_happened() -> None:
    view = FakeView()
    view.add("a", "happened", "2021-01", who(ANNA, BORIS))
    view.add("b", "happened", "2021-05-04", who(ANNA, BORIS), kind="talks")
    view.add("c", "planned", "2021-09-01", who(ANNA, BORIS))
    when = answer(view, question("when", LIND, MALK))
    assert [str(d) for d in when.dates] == ["2021-01", "2021-05-04"]
    assert answer(view, question("how_many", LIND, MALK)).count == 2
    assert answer(view, question("how_many", LIND, party("Nobody"))).count == 0


def test_future_questions_prefer_what_lies_ahead() -> None:
    view = FakeView()
    view.add("past", "happened", "2020-02-01", who(ANNA, BORIS))
    view.add("dropped", "cancelled", "2021-03-01", who(ANNA, BORIS), asserted="2021-02-20")
    view.add("ahead", "planned", "2021-07-13", who(ANNA, BORIS), asserted="2021-02-10")
    future = question("whether", LIND, MALK, future=True)
    assert answer(view, future, dt.date(2021, 5, 1)).answer == "planned"
    assert answer(view, future, dt.date(2021, 2, 25)).answer == "cancelled"
    when = answer(view, question("when", LIND, MALK, future=True), dt.date(2021, 5, 1))
    assert [str(d) for d in when.dates] == ["2021-07-13"]


def test_a_future_question_about_what_only_happened_says_so() -> None:
    view = FakeView()
    view.add("past", "happened", "2021-02-01", who(ANNA, BORIS))
    asked = question("whether", LIND, MALK, future=True)
    assert answer(view, asked, dt.date(2021, 5, 1)).answer == "happened"
    assert answer(view, asked, dt.date(2026, 5, 1)).answer == "no_record"


def test_a_qualifier_alone_finds_the_event_that_bears_it() -> None:
    view = FakeView()
    view.add("other", "planned", "2021-06-01", who(ANNA, BORIS), qualifiers=("nordic",))
    view.add("baltic", "planned", "2021-07-01", who(ANNA, BORIS), qualifiers=("baltic",))
    asked = question("when", qualifiers=("baltic",), future=True)
    assert [str(date) for date in answer(view, asked).dates] == ["2021-07-01"]
    assert answer(view, question("when", qualifiers=("alpine",), future=True)).answer == "no_record"


def test_a_visit_needs_the_visitor_to_go_and_the_host_to_be_visited() -> None:
    view = FakeView()
    view.add("there", "happened", "2021-05-04", (*who(ANNA), *who(ESTONIA, role="recipient")), kind="visit")
    estonia, sweden = (party(name, "recipient", country=code) for name, code in (("Estonia", "EST"), ("Sweden", "SWE")))
    visit = {"kinds": ("visit",)}
    assert answer(view, question("whether", LIND, estonia, **visit)).answer == "happened"
    assert answer(view, question("whether", LIND, sweden, **visit)).answer == "no_record"
    assert answer(view, question("whether", MALK, estonia, **visit)).answer == "no_record"
    assert answer(view, question("whether", LIND, estonia)).answer == "no_record"


def test_a_visit_is_found_by_the_country_of_its_place() -> None:
    view = FakeView()
    view.add("there", "planned", "2021-05-04", who(ANNA), kind="visit", place=Place(name="Tallinn", country="EST"))
    asked = question("whether", LIND, party("Estonia", "recipient", country="EST"), kinds=("visit",), future=True)
    assert answer(view, asked).answer == "planned"


def test_a_place_that_is_also_a_party_is_asked_for_once() -> None:
    view = FakeView()
    there = Place(name="Estonia’s western isles")
    view.add("there", "happened", "2021-05-04", who(ANNA), kind="visit", place=there)
    host = party("Estonia", "recipient", country="EST")
    asked = question("whether", LIND, host, kinds=("visit",), place=Place(name="Estonia", country="EST"))
    assert answer(view, asked).answer == "happened"


def test_who_can_be_asked_of_one_country() -> None:
    view = FakeView()
    view.add("e", "happened", "2021-05-04", who(ANNA, BORIS, CARL))
    asked = question("who", party("Carl Orre"), open_role="actor", open_country="SWE")
    assert answer(view, asked).names == ("Anna Lind",)


def test_actor_and_recipient_are_not_the_same_outside_meetings() -> None:
    view = FakeView()
    both = (*who(SWEDEN), *who(ESTONIA, role="recipient"))
    view.add("s", "happened", "2021-05-04", both, kind="sanction", type="SANCTION")
    sanction = {"kinds": ("sanction",), "types": ("SANCTION",)}
    hit = question("whether", party("Sweden", country="SWE"), party("Estonia", "recipient", country="EST"), **sanction)
    miss = question("whether", party("Estonia", country="EST"), party("Sweden", "recipient", country="SWE"), **sanction)
    assert [answer(view, q).answer for q in (hit, miss)] == ["happened", "no_record"]


def test_those_who_act_for_a_country_count_only_when_the_country_itself_does_not_appear() -> None:
    view = FakeView()
    view.add("minister", "happened", "2021-05-04", who(ANNA, CARL))
    asked = question("whether", party("Sweden", country="SWE"))
    assert [e.id for e in answer(view, asked).events] == ["minister"]
    view.add("country", "happened", "2021-05-06", who(SWEDEN, CARL))
    assert [e.id for e in answer(view, asked).events] == ["country"]


def test_who_gives_the_others_or_everyone_when_several_are_named() -> None:
    view = FakeView()
    view.add("e", "happened", "2021-05-04", who(ANNA, BORIS, CARL))
    one = answer(view, question("who", LIND, open_role="actor"))
    two = answer(view, question("who", LIND, MALK, open_role="other"))
    assert set(one.names) == {"Boris Malk", "Carl Orre"}
    assert set(two.names) == {"Anna Lind", "Boris Malk", "Carl Orre"}


def test_where_gives_places_and_another_city_is_another_event() -> None:
    view = FakeView()
    view.add("e", "happened", "2021-05-04", who(ANNA, BORIS), place=Place(name="Tartu", country="EST"))
    assert answer(view, question("where", LIND, MALK)).names == ("Tartu",)
    answers = [
        answer(view, question("whether", LIND, MALK, place=Place(name=name, country=country))).answer
        for name, country in (("Tartu", "EST"), ("Estonia", "EST"), ("Tallinn", "EST"), ("Sweden", "SWE"))
    ]
    assert answers == ["happened", "happened", "no_record", "no_record"]


def test_a_person_is_not_taken_for_an_organization_of_that_name() -> None:
    view = FakeView(known=[Entity(id="n9", type="organization", name="Lind", names=("Lind",)), BORIS])
    view.add("e", "happened", "2021-05-04", who(*view.known))
    assert answer(view, question("whether", LIND, MALK)).answer == "no_record"


def test_the_json_answer_has_the_promised_shape() -> None:
    view = FakeView()
    view.add("e", "not_planned", "2021-05-04", who(ANNA, BORIS), sources=(("Wire",), ("Boris Malk",)))
    given = answer_json(answer(view, question("whether", LIND, MALK), dt.date(2021, 5, 3)))
    assert given == {
        "question": "?",
        "as_of": "2021-05-03",
        "answer": "not_planned",
        "dates": ["2021-05-04"],
        "names": [],
        "count": None,
        "events": ["e"],
        "claims": [
            {
                "report": "r1",
                "quote": "words of e",
                "status": "not_planned",
                "sources": [["Wire"], ["Boris Malk"]],
                "asserted_on": "2021-05-10",
            }
        ],
    }


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        ("not_planned", "On record as of 3 May 2021: not planned (4 May 2021), according to Boris Malk."),
        ("happened", "On record as of 3 May 2021: happened (4 May 2021), according to Boris Malk."),
    ],
)
def test_the_headline_claims_no_more_than_the_record(standing: str, words: str) -> None:
    view = FakeView()
    view.add("e", standing, "2021-05-04", who(ANNA, BORIS), sources=(("Wire",), ("Boris Malk",)))
    given = answer(view, question("whether", LIND, MALK), dt.date(2021, 5, 3))
    text = plain_text(answer_lines(given))
    assert text.splitlines()[0] == words
    assert "“words of e”" in text
    assert "Boris Malk, via Wire" in text


def test_no_record_is_not_a_no() -> None:
    given = answer(FakeView(), question("whether", LIND, MALK))
    assert "does not mean that it did not happen" in plain_text(answer_lines(given))
