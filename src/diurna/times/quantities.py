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
    "millennium": "L",
}
_SMALLER = {"minute": ("second", 60), "hour": ("minute", 60), "day": ("hour", 24), "year": ("month", 12)}
_SPECIAL = {"half": 0.5, "quarter": 0.25, "couple": 2.0, "dozen": 12.0}
_YEARS = {"decade": 10, "century": 100, "millennium": 1000}
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
UNKNOWN = 0.0
"""An unspecified number ("several", "few", "months ago")."""


def count_of(lexed: Lexed, first: int, last: int) -> float:
    """The number that tokens `[first, last)` say; `UNKNOWN` for "a few", "several" or no number at all."""
    total = UNKNOWN
    for i in range(first, last):
        code, value, form = lexed.codes[i], lexed.values[i], lexed.form(i)
        if total and _is_range(lexed, i, last):
            break  # "two to three weeks": the least
        if form in _SPECIAL:
            total = total + _SPECIAL[form] if _SPECIAL[form] < 1 else _SPECIAL[form]
        elif code in "dyw" and isinstance(value, int):
            total = total * value if value >= 100 and total else total + value
        elif code == "n":
            total = _plain_number(str(value))
        elif code == "A":
            total += int(form[0]) / int(form[-1])
        elif code == "a" and last - first == 1:
            total = 1.0
    return total if total or not _only_article(lexed, first, last) else 1.0


def iso_duration(count: float, unit: str) -> str:
    """The ISO 8601 duration ("P6M", "PT2H"); an unknown number is written X, as in TimeML."""
    count, unit = in_years(count, unit)
    letter = _LETTER[unit]
    if unit == "fortnight":
        count *= 2
    if count != int(count) and unit in _SMALLER:
        return _in_two_units(count, unit)
    number = "X" if count == UNKNOWN else str(int(count)) if count == int(count) else str(count)
    return f"PT{number}{letter[1]}" if letter.startswith("T") else f"P{number}{letter}"


def in_years(count: float, unit: str) -> tuple[float, str]:
    """Half a century is fifty years; whole decades and centuries stay what they are."""
    return (count * _YEARS[unit], "year") if unit in _YEARS and count != int(count) else (count, unit)


def _in_two_units(count: float, unit: str) -> str:
    """ "P2Y6M" for two and a half years."""
    smaller, times = _SMALLER[unit]
    whole, rest = int(count), round((count - int(count)) * times)
    first = iso_duration(whole, unit) if whole else ""
    second = iso_duration(rest, smaller)
    return first + second.removeprefix("PT" if "T" in first else "P") if first else second


def _is_range(lexed: Lexed, i: int, last: int) -> bool:
    """Whether a second number begins here: "two to three", "two or three", "3-4"."""
    both = lexed.codes[i - 1] in "dn" and i + 1 < last and lexed.codes[i + 1] in "dn"
    return lexed.form(i) in ("to", "or") or (lexed.codes[i] == "-" and both)


def _only_article(lexed: Lexed, first: int, last: int) -> bool:
    return any(lexed.codes[i] == "a" for i in range(first, last)) and not any(
        lexed.codes[i] == "v" for i in range(first, last)
    )


def _plain_number(form: str) -> float:
    part = _FRACTIONS.get(form[-1:], 0.0)
    try:
        return float(form.rstrip("½¼¾").replace(",", "")) + part
    except ValueError:
        return UNKNOWN
