"""The year of dates that are told without one: that of the other end of their range, or a history's running year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeGuard

from diurna.language.reading import Reading
from diurna.times.history import day_meant, year_told
from diurna.times.meanings import FUTURE, CalendarDate, Era, Meaning, NamedDay, Offset, PartOfYear, Period
from diurna.times.quantities import UNKNOWN
from diurna.times.story import Beat, running_years
from diurna.times.values import FoundTime

_RANGE_WORDS = frozenset(("to", "-", "–", "until", "through", "and", "or", "till", "/"))


class ToldYears:
    """The years that a text tells, as its months, seasons and days without one see them."""

    def __init__(self, reading: Reading, found: Sequence[FoundTime], history: bool) -> None:
        self._reading, self._found = reading, found
        self._years = running_years(list(self._beats())) if history else {}

    def year_for(self, i: int) -> int | None:
        """The year told that a month, day or season without one belongs to; None where the day of speaking decides."""
        if not _lacks_year(self._meaning(i)):
            return None
        if (year := self._year_of_range(i)) is not None:
            return year
        return next((self._years[k] for k in range(i, -1, -1) if k in self._years), None)

    def year_led_to(self, i: int) -> int | None:
        """The year that "the following year" comes to in a history, even where the calendar does not reach back."""
        meaning = self._meaning(i)
        if not (_leads_on(meaning) and meaning.unit == "year"):
            return None
        steps = meaning.shift if isinstance(meaning, Period) else meaning.count
        before = next((year for k in range(i - 1, -1, -1) if (year := self._year_at(k)) is not None), None)
        return before + round(steps) if before is not None and steps != UNKNOWN else None

    def _year_at(self, k: int) -> int | None:
        told = year_told(self._meaning(k))
        return told if told is not None else self._years.get(k)

    def _meaning(self, k: int) -> Meaning | None:
        return day_meant(self._found[k].meaning) if 0 <= k < len(self._found) else None

    def _beats(self) -> Iterator[Beat]:
        for i in range(len(self._found)):
            meaning = self._meaning(i)
            if meaning is None:
                continue
            year = year_told(meaning)
            if year is not None and (not isinstance(meaning, Era) or year < 0):
                yield Beat(i, meaning, year)
            elif _lacks_year(meaning) and not isinstance(meaning, NamedDay):
                yield Beat(i, meaning, self._year_of_range(i), self._year_beside(i))
            elif _leads_on(meaning):
                yield Beat(i, meaning, None)

    def _year_beside(self, i: int) -> int | None:
        """The year told last in the sentence before the expression."""
        sentence = self._reading.sentence_of(self._found[i].first)
        for k in range(i - 1, -1, -1):
            if self._reading.sentence_of(self._found[k].first) != sentence:
                return None
            if (year := year_told(self._meaning(k))) is not None:
                return year
        return None

    def _year_of_range(self, i: int) -> int | None:
        """ "May 3" takes the year of the other end of its range: "May 3-4, 2018", "from May 3, 2018 to June 1"."""
        if (after := self._year_of_end(i + 1)) is not None and self._is_range(i, i + 1):
            return after - self._turns(i, i + 1)
        if (before := self._year_of_end(i - 1)) is not None and self._is_range(i - 1, i):
            return before + self._turns(i - 1, i)
        return None

    def _year_of_end(self, k: int) -> int | None:
        meaning = self._meaning(k)
        return meaning.year if isinstance(meaning, CalendarDate | PartOfYear) else None

    def _turns(self, low: int, high: int) -> bool:
        """Whether a range runs over the turn of the year: "from November 15 to February 15"."""
        first, last = self._meaning(low), self._meaning(high)
        if not (isinstance(first, CalendarDate) and isinstance(last, CalendarDate)):
            return False
        return first.month is not None and last.month is not None and first.month > last.month

    def _is_range(self, low: int, high: int) -> bool:
        between = self._reading.forms[self._found[low].last : self._found[high].first]
        return len(between) <= 2 and all(w.lower() in _RANGE_WORDS for w in between)


def _leads_on(meaning: Meaning | None) -> TypeGuard[Period | Offset]:
    """ "The following year" and "two months later" carry a story on; "the previous year" only looks back."""
    if isinstance(meaning, Period):
        return meaning.narrative and meaning.shift > 0
    return isinstance(meaning, Offset) and meaning.base == "narrative" and meaning.toward == FUTURE


def _lacks_year(meaning: Meaning | None) -> bool:
    if isinstance(meaning, CalendarDate):
        told = meaning.year is not None or meaning.shift is not None or meaning.toward is not None
        return meaning.month is not None and not told
    if isinstance(meaning, PartOfYear):
        return meaning.shift is None and meaning.year is None and meaning.toward is None
    return isinstance(meaning, NamedDay) and meaning.shift is None and meaning.year is None
