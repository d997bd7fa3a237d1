"""The shapes of time expressions, as regular expressions over the class letters of `times.lexer`.

Letters: M month, D weekday, K plural weekday, S season, u/U unit (singular/plural), P part of day, N tonight,
T today/yesterday/tomorrow, w number word, o ordinal, d 1-31, y four digits, n other number, X decade, h '98,
c clock time, p a.m./p.m., z time zone, V vague word or phrase, R rate, C named day, k quarter/half, W weekend,
t the, a a/an, i this, l last, x next, j that/same, E earlier/later, e early/late/mid, g ago, f after/before,
O of/in, q on, r to/until/through/and, B beginning/middle/end, Q every, v few/several, m more/than/about,
s possessive, - dash, `,` comma, / slashed date.

Order decides between shapes that start at the same token: the more telling (longer) shape stands first.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from diurna.times.building import dates, days, units
from diurna.times.lexer import Lexed
from diurna.times.values import FoundTime

Builder = Callable[[Lexed, int, int], list[FoundTime]]

_NUMBER = r"(?:a?vO?|ka|[dnwy](?:-?[wd])*(?:-?r-?a-?k)?|a)m?"
_MOD = r"(?:mr|m{0,3})"
_DOW = r"(?:D,?)?"
_YEAR = r"(?:,?y)?"
_CLOCK = r"(?:cp?|d\.?p)z?"

_SHAPES: tuple[tuple[str, Builder], ...] = (
    (r"y-d-d(?!-)", dates.iso_date),
    (r"/", dates.slashed_date),
    (rf"{_DOW}M[do](?:-|r)[do](?![-uUwnkm]){_YEAR}", dates.day_range),
    (rf"t?[do](?:-|r)t?[do]O?M{_YEAR}", dates.day_range),
    (rf"{_CLOCK},?q?(?:{_DOW}Mt?[do]{_YEAR}|D|T)", days.clock_time),
    (rf"{_CLOCK}", days.clock_time),
    (rf"(?:e-?)?[lix]{{0,2}}{_DOW}Mt?[do](?![-]?[uUwnk]){_YEAR}", dates.calendar_date),
    (rf"{_DOW}t?[do]O?M{_YEAR}", dates.calendar_date),
    (r"(?:t?u)Ot?M[do]", dates.week_of),
    (r"(?:t?BO|e-?)?M(?:,|O)?y", dates.calendar_date),
    (r"(?:t?BO|e-?)?MO?[lix]u", dates.calendar_date),
    (r"(?:t?BO|e-?)?[lix]?M", dates.calendar_date),
    (r"(?:e-?|E)?[lix]{0,2}DP(?:O?[lix]u)?", days.day_part),
    (r"(?:e-?)[lix]?D(?![-w])", days.day_part),
    (r"[lix]{0,2}D(?:O?[lix]u)?", days.weekday),
    (r"K", units.recurring),
    (r"e?TP|eT", days.day_part),
    (r"T", days.today),
    (r"N", days.day_part),
    (r"e?(?:i|t?[lx]|t?j{1,2})P", days.day_part),
    (r"[lix]us(?:e-?)?o-?k", units.part_of_year),
    (r"t?yo-?k", units.part_of_year),
    (r"t?o-?k(?:(?:,|O)?y|Ot?[lix]u)?", units.part_of_year),
    (r"[lix]k(?!O)", units.part_of_year),
    (r"(?:t?BO|e-?)?(?:[ilx]|t(?=S(?!O)|SOy))S(?:O?y)?", units.part_of_year),
    (r"(?:t?BO|e-?)?SO?y", units.part_of_year),
    (r"(?<=O)e?-?S(?![-Ow])", units.part_of_year),
    (r"t?o-?u", dates.century),
    (r"t?(?:e-?)?X", dates.decade),
    (rf"{_MOD}(?:{_NUMBER})?-?[uU]-?g", units.offset),
    (rf"{_MOD}(?:{_NUMBER})?[uU]E", units.offset),
    (rf"{_NUMBER}[uU]f", units.offset_from_next),
    (rf"t?[lx](?:{_NUMBER})U", units.duration),
    (r"(?:e|E)?-?t?[ilx]{1,2}[uW]", units.period),
    (r"E?(?:t|j){1,2}(?<=j)u", units.period),
    (r"tW", units.period),
    (r"t?BOt?[ilx]?u", units.period),
    (r"t?BOy", dates.year),
    (r"Q(?:[dwo])?[uUDPSM]", units.recurring),
    (rf"{_MOD}{_NUMBER}-[uU]", units.duration),
    (rf"(?:to|t)?{_MOD}{_NUMBER}[uU]", units.duration),
    (r"U", units.bare_units),
    (r"[lix]?C+(?:(?:,|O)?y)?", units.named_day),
    (r"(?:e-?)?y", dates.year),
    (r"(?<!\w)to(?![.\w])|to(?=[.,])", dates.day_of_month),
    (r"V+", units.vague),
    (r"R", units.recurring),
)

_PATTERN = re.compile("|".join(f"({shape})" for shape, _ in _SHAPES))
_BUILDERS = tuple(builder for _, builder in _SHAPES)
assert _PATTERN.groups == len(_SHAPES)


def scan(lexed: Lexed) -> list[FoundTime]:
    """All time expressions of a lexed reading, in text order, without overlaps."""
    found: list[FoundTime] = []
    at = 0
    while match := _PATTERN.search(lexed.codes, at):
        start, end = match.span()
        built = _BUILDERS[match.lastindex - 1](lexed, start, end) if match.lastindex else []
        if built and _one_sentence(lexed, start, end):
            found.extend(built)
            at = max(end, built[-1].last)
        else:
            at = start + 1
    return found


def _one_sentence(lexed: Lexed, start: int, end: int) -> bool:
    reading = lexed.reading
    return reading.sentence_of(start) == reading.sentence_of(end - 1)
