"""Which entities a name may mean, best first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from diurna.ledger.names import PersonName, agree, folded, person_name, same_person
from diurna.model import Entity
from diurna.vocabulary.countries import country_named, country_of_demonym

_EXACT, _FULL, _PART, _SUBSET = range(4)
_FUZZY = 88.0


def find_entities(name: str, entities: Sequence[Entity], mentions: Mapping[str, int]) -> list[Entity]:
    """Return the entities that `name` may mean: exact names, full names in another spelling, surnames, parts of names.

    Near spellings (rapidfuzz, at least 88 of 100) only when nothing else is found. `mentions` (claims per entity)
    orders what is equally good.
    """
    wanted = folded(name)
    if not wanted:
        return []
    graded = [(grade, e) for e in entities if (grade := _grade(name, wanted, e)) is not None]
    if not graded:
        scored = [(max(fuzz.token_sort_ratio(wanted, folded(form)) for form in _forms(e)), e) for e in entities]
        graded = [(int(1000 - score), e) for score, e in scored if score >= _FUZZY]
    graded.sort(key=lambda g: (g[0], -mentions.get(g[1].id, 0), g[1].name, g[1].id))
    return [entity for _, entity in graded]


def _forms(entity: Entity) -> tuple[str, ...]:
    return (entity.name, *entity.names)


def _grade(name: str, wanted: str, entity: Entity) -> int | None:
    forms = {folded(form) for form in _forms(entity)}
    if wanted == folded(entity.name) or _names_country(name, entity):
        return _EXACT
    if entity.type == "person":
        return _grade_person(name, entity, wanted in forms)
    if wanted in forms:
        return _FULL
    words = set(wanted.split())
    return _SUBSET if any(words <= set(form.split()) for form in forms) else None


def _names_country(name: str, entity: Entity) -> bool:
    if entity.type != "country" or not entity.country:
        return False
    country = country_named(name) or country_of_demonym(name)
    return country is not None and country.iso3 == entity.country


def _grade_person(name: str, entity: Entity, is_form: bool) -> int | None:
    asked = person_name(name)
    known = [person_name(form) for form in _forms(entity)]
    if not asked.tokens:
        return _PART if is_form else None
    if any(asked.tokens == k.tokens and agree(asked, k) and not k.surname_only for k in known):
        return _EXACT
    if any(same_person(asked, k) for k in known):
        return _FULL
    if asked.surname_only or is_form:
        return _PART if is_form or any(_is_part(asked, k) for k in known) else None
    return None


def _is_part(asked: PersonName, full: PersonName) -> bool:
    n = len(asked.tokens)
    return asked.tokens in (full.tokens[-n:], full.tokens[:n]) and agree(asked, full)
