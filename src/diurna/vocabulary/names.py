"""Customs of personal names: the gender that a given name tells, and where the family name stands."""

from __future__ import annotations

from functools import cache
from typing import Literal, cast

from diurna.vocabulary._files import read_table
from diurna.vocabulary._text import normal

Gender = Literal["m", "f"]

# English-language reports keep the family name first for people of these countries. Hungarian and Japanese names are
# turned round by most of the press, so they are not here.
_FAMILY_FIRST = frozenset({"CHN", "HKG", "KHM", "KOR", "MAC", "PRK", "SGP", "TWN", "VNM"})


@cache
def _genders() -> dict[str, str]:
    return {normal(name): gender for gender, _, names in read_table("given_names.tsv", 3) for name in names.split()}


def gender_of(given_name: str) -> Gender | None:
    """The gender that a given name tells by itself; None for names that tell none or are not known.

    A name of several parts is known by its whole or else by its first part ("Jean-Luc", "Anna Maria").
    """
    whole = normal(given_name).replace(" ", "-")
    return cast(Gender | None, _genders().get(whole) or _genders().get(whole.partition("-")[0]))


def family_name_first(country_iso3: str) -> bool:
    """Whether English-language reports write the family name first for people of this country."""
    return country_iso3 in _FAMILY_FIRST
