"""EDTF values are moved as they are written, or else by their days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diurna.model import Edtf
from diurna.model.edtf import Unit
from model.edtf.values import DAYS, VALUES


@given(VALUES, st.integers(-400, 400), st.sampled_from(["day", "week"]))
def test_days_and_weeks_move_the_bounds_and_come_back(value: Edtf, count: int, unit: Unit) -> None:
    by = timedelta(days=count * (7 if unit == "week" else 1))
    there = value.shift(count, unit)
    for moved, end in ((there.earliest, value.earliest), (there.latest, value.latest)):
        assert moved == (end and end + by)
    back = there.shift(-count, unit)
    assert (back.earliest, back.latest) == (value.earliest, value.latest)


@given(VALUES, st.integers(-120, 120))
def test_a_year_is_twelve_months(value: Edtf, count: int) -> None:
    years, months = value.shift(count, "year"), value.shift(12 * count, "month")
    assert (years.days is None) == (months.days is None) == (value.days is None)
    if value.precision in ("day", "month", "year") and not value.text.endswith(("~", "%")):
        assert (years.earliest, years.latest) == (months.earliest, months.latest)


@given(st.lists(DAYS, min_size=2, max_size=2).map(sorted), st.integers(-40, 40), st.sampled_from(["month", "year"]))
def test_moved_days_keep_their_order(days: list[date], count: int, unit: Unit) -> None:
    first, second = (Edtf.day(day).shift(count, unit).earliest for day in days)
    assert first is not None
    assert second is not None
    assert first <= second


@pytest.mark.parametrize(
    ("text", "count", "unit", "moved"),
    [
        ("2031-03-05", 3, "week", "2031-03-26"),
        ("2031-01-31", 1, "month", "2031-02-28"),
        ("2032-01-31", 1, "month", "2032-02-29"),
        ("2031-03-31", -1, "month", "2031-02-28"),
        ("2032-02-29", 1, "year", "2033-02-28"),
        ("2031-11-30", 3, "month", "2032-02-29"),
        ("2031-03-05T10:00:00Z", -5, "day", "2031-02-28T10:00:00Z"),
        ("2031-03~", 10, "month", "2032-01~"),
        ("2031-03~", -1, "year", "2030-03~"),
        ("2031-24", 1, "year", "2032-24"),
        ("2031-24", 1, "month", "2032-01-01/2032-03-31"),
        ("2031", -1, "month", "2030-12-01/2031-11-30"),
        ("2031-04", 1, "day", "2031-04-02/2031-05-01"),
        ("2031-XX", 1, "year", "2032-XX"),
        ("203X", 10, "year", "2040-01-01/2049-12-31"),
        ("2031-W10", 1, "week", "2031-03-10/2031-03-16"),
        ("2031-03/2031-05-31", 1, "month", "2031-04/2031-06-30"),
        ("../2031-05-31", 1, "month", "../2031-06-30"),
        ("2031-03-05/", 1, "day", "2031-03-06/"),
        ("[2031-01..2031-03]", 1, "year", "[2032-01..2032-03]"),
        ("[2031..]", 1, "month", "[2031-02-01..]"),
        ("../..", 1, "year", "../.."),
    ],
)
def test_a_value_is_moved_as_written_or_else_by_its_days(text: str, count: int, unit: Unit, moved: str) -> None:
    assert Edtf.parse(text).shift(count, unit) == Edtf.parse(moved)


@pytest.mark.parametrize(
    ("text", "count", "unit"), [("9999-12-31", 1, "day"), ("0001", -1, "year"), ("203X", -2100, "year")]
)
def test_beyond_the_calendar_nothing_is_moved(text: str, count: int, unit: Unit) -> None:
    with pytest.raises(ValueError, match="beyond the years 1 and 9999"):
        Edtf.parse(text).shift(count, unit)
