"""Tokens to classes: one letter a token, so that time expressions can be found by regular expressions over letters.

The letters are those of `vocabulary/time_words.toml`, and for numbers and marks:
`y` a four-digit year or number, `_` a further token of a year in words, `d` a number from 1 to 31, `n` another
number, `A` a fraction, `o` also a digit ordinal (13th), `X` a decade (1990s, '90s), `h` a two-digit year ('98),
`c` a clock time, `/` a date with slashes, `-` a dash, `,` a comma, `s` a possessive, `C` a token of a named day,
`.` anything else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from diurna.language.reading import Reading
from diurna.times.ambiguous import CHECKS
from diurna.times.named_days import mark_named_days
from diurna.vocabulary.time_words import Value, time_words

OTHER = "."
_MARKS = {"-": "-", "–": "-", "—": "-", "--": "-", ",": ",", "'s": "s", "’s": "s", "'": "s", "’": "s"}
_NUMBERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("X", re.compile(r"['’]?(?:1[5-9]|20|\d)?\d0s")),
    ("o", re.compile(r"(?:[12]?\d|3[01])(?:st|nd|rd|th)", re.I)),
    ("c", re.compile(r"(?:[01]?\d|2[0-4])[:.][0-5]\d")),
    ("/", re.compile(r"\d{1,2}/\d{1,2}/(?:\d\d|\d{4})")),
    ("y", re.compile(r"(?:1[0-9]|20|21)\d\d|(?:19|20)\d\d/\d\d")),
    ("d", re.compile(r"0?[1-9]|[12]\d|3[01]")),
    ("h", re.compile(r"['’]\d\d")),
    ("A", re.compile(r"[13]/[248]")),
    ("n", re.compile(r"\d+(?:[.,]\d+)*[½¼¾]?")),
)
_SPELLED_YEAR = re.compile(r"w-?w(?:-w|r?w)?(?!-?[wuU])")
_PART_OF_YEAR = re.compile(r"q[1-4]|h[12]")
_FISCAL = re.compile(r"fy['’]?(\d{4}|\d\d)")


@dataclass(frozen=True, slots=True)
class Lexed:
    """The classes and values of a reading's tokens, position by position."""

    reading: Reading
    codes: str
    values: tuple[Value, ...]

    def first(self, letters: str, first: int, last: int) -> Value:
        """The value of the first token of one of the classes in `[first, last)`; None where there is none."""
        for i in range(first, last):
            if self.codes[i] in letters:
                return self.values[i]
        return None

    def number(self, letters: str, first: int, last: int) -> int | None:
        """Like `first`, for values that are numbers."""
        value = self.first(letters, first, last)
        return value if isinstance(value, int) else None

    def word(self, letters: str, first: int, last: int) -> str:
        """The lower-case form of the first token of one of the classes; empty where there is none."""
        for i in range(first, last):
            if self.codes[i] in letters:
                return self.reading.forms[i].lower()
        return ""

    def form(self, i: int) -> str:
        """The lower-case form of token `i`; empty outside the text."""
        return self.reading.forms[i].lower() if 0 <= i < len(self.codes) else ""


def lex(reading: Reading) -> Lexed:
    """Give every token of the reading its class and value."""
    found = [_classify(form) for form in reading.forms]
    for i, (code, _) in enumerate(found):
        if code in CHECKS and not CHECKS[code](reading, i):
            found[i] = (OTHER, None)
    codes = [code for code, _ in found]
    values = [value for _, value in found]
    mark_named_days(reading, codes, values)
    _mark_phrases(reading, codes, values)
    _mark_spelled_years(codes, values)
    _mark_described_units(reading, codes)
    return Lexed(reading, "".join(codes), tuple(values))


