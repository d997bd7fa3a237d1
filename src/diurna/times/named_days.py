"""Named days of the year (holidays and well-known events) in a token stream, and the country that they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from diurna.language.reading import Reading
from diurna.vocabulary.calendar import event_names, holiday_names
from diurna.vocabulary.countries import country_named, country_of_demonym
from diurna.vocabulary.time_words import Value

_SPANS = frozenset(("day", "eve", "week", "weekend", "month"))
NAMES_OF_TIMES = _SPANS | {
    "ramadan",
    "ramadhan",
    "ramzan",
    "christmas",
    "easter",
    "sunday",
    "monday",
    "tuesday",
    "wednesday",
    "friday",
}
"""Last words of those recurring events that are times ("Super Tuesday", "Ramadan"); others are happenings ("Davos")."""
LONGEST_EVENT = 7
"""Tokens in the name of a recurring event at the most."""
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'"})


def mark_named_days(reading: Reading, codes: list[str], values: list[Value]) -> None:
    """Write class `C` and the day's folded name over the tokens of every named day, in place."""
    starters = _starters()
    for i, form in enumerate(reading.forms):
        if not form[:1].isupper():
            continue
        for words, name in starters.get(form.casefold(), ()):
            if _matches(reading, i, words):
                codes[i : i + len(words)] = "C" * len(words)
                values[i : i + len(words)] = [name] * len(words)
                break


def country_cue(reading: Reading, first: int, last: int) -> str | None:
    """ISO3 of the country that the words around `[first, last)` name as the owner of a day.

    "France's Bastille Day", "the French holiday Bastille Day", "Independence Day in Ukraine".
    """
    low, high = reading.sentence_bounds(reading.sentence_of(first))
    for end in range(first, max(low, first - 6), -1):
        for start in range(max(low, end - 3), end):
            if iso3 := country_of(reading.span_text(start, end)):
                return iso3
    if last < high and reading.forms[last].lower() in ("in", "of"):
        for end in range(min(high, last + 5), last + 1, -1):
            if iso3 := country_of(reading.span_text(last + 1, end)):
                return iso3
    return None


def countries_mentioned(reading: Reading) -> Iterable[str]:
    """ISO3 of the countries that the reading's names mention, most mentioned first."""
    counts: dict[str, int] = {}
    for name in reading.names:
        if iso3 := country_of(reading.span_text(name.start, name.end)):
            counts[iso3] = counts.get(iso3, 0) + 1
    return sorted(counts, key=lambda c: (-counts[c], c))


def country_of(words: str) -> str | None:
    """ISO3 of the country that the words name or that a demonym belongs to, as they are written."""
    if not words[:1].isupper() and not words.startswith("the "):
        return None
    found = country_named(words) or country_of_demonym(words)
    return found.iso3 if found else None


def is_event(words: str) -> bool:
    """Whether words, written as a name, name a recurring event ("G20 summit")."""
    return words[:1].isupper() and words.casefold() in event_names()


def event_phrases(reading: Reading, end: int) -> Iterator[tuple[int, str]]:
    """The phrases of a sentence that end before token `end` and name a recurring event, the longest first.

    Each with its first token.
    """
    start, _ = reading.sentence_bounds(reading.sentence_of(end - 1))
    for first in range(max(start, end - LONGEST_EVENT), end):
        words = reading.span_text(first, end)
        if is_event(words):
            yield first, words


def _matches(reading: Reading, i: int, words: tuple[str, ...]) -> bool:
    forms = reading.forms[i : i + len(words)]
    if len(forms) != len(words) or not (forms[-1][:1].isupper() or words[-1] in _SPANS):
        return False
    return all(f.translate(_APOSTROPHES).casefold() == w for f, w in zip(forms, words, strict=True))


@cache
def _starters() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Folded names of days by their first word; longer names first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in holiday_names() | {n for n in event_names() if n.split()[-1] in NAMES_OF_TIMES}:
        words = tuple(name.replace("'s", " 's").replace("-", " - ").split())
        found.setdefault(words[0], []).append((words, name))
    for entries in found.values():
        entries.sort(key=lambda e: (-len(e[0]), e[1]))
    return found
