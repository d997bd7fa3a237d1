"""Who a token means as a party: named, described, listed or known by what is theirs."""

from __future__ import annotations

from collections.abc import Iterator

from diurna.claims.cast import Cast
from diurna.claims.cast.phrase import GROUPING
from diurna.claims.syntax import (
    conjuncts,
    dependents,
    first,
    is_noun,
    lemma,
    objects,
    obliques,
    preposition,
)
from diurna.claims.triggers import Trigger, is_a
from diurna.language.reading import Reading
from diurna.model import LocalEntity
from diurna.model.nouns import Role
from diurna.vocabulary.countries import country_of_demonym

DESCRIBED = "~"
"""What the key of an entity begins with that has no name, only a description ("two officials")."""


def members_named(reading: Reading, token: int) -> Iterator[int]:
    """People named as leading or forming a group: "a delegation led by X", "officials including X and Y"."""
    for clause in dependents(reading, token, "acl"):
        if lemma(reading, clause) in GROUPING:
            for introduced, noun in obliques(reading, clause):
                if introduced == "by":
                    yield noun
            yield from objects(reading, clause)
    for child in dependents(reading, token, "nmod", "obl"):
        if preposition(reading, child) == "including":
            yield from conjuncts(reading, child)
    yield from _listed(reading, token)


def _listed(reading: Reading, token: int) -> Iterator[int]:
    """The middle of a list, which a tree may take for an apposition: "an official, the envoy X, and her aide Y"."""
    last = max(dependents(reading, token, "conj"), default=None)
    if last is not None and first(reading, last, "cc") is not None:
        yield from (child for child in dependents(reading, token, "appos") if token < child < last)


def entities_at(reading: Reading, cast: Cast, token: int, trusted: bool = False) -> tuple[LocalEntity, ...]:
    """Who the token means: entities of the cast, or one that is only described; empty for what cannot act.

    What is `trusted` to be a party is taken for one that can act.
    """
    keys = cast.members(token) or _apposed(reading, cast, token)
    if keys:
        return tuple(cast.entity(key) for key in keys)
    if (nation := _nation(reading, cast, token)) is not None:
        return (nation,)
    earlier = cast.antecedent(token)
    said = token if earlier is None else earlier
    trusted = trusted and is_noun(reading, said) and not is_a(reading, cast, said, "quantity")
    if not (trusted or _actor_like(reading, cast, said)):
        return ()
    name = cast.mention_text(token)
    country = _country(reading, cast, said)
    return (LocalEntity(key=f"{DESCRIBED}{said}", type="organization", name=name, names=(name,), country=country),)


def _nation(reading: Reading, cast: Cast, token: int) -> LocalEntity | None:
    """The country that an adjective means before the word for what it does or has: "the Israeli attack"."""
    pair = " ".join(reading.forms[max(token - 1, 0) : token + 1])
    country = country_of_demonym(pair) or country_of_demonym(reading.forms[token])
    noun = int(reading.heads[token])
    if country is None or reading.upos[token] != "ADJ" or noun < 0 or is_a(reading, cast, noun, "actor"):
        return None
    named = next((entity for entity in cast.entities if entity.known == country.iso3), None)
    name, iso3 = country.name, country.iso3
    return named or LocalEntity(f"{DESCRIBED}{iso3}", "country", name, (name,), country=iso3, known=iso3)


def _apposed(reading: Reading, cast: Cast, token: int) -> tuple[str, ...]:
    """Who is named beside a description ("the lawyer, X", "the two leaders, X and Y")."""
    if reading.upos[token] == "PROPN":
        return ()
    return tuple(key for child in dependents(reading, token, "appos") for key in cast.members(child))


def owners(reading: Reading, cast: Cast, trigger: Trigger, token: int, role: Role) -> Iterator[LocalEntity]:
    """Whose thing it is that is acted on: "condemned X's test" is aimed at X, "tariffs on Chinese goods" at China."""
    if role != "recipient" or trigger.kind.frame != "directed":
        return
    if is_a(reading, cast, token, "undergone"):
        return
    for child in dependents(reading, token, "nmod:poss", "amod", "compound"):
        for item in (child, *dependents(reading, child, "conj")):
            key = cast.of(item)
            owner = cast.entity(key) if key is not None else _nation(reading, cast, item)
            if owner is not None and (reading.deprels[child] == "nmod:poss" or owner.type == "country"):
                yield owner


def _country(reading: Reading, cast: Cast, token: int) -> str | None:
    """The country of people who have no name: "Ugandan soldiers", "Uganda's troops" (ISO 3166-1 alpha-3)."""
    for child in dependents(reading, token, "amod", "compound", "nmod:poss"):
        found = country_of_demonym(reading.forms[child])
        if found is not None:
            return found.iso3
        key = cast.of(child)
        if key is not None and cast.entity(key).country is not None:
            return cast.entity(key).country
    return None


def _actor_like(reading: Reading, cast: Cast, token: int) -> bool:
    counted = [noun for prep, noun in obliques(reading, token) if prep == "of"]
    if counted and is_a(reading, cast, token, "quantity"):
        return any(_actor_like(reading, cast, noun) for noun in counted)
    return is_noun(reading, token) and (is_a(reading, cast, token, "actor") or is_a(reading, cast, token, "force"))
