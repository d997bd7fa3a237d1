"""From a stretch of tokens with a known shape to what its words mean; an empty list says "no time after all".

Every builder takes the lexed reading and a half-open token span and returns the expressions in it, in text order.
"""

from __future__ import annotations

import datetime as dt
from functools import cache

from diurna.times.lexer import Lexed
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
    Recurring,
    Vague,
    Weekday,
    Weekend,
    WeekOf,
)
from diurna.times.named_days import country_cue
from diurna.times.quantities import UNKNOWN, count_of, iso_duration
from diurna.times.values import FoundTime
from diurna.vocabulary.time_words import time_words

_SHIFT = {"i": 0, "l": -1, "x": 1}
_NARRATIVE = frozenset(("following", "previous", "preceding", "prior", "subsequent", "ensuing"))
_LOOSE = frozenset(("past", "coming", "upcoming", "ensuing", "preceding"))


def _found(lexed: Lexed, first: int, last: int, meaning: Meaning, modifier: str | None = None) -> FoundTime:
    reading = lexed.reading
    start, end = int(reading.starts[first]), int(reading.ends[last - 1])
    return FoundTime(start, end, reading.text[start:end], first, last, meaning, modifier or _modifier(lexed, first, last))


def _modifier(lexed: Lexed, first: int, last: int) -> str | None:
    """The TIMEX3 `mod` that words in or right before the expression give it."""
    if lexed.form(first).startswith("mid-"):
        return "MID"
    table = _modifiers()
    for at in (first, first - 1, first - 2):
        for width in (2, 1):
            words = " ".join(lexed.form(i) for i in range(at, min(at + width, last)))
            if words in table:
                return table[words]
        if at < first and lexed.codes[max(at, 0)] not in "OtBeEm-":
            break
    return time_words().bounds.get(lexed.form(first - 1))


@cache
def _modifiers() -> dict[str, str]:
    return time_words().modifiers


def _valid(year: int | None, month: int | None, day: int | None) -> bool:
    try:
        dt.date(year or 2000, month or 1, day or 1)
    except ValueError:
        return False
    return True


def _shift(lexed: Lexed, first: int, last: int) -> int | None:
    for i in range(first, last):
        if lexed.codes[i] in _SHIFT:
            return _SHIFT[lexed.codes[i]]
    return None


# -- dates ---------------------------------------------------------------------------------------------------------


