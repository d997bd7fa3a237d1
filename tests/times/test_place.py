"""Where any meaning lies on the calendar, seen from any day: sides, shifts, and the same days in both notations."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diurna.language.reading import Reading
from diurna.model import Edtf, Published
from diurna.times import TimeExpression, resolve_times
from diurna.times.meanings import (
    FUTURE,
    IF_FUTURE,
    PAST,
    At,
    CalendarDate,
    Duration,
    Era,
    Meaning,
    NamedDay,
    Offset,
    PartOfYear,
    Period,
    Weekday,
    Weekend,
    WeekOf,
)
from diurna.times.values import FoundTime

_PAST = Reading.from_conllu(
    "1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n"
    "2\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_\n"
    "3\tthen\tthen\tADV\tRB\t_\t2\tadvmod\t_\t_\n"
)
_FUTURE = Reading.from_conllu(
    "1\tThey\tthey\tPRON\tPRP\t_\t3\tnsubj\t_\t_\n"
    "2\twill\twill\tAUX\tMD\t_\t3\taux\t_\t_\n"
    "3\tmeet\tmeet\tVERB\tVB\t_\t0\troot\t_\t_\n"
    "4\tthen\tthen\tADV\tRB\t_\t3\tadvmod\t_\t_\n"
)

_PAST_NOUN = Reading.from_conllu(
    "1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n"
    "2\tnamed\tname\tVERB\tVBD\t_\t0\troot\t_\t_\n"
    "3\tcuts\tcut\tNOUN\tNNS\t_\t2\tobj\t_\t_\n"
    "4\tthen\tthen\tADV\tRB\t_\t3\tnmod\t_\t_\n"
)

_UNITS = ["second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade", "century"]
_CODES = ["SP", "SU", "FA", "WI", "Q1", "Q2", "Q3", "Q4", "H1", "H2"]
_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7}

_days = st.dates(dt.date(1990, 1, 1), dt.date(2035, 12, 31))
_clauses = st.sampled_from([_PAST, _PAST_NOUN, _FUTURE])
_maybe_side = st.sampled_from([None, PAST, FUTURE])
_maybe_shift = st.none() | st.integers(-1, 1)
_maybe_year = st.none() | st.integers(1000, 2060)
_dates = st.builds(
    CalendarDate,
    _maybe_year,
    st.none() | st.integers(1, 12),
    st.none() | st.integers(1, 31),
    st.none() | st.integers(0, 6),
    _maybe_shift,
    _maybe_side,
)
_simple: st.SearchStrategy[Meaning] = st.one_of(
    _dates,
    st.builds(Weekday, st.integers(0, 6), _maybe_side, _maybe_shift),
    st.builds(Period, st.sampled_from(_UNITS), st.integers(-1, 1), st.booleans()),
    st.builds(
        Offset,
        st.sampled_from(_UNITS),
        st.sampled_from([0.0, 0.5, 1.0, 2.0, 30.0, 5000.0]),
        st.sampled_from([PAST, FUTURE]),
        st.sampled_from(["speech", "narrative", "next"]),
    ),
    st.builds(PartOfYear, st.sampled_from(_CODES), _maybe_year, _maybe_shift, _maybe_side),
    st.builds(Weekend, _maybe_shift),
    st.builds(WeekOf, _dates),
    st.builds(Era, st.sampled_from(["19", "195", "20", "BC0480", "BC03"])),
    st.builds(NamedDay, st.sampled_from(["Easter", "Christmas", "Nowhere Day"]), st.none(), _maybe_year, _maybe_shift),
    st.builds(
        Duration,
        st.just("P3D"),
        st.sampled_from(_UNITS),
        st.sampled_from([0.0, 1.0, 3.0]),
        st.sampled_from([None, PAST, FUTURE, IF_FUTURE]),
    ),
)
_meanings = _simple | st.builds(At, st.sampled_from(["MO", "10:30"]), st.none() | _simple)


def _resolved(meaning: Meaning, clause: Reading, day: dt.date | None, modifier: str | None = None) -> TimeExpression:
    """The last word of the clause as an expression with that meaning, in a report of that day."""
    at = len(clause) - 1
    start, end = int(clause.starts[at]), int(clause.ends[at])
    found = FoundTime(start, end, clause.text[start:end], at, at + 1, meaning, modifier)
    published = Published(edtf=Edtf.day(day) if day is not None else None)
    return resolve_times(clause, [found], published)[0]


@given(meaning=_meanings, clause=_clauses, day=st.none() | _days, modifier=st.sampled_from([None, "START", "APPROX"]))
def test_any_meaning_seen_from_any_day_has_an_answer(
    meaning: Meaning, clause: Reading, day: dt.date | None, modifier: str | None
) -> None:
    found = _resolved(meaning, clause, day, modifier)

    assert found.edtf is None or Edtf.parse(found.edtf.text) == found.edtf
    assert found.reasons or found.type == "DURATION"


@given(weekday=st.integers(0, 6), day=_days)
def test_a_weekday_lies_on_the_side_of_its_clause(weekday: int, day: dt.date) -> None:
    past, future = (_resolved(Weekday(weekday), clause, day).edtf for clause in (_PAST, _FUTURE))

    assert past is not None
    assert future is not None
    assert past.latest is not None
    assert future.earliest is not None
    assert past.latest <= day <= future.earliest


@given(weekday=st.integers(0, 6), toward=_maybe_side, clause=_clauses, day=_days)
def test_a_week_later_a_weekday_is_a_week_later(
    weekday: int, toward: int | None, clause: Reading, day: dt.date
) -> None:
    week = dt.timedelta(days=7)
    now, later = (_resolved(Weekday(weekday, toward), clause, d).edtf for d in (day, day + week))

    assert now is not None
    assert later is not None
    assert now.earliest is not None
    assert later.earliest == now.earliest + week


@given(month=st.integers(1, 12), day=_days)
def test_a_month_alone_is_less_than_a_year_away(month: int, day: dt.date) -> None:
    for clause in (_PAST, _FUTURE):
        year, _, found = _resolved(CalendarDate(month=month), clause, day).value.partition("-")

        assert int(found) == month
        assert abs((int(year) - day.year) * 12 + month - day.month) <= 11


@pytest.mark.parametrize(
    ("month", "noun", "act", "future"),
    [
        (9, "1998-09", "1997-09", "1998-09"),  # said in August 1998
        (7, "1998-07", "1998-07", "1999-07"),
        (10, "1997-10", "1997-10", "1998-10"),
        (6, "1998-06", "1998-06", "1999-06"),
    ],
)
def test_the_next_month_is_meant_in_a_past_clause_too_but_for_a_finished_act(
    month: int, noun: str, act: str, future: str
) -> None:
    values = [_resolved(CalendarDate(month=month), c, dt.date(1998, 8, 26)).value for c in (_PAST_NOUN, _PAST, _FUTURE)]

    assert values == [noun, act, future]


@pytest.mark.parametrize(
    ("month", "noun", "act", "future"),
    [
        (12, "2024-12-03", "2023-12-03", "2024-12-03"),
        (9, "2024-09-03", "2024-09-03", "2025-09-03"),
        (11, "2024-11-03", "2024-11-03", "2024-11-03"),  # what runs now has begun
    ],
)
def test_an_act_that_is_over_has_no_day_ahead_and_one_to_come_none_behind(
    month: int, noun: str, act: str, future: str
) -> None:
    day = CalendarDate(month=month, day=3)
    values = [_resolved(day, clause, dt.date(2024, 11, 5)).value for clause in (_PAST_NOUN, _PAST, _FUTURE)]

    assert values == [noun, act, future]


def test_a_month_called_last_or_next_is_a_year_away_even_next_door() -> None:
    said = dt.date(2024, 6, 15)

    assert _resolved(CalendarDate(month=7, toward=PAST), _FUTURE, said).value == "2023-07"
    assert _resolved(CalendarDate(month=6, toward=FUTURE), _PAST, said).value == "2025-06"


def test_results_for_a_quarter_come_when_it_is_over() -> None:
    said = dt.date(2024, 11, 5)

    assert _resolved(PartOfYear("Q3"), _FUTURE, said).value == "2024-Q3"
    assert _resolved(PartOfYear("Q1"), _FUTURE, said).value == "2025-Q1"
    assert _resolved(PartOfYear("Q4"), _PAST, said).value == "2024-Q4"


@given(
    year=st.integers(1900, 2060),
    month=st.integers(1, 12),
    number=st.none() | st.integers(1, 28),
    clause=_clauses,
    one=_days,
    other=_days,
)
def test_a_date_in_full_does_not_depend_on_the_day_of_speaking(
    year: int, month: int, number: int | None, clause: Reading, one: dt.date, other: dt.date
) -> None:
    date = CalendarDate(year, month, number)

    assert _resolved(date, clause, one) == _resolved(date, clause, other)


@given(meaning=_meanings, clause=_clauses, day=_days)
def test_both_notations_name_the_same_days(meaning: Meaning, clause: Reading, day: dt.date) -> None:
    found = _resolved(meaning, clause, day)
    named = _days_of_timex(found.value) if found.type in ("DATE", "TIME") else None

    if named is not None:
        assert found.edtf is not None
        assert (found.edtf.earliest, found.edtf.latest) == named


@given(day=_days)
def test_about_makes_a_single_date_approximate(day: dt.date) -> None:
    exact = CalendarDate(day.year, day.month, day.day)

    about = _resolved(exact, _PAST, day, "APPROX").edtf

    assert about is not None
    assert about.text == f"{day}~"
    assert about.contains(Edtf.day(day))
    assert _resolved(At("10:30", exact), _PAST, day, "APPROX").edtf == Edtf.day(day)


@pytest.mark.parametrize(("toward", "value"), [(PAST, "PAST_REF"), (FUTURE, "FUTURE_REF")])
def test_a_distance_past_the_calendar_is_just_long_ago_or_far_ahead(toward: int, value: str) -> None:
    found = _resolved(Offset("year", 10_000.0, toward), _PAST, dt.date(2024, 1, 1))

    assert (found.value, found.edtf) == (value, None)


def test_times_before_our_era_have_a_value_and_no_edtf() -> None:
    found = _resolved(Era("BC0480"), _PAST, dt.date(2024, 1, 1))

    assert (found.value, found.edtf, found.anchor) == ("BC0480", None, "absolute")


def _days_of_timex(value: str) -> tuple[dt.date, dt.date] | None:
    """The first and last day that a TIMEX3 date value names; None where it leaves something open."""
    date = value.split("T", maxsplit=1)[0]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", date):
        day = dt.date.fromisoformat(date)
        return day, day
    if week := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", date):
        monday = dt.date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return monday + dt.timedelta(days=5 if week[3] else 0), monday + dt.timedelta(days=6)
    if month := re.fullmatch(r"(\d{4})-(\d\d)", date):
        return _months(int(month[1]), int(month[2]), 1)
    if part := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI|[QH]\d)", date):
        return _months(int(part[1]), _FIRST_MONTH[part[2]], 6 if part[2][0] == "H" else 3)
    if re.fullmatch(r"\d{2,4}", date):
        return dt.date(int(date.ljust(4, "0")), 1, 1), dt.date(int(date.ljust(4, "9")), 12, 31)
    return None


def _months(year: int, month: int, count: int) -> tuple[dt.date, dt.date]:
    behind = year * 12 + month - 1 + count
    return dt.date(year, month, 1), dt.date(behind // 12, behind % 12 + 1, 1) - dt.timedelta(days=1)
