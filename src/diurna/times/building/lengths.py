"""Lengths of time and distances from a day."""

from __future__ import annotations

from diurna.times.building.common import found, is_marked, is_title, modifiers
from diurna.times.building.periods import DURING, NARRATIVE
from diurna.times.lexer import Lexed
from diurna.times.meanings import FUTURE, IF_FUTURE, PAST, Duration, Offset, Recurring
from diurna.times.quantities import UNKNOWN, count_of, in_years, iso_duration
from diurna.times.values import FoundTime
from diurna.vocabulary.time_words import time_words


def offset(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "two months ago", "two days earlier", "hours later", "a week from now"."""
    at = next(i for i in range(first, last) if lexed.codes[i] in "uU")
    first = _without_loose_words(lexed, first, at)
    count, unit = in_years(count_of(lexed, first, at), str(lexed.values[at]))
    if count == UNKNOWN and lexed.codes[at] == "u":
        count = 1.0
    if lexed.codes[last - 1] == "V":
        ahead = lexed.form(last - 2) == "from"
        return [found(lexed, first, last, Offset(unit, count, FUTURE))] if ahead else duration(lexed, first, at + 1)
    if lexed.codes[last - 1] == "g":
        return [found(lexed, first, last, Offset(unit, count, PAST))]
    toward = PAST if lexed.form(last - 1) == "earlier" else FUTURE
    return [found(lexed, first, last, Offset(unit, count, toward, "narrative"))]


def offset_from_next(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "a day after" another expression; with anything else it is the length of the gap alone."""
    unit, article = str(lexed.values[last - 2]), lexed.codes[first] == "t"
    count = 1.0 if article else count_of(lexed, first, last - 2)
    toward = PAST if lexed.form(last - 1) == "before" else FUTURE
    near = lexed.codes[last : last + 3].lstrip("t")
    if near[:1] in tuple("DTMCyd"):
        return [found(lexed, first, last, Offset(unit, count, toward, "next"))]
    alone = last == len(lexed.codes) or lexed.reading.upos[last] in ("PUNCT", "CCONJ")
    if toward == PAST and alone:
        return [found(lexed, first, last, Offset(unit, count, PAST, "narrative"))]
    return [] if article else duration(lexed, first, last - 1)


def duration(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "six months", "at least five years", "a two-day visit", "the past three years", "a year and a half"."""
    at = next(i for i in range(first, last) if lexed.codes[i] in "uU")
    unit, start = str(lexed.values[at]), _without_loose_words(lexed, first, at)
    if _is_no_length(lexed, start, last, at):
        return []
    if lexed.codes[start] in "ta" and lexed.codes[last - 1] in "uUK" and _counts_before_noun(lexed, start, at):
        start += 1
    if lexed.codes[start:last] == "au" and _is_rate(lexed, start):
        return [found(lexed, start, last, Recurring(iso_duration(1, unit)))]
    half = "k" in lexed.codes[at:last]
    one = half or lexed.codes[start] == "u"
    count = (count_of(lexed, start, at) or float(one)) + half / 2
    return [found(lexed, start, last, Duration(iso_duration(count, unit), unit, count, _beside(lexed, start, at)))]


def _is_no_length(lexed: Lexed, start: int, last: int, at: int) -> bool:
    """Ages, shares, programmes and words that only look like a length."""
    codes, unit = lexed.codes[start:last], lexed.values[at]
    follows = lexed.form(last + 1) if lexed.form(last) == "-" else lexed.form(last)
    if follows in time_words().no_time_after or codes == "yu":  # "a 2000 year old book", "World Cup 2018 day five"
        return True
    if lexed.form(start) == "many" and lexed.form(start - 1) == "as":  # "for a third time in as many weeks"
        return True
    if codes in ("au", "a-u") and (
        unit in ("second", "minute", "quarter") or lexed.form(start - 1) in time_words().speeds
    ):
        return True
    if unit == "quarter" and (lexed.codes[at - 1] == "-" or lexed.form(start) == "some" or _is_share(lexed, at)):
        return True
    programme = lexed.codes[at] == "U" and lexed.reading.forms[at].istitle() and is_title(lexed, at, at + 1)
    one_day = (
        codes == "wu" and unit == "day" and lexed.reading.deprels[at] == "obl:unmarked" and lexed.reading.heads[at] > at
    )
    return programme or one_day  # "60 Minutes", "he will one day follow"


def _is_share(lexed: Lexed, at: int) -> bool:
    """ "three quarters of the troops"."""
    return lexed.form(at - 1) in ("three", "two", "3") and lexed.form(at + 1) == "of" and lexed.codes[at + 2] != "y"


def _counts_before_noun(lexed: Lexed, start: int, at: int) -> bool:
    """ "a two-day visit", "the two day rally", "a month-long siege": the article is the noun's."""
    told = lexed.codes[start + 1 : at]
    singular = lexed.codes[at] == "u" and any(code in "dnw" for code in told)
    return told.endswith("-") or "K" in lexed.codes[at : at + 3] or singular


def length_word(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "a monthlong truce"."""
    unit = str(lexed.values[first])
    return [found(lexed, first, last, Duration(iso_duration(1, unit), unit, 1.0))]


def bare_units(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "for weeks", "hours before the deadline", "in the days before the vote", "over the years": without a number."""
    before, event = lexed.form(first - 1), lexed.codes[last : last + 1] == "f"
    article = before == "the" and (event or lexed.form(first - 2) in ("over", "through", "throughout"))
    marked = (before == "in" or event) and is_marked(lexed, first, last)
    if not (article or marked or before in ("for", "within", "over")):
        return []
    return [found(lexed, first - article, last, Duration(iso_duration(UNKNOWN, str(lexed.values[last - 1]))))]


def _beside(lexed: Lexed, first: int, last: int) -> int | None:
    """On which side of the day of speaking a length of time lies: "the past ...", "the next ...", "in ..."."""
    word = lexed.word("lx", first, last)
    if word and word not in NARRATIVE:
        return FUTURE if lexed.word("x", first, last) else PAST
    return IF_FUTURE if lexed.form(first - 1) in ("in", "within") else None


def _without_loose_words(lexed: Lexed, first: int, last: int) -> int:
    """The first token that is the number or bounds it ("at least"); "just", "than" and "over" stay outside."""
    start = first
    while start < last and lexed.codes[start] in "mr" and not _bounds(lexed, start):
        start += 1
    return start


def _bounds(lexed: Lexed, at: int) -> bool:
    word = lexed.form(at)
    if f"{word} {lexed.form(at + 1)}" in modifiers():
        return True
    if word == "over":  # "over a year", "for over two years", but "over two years"
        return lexed.codes[at + 1 : at + 3] == "au" or lexed.form(at - 1) in DURING | {"for", "after"}
    return word in modifiers() and word != "some"


def _is_rate(lexed: Lexed, article: int) -> bool:
    """ "four flights a week", "$5 million a year"."""
    before = lexed.reading.upos[article - 1] if article else ""
    if lexed.codes[article + 2 : article + 3] in ("f", "g", "E"):
        return False  # "a day after the referendum"
    return before in ("NOUN", "NUM", "SYM") and lexed.codes[article - 1] not in "uU"
