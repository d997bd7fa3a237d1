"""What an event is called, and which words tell one occasion from another."""

from __future__ import annotations

from diurna.claims.syntax import (
    is_noun,
    lower,
    modifiers,
    noun_phrase,
)
from diurna.claims.triggers import Trigger
from diurna.language.reading import Reading
from diurna.vocabulary.factuality import signatures


def event_name(reading: Reading, trigger: Trigger) -> str | None:
    """The proper name of a conference or summit whose noun ends it ("Eurasian Energy Forum"), or None."""
    return reading.span_text(*named_span(reading, trigger)) or None


def named_span(reading: Reading, trigger: Trigger) -> tuple[int, int]:
    """The half-open token span of the event's proper name; empty where it has none."""
    token = trigger.token
    named_kind = trigger.kind.frame == "hosted" or trigger.kind.name in ("summit", "agreement", "test")
    if not named_kind or not is_noun(reading, token) or not reading.forms[token][:1].isupper():
        return token, token
    name = reading.name_at(token)
    start = min([name.start if name else token, noun_phrase(reading, token)[0]])
    while start < token and not _nameable(reading, start):
        start += 1
    end = max(token + 1, name.end if name else 0)
    return (start, end) if end - start > 1 else (token, token)


def _nameable(reading: Reading, token: int) -> bool:
    form = reading.forms[token]
    return form[:1].isupper() and lower(reading, token) not in ("the", "a", "an", "this", "their", "his", "her")


def qualifiers(reading: Reading, token: int) -> tuple[str, ...]:
    """Words that tell one occasion from another: "state", "working", "second", "bilateral" (lower case)."""
    if not is_noun(reading, token):
        return ()
    words = [lower(reading, m) for m in modifiers(reading, token) if not reading.forms[m][:1].isupper()]
    return tuple(w for w in words if w not in signatures("adjectives") and w.isalpha())
