"""Values of time expressions are checked against the calendar."""

from __future__ import annotations

import datetime as dt

import pytest

from diurna_corpus.times import objections

WEDNESDAY = dt.date(2021, 6, 9)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Tuesday", "2021-06-08"),
        ("next Friday", "2021-06-11"),
        ("yesterday", "2021-06-08"),
        ("this week", "2021-W23"),
        ("May 2020", "2020-05"),
        ("March 3", "2021-03-03"),
        ("Monday evening", "2021-06-07TEV"),
        ("10 a.m. on Friday", "2021-06-11T10:00"),
        ("two weeks", "P2W"),
        ("every year", "each P1Y"),
        ("recently", "PAST_REF"),
        ("the 1990s", "199X"),
    ],
)
def test_right_values_pass(words: str, value: str) -> None:
    assert list(objections(words, value, WEDNESDAY)) == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Tuesday", "2021-06-09"),
        ("next Friday", "2021-06-04"),
        ("last month", "2021-07"),
        ("yesterday", "2021-06-01"),
        ("this week", "2021-W24"),
        ("May 2020", "2021-05"),
        ("March 3", "2021-04-03"),
        ("soon", "some day"),
        ("two weeks", "2W"),
    ],
)
def test_wrong_values_are_named(words: str, value: str) -> None:
    assert list(objections(words, value, WEDNESDAY))
