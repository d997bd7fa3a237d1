"""The words of time expressions."""

from __future__ import annotations

import pytest

from diurna.vocabulary.time_words import time_words

_TIMEX3_MODS = {
    "BEFORE",
    "AFTER",
    "ON_OR_BEFORE",
    "ON_OR_AFTER",
    "LESS_THAN",
    "MORE_THAN",
    "EQUAL_OR_LESS",
    "EQUAL_OR_MORE",
    "START",
    "MID",
    "END",
    "APPROX",
}


@pytest.mark.parametrize(
    ("word", "code", "value"),
    [("september", "M", 9), ("sept.", "M", 9), ("sept", "M", 9), ("sunday", "D", 6), ("mondays", "R", "XXXX-WXX-1")],
)
def test_months_and_weekdays_in_full_and_abbreviated(word: str, code: str, value: int | str) -> None:
    assert time_words().classes[word] == (code, value)


def test_second_counts_before_it_measures() -> None:
    assert time_words().classes["second"] == ("o", 2)
    assert time_words().classes["seconds"] == ("U", "second")


def test_every_modifier_is_one_of_timex3() -> None:
    words = time_words()

    assert set(words.modifiers.values()) | set(words.bounds.values()) <= _TIMEX3_MODS


def test_words_are_looked_up_in_lower_case() -> None:
    assert [word for word in time_words().classes if word != word.lower()] == []
