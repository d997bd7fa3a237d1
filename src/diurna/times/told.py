"""Dates that the text has told already, and which later expressions count from them.

In a report a narrative expression ("two days earlier", "the following year") counts from the date of its own or the
previous sentence. In a text that tells history, months and days without a year belong to the year told last.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from diurna.language.reading import Reading
from diurna.model import Edtf
from diurna.times.meanings import At, CalendarDate, Meaning, Offset, PartOfYear, Period
from diurna.times.values import FoundTime, TimeExpression

_RANGE_WORDS = frozenset(("to", "-", "–", "until", "through", "and", "or", "till"))
_REACH_OF_HISTORY = 30
_REACH_OF_YEARS = 200


class ToldDates:
    """The dates resolved so far (by their place in the list of expressions), as later expressions see them."""

    def __init__(self, reading: Reading, found: Sequence[FoundTime], done: Mapping[int, TimeExpression]) -> None:
        self._reading, self._found, self._done = reading, found, done
        self.history = _tells_history(found)

    def date_before(self, i: int) -> Edtf | None:
        """The date that expression `i` counts from where its words count from one told; None otherwise."""
        meaning = self._found[i].meaning
        inner = meaning.day if isinstance(meaning, At) else meaning
        if not _counts_from_told(inner, self.history):
            return None
        unit = inner.unit if isinstance(inner, Period | Offset) else "day"
        reach = _REACH_OF_HISTORY if self.history else 2 if unit == "year" else 1
        for k in self._before(i, reach):
            edtf = self._done[k].edtf
            if edtf is not None and edtf.earliest and (unit != "day" or (edtf.days or 999) <= 7):
                return edtf
        return None

    def year_for(self, i: int) -> int | None:
        """The year told that a month, day or season without one belongs to; None where the day of speaking decides."""
        meaning = self._found[i].meaning
        if not _lacks_year(meaning):
            return None
        for k in self._before(i, _REACH_OF_YEARS if self.history else 0):
            year = self._year_of(k)
            if year is not None and (self.history or self._is_range(k, i)):
                return year + (self._turn_of_year(k, meaning) if k == i - 1 else 0)
        return self._year_behind(i)

    def _before(self, i: int, reach: int) -> list[int]:
        """Expressions resolved before `i`, the last one first, not further away than so many sentences."""
        sentence = self._reading.sentence_of(self._found[i].first)
        near = []
        for k in range(i - 1, -1, -1):
            if k not in self._done or (self.history and self._done[k].anchor == "report"):
                continue
            if sentence - self._reading.sentence_of(self._found[k].first) > reach:
                break
            near.append(k)
        return near

    def _year_of(self, k: int) -> int | None:
        meaning, edtf = self._found[k].meaning, self._done[k].edtf
        if isinstance(meaning, CalendarDate | PartOfYear) and (meaning.year is not None or self.history):
            return edtf.earliest.year if edtf and edtf.earliest else None
        return None

    def _turn_of_year(self, k: int, meaning: Meaning) -> int:
        """A story that has come to the last months of a year goes on in the first months of the next one."""
        edtf = self._done[k].edtf
        at = edtf.latest if edtf is not None and edtf.precision in ("day", "month") else None
        month = meaning.month if isinstance(meaning, CalendarDate) else None
        return int(self.history and at is not None and month is not None and at.month >= 10 and month <= 3)

    def _is_range(self, k: int, i: int) -> bool:
        between = self._reading.forms[self._found[k].last : self._found[i].first]
        return len(between) <= 2 and all(w.lower() in _RANGE_WORDS for w in between)

    def _year_behind(self, i: int) -> int | None:
        """ "May 3" takes the year behind the other end of its range: "May 3-4, 2018"."""
        if i + 1 >= len(self._found) or not self._is_range(i, i + 1):
            return None
        after = self._found[i + 1].meaning
        return after.year if isinstance(after, CalendarDate) and after.month else None


def _lacks_year(meaning: Meaning) -> bool:
    if isinstance(meaning, CalendarDate):
        told = meaning.year is not None or meaning.shift is not None or meaning.toward is not None
        return meaning.month is not None and not told
    return isinstance(meaning, PartOfYear) and meaning.shift is None and meaning.year is None


def _counts_from_told(meaning: Meaning | None, history: bool) -> bool:
    """ "the following year", "two days earlier"; in history also "the end of the month"."""
    if isinstance(meaning, Period):
        return meaning.narrative or (history and meaning.shift == 0 and meaning.unit in ("month", "year"))
    return isinstance(meaning, Offset) and meaning.base == "narrative"


def _tells_history(found: Sequence[FoundTime]) -> bool:
    """Many dates with years, next to none that count from today."""
    dates = [f.meaning for f in found if isinstance(f.meaning, CalendarDate)]
    dated = sum(1 for d in dates if d.year is not None and d.month is not None)
    deictic = sum(1 for f in found if isinstance(f.meaning, Period) and not f.meaning.narrative)
    return dated >= 4 and dated > 3 * deictic
