"""What titles with names tell of the day of publication."""

from __future__ import annotations

import datetime as dt

import pytest

from diurna.language import read
from diurna.times import find_times
from diurna.times.publication.candidates import index
from diurna.times.publication.clues import gather
from diurna.times.publication.people import offices_held


def best_days(text: str) -> list[tuple[dt.date, bool]]:
    """For some days, whether each piece of evidence in the text fits them best."""
    reading = read([text])[0]
    found = list(offices_held(gather(reading, find_times(reading))))
    return [(day, all(one.fit[index(day)] == 0 for one in found)) for day in _DAYS] if found else []


_DAYS = tuple(dt.date(year, 7, 1) for year in (1992, 1995, 2003, 2010, 2018, 2022))


def fitting(text: str) -> list[int]:
    return [day.year for day, fits in best_days(text) if fits]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("President Bill Clinton signed the bill.", [1995]),
        ("U.S. President Clinton signed the bill.", [1995]),
        ("President Bush signed the bill.", [1992, 2003]),
        ("Madeleine Albright, the American ambassador, spoke.", [1995]),
        ("Secretary-General Kofi Annan welcomed the accord.", [2003]),
        ("Russian Foreign Minister Sergey Lavrov met Secretary of State Mike Pompeo.", [2018]),
        ("Former President Bill Clinton opened the library.", [2003, 2010, 2018, 2022]),
        ("The then-Prime Minister David Cameron spoke.", [2018, 2022]),
        ("New Zealand Prime Minister John Key spoke.", [2010]),
        ("Vice President Joe Biden opened the library.", [2010]),
        ("President Xi thanked the Chinese delegation.", [2018, 2022]),
    ],
)
def test_a_holder_dates_the_report_to_the_tenure(text: str, years: list[int]) -> None:
    assert fitting(text) == years


@pytest.mark.parametrize(
    "text",
    [
        "Deputy Foreign Minister Sergey Lavrov spoke.",
        "Shadow Home Secretary Yvette Cooper spoke.",
        "President Kim of the college spoke.",
        "President Xi thanked the staff of the bank.",
        "Blair and Brown went home.",
        "As president Clinton would do better, the author wrote.",
    ],
)
def test_other_titles_and_namesakes_say_nothing(text: str) -> None:
    assert best_days(text) == []


def test_of_two_holders_of_one_office_the_later_one_counts() -> None:
    assert fitting("President Barack Obama praised what President Ronald Reagan had begun.") == [2010]


def test_who_is_new_in_an_office_has_just_taken_it() -> None:
    reading = read(["Britain's new Prime Minister Tony Blair promised a vote."])[0]
    (evidence,) = offices_held(gather(reading, find_times(reading)))

    assert evidence.fit[index(dt.date(1997, 6, 1))] == 0
    assert evidence.fit[index(dt.date(2003, 6, 1))] < -2


def test_a_former_holder_whose_end_is_not_listed_left_after_the_list_was_made() -> None:
    reading = read(["Former Russian Foreign Minister Sergey Lavrov spoke."])[0]
    (evidence,) = offices_held(gather(reading, find_times(reading)))

    assert evidence.fit[index(dt.date(2027, 6, 1))] == 0
    assert evidence.fit[index(dt.date(2015, 6, 1))] < -2
