"""Meetings and votes that a time is told by: "before the U.S. elections", "at the G20 summit"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from diurna.language.reading import Reading
from diurna.times.meanings import NamedDay
from diurna.times.named_days import NAMES_OF_TIMES, country_of, event_phrases
from diurna.times.values import FoundTime
from diurna.vocabulary.calendar import ELECTIONS, event_names
from diurna.vocabulary.time_words import time_words

_LONGEST_COUNTRY = 3
_ELECTION = frozenset(("election", "elections"))


def named_events(reading: Reading) -> Iterator[FoundTime]:
    """The recurring events and national elections that a preposition makes a time of, in text order.

    "attended the G20 summit" tells of a meeting and not of a time; "met at the G20 summit" tells when. Where a year
    stands in front ("before the 2024 U.S. elections") that is the expression of time.
    """
    ends = _last_words()
    for last, form in enumerate(reading.forms, start=1):
        if form.casefold() not in ends:
            continue
        named = _election(reading, last) or _event(reading, last)
        if named is None:
            continue
        first, name, country = named
        if (modifier := _preposition(reading, first)) is not None:
            start, end = int(reading.starts[first]), int(reading.ends[last - 1])
            meaning = NamedDay(name, country)
            yield FoundTime(start, end, reading.text[start:end], first, last, meaning, modifier or None)


def _event(reading: Reading, last: int) -> tuple[int, str, str | None] | None:
    """The first token of the longest name of a recurring event that ends before `last`, and the name."""
    return next(((first, words.casefold(), None) for first, words in event_phrases(reading, last)), None)


def _election(reading: Reading, last: int) -> tuple[int, str, str | None] | None:
    """ "Russia's presidential election": its first token, its kind and the country (ISO3) that stands in front."""
    if reading.forms[last - 1].lower() not in _ELECTION:
        return None
    kind = reading.forms[last - 2].lower() if last > 1 else ""
    before = last - 1 - (kind in ELECTIONS)
    owned = before > 0 and reading.forms[before - 1] in ("'s", "’s", "'", "’")
    for first in range(max(0, before - owned - _LONGEST_COUNTRY), before - owned):
        country = country_of(reading.span_text(first, before - owned))
        if country is not None and reading.forms[first] != "the":
            return first, f"{kind} election" if kind in ELECTIONS else "election", country
    return None


def _preposition(reading: Reading, first: int) -> str | None:
    """The TIMEX3 `mod` that the preposition in front gives ("" for none); None where no preposition of time stands."""
    words = [form.lower() for form in reading.forms[max(0, first - 4) : first]]
    while words and words[-1] in ("the", "annual", "this", "upcoming"):
        words.pop()
    for phrase in (" ".join(words[-2:]), *words[-1:]):
        if phrase in time_words().before_events:
            return time_words().bounds.get(phrase, "")
    return None


@cache
def _last_words() -> frozenset[str]:
    """The last words of names of events, to look at few tokens only."""
    return _ELECTION | {name.split()[-1] for name in event_names()} - NAMES_OF_TIMES
