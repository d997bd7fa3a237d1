"""Date lines and datelines at the head of a report."""

from __future__ import annotations

import pytest

from diurna.language import read
from diurna.model import Edtf, Published
from diurna.times import find_times, infer_published, stated_published


def stated(text: str) -> Published | None:
    reading = read([text])[0]
    return stated_published(reading, find_times(reading))


@pytest.mark.parametrize(
    "text",
    [
        "Talks end in Oslo\n\nPublished: 5 November 2024\n\nThe talks ended without a result.",
        "Talks end in Oslo\nTuesday, November 5, 2024\nThe talks ended without a result.",
        "OSLO, November 5, 2024 (Agency) - The talks ended without a result.",
        "Updated 2024-11-05 10:30 GMT\nThe talks ended without a result.",
    ],
)
def test_a_date_line_states_the_day(text: str) -> None:
    published = stated(text)

    assert published is not None
    assert (published.edtf, published.basis) == (Edtf.parse("2024-11-05"), "stated")


def test_a_date_in_the_story_is_no_date_line() -> None:
    assert stated("The two sides signed the accord on 5 November 2024 in Oslo.") is None


def test_a_dateline_without_its_year_is_evidence_only() -> None:
    reading = read(["OSLO, November 5 (Agency) - The talks, opened on Monday, November 4, went on."])[0]

    assert stated_published(reading, find_times(reading)) is None
    assert any("dateline" in reason for reason in infer_published(reading, find_times(reading)).reasons)