def iso_date(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """2024-11-05, written without spaces."""
    year, month, day = lexed.values[first], lexed.values[first + 2], lexed.values[first + 4]
    joined = int(lexed.reading.ends[last - 1]) - int(lexed.reading.starts[first]) <= 10
    if not joined or not (isinstance(year, int) and isinstance(month, int) and isinstance(day, int)):
        return []
    return [_found(lexed, first, last, CalendarDate(year, month, day))] if _valid(year, month, day) else []


def slashed_date(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """11/05/2024: month first as in American use, day first where only that gives a date."""
    a, b, year = (int(part) for part in lexed.reading.forms[first].split("/"))
    year += 0 if year > 99 else 1900 if year > 40 else 2000
    for month, day in ((a, b), (b, a)):
        if _valid(year, month, day):
            return [_found(lexed, first, last, CalendarDate(year, month, day))]
    return []


def calendar_date(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """Month and day, month and year, or a month alone, in any order, with the weekday and year that stand with it."""
    month, day = lexed.number("M", first, last), lexed.number("do", first, last)
    year = lexed.number("y", first, last)
    if not _valid(year, month, day):
        return []
    at_month = lexed.codes.index("M", first, last)
    relative = year is None and day is None and at_month + 1 < last
    toward = shift = None
    if relative:
        shift = _shift(lexed, at_month + 1, last)
        if lexed.word("u", at_month + 1, last) not in ("year", ""):
            return [_found(lexed, first, at_month + 1, CalendarDate(month=month))]
    elif year is None and (step := _shift(lexed, first, at_month)) is not None:
        toward, shift = (step, None) if step else (None, 0)
    date = CalendarDate(year, month, day, lexed.number("D", first, last), shift, toward)
    return [_found(lexed, first, last, date)]


def day_range(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """Two days of one month: "July 11-12", "September 18 to 20", "18-20 September 2024"."""
    month, year = lexed.number("M", first, last), lexed.number("y", first, last)
    days = [i for i in range(first, last) if lexed.codes[i] in "do"]
    low, high = (lexed.number("do", i, i + 1) for i in days)
    if not (_valid(year, month, low) and _valid(year, month, high) and (low or 0) < (high or 0)):
        return []
    weekday = lexed.number("D", first, last)
    start = _found(lexed, first, days[0] + 1, CalendarDate(year, month, low, weekday))
    end = _found(lexed, days[1], last, CalendarDate(year, month, high))
    return [start, end]


def day_of_month(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "the 15th" after a preposition of time and before no noun."""
    reading, at = lexed.reading, last - 1
    follows_noun = at + 1 < len(reading) and reading.upos[at + 1] in ("NOUN", "PROPN", "ADJ")
    if lexed.form(first - 1) not in ("on", "by", "until", "since", "from", "before", "after") or follows_noun:
        return []
    if not lexed.form(at)[:1].isdigit():
        return []
    return [_found(lexed, first, last, CalendarDate(day=lexed.number("o", first, last)))]


def week_of(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "(the) week of November 11"; the article stays outside, as in TimeML."""
    at = lexed.codes.index("u", first, last)
    month, day = lexed.number("M", first, last), lexed.number("do", first, last)
    if lexed.values[at] != "week" or not _valid(None, month, day):
        return []
    return [_found(lexed, at, last, WeekOf(CalendarDate(None, month, day)))]


def year(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """A year alone, where the words around it allow one."""
    at = last - 1
    if lexed.codes[first] in "tB":
        return [_found(lexed, first, last, CalendarDate(lexed.number("y", at, last)))]
    if not _is_year(lexed, first, at):
        return []
    return [_found(lexed, first, last, CalendarDate(lexed.number("y", at, last)))]


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
    return plausible and telling and not (counts and before not in ("in", "the", "since"))


def decade(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "the 1950s", "the early '90s"; a spelled decade needs its article."""
    value = lexed.number("X", first, last) or 0
    spelled = not lexed.reading.forms[last - 1].strip("'’")[:1].isdigit()
    if spelled and lexed.codes[first] != "t":
        return []
    prefix = value // 10 if value > 99 else 190 + value // 10
    return [_found(lexed, first, last, Era(str(prefix)))]


def century(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "the 19th century" is the one whose years begin with 18."""
    number = lexed.number("o", first, last) or 0
    if lexed.values[last - 1] != "century" or number < 2:
        return []
    return [_found(lexed, first, last, Era(str(number - 1).zfill(2)))]


# -- days and parts of days ----------------------------------------------------------------------------------------


def _weekday(lexed: Lexed, first: int, last: int) -> Weekday:
    at = lexed.codes.index("D", first, last)
    number = lexed.number("D", at, last) or 0
    weeks = _shift(lexed, at + 1, last)
    if weeks is not None:
        return Weekday(number, weeks=weeks)
    step = _shift(lexed, first, at)
    return Weekday(number, toward=step if step else None, weeks=0 if step == 0 else None)


def weekday(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "Monday", "last Friday", "Friday this week"."""
    at = lexed.codes.index("D", first, last)
    if last > at + 1 and lexed.values[last - 1] != "week":
        last = at + 1
    return [_found(lexed, first, last, _weekday(lexed, first, last))]


def day_part(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """A part of a day: "early Monday morning", "tomorrow night", "this morning", "late Sunday", "tonight"."""
    codes = lexed.codes[first:last]
    part = str(lexed.first("PN", first, last) or ("MO" if lexed.form(first) in ("early", "earlier") else "NI"))
    if "D" in codes:
        day: Meaning | None = _weekday(lexed, first, last)
    elif "T" in codes:
        day = Period("day", lexed.number("T", first, last) or 0)
    elif "j" in codes:
        day = Period("day", 0, narrative=True)
    else:
        step = _shift(lexed, first, last) or 0
        narrative = lexed.word("x", first, last) == "following" or (step == 1 and lexed.word("x", first, last) == "next")
        day = Period("day", step if not (step == -1 and part == "MO") else -1, narrative)
    if "P" not in codes and "N" not in codes and lexed.form(first) in ("earlier", "later", "mid"):
        return [_found(lexed, first, last, day)] if day else []
    return [_found(lexed, first, last, At(part, day))]


def today(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "today", "yesterday", "tomorrow"."""
    return [_found(lexed, first, last, Period("day", lexed.number("T", first, last) or 0))]


def clock_time(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "10:30 a.m.", "noon Friday", "9 p.m. on ..."."""
    at = next((i for i in range(first, last) if lexed.codes[i] in "cd"), first)
    if "p" not in lexed.codes[first:last] and (":" not in lexed.form(at) and not _is_clock(lexed, at)):
        return []
    if last - first == 1 and not _is_clock(lexed, first):
        return []
    clock = _clock(str(lexed.values[at] or lexed.form(at)), lexed.word("p", first, last))
    if clock is None:
        return []
    rest = next((i for i in range(at + 1, last) if lexed.codes[i] in "DMT"), last)
    day = _day_of_clock(lexed, rest, last) if rest < last else None
    return [_found(lexed, first, last, At(clock, day))]


def _day_of_clock(lexed: Lexed, first: int, last: int) -> Meaning:
    codes = lexed.codes[first:last]
    if "M" in codes:
        return calendar_date(lexed, first, last)[0].meaning
    return _weekday(lexed, first, last) if "D" in codes else Period("day", lexed.number("T", first, last) or 0)


def _is_clock(lexed: Lexed, at: int) -> bool:
    return lexed.form(at) in ("noon", "midnight") or lexed.form(at - 1) in ("at", "by", "until", "around", "before")


def _clock(form: str, half: str) -> str | None:
    hour, _, minute = form.replace(".", ":").partition(":")
    if not hour.isdigit() or int(hour) > 24:
        return None
    number = int(hour)
    if half.startswith("p") and number < 12:
        number += 12
    if half.startswith("a") and number == 12:
        number = 0
    return f"{number:02d}:{minute or '00'}"


# -- units ---------------------------------------------------------------------------------------------------------


def period(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "last week", "earlier this year", "the following day", "that year", "the weekend", "the end of the month"."""
    codes = lexed.codes[first:last]
    word = lexed.word("lxj", first, last)
    step = _shift(lexed, first, last)
    if "W" in codes:
        return [_found(lexed, first, last, Weekend(step))]
    unit = str(lexed.values[last - 1])
    if unit in ("second", "minute", "hour") and "j" not in codes:
        return []
    if "t" in codes and word in _LOOSE:
        return [_found(lexed, first, last, Duration(iso_duration(1, unit)))]
    narrative = "j" in codes or word in _NARRATIVE or (step == 1 and "t" in codes)
    return [_found(lexed, first, last, Period(unit, step or 0, narrative))]


def part_of_year(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """A season, a quarter or a half, with its year where told."""
    codes = lexed.codes[first:last]
    year_, step = lexed.number("y", first, last), _shift(lexed, first, last)
    if "s" in codes and step is not None:
        at = lexed.codes.index("o", first, last)
        number, kind = lexed.number("o", at, last), lexed.word("k", at, last)
        return [_found(lexed, first, last, PartOfYear(f"{kind[0].upper()}{number}", None, step))]
    if "S" in codes:
        code = str(lexed.first("S", first, last))
        at = lexed.codes.index("S", first, last)
        relative = step is not None and _shift(lexed, first, at) is not None
        return [_found(lexed, first, last, PartOfYear(code, year_, 0 if relative and step == 0 else None, step or None))]
    kind = lexed.word("k", first, last)
    number = lexed.number("o", first, last)
    if number is None:
        return [_found(lexed, first, last, Period(kind, step or 0))] if kind == "quarter" else []
    if number > (4 if kind == "quarter" else 2):
        return []
    if "u" in codes and lexed.values[last - 1] != "year":
        return []
    return [_found(lexed, first, last, PartOfYear(f"{kind[0].upper()}{number}", year_, step))]


def offset(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "two months ago", "two days earlier", "hours later"."""
    at = next(i for i in range(first, last) if lexed.codes[i] in "uU")
    first = _without_loose_words(lexed, first, at)
    count, unit = count_of(lexed, first, at), str(lexed.values[at])
    if count == UNKNOWN and lexed.codes[at] == "u":
        count = 1.0
    if lexed.codes[last - 1] == "g":
        return [_found(lexed, first, last, Offset(unit, count, PAST))]
    toward = PAST if lexed.form(last - 1) == "earlier" else FUTURE
    return [_found(lexed, first, last, Offset(unit, count, toward, "narrative"))]


def offset_from_next(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "a day after" another expression; with anything else it is the length of the gap alone."""
    at = last - 2
    unit, count = str(lexed.values[at]), count_of(lexed, first, at)
    near = lexed.codes[last : last + 3].lstrip("t")
    if near[:1] in tuple("DTMCyd"):
        toward = PAST if lexed.form(last - 1) == "before" else FUTURE
        return [_found(lexed, first, last, Offset(unit, count, toward, "next"))]
    return duration(lexed, first, last - 1)


def duration(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "six months", "at least five years", "a two-day visit", "the past three years"."""
    at = last - 1
    unit = str(lexed.values[at])
    start = _without_loose_words(lexed, first, at)
    follows = lexed.form(last + 1) if lexed.form(last) == "-" else lexed.form(last)
    if follows in time_words().no_time_after:
        return []
    if lexed.codes[start:last] == "au" and _is_rate(lexed, start):
        return [_found(lexed, start, last, Recurring(iso_duration(1, unit)))]
    if lexed.codes[start:last] in ("au", "a-u") and unit in ("second", "minute", "quarter"):
        return []
    count = count_of(lexed, start, at)
    return [_found(lexed, start, last, Duration(iso_duration(count, unit)))]


def _without_loose_words(lexed: Lexed, first: int, last: int) -> int:
    """The first token that bounds the number ("at least", "more than") or is it; "just", "than", "over" stay outside."""
    start = first
    while start < last and lexed.codes[start] in "mr":
        pair = f"{lexed.form(start)} {lexed.form(start + 1)}"
        if pair in _modifiers() or (lexed.form(start) in _modifiers() and lexed.form(start) not in ("over", "some")):
            break
        start += 1
    return start


def _is_rate(lexed: Lexed, article: int) -> bool:
    """ "four flights a week", "$5 million a year"."""
    before = lexed.reading.upos[article - 1] if article else ""
    return before in ("NOUN", "NUM", "SYM") and lexed.codes[article - 1] not in "uU"


def recurring(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "every year", "Mondays", "daily"."""
    code, value = lexed.codes[last - 1], lexed.values[last - 1]
    if code in "DK":
        return [_found(lexed, first, last, Recurring(f"XXXX-WXX-{int(value or 0) + 1}"))]
    if code in "uU":
        count = count_of(lexed, first + 1, last - 1)
        return [_found(lexed, first, last, Recurring(iso_duration(count if count else 1, str(value))))]
    if code == "R":
        return [_found(lexed, first, last, Recurring(str(value)))]
    if code == "M":
        return [_found(lexed, first, last, Recurring(f"XXXX-{int(value or 0):02d}"))]
    return [_found(lexed, first, last, Recurring(f"XXXX-XX-XXT{value}" if code == "P" else f"XXXX-{value}"))]


# -- the rest ------------------------------------------------------------------------------------------------------


def named_day(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """A holiday, with the country that the words around it name, and a year where told."""
    at = lexed.codes.index("C", first, last)
    end = at
    while end < last and lexed.codes[end] == "C":
        end += 1
    name = str(lexed.values[at])
    day = NamedDay(name, country_cue(lexed.reading, at, end), lexed.number("y", end, last), _shift(lexed, first, at))
    return [_found(lexed, first, last, day)]


def vague(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "now", "recently", "soon" (but not "as soon as", nor "shortly after")."""
    if lexed.form(first) in ("soon", "shortly") and (lexed.form(last) in ("as", "after", "before", "afterwards")):
        return []
    return [_found(lexed, first, last, Vague(str(lexed.values[first])))]
