"""Who speaks in each claim, as entities: so that "Otieno" here and "Daniel Otieno" there are one voice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from diurna.ledger.entities import EntityLinks
from diurna.ledger.names import folded, person_name
from diurna.ledger.said import Speaker, voice
from diurna.model import Claim, Entity, Extraction


def speakers(extractions: Iterable[Extraction], links: EntityLinks) -> dict[str, Speaker]:
    """Return the speaker of every claim, by claim id. A source that is no entity of its report keeps its own words."""
    entities = {entity.id: entity for entity in links.entities}
    found: dict[str, Speaker] = {}
    for extraction in extractions:
        named = _names(extraction, links, entities)
        found.update((claim.id, _speaker(claim, named)) for claim in extraction.claims)
    return found


def _names(x: Extraction, links: EntityLinks, entities: Mapping[str, Entity]) -> dict[str, Entity]:
    """The report's entities by every form of their names; a form that two share names neither."""
    found: dict[str, Entity] = {}
    shared: set[str] = set()
    for local in x.entities:
        entity = entities[links.of[x.report.id, local.key]]
        for form in {_form(name) for name in (local.name, *local.names)}:
            if form in found and found[form].id != entity.id:
                shared.add(form)
            found[form] = entity
    return {form: entity for form, entity in found.items() if form not in shared}


def _form(name: str) -> str:
    tokens = person_name(name).tokens
    return " ".join(tokens) if tokens else folded(name)


def _speaker(claim: Claim, named: Mapping[str, Entity]) -> Speaker:
    if not (claim.sources and claim.sources[-1]):
        return Speaker(voice(claim))
    found = [named.get(_form(name)) for name in claim.sources[-1]]
    if any(entity is None for entity in found):
        return Speaker(voice(claim))
    known = [entity for entity in found if entity is not None]
    sides = {entity.country for entity in known}
    return Speaker(" & ".join(sorted({entity.id for entity in known})), sides.pop() if len(sides) == 1 else None)
