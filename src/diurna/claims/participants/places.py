"""Where an event is, from the phrases around its word."""

from __future__ import annotations

from collections.abc import Iterator

from diurna.claims.cast import Cast
from diurna.claims.participants.carrying import support
from diurna.claims.syntax import (
    dependents,
    is_verb,
    lemma,
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


_LEAVING = frozenset({"leave", "depart", "quit"})


def place_of(reading: Reading, cast: Cast, trigger: Trigger) -> Place | None:
    """The place that fits the event best among the phrases around its word, or None."""
    token = trigger.token
    around = [*obliques(reading, token), *(o for o in support(reading, token) if _lends_place(trigger, o[0]))]
    if is_verb(reading, token) and trigger.kind.frame == "visitor" and lemma(reading, token) not in _LEAVING:
        around = [("to", o) for o in objects(reading, token)] + around
    best: tuple[int, Place] | None = None
    for introduced, noun in around:
        if not _places(reading, cast, trigger, introduced, noun):
            continue
        for place in _places_at(reading, cast, noun, introduced):
            rank = _rank(introduced, trigger)
            if best is None or rank > best[0]:
                best = (rank, place)
    return best[1] if best else None


def _lends_place(trigger: Trigger, introduced: str) -> bool:
    """Whether a phrase of the verb that carries an event noun can say where the event is."""
    return introduced in ("in", "at", "near") or trigger.kind.frame == "visitor" or introduced in trigger.kind.to


def _places(reading: Reading, cast: Cast, trigger: Trigger, introduced: str, noun: int) -> bool:
    if introduced in ("on", "against"):
        key = cast.of(noun)
        return trigger.kind.type == "ASSAULT" and key is not None and cast.entity(key).type == "place"
    if introduced == "from":
        return trigger.kind.frame == "directed"
    return introduced in _PLACE_PREPOSITIONS and (introduced != "for" or trigger.kind.frame == "visitor")


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
