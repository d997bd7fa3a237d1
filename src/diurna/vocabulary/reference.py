"""Words by which a report refers to what it names elsewhere: descriptors, pairs, bodies, the calendar's capitals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

from diurna.vocabulary._files import read_toml

Gender = Literal["m", "f"]
Pair = Literal["persons", "countries", "any"]


@dataclass(frozen=True, slots=True)
class Descriptor:
    """What titles a noun such as "leader" or "diplomat" can stand for: title words, or ranks of `offices.Title`."""

    words: tuple[str, ...]
    ranks: frozenset[int]


@cache
def _data() -> dict[str, Any]:
    return read_toml("reference.toml")


@cache
def words(table: str, entry: str) -> frozenset[str]:
    """The words of one list of `reference.toml`, such as `words("pairs", "bare")`. Raises KeyError for no such list."""
    return frozenset(_data()[table][entry])


@cache
def descriptors() -> Mapping[str, Descriptor]:
    """The descriptors by noun, singular and lower case."""
    return MappingProxyType(
        {
            noun: Descriptor(tuple(entry["words"]), frozenset(entry["ranks"]))
            for noun, entry in _data()["descriptors"].items()
        }
    )


@cache
def human_nouns() -> frozenset[str]:
    """Nouns that can only mean a human being, singular and lower case."""
    return words("people", "f") | words("people", "m") | words("people", "any")


def noun_gender(noun: str) -> Gender | None:
    """The gender that a noun for a human being tells ("wife", "king"), or None."""
    if noun in words("people", "f"):
        return "f"
    return "m" if noun in words("people", "m") else None


def bodies_called(noun: str) -> tuple[str, ...]:
    """The ids of well-known organizations that "the `noun`" can mean, most usual first ("alliance": NATO)."""
    known: dict[str, list[str]] = _data()["organizations"]["known"]
    return tuple(known.get(noun, ()))


def body_seated_in(place: str) -> str | None:
    """The id of the organization for which the press uses this place's name ("Brussels": the European Union)."""
    seats: dict[str, str] = _data()["organizations"]["seats"]
    return seats.get(place)


def pair_kind(noun: str) -> Pair | None:
    """What the two parties are when the noun (singular) speaks of a pair: persons, countries, any; or None."""
    for kind in ("persons", "countries", "any"):
        if noun in words("pairs", kind):
            return kind
    return None
