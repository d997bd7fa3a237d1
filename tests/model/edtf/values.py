"""Strategies: EDTF values of all kinds, and short ones about a new year for comparison with sets of days."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from diurna.model import Edtf

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
ENDS = st.none() | DAYS


def open_digits(day: date, count: int) -> str:
    """The day with its last digits open; the month and the day have both or none."""
    year, month, of_month = str(day).split("-")
    open_in_year = max(0, count - 4)
    return "-".join(
        (
            year[: 4 - open_in_year] + "X" * open_in_year,
            month if count < 3 else month[0] + "X" if count == 3 else "XX",
            of_month[0] + "X" if count == 1 else "XX",
        )
    )


UNITS = st.one_of(
    DAYS.map(Edtf.day),
    DAYS.map(Edtf.week),
    DAYS.map(lambda d: Edtf.month(d.year, d.month)),
    DAYS.map(lambda d: Edtf.year(d.year)),
    st.tuples(DAYS, st.integers(21, 41)).map(lambda at: Edtf.parse(f"{at[0].year}-{at[1]}")),
    st.tuples(DAYS, st.integers(1, 7)).map(lambda at: Edtf.parse(open_digits(at[0], at[1]))),
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
NEAR = st.integers(0, 40).map(lambda n: date(2031, 12, 10) + timedelta(days=n))


@st.composite
def near(draw: st.DrawFn) -> Edtf:
    """One of a few days about a new year, or some of them in a row."""
    start, end = sorted((draw(NEAR), draw(NEAR)))
    return Edtf.between(start, end)


def days_of(value: Edtf) -> set[date]:
    assert value.earliest is not None
    assert value.days is not None
    return {value.earliest + timedelta(days=n) for n in range(value.days)}
