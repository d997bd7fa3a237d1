"""Which country a well-known city, region, province, state or conference venue lies in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

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


# "northern Syria", "the city of Mosul", "Diyala province": words around a name that leave its country as it is.
_BEFORE = re.compile(
    r"^(the )?((north|south|east|west|central|upper|lower|inner|outer|greater|downtown|mainland|rural|coastal|occupied"
    r"|government-held|rebel-held|(north|south)-?(east|west))(ern)?[- ]?(central|most)? "
    r"|(city|town|village|province|region|port|port city|state|governorate|district|outskirts|island|capital) of )",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r" (city|province|region|oblast|krai|territory|state|county|governorate|prefecture|district|municipality|town"
    r"|village|islands?|peninsula|valley|airport|international airport|air base|airbase|port|harbou?r|area|suburbs?"
    r"|coast|border|metropolitan area|front|refugee camp|camp|township|division|department|canton|voivodeship)$",
    re.IGNORECASE,
)


@lru_cache(maxsize=32768)
def place_country(name: str) -> str | None:
    """The ISO3 code of the country that a place lies in (a country's own name gives itself), or None.

    Words around the name that do not change the country are allowed ("northern Syria", "Diyala province", "the city
    of Mosul", "Springfield, Illinois"). A name shared by several places gives the one that the world's press means
    without further words.
    """
    for form in (name, _AFTER.sub("", name), _BEFORE.sub("", name), _AFTER.sub("", _BEFORE.sub("", name))):
        found = _country_of(form)
        if found is not None:
            return found
    if "," in name:
        place, _, larger = name.rpartition(",")
        return place_country(larger.strip()) or place_country(place.strip())
    return None


def _country_of(name: str) -> str | None:
    if not capitalised(name):
        return None
    country = country_named(name)
    if country is not None:
        return country.iso3
    place = _by_name().find(name)
    if place is not None:
        return place.country
    capital = country_of_capital(name)
    return capital.iso3 if capital else None
