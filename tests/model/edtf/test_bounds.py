"""Texts of EDTF: the specification's own examples, their bounds, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from diurna.model import Edtf
from model.edtf.values import VALUES


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        # level 0: dates, dates with times, intervals
        ("1985-04-12", date(1985, 4, 12), date(1985, 4, 12)),
        ("1985-04", date(1985, 4, 1), date(1985, 4, 30)),
        ("1985", date(1985, 1, 1), date(1985, 12, 31)),
        ("1985-04-12T23:20:30", date(1985, 4, 12), date(1985, 4, 12)),
        ("1985-04-12T23:20:30Z", date(1985, 4, 12), date(1985, 4, 12)),
        ("1985-04-12T23:20:30-04", date(1985, 4, 12), date(1985, 4, 12)),
        ("1985-04-12T23:20:30+04:30", date(1985, 4, 12), date(1985, 4, 12)),
        ("1964/2008", date(1964, 1, 1), date(2008, 12, 31)),
        ("2004-06/2006-08", date(2004, 6, 1), date(2006, 8, 31)),
        ("2004-02-01/2005-02-08", date(2004, 2, 1), date(2005, 2, 8)),
        ("2004-02-01/2005-02", date(2004, 2, 1), date(2005, 2, 28)),
        ("2004-02-01/2005", date(2004, 2, 1), date(2005, 12, 31)),
        ("2005/2006-02", date(2005, 1, 1), date(2006, 2, 28)),
        # level 1: seasons, qualified dates, unspecified digits, open and unknown ends
        ("2001-21", date(2001, 3, 1), date(2001, 5, 31)),
        ("1984?", date(1984, 1, 1), date(1984, 12, 31)),
        ("2004-06~", date(2004, 5, 17), date(2004, 7, 15)),
        ("2004-06-11%", date(2004, 6, 9), date(2004, 6, 13)),
        ("201X", date(2010, 1, 1), date(2019, 12, 31)),
        ("20XX", date(2000, 1, 1), date(2099, 12, 31)),
        ("2004-XX", date(2004, 1, 1), date(2004, 12, 31)),
        ("1985-04-XX", date(1985, 4, 1), date(1985, 4, 30)),
        ("1985-XX-XX", date(1985, 1, 1), date(1985, 12, 31)),
        ("1985-04-12/..", date(1985, 4, 12), None),
        ("1985-04/..", date(1985, 4, 1), None),
        ("1985/..", date(1985, 1, 1), None),
        ("../1985-04-12", None, date(1985, 4, 12)),
        ("../1985-04", None, date(1985, 4, 30)),
        ("../1985", None, date(1985, 12, 31)),
        ("1985-04-12/", date(1985, 4, 12), None),
        ("1985-04/", date(1985, 4, 1), None),
        ("1985/", date(1985, 1, 1), None),
        ("/1985-04-12", None, date(1985, 4, 12)),
        ("/1985-04", None, date(1985, 4, 30)),
        ("/1985", None, date(1985, 12, 31)),
        # level 2, where it is one stretch of days
        ("2001-34", date(2001, 4, 1), date(2001, 6, 30)),
        ("[..1760-12-03]", None, date(1760, 12, 3)),
        ("[1760-12..]", date(1760, 12, 1), None),
        ("[..1984]", None, date(1984, 12, 31)),
        ("1XXX-XX", date(1000, 1, 1), date(1999, 12, 31)),
        ("1984-1X", date(1984, 10, 1), date(1984, 12, 31)),
        ("2004-06-XX/2004-07-03", date(2004, 6, 1), date(2004, 7, 3)),
    ],
)
def test_examples_of_the_specification(text: str, earliest: date | None, latest: date | None) -> None:
    value = Edtf.parse(text)
    assert (value.earliest, value.latest) == (earliest, latest)
    assert str(value) == text


@pytest.mark.parametrize("text", ["Y170000002", "Y-170000002", "-1985", "0000", "-0001-03", "9999~", "0001-01-01%"])
def test_years_that_the_calendar_does_not_have_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="between the years 1 and 9999") as refused:
        Edtf.parse(text)
    assert repr(text) in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        *("Y-17E7", "1950S2", "Y171010000S3", "Y3388E2S3"),
        *("[1667,1668,1670..1672]", "[1760-01,1760-02,1760-12..]", "[1667,1760-12]"),
        *("{1667,1668,1670..1672}", "{1960,1961-12}", "{..1984}"),
        *("2004-06~-11", "2004?-06-11", "?2004-06-~11", "2004-%06-11", "2004-06-~01/2004-06-~20"),
        *("156X-12-25", "15XX-12-25", "XXXX-12-XX", "1XXX-12"),
    ],
)
def test_the_rest_of_level_2_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not an EDTF date"):
        Edtf.parse(text)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2031-03-05", "day"),
        ("2031-03-05T10:00:00Z", "day"),
        ("2031-W10", "week"),
        ("2031-03", "month"),
        ("2031-03-1X", "month"),
        ("2031-29", "season"),
        ("2031-37", "season"),
        ("2031", "year"),
        ("2031-XX", "year"),
        ("2031-XX-XX", "year"),
        ("203X", "decade"),
        ("203X-XX", "decade"),
        ("20XX", "century"),
        ("2XXX", "millennium"),
        ("2031/2032", "interval"),
        ("[2031-03..]", "interval"),
    ],
)
def test_the_precision_is_the_smallest_unit_around_the_value(text: str, precision: str) -> None:
    assert Edtf.parse(text).precision == precision


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2031-26", date(2031, 6, 1), date(2031, 8, 31)),  # summer in the north
        ("2031-29", date(2031, 9, 1), date(2031, 11, 30)),  # spring in the south
        ("2031-30", date(2031, 12, 1), date(2032, 2, 29)),
        ("2031-31", date(2031, 3, 1), date(2031, 5, 31)),
        ("2031-32", date(2031, 6, 1), date(2031, 8, 31)),
        ("2031-33", date(2031, 1, 1), date(2031, 3, 31)),
        ("2031-36", date(2031, 10, 1), date(2031, 12, 31)),
        ("2031-38", date(2031, 5, 1), date(2031, 8, 31)),
        ("2031-41", date(2031, 7, 1), date(2031, 12, 31)),
        ("2031-02-2X", date(2031, 2, 20), date(2031, 2, 28)),
        ("2031-0X", date(2031, 1, 1), date(2031, 9, 30)),
        ("2031-W10", date(2031, 3, 3), date(2031, 3, 9)),
    ],
)
def test_groups_of_months_weeks_and_open_digits(text: str, earliest: date, latest: date) -> None:
    value = Edtf.parse(text)
    assert (value.earliest, value.latest) == (earliest, latest)


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
        "2031-42",
        "2031-20",
        "2031-00",
        "2031-XX-05",
        "2031-02-3X",
        "2X31",
        "Y2031",
        "20310305",
        "２０３１",
        "2031-XX-XXT10:00:00",
        "2031-03-05T10:00",
        "2031-03-05T24:00:00",
        "2031-03T10:00:00",
        "2031-03-05T10:00:00/2031-03-06",
        "2031-03-05??",
        "[2031]",
        "[2031..2030]",
        "2031..2032",
        "31-12-2031",
        "2031-1-1",
        "2031/2030",
        "2031-W54",
        "2031/maybe",
        "2031/2032/2033",
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
