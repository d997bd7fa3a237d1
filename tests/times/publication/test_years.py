"""What the years that a report names tell of the year of publication."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest

from diurna.language import read
from diurna.times import find_times
from diurna.times.publication import years
from diurna.times.publication.candidates import YEAR_OF, Evidence
from diurna.times.publication.clues import Clues, gather


def mean_fit(find: Callable[[Clues], Iterator[Evidence]], text: str) -> dict[int, float]:
    """The mean likelihood of each year; empty without evidence."""
    reading = read([text])[0]
    found = list(find(gather(reading, find_times(reading))))
    assert len(found) <= 1
    return {int(y): float(np.exp(found[0].fit[y == YEAR_OF]).mean()) for y in range(2000, 2030)} if found else {}


def test_publication_follows_the_latest_year_told_of_as_past() -> None:
    fit = mean_fit(years.latest_year, "They signed it in 2009. The bridge was opened in 2014.")
    assert fit[2014] > fit[2016] > fit[2020] > fit[2012]


def test_a_year_that_is_also_ahead_is_not_past() -> None:
    assert mean_fit(years.latest_year, "It fell in 2030. It will rise again in 2030.") == {}


def test_publication_comes_before_the_next_year_ahead() -> None:
    fit = mean_fit(years.next_year, "The bridge will be opened in 2014.")
    assert fit[2013] > fit[2010] > fit[2016]


def test_a_full_date_ahead_is_less_than_a_year_away() -> None:
    fit = mean_fit(years.not_after, "The ministers will meet on October 3, 2014.")
    assert min(fit[2013], fit[2014]) > max(fit[2012], fit[2015])


@pytest.mark.parametrize(
    "notice", ["© 2014 The Gazette.", "Copyright 2009-2014 The Gazette.", "(c) 2014 Gazette Ltd.", "COPYRIGHT © 2014"]
)
def test_a_copyright_notice_tells_the_year(notice: str) -> None:
    fit = mean_fit(years.copyright_year, f"The bridge was opened.\n\n{notice}")
    assert fit[2014] > fit[2013] > fit[2015]


def test_a_number_without_a_notice_is_no_copyright() -> None:
    assert mean_fit(years.copyright_year, "They disputed the copyright in 2014 songs.") == {}


def test_an_anniversary_of_a_year_tells_the_year() -> None:
    fit = mean_fit(years.anniversary, "They marked the 20th anniversary of the failed 1994 accord.")
    assert fit[2014] > fit[2015] > fit[2017]
    assert mean_fit(years.anniversary, "The bank kept its 20th anniversary in 1994.") == {}
