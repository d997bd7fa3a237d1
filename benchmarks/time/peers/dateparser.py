"""`dateparser` (`search_dates`), which finds moments and no durations, sets or vague expressions.

Its answer is a piece of text with a moment. The piece loses prepositions and marks at its ends. The moment becomes a
value of the period that `dateparser` sees in the piece: 2003-03-03, 2003-W10, 2003-03 or 2003 of type DATE, for a time
or a part of a day 2003-03-03T17:00 of type TIME.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from benchmarks.time.peers.placing import bare, locate
from diurna_training.sets.timeml import Timex

FORMATS = {"day": "%Y-%m-%d", "week": "%G-W%V", "month": "%Y-%m", "year": "%Y"}
MOMENT = "%Y-%m-%dT%H:%M"


class DateParser:
    """`search_dates` for English, counting from the day of publication."""

    name = "dateparser"

    def __init__(self, narrative: bool) -> None:
        from dateparser.date import DateDataParser
        from dateparser.search import search_dates

        self._search, self._parser = search_dates, DateDataParser

    def find(self, text: str, day: dt.date | None) -> Sequence[Timex]:
        """The moments of a text; without a day of publication they count from today."""
        settings: dict[str, Any] = {"RETURN_TIME_AS_PERIOD": True}
        if day:
            settings["RELATIVE_BASE"] = dt.datetime.combine(day, dt.time())
        parser = self._parser(languages=["en"], settings=settings)
        found: list[Timex] = []
        for piece, moment in self._search(text, languages=["en"], settings=settings) or ():
            span = locate(text, bare(piece), found[-1].end if found else 0)
            if span:
                period = parser.get_date_data(piece).period
                found.append(timex(*span, text[slice(*span)], moment, period))
        return found


def timex(start: int, end: int, words: str, moment: dt.datetime, period: str) -> Timex:
    """A moment as an expression of its period."""
    form = FORMATS.get(period, MOMENT)
    return Timex(start, end, words, "TIME" if form == MOMENT else "DATE", moment.strftime(form))
