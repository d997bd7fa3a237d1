"""Answers of other tools become TIMEX3 expressions of the text."""

from __future__ import annotations

import datetime as dt

import pytest
from benchmarks.time.peers import dateparser, heideltime, recognizers
from benchmarks.time.peers.placing import bare, locate

DAY = dt.date(2031, 3, 5)  # a Wednesday


def test_words_are_found_whole_whatever_their_case_and_spaces() -> None:
    text = "Mayors say that in May\n2031 and in MAY 2031 may come."
    assert locate(text, "may 2031", 0) == (19, 27)
    assert locate(text, "may 2031", 20) == (35, 43)
    assert locate(text, "May", 0) == (19, 22)
    assert locate(text, "may", 0, near=40) == (44, 47)
    assert locate(text, "June", 0) is None
    assert locate(text, "", 0) is None


def test_prepositions_and_marks_at_the_ends_are_no_time() -> None:
    assert bare("on Monday, March 3, and") == "Monday, March 3"
    assert bare(" until the day after tomorrow, the") == "the day after tomorrow"
    assert bare("in a year") == "a year"


def test_tags_of_heideltime_are_placed_by_their_shift() -> None:
    text = "\n\nNow they meet\ntoday & today, and now."
    tags: list[dict[str, str | list[int]]] = [
        {"text": "they meet today", "type": "DATE", "value": "a", "span": [4, 19]},
        {"text": "today", "type": "DATE", "value": "b", "span": [26, 31]},  # "&amp;" is four letters longer
        {"text": "now", "type": "DATE", "value": "PRESENT_REF", "span": [37, 40]},
    ]
    assert [(t.start, t.end, t.value) for t in heideltime.placed(text, tags)] == [
        (6, 21, "a"),
        (24, 29, "b"),
        (35, 38, "PRESENT_REF"),
    ]


@pytest.mark.parametrize(
    ("period", "kind", "value"),
    [
        ("day", "DATE", "2031-03-05"),
        ("week", "DATE", "2031-W10"),
        ("month", "DATE", "2031-03"),
        ("year", "DATE", "2031"),
        ("time", "TIME", "2031-03-05T17:00"),
        ("part_of_day", "TIME", "2031-03-05T17:00"),
    ],
)
def test_a_moment_has_the_value_of_its_period(period: str, kind: str, value: str) -> None:
    got = dateparser.timex(0, 3, "now", dt.datetime(2031, 3, 5, 17), period)
    assert (got.type, got.value) == (kind, value)


def past_or_future(timex: str, kind: str, *days: str) -> list[dict[str, str]]:
    name = "start" if kind.endswith("range") else "value"
    return [{"timex": timex, "type": kind, name: day} for day in days]


@pytest.mark.parametrize(
    ("values", "kind", "value"),
    [
        (past_or_future("XXXX-WXX-5", "date", "2031-02-28", "2031-03-07"), "DATE", "2031-02-28"),
        (past_or_future("XXXX-WXX-3", "date", "2031-03-05", "2031-03-12"), "DATE", "2031-03-05"),
        (past_or_future("XXXX-05", "daterange", "2030-05-01", "2031-05-01"), "DATE", "2030-05"),
        (past_or_future("2031-W11", "daterange", "2031-03-10"), "DATE", "2031-W11"),
        (past_or_future("(2030-07-01,2030-10-01,P3M)", "daterange", "2030-07-01"), "DATE", "2030-Q3"),
        (past_or_future("(2031-05-03,2031-05-05,P2D)", "daterange", "2031-05-03"), "DATE", "2031-05-03"),
        (past_or_future("2031-SU", "daterange", "not resolved"), "DATE", "2031-SU"),
        (past_or_future("XXXX-05-04T15", "datetime", "2030-05-04 15:00:00"), "TIME", "2030-05-04T15:00"),
        (past_or_future("T15:30", "time", "15:30:00"), "TIME", "2031-03-05T15:30"),
        (past_or_future("2031-03-04TNI", "datetimerange", "2031-03-04 20:00:00"), "TIME", "2031-03-04TNI"),
        (past_or_future("PRESENT_REF", "datetime", "2031-03-05 00:00:00"), "DATE", "PRESENT_REF"),
        (past_or_future("P2D", "duration", "172800"), "DURATION", "P2D"),
        (past_or_future("XXXX-WXX-1", "set", "not resolved"), "SET", "XXXX-WXX-1"),
    ],
)
def test_a_recognised_time_is_the_last_one_that_is_not_ahead(
    values: list[dict[str, str]], kind: str, value: str
) -> None:
    assert recognizers.timex(values, DAY) == (kind, value)


def test_a_recognised_time_loses_the_preposition_it_took_in() -> None:
    text = "He left after ten years."
    got = recognizers.expression(text, 7, 23, past_or_future("P10Y", "duration", "315360000"), DAY)
    assert (got.text, text[got.start : got.end]) == ("ten years", "ten years")
