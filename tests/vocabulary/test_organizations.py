"""Organizations by name, and the bodies that every country has."""

from __future__ import annotations

from collections import Counter

import pytest

from diurna.vocabulary._text import is_code, normal
from diurna.vocabulary.countries import countries
from diurna.vocabulary.organizations import government_body, organization_named, organizations


@pytest.mark.parametrize(
    ("name", "expected", "country", "sector", "metonym"),
    [
        ("the UN", "org:un", None, "IGO", False),
        ("Nato", "org:nato", None, "IGO", False),
        ("the Kremlin", "org:kremlin", "RUS", "GOV", True),
        ("Number 10", "org:downing-street", "GBR", "GOV", True),
        ("Élysée Palace", "org:elysee", "FRA", "GOV", True),
        ("State Department", "org:us-state", "USA", "GOV", False),
        ("dpa", "org:dpa", "DEU", "JRN", False),
        ("Yonhap News Agency", "org:yonhap", "KOR", "JRN", False),
        ("al-Qaida", "org:al-qaeda", None, "IMG", False),
        ("Hizbullah", "org:hezbollah", "LBN", "REB", False),
        ("Bundestag", "org:bundestag", "DEU", "LEG", False),
    ],
)
def test_well_known_organizations(name: str, expected: str, country: str | None, sector: str, metonym: bool) -> None:
    found = organization_named(name)
    assert found is not None
    assert (found.id, found.country, found.sector, found.metonym) == (expected, country, sector, metonym)


@pytest.mark.parametrize("name", ["who", "nation", "the star", "time", "Foreign Ministry", "parliament", "is"])
def test_common_words_and_bodies_without_a_country_are_no_organizations(name: str) -> None:
    assert organization_named(name) is None


@pytest.mark.parametrize(
    ("names", "country", "sector"),
    [
        (
            ("the Polish Foreign Ministry", "Poland's Ministry of Foreign Affairs", "Foreign Ministry of Poland"),
            "POL",
            "GOV",
        ),
        (("Ministry of Defence of Ukraine", "Ukrainian Defense Ministry", "Kyiv's Defense Ministry"), "UKR", "MIL"),
        (("Japan's parliament", "National Diet", "Japanese parliament"), "JPN", "LEG"),
        (("French Foreign Ministry", "Quai d'Orsay"), "FRA", "GOV"),
        (("Department of Defense", "the Pentagon", "US Department of Defense"), "USA", "MIL"),
        (("Chilean government", "the government of Chile"), "CHL", "GOV"),
    ],
)
def test_all_names_of_a_national_body_are_one_organization(names: tuple[str, ...], country: str, sector: str) -> None:
    found = [organization_named(name) for name in names]
    assert len({body.id for body in found if body}) == 1
    assert [(body.country, body.sector) for body in found if body] == [(country, sector)] * len(names)


def test_a_body_of_a_country_that_the_context_tells() -> None:
    assert government_body("Foreign Ministry", "POL") == organization_named("Polish Foreign Ministry")
    assert government_body("windmill", "POL") is None


def test_the_table_is_sound() -> None:
    table = organizations()
    assert max(Counter(body.id for body in table).values()) == 1
    assert {body.country for body in table if body.country} <= set(countries())
    owners: dict[str, str] = {}
    for body in table:
        for name in body.names:
            article = name.startswith("The ") and name.count(" ") == 1
            assert owners.setdefault(name if is_code(name) or article else normal(name), body.id) == body.id, name
