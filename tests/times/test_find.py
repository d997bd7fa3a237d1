"""Finding expressions: spans, and words that only look like time."""

from __future__ import annotations

import pytest

from diurna.language import read
from diurna.times import find_times


def _found(text: str) -> list[str]:
    return [found.text for found in find_times(read([text])[0])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoys met on the 13th of July in Oslo.", ["the 13th of July"]),
        ("The summit on July 11-12 was short.", ["July 11", "12"]),
        ("He was invited in January last year.", ["January last year"]),
        ("She spoke on Thursday afternoon.", ["Thursday afternoon"]),
        ("They arrived on Tuesday, March 5, 2019, by train.", ["Tuesday, March 5, 2019"]),
        ("Tariffs follow after a 30-day reprieve.", ["30-day"]),
        ("They had met earlier this week.", ["earlier this week"]),
        ("The accord dates from the late 1990s.", ["the late 1990s"]),
        ("Sales rose in next year's first quarter.", ["next year's first quarter"]),
    ],
)
def test_spans(text: str, expected: list[str]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Protesters may march to the palace.",
        "Theresa May spoke to reporters; May then left the room.",
        "The second round of talks ended without a result.",
        "Article 1973 of the code and Resolution 2231 were cited.",
        "About 2,000 troops and 1900 soldiers crossed the border.",
        "The 45-year-old envoy smiled.",
        "The fall of the government surprised nobody.",
    ],
)
def test_words_that_only_look_like_time(text: str) -> None:
    assert _found(text) == []


def test_offsets_are_code_points_of_the_verbatim_text() -> None:
    text = "“Türkiye’s” envoy arrived on  5 November 2024."
    reading = read([text])[0]

    (found,) = find_times(reading)

    assert text[found.start : found.end] == found.text == "5 November 2024"
    assert reading.span_text(found.first, found.last) == found.text
