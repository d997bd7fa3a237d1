"""What names of things that have not always been there tell of the day of publication."""

from __future__ import annotations

import datetime as dt

from diurna.language import read
from diurna.times import find_times
from diurna.times.publication.candidates import Evidence, index
from diurna.times.publication.clues import gather
from diurna.times.publication.existing import named_things


def evidence(text: str) -> list[Evidence]:
    reading = read([text])[0]
    return list(named_things(gather(reading, find_times(reading))))


def test_the_youngest_thing_bounds_the_day_from_below() -> None:
    (one,) = evidence("The envoys of South Sudan spoke about the Kyoto Protocol.")

    assert one.fit[index(dt.date(2015, 1, 1))] == 0
    assert one.fit[index(dt.date(2005, 1, 1))] < -4


def test_what_is_gone_bounds_it_from_above_but_is_still_spoken_of() -> None:
    (one,) = evidence("The Warsaw Pact held an exercise.")

    assert -4 < one.fit[index(dt.date(2005, 1, 1))] < -1
    assert one.fit[index(dt.date(1985, 1, 1))] == 0


def test_common_words_are_no_names() -> None:
    assert evidence("They used a hammer and twitter filled the trees.") == []
