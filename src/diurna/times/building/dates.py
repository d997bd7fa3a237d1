"""Calendar dates, ranges of days, weeks, years, decades and centuries from their tokens."""

from __future__ import annotations

from diurna.times.building.common import found, step_of, valid
from diurna.times.lexer import Lexed
from diurna.times.meanings import CalendarDate, Era, WeekOf
from diurna.times.values import FoundTime
from diurna.vocabulary.time_words import time_words


def iso_date(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """2024-11-05, written without spaces."""
    year, month, day = lexed.values[first], lexed.values[first + 2], lexed.values[first + 4]
    joined = int(lexed.reading.ends[last - 1]) - int(lexed.reading.starts[first]) <= 10
    if not joined or not (isinstance(year, int) and isinstance(month, int) and isinstance(day, int)):
        return []
    return [found(lexed, first, last, CalendarDate(year, month, day))] if valid(year, month, day) else []


def slashed_date(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """11/05/2024: month first as in American use, day first where only that gives a date."""
    a, b, year = (int(part) for part in lexed.reading.forms[first].split("/"))
    year += 0 if year > 99 else 1900 if year > 40 else 2000
    for month, day in ((a, b), (b, a)):
        if valid(year, month, day):
            return [found(lexed, first, last, CalendarDate(year, month, day))]
    return []


def calendar_date(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """Month and day, month and year, or a month alone, in any order, with the weekday and year that stand with it."""
    month, day = lexed.number("M", first, last), lexed.number("do", first, last)
    year = lexed.number("y", first, last)
    if not valid(year, month, day):
        return []
    at_month = lexed.codes.index("M", first, last)
    if day is not None and lexed.form(at_month - 1) == "in":
        return []  # "the second in February"
    relative = year is None and day is None and at_month + 1 < last
    toward = shift = None
    if relative:
        shift = step_of(lexed, at_month + 1, last)
        if lexed.word("u", at_month + 1, last) not in ("year", ""):
            return [found(lexed, first, at_month + 1, CalendarDate(month=month))]
    elif year is None and (step := step_of(lexed, first, at_month)) is not None:
        toward, shift = (step, None) if step else (None, 0)
    date = CalendarDate(year, month, day, lexed.number("D", first, last), shift, toward)
    return [found(lexed, first, last, date)]


def day_range(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """Two days of one month: "May 3-4", "May 3 to 5", "3-5 May 2019"."""
    month, year = lexed.number("M", first, last), lexed.number("y", first, last)
    days = [i for i in range(first, last) if lexed.codes[i] in "do"]
    low, high = (lexed.number("do", i, i + 1) for i in days)
    if not (valid(year, month, low) and valid(year, month, high) and (low or 0) < (high or 0)):
        return []
    weekday = lexed.number("D", first, last)
    start = found(lexed, first, days[0] + 1, CalendarDate(year, month, low, weekday))
    end = found(lexed, days[1], last, CalendarDate(year, month, high))
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


def week_of(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "(the) week of November 11"; the article stays outside, as in TimeML."""
    at = lexed.codes.index("u", first, last)
    month, day = lexed.number("M", first, last), lexed.number("do", first, last)
    if lexed.values[at] != "week" or not valid(None, month, day):
        return []
    return [found(lexed, at, last, WeekOf(CalendarDate(None, month, day)))]


def year(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """A year alone, where the words around it allow one."""
    at = last - 1
    if lexed.codes[first] in "tB":
        return [found(lexed, first, last, CalendarDate(lexed.number("y", at, last)))]
    if not _is_year(lexed, first, at):
        return []
    return [found(lexed, first, last, CalendarDate(lexed.number("y", at, last)))]


def _is_year(lexed: Lexed, first: int, at: int) -> bool:
    words, reading = time_words(), lexed.reading
    before, after = lexed.form(first - 1), lexed.form(at + 1)
    value = lexed.number("y", at, at + 1) or 0
    if after in words.counted or before in words.numbering or before in ("$", "£", "€", "#", "s$", "us$"):
        return False
    joined = at + 1 < len(reading) and int(reading.starts[at + 1]) == int(reading.ends[at])
    if after == "-" and joined and lexed.form(at + 2) in words.no_time_after:
        return False
    if lexed.codes[at + 1 : at + 2] in ("U", "u") or after in ("%", "percent", "per"):
        return False
    if first < at:
        return True
    plausible = 1700 <= value <= 2060
    telling = before in words.year_before or (1930 <= value <= 2060)
    counts = reading.upos[at + 1] == "NOUN" and reading.has(at + 1, "Number=Plur") if at + 1 < len(reading) else False
    round_number = value % 10 == 0  # "2000 rioters" is a count, "2017 levels" is not
    return plausible and telling and not (counts and round_number and before not in ("in", "the", "since"))


def decade(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "the 1950s", "the early '90s"; a spelled decade needs its article."""
    value = lexed.number("X", first, last) or 0
    spelled = not lexed.reading.forms[last - 1].strip("'’")[:1].isdigit()
    if spelled and lexed.codes[first] != "t":
        return []
    prefix = value // 10 if value > 99 else 190 + value // 10
    return [found(lexed, first, last, Era(str(prefix)))]


def century(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "the 19th century" is the one whose years begin with 18."""
    number = lexed.number("o", first, last) or 0
    if lexed.values[last - 1] != "century" or number < 2:
        return []
    return [found(lexed, first, last, Era(str(number - 1).zfill(2)))]
