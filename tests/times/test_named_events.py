"""Meetings and votes that are the time of something else."""

from __future__ import annotations

import pytest

from diurna.language import read
from diurna.model import Edtf, Published
from diurna.times import find_times, resolve_times


def dated(text: str, day: str) -> list[tuple[str, str | None, str | None]]:
    """The expressions of a text that came out on a day, with their dates and modifiers."""
    [reading] = read([text])
    times = resolve_times(reading, find_times(reading), Published(edtf=Edtf.parse(day), basis="metadata"))
    return [(time.text, str(time.edtf) if time.edtf else None, time.modifier) for time in times]


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        (
            "The leaders will meet on the sidelines of the G20 summit.",
            "2024-11-05",
            ("G20 summit", "2024-11-18/2024-11-19", None),
        ),
        (
            "The two ministers met at the UN General Assembly.",
            "2024-09-27",
            ("UN General Assembly", "2024-09-24/2024-09-30", None),
        ),
        (
            "The truce must be signed before the U.S. presidential election.",
            "2024-10-02",
            ("U.S. presidential election", "2024-11-05", "BEFORE"),
        ),
        (
            "He resigned after Britain's general election.",
            "2024-07-09",
            ("Britain's general election", "2024-07-04", "AFTER"),
        ),
    ],
)
def test_an_event_behind_a_preposition_tells_when(text: str, day: str, expected: tuple[str, str, str | None]) -> None:
    assert dated(text, day) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Both leaders attended the G20 summit.",
        "The World Cup was a triumph.",
        "Voters were unhappy with the French presidential election.",
        "She lost before the elections committee.",
        "A vote took place at the general assembly of the union.",
    ],
)
def test_an_event_that_is_talked_about_is_no_time(text: str) -> None:
    assert dated(text, "2024-11-05") == []


def test_a_year_in_front_is_the_expression() -> None:
    [(text, edtf, _)] = dated("The deal was struck before the 2024 U.S. elections.", "2025-02-03")
    assert (text, edtf) == ("2024", "2024")


def test_a_vote_that_the_calendar_does_not_know_yet_has_no_date() -> None:
    [(text, edtf, modifier)] = dated("Talks will go on until Russia's presidential election.", "2024-11-05")
    assert (text, edtf, modifier) == ("Russia's presidential election", None, "ON_OR_BEFORE")


def test_a_body_that_works_all_year_is_dated_around_its_great_days_only() -> None:
    [(_, edtf, _)] = dated("The resolution was passed at the UN General Assembly.", "2024-12-12")
    assert edtf is None
