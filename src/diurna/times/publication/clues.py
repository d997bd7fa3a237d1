"""What the inference looks at: each time expression with its side of the day of writing and its place in the text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diurna.language.reading import Reading
from diurna.times.meanings import FUTURE, At, CalendarDate, Meaning, PartOfYear, Weekday
from diurna.times.publication.candidates import YEARS
from diurna.times.publication.stated import head_dates
from diurna.times.tense import side_of
from diurna.times.values import FoundTime
from diurna.vocabulary._text import plain

BREAK = "\n"
"""Stands between the words of two sentences."""
_OPENING = 3
_DUE = frozenset(("due", "maturing", "expiring", "maturity"))
_WORD = re.compile(r"[^\W_](?:[\w'’.-]*\w)?")


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

    @property
    def is_edge(self) -> bool:
        """ "until June 1" and "from June 1" tell of no happening on that day."""
        return self.found.modifier in ("ON_OR_BEFORE", "ON_OR_AFTER")


@dataclass(frozen=True, slots=True)
class Clues:
    """All evidence of one report: `head` are its date lines, `opening` how many sentences tell its news.

    `words` are those of its text as `words_of` gives them, with `BREAK` behind each sentence.
    """

    reading: Reading
    clues: tuple[Clue, ...]
    head: tuple[tuple[CalendarDate, str], ...]
    opening: int
    words: tuple[str, ...]

    def dates(self) -> Iterator[tuple[Clue, CalendarDate]]:
        """The clues that are calendar dates."""
        for clue in self.clues:
            if isinstance(clue.meaning, CalendarDate):
                yield clue, clue.meaning

    def years(self) -> Iterator[tuple[Clue, int]]:
        """The clues that name a year of the range, with it."""
        for clue in self.clues:
            year = clue.meaning.year if isinstance(clue.meaning, CalendarDate | PartOfYear) else None
            if year is not None and year in YEARS:
                yield clue, year

    def news_weekdays(self) -> frozenset[int]:
        """Bare weekdays told as past in the opening sentences; the first sentence that has one decides."""
        told = [
            (clue.sentence, clue.meaning.weekday)
            for clue in self.clues
            if isinstance(clue.meaning, Weekday) and clue.meaning.weeks is None and clue.meaning.toward is None
            if clue.side != FUTURE and not clue.quoted and clue.sentence < self.opening
        ]
        first = min((sentence for sentence, _ in told), default=0)
        return frozenset(weekday for sentence, weekday in told if sentence == first)


def gather(reading: Reading, found: Sequence[FoundTime]) -> Clues:
    """Collect the evidence of a reading."""
    clues = []
    for one in found:
        meaning = one.meaning.day if isinstance(one.meaning, At) and one.meaning.day else one.meaning
        side = FUTURE if _falls_due(reading, one) else side_of(reading, one)
        quoted = reading.layout.quotation_at(one.first) is not None
        clues.append(Clue(one, meaning, side, reading.sentence_of(one.first), quoted))
    head = tuple(head_dates(reading, found))
    behind_head = max((reading.sentence_of(one.first) + 2 for one, _ in head), default=0)
    dated = tuple((date, one.text) for one, date in head)
    sentences = (words_of(reading.sentence_text(k)) for k in range(reading.sentence_count))
    words = tuple(word for sentence in sentences for word in (*sentence, BREAK))
    return Clues(reading, tuple(clues), dated, max(_OPENING, behind_head), words)


def _falls_due(reading: Reading, one: FoundTime) -> bool:
    """ "notes due Oct. 15, 1999": the date is ahead of any clause."""
    return one.first > 0 and reading.forms[one.first - 1].lower() in _DUE


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text without accents, possessive endings and full stops, in their own case."""
    return tuple(word.removesuffix("'s") for word in _WORD.findall(plain(text)))


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
