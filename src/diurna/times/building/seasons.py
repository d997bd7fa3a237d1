"""Seasons, quarters and halves of a year."""

from __future__ import annotations

from diurna.times.building.common import found, is_marked, is_title, modifies_noun, step_of
from diurna.times.building.years import year
from diurna.times.lexer import Lexed
from diurna.times.meanings import PartOfYear, Period
from diurna.times.values import FoundTime

_BEFORE_SEASON = frozenset(("by", "before", "after", "until", "till", "since", "during", "and"))
_MOST = {"quarter": 4, "half": 2}


def part_of_year(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """A season, a quarter or a half, with its year where told."""
    codes = lexed.codes[first:last]
    if "S" in codes:
        return _season(lexed, first, last)
    if codes[0] == "t" and codes.endswith("-k") and modifies_noun(lexed, last - 1):
        first += 1  # "the third-quarter loss"
    if "u" in codes and "year" not in (lexed.first("u", first, last), lexed.values[last - 1]):
        return []
    step = -1 if codes.lstrip("t").startswith("u-") else step_of(lexed, first, last)
    kind, number = lexed.word("k", first, last), _number(lexed, first, last)
    if number is None:
        return [found(lexed, first, last, Period(kind, step or 0))] if kind == "quarter" else []
    game = kind == "half" and last - first < 4 and not is_marked(lexed, first, last)
    if number > _MOST[kind] or game:
        return []
    told, code = lexed.number("yh", first, last), f"{kind[0].upper()}{number}"
    return [found(lexed, first, last, PartOfYear(code, told, step if told is None else None))]


def _number(lexed: Lexed, first: int, last: int) -> int | None:
    """Which half or quarter it is: "third", or the last one of something told ("the latter half of 2008")."""
    told = lexed.number("o", first, last)
    ends = lexed.word("l", first, last) in ("last", "latter") and "kO" in lexed.codes[first:last]
    return _MOST[lexed.word("k", first, last)] if told is None and ends else told


def _season(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    at, told = lexed.codes.index("S", first, last), lexed.number("yh", first, last)
    if at == last - 1 and lexed.form(last) == "of":
        return []  # "the fall of the government"
    if lexed.codes[first] == "t" and at == last - 1 and modifies_noun(lexed, at):
        if is_title(lexed, at, at + 2):
            return []  # "the Winter War"
        first += 1  # "the summer offensive"
    if lexed.codes[first] in "yh" and lexed.reading.forms[at].istitle():
        return year(lexed, first, first + 1)  # "the 2012 Summer Paralympics"
    step = step_of(lexed, first, last)
    current = step == 0 and step_of(lexed, first, at) is not None
    return [found(lexed, first, last, PartOfYear(str(lexed.values[at]), told, 0 if current else None, step or None))]


def bare_season(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "a spring offensive", "by summer": only where the language model takes the word for time."""
    reading = lexed.reading
    if reading.forms[last - 1].istitle() and reading.sentence_bounds(reading.sentence_of(first))[0] != last - 1:
        return []  # "the Winter War"
    placed = modifies_noun(lexed, last - 1) or lexed.form(first - 1) in _BEFORE_SEASON
    if not placed or not is_marked(lexed, first, last) or reading.name_at(last - 1) is not None:
        return []
    return [found(lexed, first, last, PartOfYear(str(lexed.values[last - 1])))]
