"""Which country a place lies in."""

from __future__ import annotations

import pytest

from diurna.vocabulary._text import normal
from diurna.vocabulary.countries import countries
from diurna.vocabulary.places import place_country, places


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Vladivostok", "RUS"),
        ("Saint Petersburg", "RUS"),
        ("Davos", "CHE"),
        ("Camp David", "USA"),
        ("Panmunjom", "KOR"),
        ("Texas", "USA"),
        ("Kansas City", "USA"),
        ("Sao Paulo", "BRA"),
        ("the West Bank", "PSE"),
        ("Georgia", "GEO"),
        ("Russia", "RUS"),
        ("Cairo", "EGY"),
        ("northern Syria", "SYR"),
        ("the city of Mosul", "IRQ"),
        ("Diyala Province", "IRQ"),
        ("South Africa", "ZAF"),
        ("Springfield, Illinois", "USA"),
        ("nice", None),
        ("the city", None),
        ("Europe", None),
    ],
)
def test_country_of_a_place(name: str, expected: str | None) -> None:
    assert place_country(name) == expected


def test_no_place_stands_in_two_countries() -> None:
    owners: dict[str, str] = {}
    for place in places():
        assert place.country in countries()
        assert owners.setdefault(normal(place.name), place.country) == place.country, place.name
