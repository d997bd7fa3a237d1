"""The language model's word on what dates an event, where the tree gives none. The marks are set by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from diurna.language import EventSpan, Part, Reading, read
from diurna.model import Edtf, Published
from diurna.times import EventDate, date_event, find_times, resolve_times

_PUBLISHED = Published(edtf=Edtf.parse("2024-11-06"))
_APART = "Rebels, said the mayor, whose brother came back on Monday, shelled the town."


def _seen(reading: Reading, trigger: str, time: str, score: float) -> Reading:
    """The reading with one event whose time is the one word."""
    at, when = reading.forms.index(trigger), reading.forms.index(time)
    part = Part(when, when + 1, "time", score)
    event = EventSpan(at, at + 1, "ASSAULT", 0.99, "CT+", "past_or_present", "assertion", 0.99, (part,))
    return replace(reading, events=(event,))


def _date(reading: Reading, trigger: str, tense: str = "past_or_present") -> EventDate:
    expressions = resolve_times(reading, find_times(reading), _PUBLISHED)
    return date_event(reading, reading.forms.index(trigger), expressions, _PUBLISHED, tense=tense)


def test_what_the_model_surely_sees_dates_the_event_where_the_tree_gives_nothing() -> None:
    seen = _date(_seen(read([_APART])[0], "shelled", "Monday", 0.9), "shelled")

    assert (seen.edtf, seen.text) == (Edtf.parse("2024-11-04"), "Monday")
    assert any("language model" in reason for reason in seen.reasons)


@pytest.mark.parametrize(("score", "tense"), [(0.3, "past_or_present"), (0.9, "future")])
def test_an_unsure_word_and_one_on_the_wrong_side_of_the_report_do_not(score: float, tense: str) -> None:
    text = _APART.replace("on Monday", "on November 4 last year")

    seen = _date(_seen(read([text])[0], "shelled", "November", score), "shelled", tense)

    assert seen.expression is None


def test_the_tree_comes_first() -> None:
    reading = read(["The envoys met on Monday and the ministers will meet on Friday."])[0]

    assert _date(_seen(reading, "met", "Friday", 0.95), "met").text == "Monday"
