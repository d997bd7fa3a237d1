"""Which country a well-known city, region, province, state or conference venue lies in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from diurna.vocabulary._files import read_table
from diurna.vocabulary._text import NameIndex, capitalised
from diurna.vocabulary.countries import country_named, country_of_capital


@dataclass(frozen=True, slots=True)
class City:
    """A place below the level of countries, and the ISO3 code of the country it lies in."""

    name: str
    country: str


@cache
def places() -> tuple[City, ...]:
    """All places of the vocabulary, in the order of its file."""
    return tuple(
        City(name, iso3) for iso3, _, names in read_table("places.tsv", 3) for name in names.split("|") if name
    )


@cache
def _by_name() -> NameIndex[City]:
    return NameIndex(((place.name, place) for place in places()), proper=True)


def place_country(name: str) -> str | None:
    """The ISO3 code of the country that a place lies in (a country's own name gives itself), or None.

    A name shared by several places gives the one that the world's press means without further words.
    """
    if not capitalised(name):
        return None
    country = country_named(name)
    place = None if country else _by_name().find(name)
    if country is None and place is None:
        country = country_of_capital(name)
    if country is None and place is None and "," in name:  # "Springfield, Illinois": the last part is the larger place
        return place_country(name.rpartition(",")[2].strip())
    return country.iso3 if country else place.country if place else None
