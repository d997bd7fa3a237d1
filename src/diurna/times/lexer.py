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
from diurna.times.named_days import mark_named_days
from diurna.vocabulary.time_words import Value, time_words

OTHER = "."
_MARKS = {"-": "-", "–": "-", "—": "-", "--": "-", ",": ",", "'s": "s", "’s": "s", "'": "s", "’": "s"}
_NUMBERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("X", re.compile(r"['’]?(?:1[5-9]|20|\d)?\d0s")),
    ("o", re.compile(r"(?:[12]?\d|3[01])(?:st|nd|rd|th)", re.I)),
    ("c", re.compile(r"(?:[01]?\d|2[0-4])[:.][0-5]\d")),
    ("/", re.compile(r"\d{1,2}/\d{1,2}/(?:\d\d|\d{4})")),
    ("y", re.compile(r"(?:1[0-9]|20|21)\d\d")),
    ("d", re.compile(r"0?[1-9]|[12]\d|3[01]")),
    ("h", re.compile(r"['’]\d\d")),
    ("A", re.compile(r"[13]/[248]")),
    ("n", re.compile(r"\d+(?:[.,]\d+)*[½¼¾]?")),
)
_SPELLED_YEAR = re.compile(r"w-?w(?:-w|r?w)?(?!-?[wuU])")
_FISCAL = re.compile(r"fy['’]?(\d{4}|\d\d)")
_SHORT = frozenset(("sun", "sat", "mar", "mon", "wed", "may", "dec", "jan", "fri", "sep", "tue", "thu"))


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
        if code in _CHECKED and not _CHECKED[code](reading, i):
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
    if form[:1].isdigit() or (form[:1] in "'’" and form[1:2].isdigit()):
        return _number(form)
    lower = form.lower().removeprefix("mid-")
    if fiscal := _FISCAL.fullmatch(lower):
        return "y", int(fiscal[1]) if len(fiscal[1]) == 4 else 2000 + int(fiscal[1])
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
        return int(digits)
    return form


def _mark_spelled_years(codes: list[str], values: list[Value]) -> None:
    """Write a year over its words, as a broadcast says it: "nineteen ninety-six", "the year two thousand and eight"."""
    line = "".join(codes)
    if "w" not in line:
        return
    for match in _SPELLED_YEAR.finditer(line):
        numbers = [v for v in values[match.start() : match.end()] if isinstance(v, int)]
        year = _year_in_words(numbers)
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
        if reading.forms[i] in seconds and (i + 1 == len(codes) or codes[i + 1] not in "uUdwvS"):
            value = phrases.get(f"{reading.forms[i - 1].lower()} {reading.forms[i]}")
            if value is not None:
                codes[i - 1 : i + 1] = "VV"
                values[i - 1 : i + 1] = [value, value]


@cache
def _second_words() -> frozenset[str]:
    return frozenset(phrase.split()[1] for phrase in time_words().phrases)


# -- ambiguous words -----------------------------------------------------------------------------------------------


def _is_month(reading: Reading, i: int) -> bool:
    """Whether a month's name is a month here and not a person, a modal or a verb ("May", "March")."""
    if reading.upos[i] in ("AUX", "VERB"):
        return False
    name = reading.name_at(i)
    if (name is not None and name.label in ("PER", "ORG")) or _is_nickname(reading, i):
        return False
    before = reading.forms[i - 1].lower() if i else ""
    after = reading.forms[i + 1] if i + 1 < len(reading) else ""
    if before in time_words().person_titles:
        return False
    dated = before in time_words().before_month or before[:1].isdigit() or after[:1].isdigit()
    if not dated and (reading.forms[i] in _namesakes(reading) or _is_person(reading, i) or _is_walk(reading, i)):
        return False
    return _spelled_out(reading, i, after)


def _is_person(reading: Reading, i: int) -> bool:
    """Somebody called May or April does something or has it done: "will meet May next week"."""
    acts = reading.deprels[i].split(":")[0] in ("nsubj", "obj", "iobj", "flat") or reading.upos[i - 1] == "VERB"
    return acts and reading.forms[i].lower() in time_words().months_of_persons


def _is_walk(reading: Reading, i: int) -> bool:
    """A march that people walk: "the Long March", "the March of the Mothers", "joined the March"."""
    if reading.forms[i].lower() != "march":
        return False
    before = reading.forms[i - 1] if i else ""
    named = before[:1].isupper() or before in ("'s", "’s")
    after = reading.forms[i + 1].lower() if i + 1 < len(reading) else ""
    alone = i + 1 == len(reading) or reading.upos[i + 1] not in ("NOUN", "PROPN", "ADJ", "NUM")
    return after in time_words().ways or (alone and (named or before.lower() in ("the", "a")))


def _is_nickname(reading: Reading, i: int) -> bool:
    """The second half of a name: "Black September", "Bloody Sunday", "USA Today"."""
    before = reading.forms[i - 1] if i else ""
    if before.lower() in time_words().nicknames and before[:1].isupper():
        return True
    return reading.forms[i] == "Today" and before[:1].isupper() and reading.upos[i - 1] == "PROPN"


def _is_rate(reading: Reading, i: int) -> bool:
    """Whether "daily" is no part of a name ("the Daily Mail")."""
    after = reading.upos[i + 1] if i + 1 < len(reading) else ""
    return not (reading.forms[i].istitle() and (reading.name_at(i) is not None or after == "PROPN"))


def _namesakes(reading: Reading) -> frozenset[str]:
    """The words of the reading's personal names: "May" where a Minister May is in the text."""
    return frozenset(reading.forms[k] for n in reading.names if n.label == "PER" for k in range(n.start, n.end))


def _is_weekday(reading: Reading, i: int) -> bool:
    """Whether a weekday or "today" is no part of a name ("Black Friday", "The Sunday Times", "USA Today")."""
    name = reading.name_at(i)
    if _is_nickname(reading, i):
        return False
    if name is not None and name.label in ("PER", "ORG", "EVENT") and name.end - name.start > 1:
        return False
    return _spelled_out(reading, i, reading.forms[i + 1] if i + 1 < len(reading) else "")


def _spelled_out(reading: Reading, i: int, after: str) -> bool:
    """Short forms that are also words need a full stop, a number or a comma beside them."""
    form = reading.forms[i].lower()
    if form == "may" or form not in _SHORT:
        return True
    beside = reading.forms[i + 2].lower() if after in (",", ".") and i + 2 < len(reading) else after.lower()
    dated = beside[:1].isdigit() or _words().get(beside, (OTHER, None))[0] == "M"
    return dated or (i > 0 and reading.forms[i - 1][:1].isdigit())


def _is_season(reading: Reading, i: int) -> bool:
    return reading.upos[i] in ("NOUN", "PROPN", "")


def _is_unit(reading: Reading, i: int) -> bool:
    return reading.upos[i] not in ("VERB", "PROPN") or reading.name_at(i) is None


_CHECKED = {"M": _is_month, "D": _is_weekday, "S": _is_season, "u": _is_unit, "T": _is_weekday, "R": _is_rate}
