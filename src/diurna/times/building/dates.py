"""Calendar dates, ranges of days, weeks, years, decades and centuries from their tokens."""

from __future__ import annotations

from diurna.times.building.common import found, step_of, valid
from diurna.times.building.periods import period
from diurna.times.lexer import Lexed
from diurna.times.meanings import CalendarDate, Meaning, Period, Section, WeekOf
from diurna.times.values import FoundTime
from diurna.vocabulary.time_words import time_words

_UNITS = frozenset(("day", "week", "month", "quarter", "year", "decade", "century"))


def iso_date(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """2024-11-05, written without spaces."""
    year, month, day = lexed.values[first], lexed.values[first + 2], lexed.values[first + 4]
    joined = int(lexed.reading.ends[last - 1]) - int(lexed.reading.starts[first]) <= 10
    if not joined or not (isinstance(year, int) and isinstance(month, int) and isinstance(day, int)):
        return []
    return [found(lexed, first, last, CalendarDate(year, month, day))] if valid(year, month, day) else []


def slashed_date(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """11/05/2024: month first as in American use, day first where only that gives a date; "9/11" is known by name."""
    if (told := time_words().dates.get(lexed.form(first))) is not None:
        year, month, day = (int(part) for part in told.split("-"))
        return [found(lexed, first, last, CalendarDate(year, month, day))]
    a, b, year = (int(part) for part in lexed.reading.forms[first].split("/"))
    year += 0 if year > 99 else 1900 if year > 40 else 2000
    for month, day in ((a, b), (b, a)):
        if valid(year, month, day):
            return [found(lexed, first, last, CalendarDate(year, month, day))]
    return []


def calendar_date(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """Month and day, month and year, or a month alone, in any order, with the weekday and year that stand with it."""
    if lexed.codes[first] == "m" and lexed.form(first) not in ("about", "around"):
        first += 1
    if lexed.codes[first : first + 2] == "td":
        first += 1  # "the 21 January execution": the article is the noun's
    month, day = lexed.number("M", first, last), lexed.number("do", first, last)
    year = lexed.number("yh", first, last)
    if not valid(year, month, day):
        return []
    at_month = lexed.codes.index("M", first, last)
    if day is not None and lexed.form(at_month - 1) == "in":
        return []  # "the second in February"
    relative = year is None and day is None and at_month + 1 < last
    toward = shift = None
    if lexed.codes[last - 1] == "u" and "j" in lexed.codes[at_month:last]:
        if lexed.values[last - 1] != "year":
            return []
    elif relative:
        shift = step_of(lexed, at_month + 1, last)
        if lexed.word("u", at_month + 1, last) not in ("year", ""):
            return [found(lexed, first, at_month + 1, CalendarDate(month=month))]
    elif year is None and (step := step_of(lexed, first, at_month)) is not None:
        toward, shift = (step, None) if step else (None, 0)
    date = CalendarDate(year, month, day, lexed.number("D", first, last), shift, toward)
    return [found(lexed, first, last, date)]


def day_range(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """Two days of one month: "May 3-4", "May 3 to 5", "3-5 May 2019"."""
    month, year = lexed.number("M", first, last), lexed.number("yh", first, last)
    days = [i for i in range(first, last) if lexed.codes[i] in "do"]
    low, high = (lexed.number("do", i, i + 1) for i in days)
    if not (valid(year, month, low) and valid(year, month, high) and (low or 0) < (high or 0)):
        return []
    weekday = lexed.number("D", first, last)
    start = found(lexed, first, days[0] + 1, CalendarDate(year, month, low, weekday))
    behind = days[1] - (lexed.codes[days[1] - 1] == "t")
    end = found(lexed, behind, last, CalendarDate(year, month, high))
    return [start, end]


def day_of_month(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "the 15th" after a preposition of time and before no noun."""
    reading, at = lexed.reading, last - 1
    follows_noun = at + 1 < len(reading) and reading.upos[at + 1] in ("NOUN", "PROPN", "ADJ")
    if lexed.form(first - 1) not in ("on", "by", "until", "since", "from", "before", "after") or follows_noun:
        return []
    if not lexed.form(at)[:1].isdigit():
        return []
    return [found(lexed, first, last, CalendarDate(day=lexed.number("o", first, last)))]


def section(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "the last week of April", "the first half of May 2023", "the second day of next month"."""
    at = next(i for i in range(first, last) if lexed.codes[i] in "uk")
    unit, index = str(lexed.values[at] or lexed.form(at)), lexed.number("o", first, at) or -1
    if lexed.form(at + 1) != "of" or unit not in ("day", "week", "half", "month"):
        return period(lexed, first, at + 1) if unit in _UNITS and lexed.codes[at - 1] == "l" else []
    if unit == "half" and abs(index) > 2:
        return []
    month, year = lexed.number("M", at, last), lexed.number("yh", at, last)
    whole: Meaning = CalendarDate(year, month)
    if lexed.codes[last - 1] == "u":
        step = step_of(lexed, at, last)
        whole = Period(str(lexed.values[last - 1]), step or 0)
    return [found(lexed, first, last, Section(unit, index, whole))]


def week_of(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "(the) week of November 11", "(the) weekend of May 4"; the article stays outside, as in TimeML."""
    at = next(i for i in range(first, last) if lexed.codes[i] in "uW")
    weekend = lexed.codes[at] == "W"
    month, day = lexed.number("M", first, last), lexed.number("do", first, last)
    if not (weekend or lexed.values[at] == "week") or not valid(None, month, day):
        return []
    return [found(lexed, at, last, WeekOf(CalendarDate(None, month, day), weekend))]
