"""Named days, and words without a place on the calendar."""

from __future__ import annotations

from diurna.times.building.common import found, is_title, modifies_noun, step_of
from diurna.times.lexer import Lexed
from diurna.times.meanings import PAST, At, NamedDay, Vague
from diurna.times.named_days import country_cue
from diurna.times.tense import direction
from diurna.times.values import FoundTime
from diurna.vocabulary.time_words import time_words

_AFTER_SOON = frozenset(("as", "after", "before", "afterward", "afterwards", "thereafter"))


def named_day(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """A holiday, with the country that the words around it name, and a year where told."""
    at = lexed.codes.index("C", first, last)
    end = lexed.codes.rindex("C", first, last) + 1
    if _names_else(lexed, at, end):
        return []
    country, year = country_cue(lexed.reading, at, end), lexed.number("yh", end, last)
    day = NamedDay(str(lexed.values[at]), country, year, step_of(lexed, first, at))
    part = lexed.first("P", end, last)
    return [found(lexed, first, last, day if part is None else At(str(part), day))]


def _names_else(lexed: Lexed, first: int, last: int) -> bool:
    """ "Johnnie Christmas", "Operation Ramadan", "the Good Friday Agreement"."""
    name = lexed.reading.name_at(first)
    if (name is not None and name.label == "PER") or lexed.form(first - 1) in time_words().nicknames:
        return True
    head = lexed.form(last) in time_words().named_after_days and lexed.reading.forms[last].istitle()
    return head or (is_title(lexed, last - 1, last + 1) and modifies_noun(lexed, last - 1))


def vague(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "now", "recently", "soon" ahead (not "soon became"), "the near future" (not "the future of the alliance")."""
    if lexed.form(first) == "from":
        return [found(lexed, first + 1, last, Vague("PRESENT_REF"))]
    word, behind = lexed.form(first), lexed.form(last)
    if word in ("soon", "shortly") and (behind in _AFTER_SOON or direction(lexed.reading, first, last) == PAST):
        return []
    if word == "recently" and behind == "as":
        return []  # "as recently as October"
    if word == "now" and (lexed.form(first - 1) == "every" or lexed.form(last + 1) in ("again", "then")):
        return []
    if lexed.form(last - 1) == "future" and behind == "of":
        return []
    return [found(lexed, first, last, Vague(str(lexed.first("V", first, last))))]
