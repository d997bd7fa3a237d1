"""Summits and games that a report names with their place: "the G20 summit in Hamburg" was in one year only."""

from __future__ import annotations

from collections.abc import Iterator

from diurna.language.reading import Reading
from diurna.times.meanings import FUTURE, PAST
from diurna.times.named_days import LONGEST_EVENT, is_event
from diurna.times.publication.candidates import YEARS, Evidence, around, weighed
from diurna.times.publication.clues import Clues
from diurna.times.tense import direction
from diurna.vocabulary.calendar import NamedDay, event_dates
from diurna.vocabulary.countries import countries
from diurna.vocabulary.places import place_country

_LONGEST_PLACE = 4
_AHEAD, _BEHIND = 240, 400
"""How many days before a meeting, and how many after it, the press speaks of it without its year."""
_SLIP = 0.15


def hosted_meetings(clues: Clues) -> Iterator[Evidence]:
    """A recurring meeting named together with its host dates the report to the time around it."""
    reading = clues.reading
    told = frozenset(clue.sentence for clue, _ in clues.years())
    seen = set()
    for k in sorted(set(range(reading.sentence_count)) - told):
        hosts = frozenset(_countries_in(reading, k))
        for first, end, name in _events_in(reading, k) if hosts else ():
            days = [d for year in YEARS for d in event_dates(name, year) if hosts & set(d.countries)]
            if days and not days[0].approximate and name not in seen:
                seen.add(name)
                yield _evidence(reading.span_text(first, end), days, _side(reading, first, end))


def _side(reading: Reading, first: int, end: int) -> int | None:
    """PAST or FUTURE where the words tell it; "before the G20 summit" leaves it open."""
    before = [form.lower() for form in reading.forms[max(0, first - 3) : first]]
    side = direction(reading, first, end)
    return None if {"before", "ahead", "until"} & set(before) or side not in (PAST, FUTURE) else side


def _evidence(words: str, days: list[NamedDay], side: int | None) -> Evidence:
    before, after = (_AHEAD, 3) if side == FUTURE else (7, _BEHIND) if side == PAST else (_AHEAD, _BEHIND)
    mask = around((d.day for d in days), before, 0) | around((d.end or d.day for d in days), 0, after)
    when = ", ".join(f"{d.day} ({countries()[d.countries[0]].name})" for d in days[:4])
    told = "lies ahead" if side == FUTURE else "is told of"
    return weighed(mask, _SLIP, f"{words!r} {told}; it was held on {when}")


def _events_in(reading: Reading, k: int) -> Iterator[tuple[int, int, str]]:
    """The spans of a sentence that name a recurring event with a host, longest first."""
    start, end = reading.sentence_bounds(k)
    for first in range(start, end):
        for last in range(min(end, first + LONGEST_EVENT), first, -1):
            name = reading.span_text(first, last)
            if is_event(name):
                yield first, last, name
                break


def _countries_in(reading: Reading, k: int) -> Iterator[str]:
    """The countries of the places that a sentence names behind "in" or "at"."""
    start, end = reading.sentence_bounds(k)
    for i in range(start, end - 1):
        if reading.forms[i].lower() in ("in", "at"):
            for last in range(min(end, i + 1 + _LONGEST_PLACE), i + 1, -1):
                if country := place_country(reading.span_text(i + 1, last)):
                    yield country
                    break
