"""EDTF values: the specification's own examples, their bounds, and the laws of their relations."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from diurna.model import Edtf

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
ENDS = st.none() | DAYS
UNITS = st.one_of(
    DAYS.map(Edtf.day),
    DAYS.map(Edtf.week),
    DAYS.map(lambda d: Edtf.month(d.year, d.month)),
    DAYS.map(lambda d: Edtf.year(d.year)),
    st.tuples(DAYS, st.sampled_from([21, 22, 23, 24, 33, 36, 40, 41])).map(
        lambda at: Edtf.parse(f"{at[0].year}-{at[1]}")
    ),
    DAYS.map(lambda d: Edtf.parse(f"{d.year // 10}X")),
)
FUZZY = st.tuples(UNITS.filter(lambda v: "/" not in v.text), st.sampled_from("?~%")).map(
    lambda at: Edtf.parse(at[0].text + at[1])
)


@st.composite
def intervals(draw: st.DrawFn) -> Edtf:
    start, end = draw(ENDS), draw(ENDS)
    if start is not None and end is not None and end < start:
        start, end = end, start
    return draw(st.sampled_from([Edtf.between, Edtf.within]))(start, end)


VALUES = UNITS | FUZZY | intervals()


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        # level 0
        ("1985-04-12", date(1985, 4, 12), date(1985, 4, 12)),
        ("1985-04", date(1985, 4, 1), date(1985, 4, 30)),
        ("1985", date(1985, 1, 1), date(1985, 12, 31)),
        ("1985-04-12T23:20:30Z", date(1985, 4, 12), date(1985, 4, 12)),
        ("1964/2008", date(1964, 1, 1), date(2008, 12, 31)),
        ("2004-06/2006-08", date(2004, 6, 1), date(2006, 8, 31)),
        ("2004-02-01/2005-02-08", date(2004, 2, 1), date(2005, 2, 8)),
        ("2004-02-01/2005-02", date(2004, 2, 1), date(2005, 2, 28)),
        # level 1
        ("1984?", date(1984, 1, 1), date(1984, 12, 31)),
        ("2001-21", date(2001, 3, 1), date(2001, 5, 31)),
        ("201X", date(2010, 1, 1), date(2019, 12, 31)),
        ("1985-04-12/..", date(1985, 4, 12), None),
        ("../1985-04", None, date(1985, 4, 30)),
        ("1985/", date(1985, 1, 1), None),
        ("/1985-04-12", None, date(1985, 4, 12)),
        # level 2: one of a set of consecutive days; longer groups of months
        ("[..1760-12-03]", None, date(1760, 12, 3)),
        ("[1760-12..]", date(1760, 12, 1), None),
        ("2001-34", date(2001, 4, 1), date(2001, 6, 30)),
        ("2001-41", date(2001, 7, 1), date(2001, 12, 31)),
    ],
)
def test_examples_of_the_specification(text: str, earliest: date | None, latest: date | None) -> None:
    value = Edtf.parse(text)
    assert (value.earliest, value.latest) == (earliest, latest)
    assert str(value) == text


def test_approximate_dates_reach_beyond_their_unit() -> None:
    for text in ("2031-03-05", "2031-03", "2031-22", "2031"):
        exact = Edtf.parse(text)
        for mark in "~%":
            around = Edtf.parse(text + mark)
            assert around.contains(exact)
            assert not exact.contains(around)
        doubted = Edtf.parse(text + "?")
        assert (doubted.earliest, doubted.latest) == (exact.earliest, exact.latest)


def test_a_winter_ends_in_the_next_year() -> None:
    assert Edtf.parse("2031-24").latest == date(2032, 2, 29)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tomorrow",
        "2031-02-30",
        "2031-13",
        "2031-25-01",
        "0000",
        "31-12-2031",
        "2031-1-1",
        "2031/2030",
        "2031-W54",
        "2031/maybe",
        "9999~",
    ],
)
def test_what_is_no_edtf_date_is_refused_with_its_text(text: str) -> None:
    with pytest.raises(ValueError, match="not an EDTF date") as refused:
        Edtf.parse(text)
    assert repr(text) in str(refused.value)


@given(VALUES)
def test_printed_and_parsed_again_it_is_the_same_value(value: Edtf) -> None:
    again = Edtf.parse(str(value))
    assert (again, hash(again)) == (value, hash(value))
    assert (again.earliest, again.latest, again.precision) == (value.earliest, value.latest, value.precision)


@given(VALUES)
def test_bounds_are_ordered_and_counted(value: Edtf) -> None:
    if value.earliest is None or value.latest is None:
        assert value.days is None
        assert not value.is_day
    else:
        assert value.days is not None
        assert value.days >= 1
        assert value.latest == value.earliest + timedelta(days=value.days - 1)
        assert value.is_day == (value.days == 1)


@given(DAYS)
def test_a_day_lies_in_its_week_month_and_year(day: date) -> None:
    week, month, year = Edtf.week(day), Edtf.month(day.year, day.month), Edtf.year(day.year)
    assert week.days == 7
    assert all(unit.contains(Edtf.day(day)) for unit in (week, month, year))
    assert year.contains(month)


@given(DAYS, DAYS)
def test_an_interval_must_not_end_before_it_begins(a: date, b: date) -> None:
    assume(a < b)
    assert Edtf.between(a, b).days == Edtf.within(a, b).days == (b - a).days + 1
    assert Edtf.between(a, b) != Edtf.within(a, b)
    assert Edtf.between(a, a) == Edtf.within(a, a) == Edtf.day(a)
    with pytest.raises(ValueError, match="ends before it begins"):
        Edtf.between(b, a)


@given(VALUES, VALUES, VALUES)
def test_containment_is_an_order(a: Edtf, b: Edtf, c: Edtf) -> None:
    assert a.contains(a)
    if a.contains(b) and b.contains(a):
        assert (a.earliest, a.latest) == (b.earliest, b.latest)
    if a.contains(b) and b.contains(c):
        assert a.contains(c)


@given(VALUES, VALUES)
def test_two_values_overlap_or_one_is_before_the_other(a: Edtf, b: Edtf) -> None:
    assert [a.before(b), b.before(a), a.overlaps(b)].count(True) == 1
    assert a.overlaps(b) == b.overlaps(a)
    if a.contains(b):
        assert a.overlaps(b)


@given(VALUES, VALUES, DAYS)
def test_the_intersection_holds_the_days_of_both(a: Edtf, b: Edtf, day: date) -> None:
    both = a.intersection(b)
    assert (both is not None) == a.overlaps(b)
    if both is not None:
        assert a.contains(both)
        assert b.contains(both)
        mirrored = b.intersection(a)
        assert mirrored is not None
        assert (mirrored.earliest, mirrored.latest) == (both.earliest, both.latest)
        one = Edtf.day(day)
        assert both.contains(one) == (a.contains(one) and b.contains(one))


def test_the_narrower_words_are_kept() -> None:
    assert Edtf.parse("2031").intersection(Edtf.parse("2031-05~")) == Edtf.parse("2031-05~")
    assert Edtf.parse("2031-05/..").intersection(Edtf.parse("../2031-06-10")) == Edtf.parse("2031-05-01/2031-06-10")
