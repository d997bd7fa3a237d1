"""The running year of a story: what months without a year take from the years around them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diurna.times.meanings import FUTURE, CalendarDate, Offset, PartOfYear, Period
from diurna.times.story import Beat, running_years


def _years(*dates: tuple[int | None, int | None] | Period | Offset | PartOfYear) -> list[int]:
    """The years of a story told as (year, month) pairs and as what leads on from them."""
    beats = []
    for i, date in enumerate(dates):
        meaning = CalendarDate(*date) if isinstance(date, tuple) else date
        beats.append(Beat(i, meaning, date[0] if isinstance(date, tuple) else None))
    years = running_years(beats)
    return [years[i] for i in range(len(dates))]


def test_a_month_stays_in_the_year_told_last() -> None:
    assert _years((1919, 5), (None, 6), (None, 10)) == [1919, 1919, 1919]


def test_the_first_months_behind_the_last_ones_are_those_of_the_next_year() -> None:
    assert _years((1919, 11), (None, 12), (None, 1), (None, 3)) == [1919, 1919, 1920, 1920]


def test_a_step_back_of_a_month_or_two_stays_in_the_year() -> None:
    assert _years((1919, 6), (None, 5), (None, 7)) == [1919, 1919, 1919]


def test_an_aside_does_not_carry_the_story_away() -> None:
    assert _years((1919, 5), (None, 6), (1812, None), (None, 8), (None, 9))[3:] == [1919, 1919]


def test_a_month_keeps_to_the_year_of_its_own_sentence() -> None:
    story = [(1919, 5), (None, 6), (1981, 6), (None, 3), (1919, 8)]
    beats = [Beat(i, CalendarDate(*date), date[0], 1981 if i == 3 else None) for i, date in enumerate(story)]

    assert running_years(beats)[3] == 1981


def test_a_story_that_goes_on_elsewhere_has_moved() -> None:
    assert _years((1919, 5), (1812, 6), (1812, 8), (None, 9), (1812, 10))[3] == 1812


def test_the_next_year_told_draws_the_months_before_it() -> None:
    assert _years((1918, 1), (None, 11), (None, 2), (1919, 3)) == [1918, 1918, 1919, 1919]


def test_the_following_year_leads_on() -> None:
    following = Period("year", 1, narrative=True)
    later = Offset("year", 2, FUTURE, "narrative")

    assert _years((1919, 5), following, (None, 3), later, (None, 8)) == [1919, 1920, 1920, 1922, 1922]


def test_years_before_our_era_run_forward_as_well() -> None:
    assert _years((-480, 9), (None, 10), (None, 2)) == [-480, -480, -479]


def test_without_any_year_there_is_no_story() -> None:
    assert running_years([Beat(0, CalendarDate(month=5), None), Beat(1, PartOfYear("SU"), None)]) == {}


_months = st.integers(1, 12)


@given(year=st.integers(-500, 2030), months=st.lists(_months, min_size=1, max_size=15), shift=st.integers(-300, 300))
def test_a_story_told_so_many_years_later_has_years_so_many_later(year: int, months: list[int], shift: int) -> None:
    story: list[tuple[int | None, int | None]] = [(year, 6), *((None, m) for m in months)]
    moved: list[tuple[int | None, int | None]] = [(year + shift, 6), *story[1:]]

    assert _years(*moved) == [y + shift for y in _years(*story)]


@given(year=st.integers(1500, 2030), first=st.integers(1, 4), steps=st.lists(st.integers(0, 2), max_size=4))
def test_months_that_follow_one_another_lie_in_the_year_told(year: int, first: int, steps: list[int]) -> None:
    months = [first + sum(steps[:n]) for n in range(len(steps) + 1)]

    assert set(_years((year, first), *((None, month) for month in months))) == {year}
