"""EDTF values: the laws of containment, overlap, order, intersection and union."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given

from diurna.model import Edtf
from model.edtf.values import DAYS, VALUES, days_of, near


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


@given(near(), near())
def test_relations_are_those_of_the_sets_of_days(a: Edtf, b: Edtf) -> None:
    ours, theirs = days_of(a), days_of(b)
    assert a.contains(b) == (ours >= theirs)
    assert a.overlaps(b) == bool(ours & theirs)
    both = a.intersection(b)
    assert (days_of(both) if both else set()) == ours & theirs
    together = sorted(ours | theirs)
    either = a.union(b)
    if (together[-1] - together[0]).days + 1 == len(together):
        assert either is not None
        assert days_of(either) == set(together)
    else:
        assert either is None
    order = {x < y for x in ours for y in theirs}
    assert a.precedes(b) == ("possibly" if len(order) == 2 else "certainly" if True in order else "certainly not")


@given(VALUES, VALUES)
def test_the_union_holds_both(a: Edtf, b: Edtf) -> None:
    either = a.union(b)
    if a.overlaps(b):
        assert either is not None
    if either is not None:
        assert either.contains(a)
        assert either.contains(b)
        mirrored = b.union(a)
        assert mirrored is not None
        assert (mirrored.earliest, mirrored.latest) == (either.earliest, either.latest)


def test_the_wider_words_are_kept() -> None:
    assert Edtf.parse("2031").union(Edtf.parse("2031-05~")) == Edtf.parse("2031")
    assert Edtf.parse("2031-05").union(Edtf.parse("2031-06")) == Edtf.parse("2031-05-01/2031-06-30")
    assert Edtf.parse("../2031-05").union(Edtf.parse("2031-06/..")) == Edtf.parse("../..")
    assert Edtf.parse("2031-05").union(Edtf.parse("2031-07")) is None


@given(VALUES, VALUES, VALUES)
def test_before_is_a_strict_order(a: Edtf, b: Edtf, c: Edtf) -> None:
    assert not a.before(a)
    if a.before(b):
        assert a.precedes(b) == "certainly"
        assert b.precedes(a) == "certainly not"
        if b.before(c):
            assert a.before(c)


def test_an_open_end_leaves_the_order_open() -> None:
    by_may, may = Edtf.parse("../2031-05"), Edtf.parse("2031-05")
    assert by_may.precedes(may) == "possibly"
    assert may.precedes(by_may) == "possibly"
    assert by_may.precedes(Edtf.parse("2031-06/..")) == "certainly"
    assert Edtf.parse("2031-06/..").precedes(may) == "certainly not"
    day = Edtf.parse("2031-05-05")
    assert day.precedes(day) == "certainly not"
