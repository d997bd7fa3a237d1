"""Units counted from now, parts of years, distances, lengths of time, repetitions and named days from their tokens."""

from __future__ import annotations

from diurna.times.building.common import found, modifiers, step_of
from diurna.times.lexer import Lexed
from diurna.times.meanings import (
    FUTURE,
    IF_FUTURE,
    PAST,
    Duration,
    NamedDay,
    Offset,
    PartOfYear,
    Period,
    Recurring,
    Vague,
    Weekend,
)
from diurna.times.named_days import country_cue
from diurna.times.quantities import UNKNOWN, count_of, iso_duration
from diurna.times.values import FoundTime
from diurna.vocabulary.time_words import time_words

_NARRATIVE = frozenset(("following", "previous", "preceding", "prior", "subsequent", "ensuing"))
_DURING = frozenset(("in", "over", "during", "within", "throughout"))
_LOOSE = frozenset(("past", "coming", "upcoming", "ensuing", "preceding"))


def period(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "last week", "earlier this year", "the following day", "that year", "the weekend", "the end of the month"."""
    codes = lexed.codes[first:last]
    word = lexed.word("lxj", first, last)
    step = step_of(lexed, first, last)
    if "W" in codes:
        return [found(lexed, first, last, Weekend(step))]
    unit = str(lexed.values[last - 1])
    if unit in ("second", "minute", "hour") and "j" not in codes:
        return []
    if _is_title(lexed, first, last):
        return []
    rolling = word in _LOOSE or (word == "last" and lexed.form(first - 1) in _DURING)
    if "t" in codes and rolling:
        return [found(lexed, first, last, Duration(iso_duration(1, unit), unit, 1.0, PAST if step == -1 else FUTURE))]
    narrative = "j" in codes or word in _NARRATIVE or (step == 1 and "t" in codes)
    return [found(lexed, first, last, Period(unit, step or 0, narrative))]


def _is_title(lexed: Lexed, first: int, last: int) -> bool:
    """ "ABC's This Week": capitals within a sentence that is mostly written small (a headline is not)."""
    reading = lexed.reading
    if not (reading.forms[last - 1].istitle() and reading.forms[first].istitle()):
        return False
    start, end = reading.sentence_bounds(reading.sentence_of(first))
    words = [form for form in reading.forms[start:end] if form.isalpha()]
    return sum(form.islower() for form in words) > len(words) / 2


def part_of_year(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """A season, a quarter or a half, with its year where told."""
    codes = lexed.codes[first:last]
    year_, step = lexed.number("y", first, last), step_of(lexed, first, last)
    if "s" in codes and step is not None:
        at = lexed.codes.index("o", first, last)
        number, kind = lexed.number("o", at, last), lexed.word("k", at, last)
        return [found(lexed, first, last, PartOfYear(f"{kind[0].upper()}{number}", None, step))]
    if "S" in codes:
        code = str(lexed.first("S", first, last))
        at = lexed.codes.index("S", first, last)
        relative = step is not None and step_of(lexed, first, at) is not None
        return [found(lexed, first, last, PartOfYear(code, year_, 0 if relative and step == 0 else None, step or None))]
    kind = lexed.word("k", first, last)
    number = lexed.number("o", first, last)
    if number is None:
        return [found(lexed, first, last, Period(kind, step or 0))] if kind == "quarter" else []
    if number > (4 if kind == "quarter" else 2):
        return []
    if "u" in codes and lexed.values[last - 1] != "year":
        return []
    return [found(lexed, first, last, PartOfYear(f"{kind[0].upper()}{number}", year_, step))]


def offset(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "two months ago", "two days earlier", "hours later"."""
    at = next(i for i in range(first, last) if lexed.codes[i] in "uU")
    first = _without_loose_words(lexed, first, at)
    count, unit = count_of(lexed, first, at), str(lexed.values[at])
    if count == UNKNOWN and lexed.codes[at] == "u":
        count = 1.0
    if lexed.codes[last - 1] == "g":
        return [found(lexed, first, last, Offset(unit, count, PAST))]
    toward = PAST if lexed.form(last - 1) == "earlier" else FUTURE
    return [found(lexed, first, last, Offset(unit, count, toward, "narrative"))]


def offset_from_next(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "a day after" another expression; with anything else it is the length of the gap alone."""
    at = last - 2
    unit, count = str(lexed.values[at]), count_of(lexed, first, at)
    near = lexed.codes[last : last + 3].lstrip("t")
    if near[:1] in tuple("DTMCyd"):
        toward = PAST if lexed.form(last - 1) == "before" else FUTURE
        return [found(lexed, first, last, Offset(unit, count, toward, "next"))]
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
        return [found(lexed, start, last, Recurring(iso_duration(1, unit)))]
    if lexed.codes[start:last] in ("au", "a-u") and unit in ("second", "minute", "quarter"):
        return []
    count = count_of(lexed, start, at)
    return [found(lexed, start, last, Duration(iso_duration(count, unit), unit, count, _beside(lexed, start, at)))]


def bare_units(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "for weeks", "in the days before the vote": a length without a number."""
    measured = lexed.form(first - 1) in ("for", "within", "over")
    before_something = lexed.form(first - 1) == "the" and lexed.codes[last : last + 1] == "f"
    if not (measured or before_something):
        return []
    return [found(lexed, first, last, Duration(iso_duration(UNKNOWN, str(lexed.values[last - 1]))))]


def _beside(lexed: Lexed, first: int, last: int) -> int | None:
    """On which side of the day of speaking a length of time lies: "the past ...", "the next ...", "in ..."."""
    word = lexed.word("lx", first, last)
    if word and word not in _NARRATIVE:
        return FUTURE if lexed.word("x", first, last) else PAST
    return IF_FUTURE if lexed.form(first - 1) in ("in", "within") else None


def _without_loose_words(lexed: Lexed, first: int, last: int) -> int:
    """The first token that is the number or bounds it ("at least"); "just", "than" and "over" stay outside."""
    start = first
    while start < last and lexed.codes[start] in "mr":
        pair = f"{lexed.form(start)} {lexed.form(start + 1)}"
        if pair in modifiers() or (lexed.form(start) in modifiers() and lexed.form(start) not in ("over", "some")):
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
        return [found(lexed, first, last, Recurring(f"XXXX-WXX-{int(value or 0) + 1}"))]
    if code in "uU":
        count = count_of(lexed, first + 1, last - 1)
        return [found(lexed, first, last, Recurring(iso_duration(count if count else 1, str(value))))]
    if code == "R":
        return [found(lexed, first, last, Recurring(str(value)))]
    if code == "M":
        return [found(lexed, first, last, Recurring(f"XXXX-{int(value or 0):02d}"))]
    return [found(lexed, first, last, Recurring(f"XXXX-XX-XXT{value}" if code == "P" else f"XXXX-{value}"))]


def named_day(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """A holiday, with the country that the words around it name, and a year where told."""
    at = lexed.codes.index("C", first, last)
    end = at
    while end < last and lexed.codes[end] == "C":
        end += 1
    name = str(lexed.values[at])
    day = NamedDay(name, country_cue(lexed.reading, at, end), lexed.number("y", end, last), step_of(lexed, first, at))
    return [found(lexed, first, last, day)]


def vague(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "now", "recently", "soon" (but not "as soon as", nor "shortly after")."""
    if lexed.form(first) in ("soon", "shortly") and (lexed.form(last) in ("as", "after", "before", "afterwards")):
        return []
    return [found(lexed, first, last, Vague(str(lexed.values[first])))]
