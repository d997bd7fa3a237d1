"""The words of time expressions, from `time_words.toml`: one table from a word to its class and value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from diurna.vocabulary._files import read_toml

_VALUED = {
    "months": "M",
    "weekdays": "D",
    "plural_weekdays": "R",
    "seasons": "S",
    "units": "u",
    "plural_units": "U",
    "day_parts": "P",
    "deictic_parts": "N",
    "deictic_days": "T",
    "numbers": "w",
    "ordinals": "o",
    "vague": "V",
    "rates": "R",
    "decades": "X",
    "clock_words": "c",
    "lengths": "~",
    "dates": "/",
}

Value = int | str | None


@dataclass(frozen=True, slots=True)
class TimeWords:
    """What words mean in time expressions.

    `classes` maps a lower-case word to its class letter and its value (month number, unit name ...; None for function
    words). `modifiers` and `bounds` map words to TIMEX3 `mod` values. The frozensets are contexts that decide
    between readings of an ambiguous word.
    """

    classes: dict[str, tuple[str, Value]]
    modifiers: dict[str, str]
    bounds: dict[str, str]
    counted: frozenset[str]
    numbering: frozenset[str]
    year_before: frozenset[str]
    person_titles: frozenset[str]
    months_of_persons: frozenset[str]
    before_month: frozenset[str]
    ways: frozenset[str]
    possessives: frozenset[str]
    nicknames: frozenset[str]
    papers: frozenset[str]
    speeds: frozenset[str]
    named_after_days: frozenset[str]
    before_events: frozenset[str]
    no_time_after: frozenset[str]
    phrases: dict[str, str]
    dates: dict[str, str]
    future_modals: frozenset[str]
    future_governors: frozenset[str]
    forward_states: frozenset[str]
    forward_nouns: frozenset[str]
    putting_off: frozenset[str]
    carriers: frozenset[str]
    no_carriers: frozenset[str]
    many_times: frozenset[str]


@cache
def time_words() -> TimeWords:
    """The vocabulary of time expressions, read once."""
    data = read_toml("time_words.toml")
    context, tense = data["context"], data["tense"]
    return TimeWords(
        classes=_classes(data),
        modifiers=data["modifiers"],
        bounds=data["bounds"],
        counted=frozenset(context["counted"]),
        numbering=frozenset(context["numbering"]),
        year_before=frozenset(context["year_before"]),
        person_titles=frozenset(context["person_titles"]),
        months_of_persons=frozenset(context["months_of_persons"]),
        before_month=frozenset(context["before_month"]),
        ways=frozenset(context["ways"]),
        possessives=frozenset(context["possessives"]),
        nicknames=frozenset(context["nicknames"]),
        papers=frozenset(context["papers"]),
        speeds=frozenset(context["speeds"]),
        named_after_days=frozenset(context["named_after_days"]),
        before_events=frozenset(context["before_events"]),
        no_time_after=frozenset(context["no_time_after"]),
        phrases=data["phrases"],
        dates=data["dates"],
        future_modals=frozenset(tense["future_modals"]),
        future_governors=frozenset(tense["future_governors"]),
        forward_states=frozenset(tense["forward_states"]),
        forward_nouns=frozenset(tense["forward_nouns"]),
        putting_off=frozenset(tense["putting_off"]),
        carriers=frozenset(tense["carriers"]),
        no_carriers=frozenset(tense["no_carriers"]),
        many_times=frozenset(tense["many_times"]),
    )


def _classes(data: dict[str, Any]) -> dict[str, tuple[str, Value]]:
    found: dict[str, tuple[str, Value]] = {}
    for table, letter in _VALUED.items():
        for word, value in data[table].items():
            found.setdefault(word, (letter, value))
            if letter in "MD" and len(word) <= 5:
                found.setdefault(word + ".", (letter, value))
    found["second"] = ("o", 2)
    for letter, words in data["classes"].items():
        for word in words:
            found.setdefault(word, (letter, None))
    return found
