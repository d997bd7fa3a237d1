"""Tenures of office, against dates that are beyond doubt."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from diurna.vocabulary._files import read_table
from diurna.vocabulary.countries import countries
from diurna.vocabulary.incumbents import tenures

PAST = {"SUN", "YUG", "ZAR"}
"""States that the vocabulary of countries no longer has."""


def held(title: str, country: str, day: str) -> list[str]:
    when = dt.date.fromisoformat(day)
    return [
        one.name
        for one in tenures()
        if one.country == country and title in one.titles and one.start <= when <= (one.end or dt.date.max)
    ]


@pytest.mark.parametrize(
    ("title", "country", "day", "name"),
    [
        ("President", "USA", "1999-07-01", "Bill Clinton"),
        ("President", "USA", "2018-07-01", "Donald Trump"),
        ("Prime Minister", "GBR", "2022-09-20", "Liz Truss"),
        ("Foreign Minister", "RUS", "2010-07-01", "Sergey Lavrov"),
        ("Prime Minister", "RUS", "2010-07-01", "Vladimir Putin"),
        ("Chancellor", "DEU", "2015-07-01", "Angela Merkel"),
        ("UN Secretary General", "", "2003-07-01", "Kofi Annan"),
    ],
)
def test_who_held_an_office(title: str, country: str, day: str, name: str) -> None:
    assert held(title, country, day) == [name]


def test_an_office_can_be_vacant() -> None:
    assert held("House Speaker", "USA", "2023-10-10") == []


def test_short_names_follow_the_order_of_names() -> None:
    shorts = {one.name: one.short_names for one in tenures()}
    assert "Xi" in shorts["Xi Jinping"]
    assert "Lam" in shorts["Carrie Lam"]
    assert shorts["Angela Merkel"] == {"Merkel"}


def test_holders_of_one_office_follow_each_other() -> None:
    for country, titles, cell in read_table("incumbents.tsv", 3):
        starts = [holder.split(" ", 1)[0] for holder in cell.split("; ")]
        assert all(a[:7] <= b[:7] for a, b in pairwise(starts)), (country, titles)
        assert not country or country in countries() or country in PAST, country


def test_every_tenure_ends_after_it_begins() -> None:
    assert all(one.end is None or one.start <= one.end for one in tenures())
