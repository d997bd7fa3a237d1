"""Countries by name, demonym and capital."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diurna.vocabulary._text import is_code, normal
from diurna.vocabulary.countries import Country, countries, country_named, country_of_capital, country_of_demonym


def iso3(country: Country | None) -> str | None:
    return country.iso3 if country else None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("the United States", "USA"),
        ("US", "USA"),
        ("U.S.", "USA"),
        ("us", None),
        ("states", None),
        ("Britain", "GBR"),
        ("Türkiye", "TUR"),
        ("Cote d’Ivoire", "CIV"),
        ("DPRK", "PRK"),
        ("the Netherlands", "NLD"),
        ("Congo", "COD"),
        ("Republic of Congo", "COG"),
        ("Georgia", "GEO"),
        ("Korea", None),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Dominica", "DMA"),
        ("Guinea-Bissau", "GNB"),
        ("Kosovo", "KOS"),
        ("Atlantis", None),
    ],
)
def test_countries_by_name(name: str, expected: str | None) -> None:
    assert iso3(country_named(name)) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Russian", "RUS"),
        ("North Koreans", "PRK"),
        ("Dutch", "NLD"),
        ("Emirati", "ARE"),
        ("Swiss", "CHE"),
        ("Nigerien", "NER"),
        ("Nigerians", "NGA"),
        ("Poles", "POL"),
        ("Polish", "POL"),
        ("polish", None),
        ("Korean", None),
    ],
)
def test_countries_by_demonym(word: str, expected: str | None) -> None:
    assert iso3(country_of_demonym(word)) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Pyongyang", "PRK"),
        ("Kiev", "UKR"),
        ("Mexico City", "MEX"),
        ("the Hague", "NLD"),
        ("Male", "MDV"),
        ("male", None),
    ],
)
def test_countries_by_capital(name: str, expected: str | None) -> None:
    assert iso3(country_of_capital(name)) == expected


@pytest.mark.parametrize("names", [lambda c: c.names, lambda c: c.demonyms, lambda c: c.metonyms])
def test_no_name_stands_for_two_countries(names: Callable[[Country], tuple[str, ...]]) -> None:
    owners: dict[str, str] = {}
    for country in countries().values():
        for name in names(country):
            assert owners.setdefault(name if is_code(name) else normal(name), country.iso3) == country.iso3, name


def test_all_members_of_the_united_nations_are_there_with_their_capital() -> None:
    # 193 members, the observers Palestine and the Holy See, and Kosovo and Taiwan.
    sovereign = [country for country in countries().values() if country.capital]
    assert len(sovereign) >= 197
    nameless = {country.iso3 for country in sovereign if not country.demonyms} - TERRITORIES
    assert nameless == {"DMA", "VAT"}  # "Dominican" is the Dominican Republic's


TERRITORIES = frozenset(
    "GRL FRO PRI GUM ASM MNP VIR VGB CYM TCA ABW CUW SXM FLK COK NIU NCL PYF GUF MTQ REU MYT".split()
)
