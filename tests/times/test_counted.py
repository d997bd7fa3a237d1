"""Events told by their distance from a dated one. The report is of Wednesday, 6 November 2024."""

from __future__ import annotations

import pytest

from diurna.language import read
from diurna.model import Edtf, Published
from diurna.times import EventDate, date_event, find_times, resolve_times


def _date(text: str, trigger: str, tense: str = "past_or_present") -> EventDate:
    reading = read([text])[0]
    published = Published(edtf=Edtf.parse("2024-11-06"))
    expressions = resolve_times(reading, find_times(reading), published)
    return date_event(reading, reading.forms.index(trigger), expressions, published, tense=tense)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Dockers boycotted the ship on Friday, two days after its crew asked for help.", "asked", "2024-10-30"),
        ("The hostages walked free on Thursday, a day before the presidents signed a pact.", "signed", "2024-11-01"),
        ("Rebels attacked two posts on Monday, four weeks after the raid on the bridge.", "raid", "2024-10-07"),
        ("Gunmen shot the deputy on Sunday, hours after the minister was sworn in.", "sworn", "2024-11-03"),
        (
            "Canada withdrew its troops in August 2006, two months after both leaders signed an agreement.",
            "signed",
            "2006-06-01/2006-06-30",
        ),
        (
            "Canada granted asylum on Friday, less than a week after the court rejected the plea.",
            "rejected",
            "2024-10-25/2024-11-01",
        ),
    ],
)
def test_a_length_of_time_counts_from_the_dated_event(text: str, trigger: str, expected: str) -> None:
    event = _date(text, trigger)

    assert (event.edtf, event.rule) == (Edtf.parse(expected), "counted")
    assert any("tells of" in reason for reason in event.reasons)


def test_without_a_length_the_dated_event_is_a_bound() -> None:
    event = _date("A judge issued a warrant last October after prosecutors accused them.", "accused")

    assert (event.edtf, event.rule, event.expression) == (Edtf.parse("../2024-10-31"), "bound", None)


def test_what_hangs_on_an_undated_event_is_not_counted() -> None:
    assert _date("Dockers boycotted the ship, two days after its crew asked for help.", "asked").rule != "counted"


def test_what_lies_ahead_is_counted_too() -> None:
    text = "Police searched the office on Tuesday, two days before the court was to open hearings in Oslo."

    assert _date(text, "hearings", "future").edtf == Edtf.parse("2024-11-07")
