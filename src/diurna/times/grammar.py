"""The shapes of time expressions, as regular expressions over the class letters of `times.lexer`.

Letters: M month, D weekday, S season, u/U unit (singular/plural), Z period, P part of day,
N tonight, T today/yesterday/tomorrow, w number word, o ordinal, d 1-31, y four digits, h '98, Y either of them, n other
number, A fraction, X decade, b BC, c clock time, p a.m./p.m., z time zone, V vague word or phrase, R rate, C named day,
k quarter/half, W weekend, t the, a a/an, i this, l last, L latest, x next, J ahead, K long, ~ monthlong, j that/same,
E earlier/later, e early/late/mid, F fiscal, g ago, f after/before, O of/in, q on, r to/until/through/and, G or/so,
B beginning/middle/end, Q every, H other, I once/twice/times, v few/several, m more/than/about, s possessive, - dash,
`,` comma, / slashed date.

Order decides between shapes that start at the same token: the more telling (longer) shape stands first.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from diurna.times.building import dates, days, lengths, named, periods, repeated, seasons, years
from diurna.times.lexer import Lexed
from diurna.times.values import FoundTime

Builder = Callable[[Lexed, int, int], list[FoundTime]]


def _hours(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "at 0830 hours" is a time of day, "for 1830 hours" a length."""
    return days.hours_of_clock(lexed, last - 2, last) or lengths.duration(lexed, first, last)


_ANY_YEAR = "(?:y_*|h)"
_COUNT = r"a?(?:[dn]A?|y|w(?:-?[wd])*)(?:[rG-][dnw](?:-?w)*)?(?:-?r-?a?-?k)?"
_NUMBER = rf"(?:a?vO?|ka|ak(?:Oa)?|{_COUNT}|a)m?"
_MOD = r"(?:mr|m{0,3})"
_OR_SO = r"(?:G[Gwd])?"
_DOW = r"(?:D,?)?"
_YEAR = r"(?:,?Y)?"
_CLOCK = r"(?:cp?U?|[dw]\.?p|[dw](?=OtP)|[nyd](?=z))(?:OtP)?z?"
_MONTH_DAY = rf"Mt?[do]{_YEAR}|t?[do]O?M{_YEAR}"
_FISCAL = r"(?:F-?)?"

