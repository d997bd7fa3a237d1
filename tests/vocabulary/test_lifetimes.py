"""From when and until when things are named."""

from __future__ import annotations

import datetime as dt

import pytest

from diurna.vocabulary._dates import first_day, last_day
from diurna.vocabulary.lifetimes import lifetimes


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("1998", dt.date(1998, 1, 1), dt.date(1998, 12, 31)),
        ("1998-02", dt.date(1998, 2, 1), dt.date(1998, 2, 28)),
        ("1998-12", dt.date(1998, 12, 1), dt.date(1998, 12, 31)),
        ("1998-02-03", dt.date(1998, 2, 3), dt.date(1998, 2, 3)),
    ],
)
def test_a_day_as_exact_as_it_is_written(written: str, first: dt.date, last: dt.date) -> None:
    assert (first_day(written), last_day(written)) == (first, last)


def test_what_has_begun_and_what_is_gone() -> None:
    assert lifetimes()["Brexit"].start == dt.date(2012, 6, 1)
    assert lifetimes()["Soviet Union"].end == dt.date(1991, 12, 26)
    assert all(one.start or one.end for one in lifetimes().values())
