"""Find time expressions by one scan over the classes of the tokens; a clock time takes the day beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from diurna.language.reading import Reading
from diurna.times.grammar import scan
from diurna.times.lexer import lex
from diurna.times.meanings import At, CalendarDate, Meaning, NamedDay, Period, Weekday
from diurna.times.values import FoundTime

_BESIDE = frozenset((",", "(", ")", "on", "at", "about", "around", "local", "time"))


def find_times(reading: Reading) -> tuple[FoundTime, ...]:
    """All time expressions of the reading in text order, with what their words mean on their own."""
    found = scan(lex(reading))
    return tuple(_dated(reading, found, i) for i in range(len(found)))


def _dated(reading: Reading, found: Sequence[FoundTime], i: int) -> FoundTime:
    """A clock time with the day beside it: "at 4 a.m. (0200 GMT) on Wednesday", "on January 20, at noon"."""
    one = found[i]
    if not _is_clock(one.meaning):
        return one
    day = _day_beside(reading, found[i:]) or _day_beside(reading, found[i::-1])
    return one if day is None else replace(one, meaning=At(one.meaning.part, day))  # type: ignore[union-attr]


def _day_beside(reading: Reading, found: Iterable[FoundTime]) -> Meaning | None:
    """The first day behind or before a clock time with nothing but other clock times and small words between."""
    last: FoundTime | None = None
    for one in found:
        if last is not None and not _adjoin(reading, *sorted((last, one), key=lambda f: f.first)):
            return None
        if not _is_clock(one.meaning):
            return one.meaning if _is_day(one.meaning) else None
        last = one
    return None


def _adjoin(reading: Reading, left: FoundTime, right: FoundTime) -> bool:
    between = reading.forms[left.last : right.first]
    same = reading.sentence_of(left.first) == reading.sentence_of(right.first)
    return same and len(between) <= 4 and all(word.lower() in _BESIDE for word in between)


def _is_clock(meaning: Meaning) -> bool:
    return isinstance(meaning, At) and meaning.day is None and ":" in meaning.part


def _is_day(meaning: Meaning) -> bool:
    if isinstance(meaning, CalendarDate):
        return meaning.day is not None
    return isinstance(meaning, Weekday | NamedDay) or (isinstance(meaning, Period) and meaning.unit == "day")
