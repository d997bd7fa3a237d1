"""What comes back: every week, on Mondays, twice a year."""

from __future__ import annotations

from diurna.times.building.common import found
from diurna.times.lexer import Lexed
from diurna.times.meanings import Recurring
from diurna.times.quantities import count_of, iso_duration
from diurna.times.values import FoundTime


def recurring(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "every year", "every other week", "Mondays", "daily"."""
    value = _repeated(lexed, first, last)
    return [found(lexed, first, last, Recurring(value))] if value else []


def _repeated(lexed: Lexed, first: int, last: int) -> str:
    code, value = lexed.codes[last - 1], lexed.values[last - 1]
    if code in "uUk":
        unit = str(value or lexed.form(last - 1))
        return iso_duration(_every(lexed, first, last), unit) if unit != "half" else ""
    if code == "D":
        return f"XXXX-WXX-{int(value or 0) + 1}"
    if code == "M":
        return f"XXXX-{int(value or 0):02d}"
    return {"R": str(value), "P": f"XXXX-XX-XXT{value}"}.get(code, f"XXXX-{value}")


def _every(lexed: Lexed, first: int, last: int) -> float:
    """How many units apart: two for "every other" and "every second", ten for "every ten"."""
    if lexed.codes[first + 1] == "H":
        return 2
    return lexed.number("o", first, last) or count_of(lexed, first + 1, last - 1) or 1


def times_a_unit(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "twice a year", "three times a week"."""
    if lexed.form(first) == "times":
        return []
    return [found(lexed, first, last, Recurring(iso_duration(1, str(lexed.values[last - 1]))))]
