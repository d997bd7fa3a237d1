"""Dates that the text has told already, and which later expressions count from them.

In a report a narrative expression ("two days earlier", "the following year") counts from the date told in its own or
the sentences right before it. In a text that tells history (`times.history`) so do "the 5th", "the next spring" and a
clock time, from as far back as the last date.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from diurna.language.reading import Reading
from diurna.model import Edtf
from diurna.times.history import day_meant
from diurna.times.meanings import FUTURE, PAST, At, CalendarDate, Duration, Meaning, Offset, PartOfYear, Period, Weekday
from diurna.times.tense import direction
from diurna.times.values import FoundTime, TimeExpression

_REACH = 3
_REACH_OF_HISTORY = 30
_REACH_OF_PERIOD = 6
_NARRATIVE = frozenset(("following", "previous", "preceding"))
_FINE = {"second": 1, "minute": 1, "hour": 1, "day": 7, "week": 31, "month": 31, "quarter": 92}
"""How many days a told date may have for a distance in a unit to be counted from it; any number for larger units."""
_ANY = 400_000


@dataclass(frozen=True, slots=True)
class Told:
    """A date told, its first and last day, and the unit in which an expression counts from it."""

    edtf: Edtf
    first: dt.date
    last: dt.date
    unit: str

    @property
    def is_fine(self) -> bool:
        """Whether the date is told finely enough for its unit: "two days later" than a month is no day."""
        return (self.last - self.first).days < _FINE.get(self.unit, _ANY)


class ToldDates:
    """The dates resolved so far (by their place in the list of expressions), as later expressions see them."""

    def __init__(
        self, reading: Reading, found: Sequence[FoundTime], done: Mapping[int, TimeExpression], history: bool
    ) -> None:
        self._reading, self._found, self._done, self._history = reading, found, done, history

    def date_before(self, i: int) -> Told | None:
        """The date that expression `i` counts from where its words count from one told; None otherwise.

        Where no date is told so finely as the expression's unit it is the last coarser one.
        """
        meaning = self._found[i].meaning
        if isinstance(meaning, At) and meaning.day is None and (beside := self._day_beside(i)) is not None:
            return beside
        unit = self._unit_counted(i)
        return self.last_date(i, unit) if unit is not None else None

    def misses_its_date(self, i: int) -> bool:
        """Whether expression `i` counts from a date told and, where none is, not from the day of speaking either.

        Nothing in a history does. In a report "that day" and what followed ("three days later") are not counted from
        its own day, unless their clause looks ahead; "a day earlier" and "a year earlier" are.
        """
        unit, meaning = self._unit_counted(i), self._found[i].meaning
        if unit is None or self._history:
            return unit is not None
        if isinstance(meaning, Period) and meaning.shift == 0:
            return unit != "year"
        inner = day_meant(meaning)
        onward = (
            inner.shift if isinstance(inner, Period) else inner.toward if isinstance(inner, Offset | Weekday) else 0
        )
        one = self._found[i]
        return unit != "year" and (onward or 0) > 0 and direction(self._reading, one.first, one.last) != FUTURE

    def last_date(self, i: int, unit: str) -> Told | None:
        """The date told last before expression `i`, fine enough to count units from where there is one."""
        coarse = None
        for k in self._before(i, _REACH_OF_HISTORY if self._history else _REACH):
            told = _told(self._done[k].edtf, unit)
            if told is None or self._compares_alike(k, i):
                continue
            if told.is_fine:
                return told if coarse is None or coarse.edtf.overlaps(told.edtf) else coarse
            coarse = coarse or told
        return coarse

    def period_compared(self, i: int) -> PartOfYear | None:
        """The quarter or half that "a year earlier" goes back to: that of the one told last, a year before.

        What a report compares with "a year earlier" is a period's result, and it is the same period's of that year.
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

    def _unit_counted(self, i: int) -> str | None:
        meaning = self._found[i].meaning
        if isinstance(meaning, At) and meaning.day is None:
            return "day" if self._history else None
        return _unit_counted(day_meant(meaning), self._history or self._is_told_weekday(i))

    def _is_told_weekday(self, i: int) -> bool:
        """ "The following Monday" and "the previous Friday" count from a date told, unlike "next Monday"."""
        one = self._found[i]
        told = any(self._reading.forms[t].lower() in _NARRATIVE for t in range(one.first, one.last))
        return told and isinstance(day_meant(one.meaning), Weekday)

    def _before(self, i: int, reach: int) -> Iterator[int]:
        """Expressions resolved before `i`, the last one first, not further away than so many sentences."""
        sentence = self._reading.sentence_of(self._found[i].first)
        for k in range(i - 1, -1, -1):
            if k not in self._done or (self._history and self._done[k].anchor in ("report", "quote")):
                continue
            if sentence - self._reading.sentence_of(self._found[k].first) > reach:
                return
            yield k

    def _day_beside(self, i: int) -> Told | None:
        """The day that stands nearest to a clock time in its own sentence."""
        near = [
            (abs(told.first - self._found[i].first), told.edtf)
            for k, told in self._done.items()
            if told.edtf is not None and told.edtf.is_day and self._one_sentence(k, i)
        ]
        return _told(min(near, key=lambda one: one[0])[1], "day") if near else None

    def _one_sentence(self, k: int, i: int) -> bool:
        return self._reading.sentence_of(self._found[k].first) == self._reading.sentence_of(self._found[i].first)

    def _compares_alike(self, k: int, i: int) -> bool:
        """ "a week earlier ... two weeks earlier": both count back from one date, not the one from the other."""
        return all(isinstance(m, Offset) and m.toward == PAST for m in (self._found[k].meaning, self._found[i].meaning))


def _told(edtf: Edtf | None, unit: str) -> Told | None:
    if edtf is None or edtf.earliest is None or edtf.latest is None:
        return None
    return Told(edtf, edtf.earliest, edtf.latest, unit)


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
