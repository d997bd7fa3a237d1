"""Units counted from now, parts of years, distances, lengths of time, repetitions and named days from their tokens."""

from __future__ import annotations

from diurna.times.building.common import found, is_marked, modifiers, modifies_noun, step_of
from diurna.times.lexer import Lexed
from diurna.times.meanings import (
    FUTURE,
    IF_FUTURE,
    PAST,
    At,
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
from diurna.times.tense import direction
from diurna.times.values import FoundTime
from diurna.vocabulary.time_words import time_words

_NARRATIVE = frozenset(("following", "previous", "preceding", "prior", "subsequent", "ensuing"))
_AFTER_SOON = frozenset(("as", "after", "before", "afterward", "afterwards", "thereafter"))
_WITHIN = frozenset(("for", "in", "during", "throughout", "within"))
_PARTS = frozenset(
    ("months", "weeks", "days", "quarters", "half", "quarter", "rest", "course", "part", "remainder", "end")
)
_DURING = frozenset(("in", "over", "during", "within", "throughout"))
_LOOSE = frozenset(("past", "coming", "upcoming", "ensuing", "preceding"))


def period(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "last week", "earlier this year", "the following day", "that year", "the weekend", "the end of the month"."""
    codes = lexed.codes[first:last]
    word = lexed.word("lxj", first, last)
    step = step_of(lexed, first, last)
    if "W" in codes:
        return [found(lexed, first, last, Weekend(step))]
    at = next(i for i in range(last - 1, first - 1, -1) if lexed.codes[i] in "ukZ")
    if at < last - 1 and lexed.form(last - 1) not in ("end", "so"):
        return []
    unit = _unit(lexed, at)
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
    if last > len(reading) or not (reading.forms[last - 1].istitle() and reading.forms[first].istitle()):
        return False
    start, end = reading.sentence_bounds(reading.sentence_of(first))
    words = [form for form in reading.forms[start:end] if form.isalpha()]
    return sum(form.islower() for form in words) > len(words) / 2


def part_of_year(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """A season, a quarter or a half, with its year where told."""
    codes = lexed.codes[first:last]
    year_, step = lexed.number("yh", first, last), step_of(lexed, first, last)
    if "s" in codes and step is not None:
        at = lexed.codes.index("o", first, last)
        number, kind = lexed.number("o", at, last), lexed.word("k", at, last)
        return [found(lexed, first, last, PartOfYear(f"{kind[0].upper()}{number}", None, step))]
    if "S" in codes:
        code = str(lexed.first("S", first, last))
        at = lexed.codes.index("S", first, last)
        if at == last - 1 and lexed.form(last) == "of":
            return []  # "the fall of the government"
        if codes[0] == "t" and at == last - 1 and modifies_noun(lexed, at):
            first += 1
        relative = step is not None and step_of(lexed, first, at) is not None
        return [found(lexed, first, last, PartOfYear(code, year_, 0 if relative and step == 0 else None, step or None))]
    kind = lexed.word("k", first, last)
    number = lexed.number("o", first, last)
    if codes[0] == "t" and codes.endswith("-k") and modifies_noun(lexed, last - 1):
        first += 1
    if number is None and kind == "half" or codes.endswith(("lkOy", "lkOh")):
        number, step = (2 if kind == "half" else 4), step if "u" in codes else None
    if number is None:
        return [found(lexed, first, last, Period(kind, step or 0))] if kind == "quarter" else []
    if number > (4 if kind == "quarter" else 2):
        return []
    if "u" in codes and "year" not in (lexed.first("u", first, last), lexed.values[last - 1]):
        return []
    if codes.lstrip("t").startswith("u-"):
        step = -1
    return [found(lexed, first, last, PartOfYear(f"{kind[0].upper()}{number}", year_, step))]


def length_word(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "a monthlong truce"."""
    return [found(lexed, first, last, Duration(iso_duration(1, str(lexed.values[first])), str(lexed.values[first]), 1.0))]


def bare_season(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "a spring offensive", "by summer": only where the language model takes the word for time."""
    placed = modifies_noun(lexed, last - 1) or lexed.form(first - 1) in (
        "by",
        "until",
        "till",
        "since",
        "during",
        "and",
    )
    if not placed or not is_marked(lexed, first, last) or lexed.reading.name_at(last - 1) is not None:
        return []
    return [found(lexed, first, last, PartOfYear(str(lexed.values[last - 1])))]


def unit_before(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "a year-earlier loss", "the year-ago quarter", "the quarter a year ago": one unit before what is reported on.

    A quarter that is compared with another one is the last that has ended.
    """
    at = lexed.codes.index("u", first, last)
    unit = str(lexed.values[at])
    if (
        lexed.codes[at - 1] != "t"
        and lexed.codes[last - 1] in "Eg"
        and not any(c in "kZ" for c in lexed.codes[first:at])
    ):
        return [found(lexed, at, last, Offset(unit, 1.0, PAST))]
    first += lexed.codes[first] == "a"
    if lexed.first("kZ", at, last) or any(lexed.codes[i] in "kZ" for i in range(first, last)):
        return [found(lexed, first, last, Period("quarter", -5 if unit == "year" else -2))]
    return [found(lexed, first, last, Period(unit, -1))]


def told_unit(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "for the quarter", "later in the year", "the fiscal year ended in June": the unit that the text is about."""
    at, codes = last - 1, lexed.codes[first:last]
    unit, before, behind = _unit(lexed, at), lexed.form(first - 1), lexed.form(last)
    special = codes[0] != "t" or "L" in codes or "F" in codes
    if unit in ("second", "minute", "hour", "half", "day", "decade"):
        return []
    if behind in ("of", "-", "when", "that", "old", "-old") or (before == "of" and lexed.form(first - 2) not in _PARTS):
        return []
    if not special and before not in _WITHIN and before != "of" and behind not in ("'s", "’s"):
        return []
    if behind in ("ended", "ending", "since", "before", "after") and unit != "quarter":
        return [found(lexed, first, last, Duration(iso_duration(1, unit)))]
    ended = unit == "quarter" and (lexed.form(first + 1) == "latest" or direction(lexed.reading, first, last) == PAST)
    return [found(lexed, first, last, Period(unit, -1 if ended else 0))]


def _unit(lexed: Lexed, at: int) -> str:
    """The unit's name; a period in a report of earnings is a quarter."""
    return "quarter" if lexed.codes[at] == "Z" else str(lexed.values[at] or lexed.form(at))


def times_a_unit(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "twice a year", "three times a week"."""
    if lexed.codes[first] != "I" or lexed.form(first) != "times":
        return [found(lexed, first, last, Recurring(iso_duration(1, str(lexed.values[last - 1]))))]
    return []


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
    article = lexed.codes[first] == "t"
    count = 1.0 if article else count
    if near[:1] in tuple("DTMCyd"):
        toward = PAST if lexed.form(last - 1) == "before" else FUTURE
        return [found(lexed, first, last, Offset(unit, count, toward, "next"))]
    if lexed.form(last - 1) == "before" and (
        last == len(lexed.codes) or lexed.reading.upos[last] in ("PUNCT", "CCONJ")
    ):
        return [found(lexed, first, last, Offset(unit, count, PAST, "narrative"))]
    return [] if article else duration(lexed, first, last - 1)


def duration(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "six months", "at least five years", "a two-day visit", "the past three years", "a year and a half"."""
    at = next(i for i in range(first, last) if lexed.codes[i] in "uU")
    unit = str(lexed.values[at])
    start = _without_loose_words(lexed, first, at)
    follows = lexed.form(last + 1) if lexed.form(last) == "-" else lexed.form(last)
    if follows in time_words().no_time_after or _is_programme(lexed, at):
        return []
    if lexed.codes[start] in "ta" and lexed.codes[last - 1] in "uUK" and _counts_before_noun(lexed, start, at):
        start += 1
    if lexed.codes[start:last] == "au" and _is_rate(lexed, start):
        return [found(lexed, start, last, Recurring(iso_duration(1, unit)))]
    if lexed.codes[start:last] == "u-K" and start == at:
        return [found(lexed, start, last, Duration(iso_duration(1, unit), unit, 1.0))]
    if lexed.codes[start:last] in ("au", "a-u") and unit in ("second", "minute", "quarter"):
        return []
    if unit == "quarter" and (lexed.codes[at - 1] == "-" or lexed.form(start) == "some" or _is_share(lexed, at)):
        return []
    if lexed.codes[start:last] == "wu" and lexed.reading.deprels[at] == "obl:unmarked" and lexed.reading.heads[at] > at:
        return []  # "he will one day follow"
    count = (count_of(lexed, start, at) or float("k" in lexed.codes[at:last])) + (0.5 if "k" in lexed.codes[at:last] else 0)
    return [found(lexed, start, last, Duration(iso_duration(count, unit), unit, count, _beside(lexed, start, at)))]


def _counts_before_noun(lexed: Lexed, start: int, at: int) -> bool:
    """ "a two-day visit", "the two day rally": the article is the noun's."""
    told = lexed.codes[start + 1 : at]
    return (
        told.endswith("-")
        or "K" in lexed.codes[at : at + 3]
        or (lexed.codes[at] == "u" and any(c in "dnw" for c in told))
    )


def _is_share(lexed: Lexed, at: int) -> bool:
    """ "three quarters of the troops"."""
    return lexed.form(at - 1) in ("three", "two", "3") and lexed.form(at + 1) == "of" and lexed.codes[at + 2] != "y"


def _is_programme(lexed: Lexed, at: int) -> bool:
    """ "60 Minutes" with a capital in a sentence that is written small."""
    return lexed.codes[at] == "U" and lexed.reading.forms[at].istitle() and _is_title(lexed, at, at + 1)


def bare_units(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "for weeks", "hours before the deadline", "in the days before the vote": a length without a number."""
    before, marked = lexed.form(first - 1), is_marked(lexed, first, last)
    measured = before in ("for", "within", "over") or (marked and (before == "in" or lexed.codes[last : last + 1] == "f"))
    before_something = lexed.form(first - 1) == "the" and lexed.codes[last : last + 1] == "f"
    if not (measured or before_something):
        return []
    return [found(lexed, first - before_something, last, Duration(iso_duration(UNKNOWN, str(lexed.values[last - 1]))))]


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
        bare = lexed.codes[start + 1 : start + 3] != "au" and lexed.form(start - 1) not in _DURING | {"for", "after"}
        over = lexed.form(start) == "over" and bare
        if pair in modifiers() or (lexed.form(start) in modifiers() and not over and lexed.form(start) != "some"):
            break
        start += 1
    return start


def _is_rate(lexed: Lexed, article: int) -> bool:
    """ "four flights a week", "$5 million a year"."""
    before = lexed.reading.upos[article - 1] if article else ""
    if lexed.codes[article + 2 : article + 3] in ("f", "g", "E"):
        return False  # "a day after the referendum"
    return before in ("NOUN", "NUM", "SYM") and lexed.codes[article - 1] not in "uU"


def recurring(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "every year", "Mondays", "daily"."""
    code, value = lexed.codes[last - 1], lexed.values[last - 1]
    if code == "D":
        return [found(lexed, first, last, Recurring(f"XXXX-WXX-{int(value or 0) + 1}"))]
    if code in "uUk":
        value = value or lexed.form(last - 1)
        if value == "half":
            return []
        count = (
            2
            if lexed.codes[first + 1] == "H"
            else lexed.number("o", first, last) or count_of(lexed, first + 1, last - 1)
        )
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
    if lexed.codes[last - 1] == "C" and _is_title(lexed, end - 1, last + 1) and modifies_noun(lexed, end - 1):
        return []  # "the Good Friday Agreement"
    name = str(lexed.values[at])
    day = NamedDay(name, country_cue(lexed.reading, at, end), lexed.number("yh", end, last), step_of(lexed, first, at))
    part = lexed.first("P", end, last)
    return [found(lexed, first, last, day if part is None else At(str(part), day))]


def vague(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "now", "recently", "soon" (but not "as soon as", "shortly after", "soon became", "the future of the alliance")."""
    if lexed.form(first) in ("soon", "shortly") and (
        lexed.form(last) in _AFTER_SOON or direction(lexed.reading, first, last) == PAST
    ):
        return []
    if lexed.form(last - 1) == "future" and lexed.form(last) == "of":
        return []
    return [found(lexed, first, last, Vague(str(lexed.first("V", first, last))))]