@lru_cache(maxsize=65536)
def _classify(form: str) -> tuple[str, Value]:
    if form in _MARKS:
        return _MARKS[form], None
    if form in time_words().dates:
        return "/", None
    if form[:1].isdigit() or (form[:1] in "'’" and form[1:2].isdigit()):
        return _number(form)
    lower = form.lower().removeprefix("mid-")
    if fiscal := _FISCAL.fullmatch(lower):
        return "y", int(fiscal[1]) if len(fiscal[1]) == 4 else 2000 + int(fiscal[1])
    if _PART_OF_YEAR.fullmatch(lower):
        return "S", form.upper()
    code, value = _words().get(lower, (OTHER, None))
    if _is_capital(code, value) and not form.removeprefix("mid-")[:1].isupper():
        return OTHER, None
    return code, value


def _is_capital(code: str, value: Value) -> bool:
    """Months and weekdays, one or many, are written with a capital."""
    return code in "MD" or (code == "R" and str(value)[:-1] == "XXXX-WXX-")


@cache
def _words() -> dict[str, tuple[str, Value]]:
    return time_words().classes


def _number(form: str) -> tuple[str, Value]:
    for code, pattern in _NUMBERS:
        if pattern.fullmatch(form):
            return code, _number_value(code, form)
    return OTHER, None


def _number_value(code: str, form: str) -> Value:
    digits = form.strip("'’")
    if code == "X":
        year = int(digits[:-1])
        return year if year > 99 else 1900 + year
    if code in "od":
        return int(re.match(r"\d+", digits)[0])  # type: ignore[index]
    if code == "h":
        return 1900 + int(digits) if int(digits) > 40 else 2000 + int(digits)
    if code == "y":
        return int(digits[:4])
    return form


def _mark_spelled_years(codes: list[str], values: list[Value]) -> None:
    """Write a year over its words, as a broadcast says it: "nineteen ninety-six", "the year two thousand and eight"."""
    line = "".join(codes)
    if "w" not in line:
        return
    for match in _SPELLED_YEAR.finditer(line):
        numbers = [v for v in values[match.start() : match.end()] if isinstance(v, int)]
        year = _year_in_words(numbers)
        if year == 2000 and (match.start() == 0 or codes[match.start() - 1] != "u"):
            continue  # "two thousand men"
        if year is not None:
            codes[match.start() : match.end()] = "y" + "_" * (len(match[0]) - 1)
            values[match.start()] = year


def _mark_described_units(reading: Reading, codes: list[str]) -> None:
    """Write class `m` over the adjective between a number and its unit: "two bloody weeks", "a full year"."""
    for i in range(1, len(codes) - 1):
        if codes[i] in ".L" and codes[i + 1] in "uU" and reading.upos[i] == "ADJ":
            whole = codes[i - 1] == "a" and reading.forms[i].lower() in ("full", "single", "whole", "entire")
            if whole or codes[i - 1] in "dnw" or (codes[i - 1] == "v" and codes[i + 1] == "U"):
                codes[i] = "m"


def _year_in_words(numbers: list[int]) -> int | None:
    first, rest = numbers[0], numbers[1:]
    if first == 2 and rest[:1] == [1000] and sum(rest[1:]) < 100:
        return 2000 + sum(rest[1:])
    if 15 <= first <= 20 and rest and rest[0] in (*range(10, 20), *range(20, 100, 10)):
        return first * 100 + sum(rest) if sum(rest) < 100 else None
    return None


def _mark_phrases(reading: Reading, codes: list[str], values: list[Value]) -> None:
    """Write class `V` over two-word phrases such as "the future", where no unit of time follows."""
    phrases, seconds = time_words().phrases, _second_words()
    for i in range(1, len(codes)):
        counted = i > 1 and codes[i - 2] in "dnw"  # "the three previous weeks"
        if reading.forms[i] in seconds and not counted and (i + 1 == len(codes) or codes[i + 1] not in "uUdnywvmS"):
            value = phrases.get(f"{reading.forms[i - 1].lower()} {reading.forms[i]}")
            if value is not None:
                codes[i - 1 : i + 1] = "VV"
                values[i - 1 : i + 1] = [value, value]


@cache
def _second_words() -> frozenset[str]:
    return frozenset(phrase.split()[1] for phrase in time_words().phrases)