_SHAPES: tuple[tuple[str, Builder], ...] = (
    # dates in figures, times before our era, ranges of days
    (r"y-d-d(?!-)", dates.iso_date),
    (r"/", dates.slashed_date),
    (r"[dny](?:-|r)[dny]b", years.years_before_christ),
    (r"(?:t?BOt?|te?-?|e-?)?(?:SO|M)?[dnyX]b|(?:t?BO)?t?e?o-?ub", years.before_christ),
    (rf"{_DOW}M[do][-rG][do](?![-uUwnkm]){_YEAR}", dates.day_range),
    (rf"t?[do][-rG]t?[do]O?M{_YEAR}", dates.day_range),
    # clock times and parts of dated days
    (rf"m?{_CLOCK},?q?(?:{_DOW}(?:{_MONTH_DAY})|D|T)", days.clock_time),
    (rf"m?{_CLOCK}", days.clock_time),
    (rf"(?:te-?|(?:e-?O?)?t)POt?(?:D,?)?(?:{_MONTH_DAY}|(?<!,)D|T)", days.part_of_day),
    # calendar dates and their parts
    (rf"(?:e-?|m)?i?[lx]?{_DOW}Mt?[do](?![-]?[uUwnk])(?:[,O]?Y|Ot?j{{1,2}}u)?", dates.calendar_date),
    (rf"{_DOW}t?[do]O?M{_YEAR}", dates.calendar_date),
    (r"t?[uW]Ot?M[do]", dates.week_of),
    (r"t?[ol]-?[uk]Ot?(?:e-?)?M(?:,?Y)?|t?[ol]uO(?:t?[ilx]?u(?!E|-)|Y)", dates.section),
    (r"(?:t?BO|e-?O?|m)?M(?:,|O)?Y", dates.calendar_date),
    (r"(?:t?BO|e-?O?)?MO?[lix]u", dates.calendar_date),
    (r"MOt?j{1,2}u", dates.calendar_date),
    (r"(?:t?BO|e-?O?)?(?:i?[lix]|t[lx])?M", dates.calendar_date),
    # weekdays, today and their parts
    (r"Dt?[do]", days.day_and_number),
    (r"DU", days.nights),
    (rf"(?:e-?)?P[qO]?(?:{_MONTH_DAY})", days.part_of_day),
    (r"(?:[cdw])(?:i|t?l|t?jj?)P", days.clock_of_part),
    (rf"eq(?:D|{_MONTH_DAY})", days.day_part),
    (r"(?:e-?|E)?(?:i?[lx]?|t[lx])DP(?:O?[lix]u)?", days.day_part),
    (r"(?:e-?|E)[lix]?D(?![-w])", days.day_part),
    (r"(?:i?[lx]?|t[lx])D(?:O?[lix]u)?", days.weekday),
    (r"e?-?Pq?[TD]", days.day_part),
    (r"[eE]?TP|[eE]T", days.day_part),
    (r"T", days.today),
    (r"N", days.day_part),
    (r"[eE]?(?:i|t?[lx]|t?j{1,2})P", days.day_part),
    # quarters, halves and seasons, centuries and decades
    (rf"[lix]us(?:e-?)?{_FISCAL}o-?k", seasons.part_of_year),
    (rf"t?{_FISCAL}Yo-?k", seasons.part_of_year),
    (rf"t?u-[Eg]{_FISCAL}o-?k", seasons.part_of_year),
    (rf"t?{_FISCAL}o-?k(?:(?:,|O)?{_FISCAL}Y|Ot?[lix]{_FISCAL}u)?(?!O)", seasons.part_of_year),
    (rf"t?[ol]-?kO(?:{_FISCAL}Y|t?[lix]{_FISCAL}u)", seasons.part_of_year),
    (r"t?[ol]kOt?(?:e-?)?X", years.decade),
    (rf"t?{_FISCAL}o-?k", seasons.part_of_year),
    (rf"t?[lix]{_FISCAL}k(?!O)", seasons.part_of_year),
    (r"(?:t?BOt?|te?-?|e-?O?)?SOt?[lix]u", seasons.part_of_year),
    (r"(?:t?BO|e-?O?)?(?:i?[ilx]|t[lx]|te?|t?jj?)S(?:O?Y)?", seasons.part_of_year),
    (r"(?:t?BO|e-?O?)?SO?Y|YS(?!O)|t?BOt?S", seasons.part_of_year),
    (r"(?<=O)e?-?S(?![-Ow])", seasons.part_of_year),
    (r"(?:e-?)?S", seasons.bare_season),
    (r"(?:t?BO)?t?(?:e-?)?o-?u", years.century),
    (r"(?:t?BO)?t?(?:e-?)?X|t(?:e-?)?ys", years.decade),
    # distances, units counted from now, lengths, sets
    (r"(?:tL?|a)?u-[Eg][ukZ]?|tL?[kZ](?:lu|au-?g)", periods.unit_before),
    (rf"{_MOD}(?:{_NUMBER})?-?[uU](?:rak)?{_OR_SO}-?g", lengths.offset),
    (rf"{_MOD}(?:{_NUMBER})?[uU](?:rak)?{_OR_SO}E", lengths.offset),
    (rf"(?:{_NUMBER})?[uU]VV", lengths.offset),
    (rf"{_NUMBER}[uU]f|tuf", lengths.offset_from_next),
    (rf"(?:QO)?{_MOD}t?[lxL](?:{_NUMBER})U{_OR_SO}|t[lx]U|t[lx]urak|t{_NUMBER}[lx]U", lengths.duration),
    (rf"(?:[eE]-?)?t?(?:i[lx]?|[lx]){_FISCAL}[uW](?:GG)?", periods.period),
    (r"t?[jL]ZO?Y", years.year),
    (r"E?(?:t|j){1,2}(?<=j)[ukZ]", periods.period),
    (r"tW", periods.period),
    (rf"t?BOt?[ilx]?{_FISCAL}[uk]|t?u-?s?B", periods.period),
    (rf"t{_FISCAL}Y{_FISCAL}[ukZ]", years.year),
    (rf"t?(?:L-?)?{_FISCAL}[uU]Y", years.year),
    (rf"(?:E|e)Otu|tL?{_FISCAL}(?:u|k|Z(?<=LZ))(?![-_]|BO)", periods.told_unit),
    (r"tUJ", lengths.duration),
    (r"t?BOY", years.year),
    (r"Y-[dn]", years.year_range),
    (r"QH[uUDPSM]|Q(?:[dwo])?[uUDPSMk]", repeated.recurring),
    (r"(?:I|[wd]I)au", repeated.times_a_unit),
    (rf"{_MOD}{_NUMBER}-[uU]Z?", lengths.duration),
    (r"m?[ny]U(?!rak|G)", _hours),
    (rf"(?:t?o(?={_NUMBER}U)|to|t)?{_MOD}{_NUMBER}(?:[uU]-?K|[uU](?:rak|GU|{_OR_SO}))(?!-[Eg])", lengths.duration),
    (r"[uU]-K", lengths.duration),
    (r"U", lengths.bare_units),
    # named days, bare years and words
    (r"(?:t?BO|e-?)?[lix]?C+(?:(?:,|O)?Y|P)?", named.named_day),
    (rf"(?:e-?O?|{_FISCAL})Y", years.year),
    (r"(?<!\w)to(?![.\w])|to(?=[.,])", dates.day_of_month),
    (r"(?:t(?=VV))?V+(?:rU)?", named.vague),
    (r"R", repeated.recurring),
    (r"~", lengths.length_word),
    (r"t?(?:e-?)?P", days.bare_part),
    (r"w", days.bare_hour),
)

_PATTERN = re.compile("|".join(f"({shape.replace('Y', _ANY_YEAR)})" for shape, _ in _SHAPES))
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
            at = built[-1].last
        else:
            at = start + 1
    return found


def _one_sentence(lexed: Lexed, start: int, end: int) -> bool:
    reading = lexed.reading
    return reading.sentence_of(start) == reading.sentence_of(end - 1)
