"""What the inference looks at: each time expression with its side of the day of writing and its place in the text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diurna.language.reading import Reading
from diurna.times.meanings import At, CalendarDate, Meaning
from diurna.times.publication.candidates import YEARS
from diurna.times.publication.stated import head_dates
from diurna.times.quotes import quotes_in
from diurna.times.tense import side_of
from diurna.times.values import FoundTime

_OPENING = 3


@dataclass(frozen=True, slots=True)
class Clue:
    """One expression: what it means, on which side its clause lies (PAST, FUTURE, None), where it stands."""

    found: FoundTime
    meaning: Meaning
    side: int | None
    sentence: int
    quoted: bool

    @property
    def text(self) -> str:
        """The expression's words."""
        return self.found.text


@dataclass(frozen=True, slots=True)
class Clues:
    """All evidence of one report: `head` are its date lines, `opening` how many sentences tell its news."""

    reading: Reading
    clues: tuple[Clue, ...]
    head: tuple[tuple[CalendarDate, str], ...]
    opening: int

    def dates(self) -> Iterator[tuple[Clue, CalendarDate]]:
        """The clues that are calendar dates."""
        for clue in self.clues:
            if isinstance(clue.meaning, CalendarDate):
                yield clue, clue.meaning


def gather(reading: Reading, found: Sequence[FoundTime]) -> Clues:
    """Collect the evidence of a reading."""
    quotes = quotes_in(reading)
    clues = []
    for one in found:
        meaning = one.meaning.day if isinstance(one.meaning, At) and one.meaning.day else one.meaning
        side = side_of(reading, one)
        quoted = any(s <= one.start < e for s, e in quotes)
        clues.append(Clue(one, meaning, side, reading.sentence_of(one.first), quoted))
    head = tuple(head_dates(reading, found))
    behind_head = max((reading.sentence_of(one.first) + 2 for one, _ in head), default=0)
    return Clues(reading, tuple(clues), tuple((date, one.text) for one, date in head), max(_OPENING, behind_head))


def occurrences(date: CalendarDate) -> tuple[dt.date, ...]:
    """Every day of the candidate years that a month and day (with its weekday and year where told) can mean."""
    found = []
    for year in (date.year,) if date.year is not None else YEARS:
        try:
            day = dt.date(year, date.month or 1, date.day or 1)
        except ValueError:
            continue
        if date.weekday is None or day.weekday() == date.weekday:
            found.append(day)
    return tuple(found)
