"""Dates that the text has told already, and which later expressions count from them.

In a report a narrative expression ("two days earlier", "the following year") counts from the date of its own or the
previous sentence. In a text that tells history (`times.history`) so do "the 5th", "the next spring" and a clock time,
from as far back as the last date, and months and days without a year belong to its running year (`times.story`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeGuard

from diurna.language.reading import Reading
from diurna.model import Edtf, Published
from diurna.times.history import day_meant, tells_history, year_told
from diurna.times.meanings import (
    FUTURE,
    PAST,
    At,
    CalendarDate,
    Duration,
    Era,
    Meaning,
    NamedDay,
    Offset,
    PartOfYear,
    Period,
    Weekday,
)
from diurna.times.story import Beat, running_years
from diurna.times.values import FoundTime, TimeExpression

_RANGE_WORDS = frozenset(("to", "-", "–", "until", "through", "and", "or", "till", "/"))
_REACH_OF_HISTORY = 30
_REACH_OF_PERIOD = 6
_FINE = {"day": 7, "week": 31, "month": 31, "quarter": 92}
"""How many days a told date may have for a distance in a unit to be counted from it; more for larger units."""
_ANY = 40_000


@dataclass(frozen=True, slots=True)
class Told:
    """A date told, and the unit in which an expression counts from it."""

    edtf: Edtf
    unit: str

    @property
    def is_fine(self) -> bool:
        """Whether the date is told finely enough for its unit: "two days later" than a month is no day."""
        return (self.edtf.days or _ANY) <= _FINE.get(self.unit, _ANY)


class ToldDates:
    """The dates resolved so far (by their place in the list of expressions), as later expressions see them."""

    def __init__(
        self,
        reading: Reading,
        found: Sequence[FoundTime],
        done: Mapping[int, TimeExpression],
        published: Published,
    ) -> None:
        self._reading, self._found, self._done = reading, found, done
        self.history = tells_history(reading, found, published)
        self._years = running_years(list(self._beats())) if self.history else {}

    # -- what an expression counts from ------------------------------------------------------------------------------

    def unit_counted(self, i: int) -> str | None:
        """The unit in which expression `i` counts from a date told; None where it counts from the day of speaking."""
        meaning = self._found[i].meaning
        if isinstance(meaning, At) and meaning.day is None:
            return "day" if self.history else None
        return _unit_counted(day_meant(meaning), self.history)

    def date_before(self, i: int) -> Told | None:
        """The date that expression `i` counts from where its words count from one told; None otherwise.

        In a history that has told no date so fine as the expression's unit it is the last coarser one.
        """
        meaning = self._found[i].meaning
        if isinstance(meaning, At) and meaning.day is None and (beside := self._day_beside(i)) is not None:
            return Told(beside, "day")
        unit = self.unit_counted(i)
        return self.last_date(i, unit) if unit is not None else None

    def year_led_to(self, i: int) -> int | None:
        """The year that "the following year" carries a history on to, told even where the calendar does not reach."""
        return self._years.get(i) if self.unit_counted(i) == "year" else None

    def running_year(self, i: int) -> int | None:
        """The year that the story of a history has come to at expression `i`."""
        return next((self._years[k] for k in range(i, -1, -1) if k in self._years), None)

    def last_date(self, i: int, unit: str) -> Told | None:
        """The date told last before expression `i`, fine enough to count units from where there is one."""
        reach = _REACH_OF_HISTORY if self.history else 2 if unit == "year" else 1
        coarse = None
        for k in self._before(i, reach):
            edtf = self._done[k].edtf
            if edtf is None or edtf.days is None or self._compares_alike(k, i):
                continue
            told = Told(edtf, unit)
            if told.is_fine:
                return told if coarse is None or coarse.edtf.overlaps(edtf) else coarse
            coarse = coarse or told
        return coarse if self.history or unit != "day" else None

    def _compares_alike(self, k: int, i: int) -> bool:
        """ "a week earlier ... two weeks earlier": both count back from one date, not the one from the other."""
        return all(isinstance(m, Offset) and m.toward == PAST for m in (self._found[k].meaning, self._found[i].meaning))

    def _day_beside(self, i: int) -> Edtf | None:
        """The day that stands nearest to a clock time in its own sentence."""
        sentence, first = self._reading.sentence_of(self._found[i].first), self._found[i].first
        days = [
            (abs(self._found[k].first - first), told.edtf)
            for k, told in self._done.items()
            if told.edtf is not None and told.edtf.is_day and self._reading.sentence_of(told.first) == sentence
        ]
        return min(days, key=lambda d: d[0])[1] if days else None

    def period_compared(self, i: int) -> PartOfYear | None:
        """The quarter or half that "a year earlier" goes back from: the one told last, a few sentences ago at most.

        What is compared with "a year earlier" is a period's result, and it is the same period's a year before.
        """
        meaning = self._found[i].meaning
        if not (isinstance(meaning, Offset) and (meaning.unit, meaning.count, meaning.toward) == ("year", 1, PAST)):
            return None
        for k in self._before(i, _REACH_OF_PERIOD):
            value = self._done[k].value
            if isinstance(self._found[k].meaning, Duration) and self._one_sentence(k, i):
                return None
            if value[5:6] in ("Q", "H") and not self._compares_alike(k, i):
                return PartOfYear(value[5:], int(value[:4]) - 1)
        return None

    def _one_sentence(self, k: int, i: int) -> bool:
        return self._reading.sentence_of(self._found[k].first) == self._reading.sentence_of(self._found[i].first)

    def _before(self, i: int, reach: int) -> Iterator[int]:
        """Expressions resolved before `i`, the last one first, not further away than so many sentences."""
        sentence = self._reading.sentence_of(self._found[i].first)
        for k in range(i - 1, -1, -1):
            if k not in self._done or (self.history and self._done[k].anchor in ("report", "quote")):
                continue
            if sentence - self._reading.sentence_of(self._found[k].first) > reach:
                return
            yield k

    # -- the year of dates without one -------------------------------------------------------------------------------

    def year_for(self, i: int) -> int | None:
        """The year told that a month, day or season without one belongs to; None where the day of speaking decides."""
        meaning = day_meant(self._found[i].meaning)
        if not _lacks_year(meaning):
            return None
        if (year := self._year_of_range(i)) is not None:
            return year
        return self.running_year(i)

    def _year_of_range(self, i: int) -> int | None:
        """ "May 3" takes the year of the other end of its range: "May 3-4, 2018", "from May 3, 2018 to June 1"."""
        if (after := self._year_told(i + 1)) is not None and self._is_range(i, i + 1):
            return after - self._turns(i, i + 1)
        if (before := self._year_told(i - 1)) is not None and self._is_range(i - 1, i):
            return before + self._turns(i - 1, i)
        return None

    def _year_told(self, k: int) -> int | None:
        meaning = day_meant(self._found[k].meaning) if 0 <= k < len(self._found) else None
        return meaning.year if isinstance(meaning, CalendarDate | PartOfYear) else None

    def _turns(self, low: int, high: int) -> bool:
        """Whether a range runs over the turn of the year: "from November 15 to February 15"."""
        months = [m.month if isinstance(m, CalendarDate) else None for m in map(self._meaning, (low, high))]
        return months[0] is not None and months[1] is not None and months[0] > months[1]

    def _meaning(self, k: int) -> Meaning | None:
        return day_meant(self._found[k].meaning)

    def _is_range(self, low: int, high: int) -> bool:
        between = self._reading.forms[self._found[low].last : self._found[high].first]
        return len(between) <= 2 and all(w.lower() in _RANGE_WORDS for w in between)

    def _beats(self) -> Iterator[Beat]:
        for i in range(len(self._found)):
            meaning = self._meaning(i)
            year = year_told(meaning)
            if meaning is None:
                continue
            if year is not None and (not isinstance(meaning, Era) or year < 0):
                yield Beat(i, meaning, year)
            elif _lacks_year(meaning) and not isinstance(meaning, NamedDay):
                yield Beat(i, meaning, self._year_of_range(i))
            elif _leads_on(meaning):
                yield Beat(i, meaning, None)


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


def _unit_counted(meaning: Meaning | None, history: bool) -> str | None:
    """The unit in which words count from a date told ("the following year", "two days earlier"); None where not.

    In a history "the end of the month", "the next spring", "last May" and "the 5th" do so as well.
    """
    if isinstance(meaning, Period):
        own = history and meaning.shift == 0 and meaning.unit in ("month", "year")
        return meaning.unit if meaning.narrative or own else None
    if isinstance(meaning, Offset):
        return meaning.unit if meaning.base == "narrative" else None
    if not history:
        return None
    if isinstance(meaning, CalendarDate) and meaning.month is None and meaning.day is not None:
        return "month"
    if isinstance(meaning, Weekday):
        return "day"
    if isinstance(meaning, CalendarDate | PartOfYear) and (meaning.shift, meaning.toward) != (None, None):
        return "year"
    return None
