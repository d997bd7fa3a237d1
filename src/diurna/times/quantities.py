"""How many units: numbers in words and digits, and ISO 8601 durations."""

from __future__ import annotations

from diurna.times.lexer import Lexed

_LETTER = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "E",
    "century": "C",
}
_SPECIAL = {"half": 0.5, "couple": 2.0, "dozen": 12.0}
UNKNOWN = 0.0
"""An unspecified number ("several", "few", "months ago")."""


def count_of(lexed: Lexed, first: int, last: int) -> float:
    """The number that tokens `[first, last)` say; `UNKNOWN` for "a few", "several" or no number at all."""
    total = UNKNOWN
    for i in range(first, last):
        code, value, form = lexed.codes[i], lexed.values[i], lexed.form(i)
        if form in _SPECIAL:
            total = total + 0.5 if form == "half" else _SPECIAL[form]
        elif code in "dyw" and isinstance(value, int):
            total = total * 100 if value == 100 and total else total + value
        elif code == "n":
            total = _plain_number(str(value))
        elif code == "a" and last - first == 1:
            total = 1.0
    return total if total or not _only_article(lexed, first, last) else 1.0


def iso_duration(count: float, unit: str) -> str:
    """The ISO 8601 duration ("P6M", "PT2H"); an unknown number is written X, as in TimeML."""
    letter = _LETTER[unit]
    if unit == "fortnight":
        count *= 2
    number = "X" if count == UNKNOWN else str(int(count)) if count == int(count) else str(count)
    return f"PT{number}{letter[1]}" if letter.startswith("T") else f"P{number}{letter}"


def _only_article(lexed: Lexed, first: int, last: int) -> bool:
    return any(lexed.codes[i] == "a" for i in range(first, last)) and not any(
        lexed.codes[i] == "v" for i in range(first, last)
    )


def _plain_number(form: str) -> float:
    try:
        return float(form.replace(",", ""))
    except ValueError:
        return UNKNOWN
