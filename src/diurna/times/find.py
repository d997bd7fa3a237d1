"""Find time expressions: one scan over the classes of the tokens, and named events that tell a time."""

from __future__ import annotations

from diurna.language.reading import Reading
from diurna.times.grammar import scan
from diurna.times.lexer import lex
from diurna.times.named_events import named_events
from diurna.times.values import FoundTime


def find_times(reading: Reading) -> tuple[FoundTime, ...]:
    """All time expressions of the reading in text order, with what their words mean on their own."""
    scanned, named = scan(lex(reading)), list(named_events(reading))
    if not named:
        return tuple(scanned)
    apart = [one for one in scanned if not any(one.first < event.last and event.first < one.last for event in named)]
    return tuple(sorted([*apart, *named], key=lambda found: found.start))
