"""Units of the calendar counted from now or from what the text is about."""

from __future__ import annotations

from diurna.times.building.common import found, is_title, step_of
from diurna.times.lexer import Lexed
from diurna.times.meanings import FUTURE, IF_FUTURE, PAST, Duration, Offset, Period, Weekend
from diurna.times.quantities import iso_duration
from diurna.times.tense import direction
from diurna.times.values import FoundTime

DURING = frozenset(("in", "over", "during", "within", "throughout"))
NARRATIVE = frozenset(("following", "previous", "preceding", "prior", "subsequent", "ensuing"))
_ABOUT = frozenset(("for", "in", "during", "throughout", "within", "of"))
_LOOSE = frozenset(("past", "coming", "upcoming", "ensuing", "preceding"))
_PARTS = frozenset(
    ("months", "weeks", "days", "quarters", "half", "quarter", "rest", "course", "part", "remainder", "end")
)


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
    if unit in ("half", "millennium") or (unit in ("second", "minute", "hour") and "j" not in codes):
        return []
    if is_title(lexed, first, last):
        return []
    rolling = word in _LOOSE or (word == "last" and lexed.form(first - 1) in DURING)
    if ("t" in codes or "i" in codes) and rolling:
        return [found(lexed, first, last, Duration(iso_duration(1, unit), unit, 1.0, PAST if step == -1 else FUTURE))]
    narrative = "j" in codes or word in NARRATIVE or (step == 1 and "t" in codes)
    return [found(lexed, first, last, Period(unit, step or 0, narrative))]


def told_unit(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "for the quarter", "later in the year", "the fiscal year ended in June": the unit that the text is about."""
    codes, unit, behind = lexed.codes[first:last], _unit(lexed, last - 1), lexed.form(last)
    if unit == "hour" and lexed.form(first - 1) == "within":
        return [found(lexed, first, last, Duration(iso_duration(1, unit), unit, 1.0, IF_FUTURE))]
    if unit not in ("week", "fortnight", "month", "quarter", "year") or behind in ("of", "-", "when", "that"):
        return []
    before_end = lexed.form(first - 1) == "before" and behind in ("is", "was", "ends", "ended")
    if not _is_told(lexed, first, codes) and not before_end and behind not in ("'s", "’s"):
        return []
    if behind in ("ended", "ending", "since", "before", "after") and unit != "quarter":
        return [found(lexed, first, last, Duration(iso_duration(1, unit)))]
    ended = unit == "quarter" and (lexed.form(first + 1) == "latest" or direction(lexed.reading, first, last) == PAST)
    return [found(lexed, first, last, Period(unit, -1 if ended else 0))]


def _is_told(lexed: Lexed, first: int, codes: str) -> bool:
    """Whether "the year" is the one that the text is about and no year at large ("player of the year")."""
    before = lexed.form(first - 1)
    if before == "of":
        return lexed.form(first - 2) in _PARTS
    return before in _ABOUT or codes[0] != "t" or "L" in codes or "F" in codes


def unit_before(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "a year-earlier loss", "the year-ago quarter", "the quarter a year ago": one unit before what is reported on.

    A quarter that is compared with another one is the last that has ended.
    """
    at, codes = lexed.codes.index("u", first, last), lexed.codes[first:last]
    unit = str(lexed.values[at])
    if "k" in codes or "Z" in codes:
        first += codes[0] == "a"
        return [found(lexed, first, last, Period("quarter", -5 if unit == "year" else -2))]
    if codes[-1] in "Eg" and codes[0] != "t":
        return [found(lexed, at, last, Offset(unit, 1.0, PAST))]
    return [found(lexed, first, last, Period(unit, -1))]


def _unit(lexed: Lexed, at: int) -> str:
    """The unit's name; a period in a report of earnings is a quarter."""
    return "quarter" if lexed.codes[at] == "Z" else str(lexed.values[at] or lexed.form(at))
