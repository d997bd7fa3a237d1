"""Find time expressions: one scan over the classes of the tokens."""

from __future__ import annotations

from diurna.language.reading import Reading
from diurna.times.grammar import scan
from diurna.times.lexer import lex
from diurna.times.values import FoundTime


def find_times(reading: Reading) -> tuple[FoundTime, ...]:
    """All time expressions of the reading in text order, with what their words mean on their own."""
    return tuple(scan(lex(reading)))
