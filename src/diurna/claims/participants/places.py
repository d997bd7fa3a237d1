"""Where an event is, from the phrases around its word."""

from __future__ import annotations

from collections.abc import Iterator

from diurna.claims.cast import Cast
from diurna.claims.participants.carrying import support
from diurna.claims.syntax import (
    dependents,
    is_verb,
    noun_phrase,
    objects,
    obliques,
)
from diurna.claims.triggers import Trigger
from diurna.language.reading import Reading
from diurna.model import Place

_PLACE_PREPOSITIONS = frozenset(
    {"in", "at", "to", "into", "near", "from", "outside", "inside", "across", "around", "for"}
)


def place_of(reading: Reading, cast: Cast, trigger: Trigger) -> Place | None:
    """The place that fits the event best among the phrases around its word, or None."""
    token = trigger.token
    around = [*obliques(reading, token), *(o for o in support(reading, token) if o[0] != "subject")]
    if is_verb(reading, token) and trigger.kind.frame == "visitor":
        around = [("to", o) for o in objects(reading, token)] + around
    best: tuple[int, Place] | None = None
    for introduced, noun in around:
        if introduced not in _PLACE_PREPOSITIONS or (introduced == "from" and trigger.kind.frame != "directed"):
            continue
        for place in _places_at(reading, cast, noun, introduced):
            rank = _rank(introduced, trigger)
            if best is None or rank > best[0]:
                best = (rank, place)
    return best[1] if best else None


def _rank(introduced: str, trigger: Trigger) -> int:
    if trigger.kind.frame == "visitor":
        return {"to": 3, "for": 2, "in": 2, "into": 2, "at": 1}.get(introduced, 0)
    return 4 if introduced in trigger.kind.to and introduced != "on" else {"in": 3, "at": 3, "to": 1}.get(introduced, 0)


def _places_at(reading: Reading, cast: Cast, noun: int, introduced: str) -> Iterator[Place]:
    key = cast.of(noun)
    entity = cast.entity(key) if key is not None else None
    if entity is not None and (entity.type in ("place", "country") or (introduced in ("at", "in") and entity.country)):
        if entity.type != "person":
            yield Place(name=entity.name, country=entity.country)
        return
    for child in dependents(reading, noun, "nmod:poss", "compound", "amod"):
        inner = cast.of(child)
        if inner is not None and cast.entity(inner).type in ("place", "country"):
            yield Place(name=reading.span_text(*noun_phrase(reading, noun)), country=cast.entity(inner).country)
            return
