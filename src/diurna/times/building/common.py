"""What all builders share: the expression itself, its modifier, a step in time, a check of calendar parts."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from functools import cache

from diurna.times.lexer import Lexed
from diurna.times.meanings import Duration, Meaning, Offset
from diurna.times.values import FoundTime
from diurna.vocabulary.time_words import time_words

_OF_LENGTHS = frozenset(("LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"))
_OF_NOUNS = frozenset(("NOUN", "PROPN", "ADJ"))
_SHIFT = {"i": 0, "l": -1, "x": 1}


def found(lexed: Lexed, first: int, last: int, meaning: Meaning, modifier: str | None = None) -> FoundTime:
    """The expression of a token span; its modifier is read from the words where none is given."""
    reading = lexed.reading
    if lexed.codes[first] == "B" and lexed.form(first + 1) == "in":
        first += 2  # "beginning in 1915" tells when something began
    start, end = int(reading.starts[first]), int(reading.ends[last - 1])
    told = modifier or modifier_of(lexed, first, last)
    if told in _OF_LENGTHS and not isinstance(meaning, Duration | Offset):
        told = None  # "over Easter" is not more than Easter
    if isinstance(meaning, Duration) and told not in _OF_LENGTHS | {"APPROX"}:
        told = None  # "after five months" bounds what happens, not the months
    return FoundTime(start, end, reading.text[start:end], first, last, meaning, told)


def modifier_of(lexed: Lexed, first: int, last: int) -> str | None:
    """The TIMEX3 `mod` that words in or right before the expression give it."""
    if lexed.form(first).startswith("mid-"):
        return "MID"
    if told := time_words().bounds.get(" ".join(lexed.form(i) for i in range(first - 3, first))):
        return told
    before = time_words().bounds.get(lexed.form(first - 1))
    table = modifiers()
    if lexed.codes[first] == "t" and before is None and lexed.form(first + 1) in table:
        return table[lexed.form(first + 1)]
    for at in (first, first - 1, first - 2):
        for width in (2, 1):
            words = " ".join(lexed.form(i) for i in range(at, min(at + width, last)))
            if words in table and (at == first or table[words] not in _OF_LENGTHS | {"APPROX"}):
                return table[words]
        if at < first and lexed.codes[max(at, 0)] != "O":
            break
    return before


@cache
def modifiers() -> dict[str, str]:
    """Words to TIMEX3 `mod` values."""
    return time_words().modifiers


def valid(year: int | None, month: int | None, day: int | None) -> bool:
    """Whether the parts that are told can be parts of one calendar date."""
    try:
        dt.date(year or 2000, month or 1, day or 1)
    except ValueError:
        return False
    return True


def is_marked(lexed: Lexed, first: int, last: int) -> bool:
    """Whether the language model takes one of the tokens for part of a time expression."""
    spans = lexed.reading.times
    at = bisect_right(spans, first, key=lambda span: span.end)
    return at < len(spans) and spans[at].start < last


def modifies_noun(lexed: Lexed, at: int) -> bool:
    """Whether the token stands in front of a noun that it modifies ("the summer offensive")."""
    reading = lexed.reading
    head = int(reading.heads[at])
    return at < head <= at + 3 and reading.upos[head] in ("NOUN", "PROPN") and reading.upos[at + 1] in _OF_NOUNS


def step_of(lexed: Lexed, first: int, last: int) -> int | None:
    """-1 for "last", 0 for "this", 1 for "next" in a token span; None where none of them stands there."""
    for i in range(first, last):
        if lexed.codes[i] in _SHIFT:
            return _SHIFT[lexed.codes[i]]
    return None


def is_title(lexed: Lexed, first: int, last: int) -> bool:
    """ "ABC's This Week": capitals within a sentence that is mostly written small (a headline is not)."""
    reading = lexed.reading
    if last > len(reading) or not (reading.forms[last - 1].istitle() and reading.forms[first].istitle()):
        return False
    start, end = reading.sentence_bounds(reading.sentence_of(first))
    words = [form for form in reading.forms[start:end] if form.isalpha()]
    return sum(form.islower() for form in words) > len(words) / 2
