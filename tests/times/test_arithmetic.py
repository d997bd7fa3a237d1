"""Counting on the calendar."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from diurna.times.arithmetic import nearest_weekday, unit_at, week_value, year_of_day
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
