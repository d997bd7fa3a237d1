"""The parties and the place of one event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diurna.claims.cast import Cast
from diurna.claims.participants.entities import DESCRIBED, entities_at, members_named, owners
from diurna.claims.participants.learned import learned_parties
from diurna.claims.participants.naming import named_span
from diurna.claims.participants.nouns import around_noun, noun_parties
from diurna.claims.participants.places import place_of
from diurna.claims.participants.roles import Filling
from diurna.claims.participants.verbs import verb_parties
from diurna.claims.syntax import definite, is_verb
from diurna.claims.triggers import Trigger
from diurna.language.reading import Reading
from diurna.model import LocalEntity, Participant, Place


@dataclass(frozen=True, slots=True)
class Parties:
    """The participants of one event with the entities that are named only by a description, and the place."""

    participants: tuple[Participant, ...]
    described: tuple[LocalEntity, ...]
    place: Place | None

    @property
    def entities(self) -> frozenset[str]:
        """Local keys of all who take part."""
        return frozenset(p.entity for p in self.participants)


def parties(reading: Reading, cast: Cast, trigger: Trigger) -> Parties:
    """Return participants, described (unnamed) parties and place of the event that the trigger names."""
    fillings = list(_fillings(reading, cast, trigger))
    # "The visit" alone takes up what was told before, and its parties with it.
    seen = list(learned_parties(reading, trigger)) if fillings or not definite(reading, trigger.token) else []
    fillings += seen
    inside = named_span(reading, trigger)
    fillings = [(token, role) for token, role in fillings if not inside[0] <= token < inside[1]]
    fillings.extend((led, role) for token, role in tuple(fillings) for led in members_named(reading, token))
    found: dict[str, Participant] = {}
    described: dict[str, LocalEntity] = {}
    for token, role in fillings:
        trusted = (token, role) in seen
        for entity in entities_at(reading, cast, token, trusted) or owners(reading, cast, trigger, token, role):
            if entity.type == "place":
                continue
            found.setdefault(entity.key, Participant(entity=entity.key, name=entity.name, role=role))
            if entity.key.startswith(DESCRIBED):
                described[entity.key] = entity
    return Parties(tuple(found.values()), tuple(described.values()), place_of(reading, cast, trigger))


def _fillings(reading: Reading, cast: Cast, trigger: Trigger) -> Iterator[Filling]:
    if is_verb(reading, trigger.token):
        yield from verb_parties(reading, cast, trigger)
        for noun in trigger.absorbed:
            yield from around_noun(reading, cast, Trigger(noun, trigger.kind))
    else:
        yield from noun_parties(reading, cast, trigger)
