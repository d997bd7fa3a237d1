"""Countries and well-known territories under the names, demonyms and seats by which news reports call them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from diurna.vocabulary._files import read_table, several
from diurna.vocabulary._text import NameIndex


@dataclass(frozen=True, slots=True)
class Country:
    """A country: ISO 3166-1 alpha-3 code (KOS for Kosovo), the press's usual name, and what else stands for it.

    `names` holds the usual name and its aliases, `demonyms` adjectives and nouns for its people, `metonyms` the
    seats (capital first) whose names stand for its government; a building such as the Kremlin is an organization.
    """

    iso3: str
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str | None
    metonyms: tuple[str, ...]


@cache
def countries() -> Mapping[str, Country]:
    """All countries and territories by ISO3 code."""
    found: dict[str, Country] = {}
    for iso3, name, aliases, demonyms, capital, seats in read_table("countries.tsv", 6):
        metonyms = (capital, *several(seats)) if capital else several(seats)
        found[iso3] = Country(
            iso3, name, (name, *several(aliases)), several(demonyms), capital or None, tuple(dict.fromkeys(metonyms))
        )
    return MappingProxyType(found)


@cache
def _by_name() -> NameIndex[Country]:
    return NameIndex((name, country) for country in countries().values() for name in country.names)


@cache
def _by_demonym() -> NameIndex[Country]:
    return NameIndex(((word, country) for country in countries().values() for word in country.demonyms), proper=True)


@cache
def _by_seat() -> NameIndex[Country]:
    return NameIndex(((seat, country) for country in countries().values() for seat in country.metonyms), proper=True)


def country_named(name: str) -> Country | None:
    """The country of a full name or alias ("the United States", "U.S.", "US" but not "us"), or None.

    A name that two countries share belongs to the one the international press means by it ("Congo": Kinshasa;
    "Georgia": Tbilisi); "Korea" alone belongs to neither.
    """
    return _by_name().find(name)


def country_of_demonym(word: str) -> Country | None:
    """The country of an adjective or a noun for its people ("Russian", "North Koreans", "Dutch"), or None.

    Demonyms are written with a capital: "polish" is none.
    """
    index = _by_demonym()
    return index.find(word) or (index.find(word[:-1]) if word.endswith("s") else None)


def country_of_capital(name: str) -> Country | None:
    """The country whose capital or seat of government this is ("Pyongyang", "Kiev", "the Hague"), or None."""
    return _by_seat().find(name)
