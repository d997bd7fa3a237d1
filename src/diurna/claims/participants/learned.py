"""The parties of an event that the language model sees, whatever the words that tie them to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from diurna.claims.participants.roles import Filling
from diurna.claims.triggers import Trigger
from diurna.language.reading import Reading
from diurna.model.nouns import Role

SURE = 0.6
"""How surely the language model must see the phrase in its role."""
_PARTIES = ("actor", "recipient", "other")


def learned_parties(reading: Reading, trigger: Trigger) -> Iterator[Filling]:
    """The heads of the phrases that are surely a party to the event."""
    event = reading.event_at(trigger.token)
    for part in event.parts if event is not None else ():
        if part.role in _PARTIES and part.score >= SURE:
            for token in reading.span_heads(part.start, part.end):
                yield token, cast(Role, part.role)
