"""What meetings named with their host tell of the day of publication."""

from __future__ import annotations

import datetime as dt

from diurna.language import read
from diurna.times import find_times
from diurna.times.publication.candidates import index
from diurna.times.publication.clues import gather
from diurna.times.publication.meetings import hosted_meetings


def fits(text: str, day: str) -> bool:
    reading = read([text])[0]
    found = list(hosted_meetings(gather(reading, find_times(reading))))
    assert len(found) == 1
    return bool(found[0].fit[index(dt.date.fromisoformat(day))] == 0)


def test_a_summit_with_its_host_is_one_of_few() -> None:
    text = "The leaders quarrelled over trade at the G20 summit in Germany."
    assert fits(text, "2017-07-09")
    assert not fits(text, "2016-09-06")


def test_a_summit_that_lies_ahead_dates_the_days_before_it() -> None:
    text = "The leaders will discuss trade at the G20 summit in Germany."
    assert fits(text, "2017-06-20")
    assert not fits(text, "2017-08-01")


def test_without_a_host_or_with_a_year_it_says_nothing() -> None:
    for text in ("They spoke at the G20 summit.", "They spoke at the 2017 G20 summit in Germany."):
        reading = read([text])[0]
        assert list(hosted_meetings(gather(reading, find_times(reading)))) == []
