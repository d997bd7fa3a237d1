"""Years, decades and centuries, our era's and those before it."""

from __future__ import annotations

from diurna.times.building.common import found, modifies_noun
from diurna.times.lexer import Lexed
from diurna.times.meanings import CalendarDate, Era
from diurna.times.values import FoundTime
from diurna.vocabulary.time_words import time_words

_CURRENCIES = frozenset(("$", "£", "€", "#", "s$", "us$"))


def year(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """A year, alone where the words around it allow one: "2019", "the year 2000", "fiscal 2025", "the 1988 period"."""
    at = next(i for i in range(first, last) if lexed.codes[i] in "yh")
    named = any(code in "tBFuUZ" for code in lexed.codes[first:last])
    if not named and not _is_year(lexed, first, at):
        return []
    return [found(lexed, first, last, CalendarDate(lexed.number("yh", at, last)))]


def _is_year(lexed: Lexed, first: int, at: int) -> bool:
    if _is_amount(lexed, first, at):
        return False
    if first < at or _spans_years(lexed, at):
        return True
    before, value = lexed.form(first - 1), lexed.number("y", at, at + 1) or 0
    if lexed.codes[at] == "h":
        return before in ("of", "in", "since")
    counted = _counts(lexed, at)
    if counted and (value % 10 == 0 or value < 1930) and before not in ("in", "the", "since"):
        return False  # "2000 rioters" is a count, "2017 levels" is not
    if not 1700 <= value <= 2060:
        return value >= 1000 and before in ("in", "since", "until", "before", "after")
    return before in time_words().year_before or value >= (1930 if counted else 1800)


def _is_amount(lexed: Lexed, first: int, at: int) -> bool:
    """ "$2000", "Resolution 2006", "a 2000-strong guard", "2000 troops", "2000 years", "2000 percent"."""
    words, reading, after = time_words(), lexed.reading, lexed.form(at + 1)
    if after in words.counted or _is_numbered(lexed, at) or lexed.form(first - 1) in _CURRENCIES:
        return True
    joined = at + 1 < len(reading) and int(reading.starts[at + 1]) == int(reading.ends[at])
    if after == "-" and joined and lexed.form(at + 2) in words.no_time_after:
        return True
    return lexed.codes[at + 1 : at + 2] in ("U", "u") or after in ("%", "percent", "per")


def _is_numbered(lexed: Lexed, at: int) -> bool:
    """ "Resolution 2006", "pages 1990-1995", "more than 2000" (but "no later than 2014")."""
    while at > 1 and lexed.codes[at - 1] in "-r," and lexed.codes[at - 2] in "nyd":
        at -= 2
    if lexed.form(at - 1) == "than":
        return lexed.form(at - 2) in ("more", "less", "fewer", "greater", "rather")
    return lexed.form(at - 1) in time_words().numbering


def _counts(lexed: Lexed, at: int) -> bool:
    """Whether a plural noun stands behind the number."""
    reading = lexed.reading
    return at + 1 < len(reading) and reading.upos[at + 1] == "NOUN" and reading.has(at + 1, "Number=Plur")


def _spans_years(lexed: Lexed, at: int) -> bool:
    """ "1537-1566": one of two years, the lower one first, that count nothing."""
    low = at - 2 if lexed.codes[max(at - 2, 0) : at] == "y-" else at
    if lexed.codes[low : low + 3] != "y-y" or _counts(lexed, low + 2):
        return False
    years = [lexed.number("y", i, i + 1) or 0 for i in (low, low + 2)]
    return 1000 <= years[0] < years[1] <= 2060 and any(year % 100 for year in years)


def year_range(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """Two years of one century: "1915-16"; any other number behind the hyphen leaves the year alone."""
    reading, low, high = lexed.reading, lexed.number("yh", first, last), _plain(lexed, last - 1)
    joined = int(reading.ends[last - 1]) - int(reading.starts[last - 2]) == 3
    if low is None or not joined or not low % 100 < high % 100 <= low % 100 + 40:
        return year(lexed, first, last - 2)
    end = CalendarDate(low - low % 100 + high % 100)
    return [found(lexed, first, last - 2, CalendarDate(low)), found(lexed, last - 1, last, end)]


def before_christ(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "480 BC", "the autumn of 481 BC", "the end of the 460s BC", "the 4th century BC"."""
    at = last - 2
    if lexed.codes[at] == "u":
        number = lexed.number("o", first, last) or 0
        return [found(lexed, first, last, Era(f"BC{number - 1:02d}"))] if lexed.values[at] == "century" else []
    year = f"{_plain(lexed, at):04d}"
    season, month = lexed.first("S", first, last), lexed.number("M", first, last)
    part = f"-{season}" if season else f"-{month:02d}" if month else ""
    return [found(lexed, first, last, Era(f"BC{year[:3] if lexed.codes[at] == 'X' else year + part}"))]


def years_before_christ(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "499-493 BC", "from 264 to 241 BC"."""
    low, high = _plain(lexed, first), _plain(lexed, last - 2)
    if low < high:
        return before_christ(lexed, last - 2, last)
    return [found(lexed, first, first + 1, Era(f"BC{low:04d}")), *before_christ(lexed, last - 2, last)]


def _plain(lexed: Lexed, at: int) -> int:
    return int("".join(c for c in lexed.form(at) if c.isdigit()) or 0)


def decade(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "the 1950s", "the early '90s", "the last half of the 1980s"; a spelled decade needs its article.

    "in his 30s" is an age.
    """
    if lexed.codes[last - 1] == "s":  # "the 1930's", but "the 2019's"
        value = lexed.number("y", first, last) or 0
        return [] if value % 10 else [found(lexed, first, last, Era(str(value // 10)))]
    value = lexed.number("X", first, last) or 0
    spelled = not lexed.reading.forms[last - 1].strip("'’")[:1].isdigit()
    before = next((i for i in range(first - 1, -1, -1) if lexed.codes[i] not in "e-"), -1)
    aged = lexed.form(before) in time_words().possessives and len(lexed.form(last - 1)) <= 4
    if aged or 99 < value < 1500 or (spelled and lexed.codes[first] != "t"):
        return []
    prefix = value // 10 if value > 99 else 190 + value // 10
    return [found(lexed, first, last, Era(str(prefix)))]


def century(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "the 19th century" is the one whose years begin with 18."""
    number = lexed.number("o", first, last) or 0
    if lexed.values[last - 1] != "century" or number < 2:
        return []
    if lexed.codes[first:last] == "to-u" and modifies_noun(lexed, last - 1):
        first += 1
    return [found(lexed, first, last, Era(str(number - 1).zfill(2)))]
