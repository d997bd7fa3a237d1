"""Dating events: which expression governs an event, and honest bounds where none does."""

from __future__ import annotations

import pytest

from diurna.language import read
from diurna.model import Edtf, Published
from diurna.times import EventDate, QuoteAnchor, date_event, find_times, resolve_times

_PAST, _FUTURE = "past_or_present", "future"


def _date(text: str, trigger: str, day: str, tense: str, quote: QuoteAnchor | None = None) -> EventDate:
    reading = read([text])[0]
    published = Published(edtf=Edtf.parse(day))
    expressions = resolve_times(reading, find_times(reading), published)
    return date_event(reading, reading.forms.index(trigger), expressions, published, tense=tense, quote=quote)


@pytest.mark.parametrize(
    ("text", "trigger", "tense", "expected"),
    [
        ("The president met the envoy on Monday.", "met", _PAST, "2024-11-04"),
        ("The minister held talks with the envoy on Friday, pledging support.", "talks", _PAST, "2024-11-01"),
        ("The minister held talks with the envoy on Friday, pledging support.", "pledging", _PAST, "2024-11-01"),
        ("He invited the leader after their June summit in Vienna.", "summit", _PAST, "2024-06"),
        ("No meeting with the envoy is on her agenda this week.", "meeting", _FUTURE, "2024-11-04/2024-11-10"),
        ("The summit, scheduled to run from May 3 to 5, will go on.", "summit", _FUTURE, "2025-05-03/2025-05-05"),
        ("The ministry announced a visit in December.", "visit", _FUTURE, "2024-12"),
        ("The leader visited the coast in 2023 and held talks there.", "talks", _PAST, "2023"),
        ("Minister to meet envoy on December 12 in Oslo", "meet", _FUTURE, "2024-12-12"),
        ("Between 2011 and 2014, he met the envoy twice.", "met", _PAST, "2011/2014"),
        ("He is due to arrive on Thursday and will meet officials on Friday.", "arrive", _FUTURE, "2024-11-07"),
        ("He is due to arrive on Thursday and will meet officials on Friday.", "meet", _FUTURE, "2024-11-08"),
        ("The envoy, who took office in January, will travel in May.", "took", _PAST, "2024-01"),
        ("The envoy, who took office in January, will travel in May.", "travel", _FUTURE, "2025-05"),
        ("Talks are set to resume later this month in Oslo.", "Talks", _FUTURE, "2024-11"),
        ("Since January, the army has carried out 40 strikes.", "strikes", _PAST, "2024-01-01/2024-11-04"),
        ("It is his first visit since 2016, when he flew to the coast.", "flew", _PAST, "2016"),
        ("The envoy flew to Oslo on Monday, where she met the king.", "met", _PAST, "2024-11-04"),
        ("He thanked her for the rice when they met in Lima on Monday.", "thanked", _PAST, "2024-11-04"),
        ("When Doha raised the fares in February, drivers blocked the road.", "blocked", _PAST, "2024-02"),
        ("He telephoned her on Monday and the two agreed to share it, the palace said.", "agreed", _PAST, "2024-11-04"),
        ("Two ministers refused on Monday to receive the envoy.", "receive", _PAST, "2024-11-04"),
        ("Oslo expelled the envoy on Monday and barred him, accusing him of spying.", "accusing", _PAST, "2024-11-04"),
        ("Gunmen seized the crew before 6 a.m. on Monday.", "seized", _PAST, "2024-11-04"),
        ("The two have not met since the summit in Vienna in June 2021.", "met", _PAST, "2021-06-01/2024-11-04"),
        ("The two have not met since the summit in Vienna in June 2021.", "summit", _PAST, "2021-06"),
        ("The delegation flew home a day after Thursday's launch.", "launch", _PAST, "2024-10-31"),
    ],
)  # fmt: skip
def test_the_governing_expression_dates_the_event(text: str, trigger: str, tense: str, expected: str) -> None:
    assert _date(text, trigger, "2024-11-04", tense).edtf == Edtf.parse(expected)


@pytest.mark.parametrize(
    ("text", "trigger", "tense"),
    [
        ("The minister denied on Tuesday that he had met the envoy.", "met", _PAST),
        ("The council extended the ban on fishing until February.", "extended", _PAST),
        ("Officials said Monday the two sides had agreed to a truce.", "agreed", _PAST),
        ("Asked on Friday whether he would visit Cuba, the president declined to answer.", "visit", _FUTURE),
        ("The ministry, which in March expelled ten diplomats, warned of new measures.", "warned", _PAST),
        ("The strikes on Saturday came a week after an attack on a bakery.", "attack", _PAST),
        ("The court opened hearings over a 2006 treaty.", "hearings", _PAST),
        ("He resigned in 2014 years after protests over a tax.", "protests", _PAST),
    ],
)
def test_what_dates_something_else_does_not_date_the_event(text: str, trigger: str, tense: str) -> None:
    assert _date(text, trigger, "2018-05-09", tense).expression is None


def test_the_day_of_saying_is_not_the_day_of_what_is_said() -> None:
    text = "On October 29, the spokesman stated that the president had no plans to meet her."

    stated = _date(text, "stated", "2024-11-04", _PAST)
    meeting = _date(text, "meet", "2024-11-04", _FUTURE)

    assert stated.edtf == Edtf.parse("2024-10-29")
    assert meeting.rule == "bound"
    assert meeting.edtf == Edtf.parse("2024-11-04/..")


def test_a_quote_bounds_the_event_by_the_day_of_saying() -> None:
    text = "The spokesman said that the leader had visited the port."
    said = QuoteAnchor(0, len(text), Edtf.parse("2024-10-29"))

    event = _date(text, "visited", "2024-11-04", _PAST, said)

    assert (event.edtf, event.rule) == (Edtf.parse("../2024-10-29"), "quote")


def test_a_recurring_event_has_its_date_from_the_calendar() -> None:
    event = _date("Leaders will speak at the G20 summit.", "summit", "2017-06-20", _FUTURE)

    assert (event.edtf, event.rule) == (Edtf.parse("2017-07-07/2017-07-08"), "calendar")


def test_what_came_before_bounds_the_event_from_below() -> None:
    text = (
        "The talks went on. Nothing else was said. It was late. "
        "The minister discussed the matter with his aides after returning from a visit to Oslo on Friday."
    )

    event = _date(text, "discussed", "2024-11-04", _PAST)

    assert event.edtf == Edtf.parse("2024-11-01/2024-11-04")
    assert any("after 'Friday'" in reason for reason in event.reasons)


def test_far_from_the_opening_an_undated_past_event_is_only_bounded() -> None:
    text = "The council met on Monday. It was a long session. Members voted twice. The leader had praised the army."

    event = _date(text, "praised", "2024-11-04", _PAST)

    assert (event.edtf, event.rule) == (Edtf.parse("../2024-11-04"), "bound")
    assert event.expression is None


@pytest.mark.parametrize(("verb", "rule"), [("has", "news"), ("had", "bound")])
def test_in_a_longer_opening_only_the_present_perfect_is_news(verb: str, rule: str) -> None:
    text = f"The council sat. It was long. Rain fell. The agency said that Oman {verb} reached a deal with Chad."

    assert _date(text, "reached", "2024-11-04", _PAST).rule == rule
