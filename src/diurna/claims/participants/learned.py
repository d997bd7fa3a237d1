"""The parties of an event that the language model sees, whatever the words that tie them to it."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import cast

from diurna.claims.cast.phrase import top_conjunct
from diurna.claims.participants.roles import Filling
from diurna.claims.triggers import Trigger
from diurna.language.reading import Reading
from diurna.model.nouns import Role

SURE = 0.6
"""How surely the language model must see the phrase in its role."""
_PARTIES = ("actor", "recipient", "other")


def learned_parties(reading: Reading, trigger: Trigger) -> Iterator[Filling]:
    """The heads of the phrases that are surely a party to the event, and stand in none that is."""
    event = reading.event_at(trigger.token)
    sure = [part for part in event.parts if part.role in _PARTIES and part.score >= SURE] if event else []
    heads = {token: cast(Role, part.role) for part in sure for token in reading.span_heads(part.start, part.end)}
    yield from ((token, role) for token, role in heads.items() if not _inside(reading, token, heads))


def _inside(reading: Reading, token: int, others: Container[int]) -> bool:
    """Whether the phrase only says more of another one of these: "Somalia" in "the ministers of Kenya and Somalia"."""
    first = top_conjunct(reading, token)
    return reading.deprels[first] == "nmod" and int(reading.heads[first]) in others
