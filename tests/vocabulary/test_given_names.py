"""Gender of given names and the order of family names."""

from __future__ import annotations

import pytest

from diurna.vocabulary._files import read_table
from diurna.vocabulary._text import normal
from diurna.vocabulary.names import family_name_first, gender_of


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Olga", "f"),
        ("José", "m"),
        ("jose", "m"),
        ("Jean-Luc", "m"),
        ("Anna Maria", "f"),
        ("Fatima", "f"),
        ("Oleksandr", "m"),
        ("Yuriko", "f"),
        ("Kim", None),
        ("Andrea", None),
        ("Zzyzx", None),
    ],
)
def test_gender_of_a_name(name: str, gender: str | None) -> None:
    assert gender_of(name) == gender


def test_every_name_has_one_gender() -> None:
    genders: dict[str, str] = {}
    for gender, _, names in read_table("given_names.tsv", 3):
        assert gender in ("m", "f")
        for name in names.split():
            assert genders.setdefault(normal(name), gender) == gender, name
    assert len(genders) > 1500


def test_family_name_first() -> None:
    assert [iso3 for iso3 in ("PRK", "CHN", "VNM", "JPN", "HUN", "USA") if family_name_first(iso3)] == [
        "PRK",
        "CHN",
        "VNM",
    ]
