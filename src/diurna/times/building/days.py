"""Weekdays, today and its neighbours, parts of days and clock times from their tokens."""

from __future__ import annotations

from diurna.times.building.common import found, step_of
from diurna.times.building.dates import calendar_date
from diurna.times.lexer import Lexed
from diurna.times.meanings import At, Meaning, Period, Weekday
from diurna.times.values import FoundTime


def _weekday(lexed: Lexed, first: int, last: int) -> Weekday:
    at = lexed.codes.index("D", first, last)
    number = lexed.number("D", at, last) or 0
    weeks = step_of(lexed, at + 1, last)
    if weeks is not None:
        return Weekday(number, weeks=weeks)
    step = step_of(lexed, first, at)
    return Weekday(number, toward=step if step else None, weeks=0 if step == 0 else None)


def weekday(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "Monday", "last Friday", "Friday this week"."""
    at = lexed.codes.index("D", first, last)
    if last > at + 1 and lexed.values[last - 1] != "week":
        last = at + 1
    return [found(lexed, first, last, _weekday(lexed, first, last))]


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
        step = step_of(lexed, first, last) or 0
        narrative = step == 1 and lexed.word("x", first, last) in ("following", "next")
        day = Period("day", step if not (step == -1 and part == "MO") else -1, narrative)
    if "P" not in codes and "N" not in codes and lexed.form(first) in ("earlier", "later", "mid"):
        return [found(lexed, first, last, day)] if day else []
    return [found(lexed, first, last, At(part, day))]


def today(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "today", "yesterday", "tomorrow"."""
    return [found(lexed, first, last, Period("day", lexed.number("T", first, last) or 0))]


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
    return [found(lexed, first, last, At(clock, day))]


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
