"""Datelines are cut off; what only looks like one is left alone."""

from __future__ import annotations

import pytest

from diurna.language import read
from diurna.language.datelines import behind_datelines


@pytest.mark.parametrize(
    "text",
    [
        "JUBA – Talks collapsed on Wednesday.",
        "NAIVASHA, Kenya — Talks collapsed on Wednesday.",
        "GENEVA, 5 November (Reuters) - Talks collapsed on Wednesday.",
        "WASHINGTON, April 30 (Reuters)-Talks collapsed on Wednesday.",
        "Lagos (AFP) -- Talks collapsed on Wednesday.",
    ],
)
def test_sentence_starts_behind_dateline(text: str) -> None:
    assert [text[i:].split(maxsplit=1)[0] for i in behind_datelines(text)] == ["Talks"]
    reading = read([text])[0]
    assert reading.sentence_text(reading.sentence_count - 1) == "Talks collapsed on Wednesday."


@pytest.mark.parametrize(
    "text",
    [
        "NATO-Russia talks collapsed on Wednesday.",
        "The two sides — Juba and Naivasha — met.",
        "EU leaders met on Monday – The talks went on.",
        "UN: Talks collapsed.",
    ],
)
def test_other_dashes_are_left_alone(text: str) -> None:
    assert behind_datelines(text) == []
