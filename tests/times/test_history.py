"""Telling a history from a report by the dates that it names."""

from __future__ import annotations

import pytest

from diurna.language.reading import Reading
from diurna.model import Edtf, Published
from diurna.times.history import tells_history, year_told
from diurna.times.meanings import At, CalendarDate, Era, Meaning, Offset, Period, Weekday
from diurna.times.values import FoundTime

_TODAY = Period("day", 0)


def _tells_history(meanings: list[Meaning], published: str | None, text: str = "") -> bool:
    """Whether a text of one word for each meaning is a history, with words between quotation marks where given."""
    words = text.split() or ["then"] * len(meanings)
    rows = (f"{n}\t{word}\t{word}\tADV\tRB\t_\t0\troot\t_\t_" for n, word in enumerate(words, 1))
    reading = Reading.from_conllu("\n".join(rows) + "\n")
    places = [i for i, word in enumerate(words) if word == "then"]
    found = [
        FoundTime(int(reading.starts[i]), int(reading.ends[i]), "then", i, i + 1, meaning)
        for i, meaning in zip(places, meanings, strict=True)
    ]
    return tells_history(reading, found, Published(edtf=Edtf.parse(published) if published else None))


def test_years_of_another_time_make_a_history() -> None:
    assert _tells_history([CalendarDate(1919 + n, 5) for n in range(4)], "2009-12-19")


def test_three_such_years_prove_nothing() -> None:
    assert not _tells_history([CalendarDate(1919 + n, 5) for n in range(3)], "2009-12-19")


@pytest.mark.parametrize("year", [2008, 2009, 2010])
def test_the_years_around_that_of_the_publication_are_not_those_of_a_story(year: int) -> None:
    assert not _tells_history([CalendarDate(year, n) for n in range(1, 9)], "2009-12-19")


@pytest.mark.parametrize("own", [Period("week", -1), Weekday(2), Offset("year", 2.0, -1), At("MO", _TODAY)])
def test_a_report_looks_back_and_still_counts_from_its_own_day(own: Meaning) -> None:
    assert not _tells_history([*(CalendarDate(1919 + n) for n in range(4)), own], "2009-12-19")


def test_a_text_that_opens_with_its_own_day_is_a_report_whatever_its_background() -> None:
    background: list[Meaning] = [CalendarDate(1919 + n % 40, 5) for n in range(60)]

    assert not _tells_history([Weekday(3), *background], "2009-12-19")


def test_what_somebody_said_does_not_count() -> None:
    story: list[Meaning] = [CalendarDate(1936 + n) for n in range(4)]

    assert _tells_history([*story, _TODAY, _TODAY], "2009-12-19", "then then then then he said “ then and then ”")


def test_a_narrative_step_does_not_count_from_today() -> None:
    story: list[Meaning] = [CalendarDate(1919 + n) for n in range(4)]

    assert _tells_history([*story, Period("year", 1, narrative=True)], "2009-12-19")


def test_without_a_day_of_publication_all_years_told_are_the_story_s() -> None:
    assert _tells_history([CalendarDate(2009, n) for n in range(1, 5)], None)


@pytest.mark.parametrize(
    ("meaning", "year"),
    [
        (CalendarDate(1919, 5, 3), 1919),
        (CalendarDate(month=5), None),
        (Era("195"), 1950),
        (Era("18"), 1800),
        (Era("BC0480"), -480),
        (Era("BC048"), -480),
    ],
)
def test_the_year_that_a_date_names(meaning: Meaning, year: int | None) -> None:
    assert year_told(meaning) == year
