"""Counting on the calendar."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diurna.times.arithmetic import (
    add_months,
    era,
    moved,
    nearest_weekday,
    part_length,
    part_of_year,
    part_starts,
    unit_at,
    week_value,
    year_of_day,
    year_of_month,
    year_of_month_near,
)
from diurna.times.meanings import FUTURE, PAST

days = st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2100, 12, 31))
weekdays = st.integers(0, 6)


@given(day=days, weekday=weekdays)
def test_the_nearest_weekday_is_that_weekday_less_than_a_week_away_on_its_side(day: dt.date, weekday: int) -> None:
    before, after = nearest_weekday(day, weekday, PAST), nearest_weekday(day, weekday, FUTURE)

    assert before.weekday() == after.weekday() == weekday
    assert 0 <= (day - before).days < 7
    assert 0 <= (after - day).days < 7


@given(day=days, unit=st.sampled_from(["day", "week", "month", "quarter", "year", "decade", "century"]))
def test_a_unit_holds_the_day_that_it_is_taken_at(day: dt.date, unit: str) -> None:
    _, edtf = unit_at(day, unit)

    assert edtf is not None
    assert edtf.earliest is not None
    assert edtf.latest is not None
    assert edtf.earliest <= day <= edtf.latest


@given(day=days, other=days, toward=st.sampled_from([PAST, FUTURE, None]))
def test_a_day_without_its_year_is_less_than_a_year_away(day: dt.date, other: dt.date, toward: int | None) -> None:
    month, number = other.month, min(other.day, 28)

    found = dt.date(year_of_day(day, month, number, toward), month, number)

    assert abs((found - day).days) <= 366


def test_weeks_follow_iso_8601_over_the_turn_of_the_year() -> None:
    assert week_value(dt.date(2024, 12, 30)) == "2025-W01"
    assert week_value(dt.date(2021, 1, 3)) == "2020-W53"


@given(day=days, months=st.integers(-600, 600))
def test_months_on_and_back_come_home_but_for_the_end_of_a_month(day: dt.date, months: int) -> None:
    there = add_months(day, months)

    assert (there.year - day.year) * 12 + there.month - day.month == months
    assert there.day == day.day or (there + dt.timedelta(days=1)).day == 1


@pytest.mark.parametrize(("unit", "count"), [("century", -30), ("year", 9000), ("week", 1e7), ("day", -1e6)])
def test_what_lies_past_the_calendar_is_refused(unit: str, count: float) -> None:
    with pytest.raises((ValueError, OverflowError)):
        moved(dt.date(2024, 5, 1), unit, count)


@given(day=days, month=st.integers(1, 12), toward=st.sampled_from([PAST, FUTURE, None]))
def test_only_the_next_month_is_taken_from_the_other_side(day: dt.date, month: int, toward: int | None) -> None:
    near, strict = year_of_month_near(day, month, toward), year_of_month(day, month, toward)

    assert near == strict or (near - day.year) * 12 + month - day.month == 1


@given(day=days, month=st.integers(1, 12))
def test_a_month_of_a_clause_that_looks_ahead_is_not_over(day: dt.date, month: int) -> None:
    assert (year_of_month_near(day, month, FUTURE), month) >= (day.year, day.month)


@pytest.mark.parametrize("code", ["SP", "SU", "FA", "WI", "Q1", "Q2", "Q3", "Q4", "H1", "H2"])
def test_a_part_of_the_year_has_the_months_that_its_edtf_has(code: str) -> None:
    _, edtf = part_of_year(code, 2023)

    assert edtf is not None
    assert edtf.earliest == dt.date(2023, part_starts(code), 1)
    assert edtf.latest == add_months(edtf.earliest, part_length(code)) - dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("prefix", "edtf"),
    [("198", "198X"), ("18", "1800-01-01/1899-12-31"), ("1", "1000-01-01/1999-12-31"), ("BC0480", None)],
)
def test_an_era_spans_what_its_prefix_leaves_open(prefix: str, edtf: str | None) -> None:
    value, found = era(prefix)

    assert value == prefix
    assert (found.text if found else None) == edtf


def test_a_part_of_a_year_before_our_era_has_no_edtf() -> None:
    assert part_of_year("SU", -480) == ("BC0480-SU", None)
