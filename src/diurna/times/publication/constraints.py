"""One small function for each way in which the calendar tells the day of publication.

Every function takes the clues of a report and yields evidence, each with its reason. Slips and lags follow the habits
of the press, as counted on dated newswire: the news is of the day of publication or the day before, and a date without
a year is less than a year away.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

import numpy as np

from diurna.times.meanings import FUTURE, PAST, CalendarDate, NamedDay
from diurna.times.publication.candidates import (
    MONTH_OF,
    YEARS,
    Evidence,
    after_weekday,
    around,
    lagging,
    moved,
    stepped,
    weighed,
)
from diurna.times.publication.clues import Clue, Clues, occurrences
from diurna.vocabulary.calendar import holiday_dates
from diurna.vocabulary.speech import act_of, kind_of

SURE, USUAL, HABIT = 0.01, 0.05, 0.1
"""Slips: of what only an error in the text or in its reading breaks, of what is usual, of what the tense suggests."""
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY_LAGS = (0.6, 0.25, 0.06, 0.03, 0.02, 0.02, 0.02)
"""How many days after the weekday of its news a report comes out."""
_DATELINE_LAGS = {0: 0.56, 1: 0.43, 2: 0.01}
"""How many days after its dateline a report comes out."""
_DATELINE_WEEKDAYS = (0.93, 0.03, 0.008, 0.008, 0.008, 0.008, 0.008)
"""How many days after the weekday of its news the day of a dateline is."""
_NEWS_LAGS = {0: 0.6, 1: 0.3, 2: 0.08, 3: 0.02}
"""How many days after the day that its news falls on a report comes out."""


_MONTH_LAGS = np.array([0.2, 0.25, 0.15, 0.08, 0.07, 0.06, 0.05, 0.04, 0.03, 0.03, 0.02, 0.02])
"""How many months after a month told as past, or before one that is ahead, a report comes out."""
_LATEST_LAGS = stepped(
    (-30, 0, 0.004), (0, 3, 0.05), (3, 7, 0.02), (7, 35, 0.013), (35, 121, 0.002), (121, 331, 0.0004)
)
"""How many days after the latest of the days without a year a report comes out: one part of the press says "Friday" of
the last week and gives dates to what is older, the other gives dates throughout."""


def dateline(clues: Clues) -> Iterator[Evidence]:
    """A dateline without its year fixes month and day; the weekday of the news that follows it is that day's."""
    for date, words in clues.head:
        if date.year is None:
            days, told = occurrences(date), clues.news_weekdays()
            fits, reason = lagging(days, {0: 1.0}), f"the dateline says {words!r}"
            if len(told) == 1:
                weekday = next(iter(told))
                fits = fits * after_weekday(weekday, _DATELINE_WEEKDAYS)
                reason += f" and its news is of {_WEEKDAYS[weekday]}; that day is {_a_weekday_in(days, weekday)}"
            yield weighed(moved(fits, _DATELINE_LAGS), SURE, reason)


def _a_weekday_in(days: Iterable[dt.date], weekday: int) -> str:
    """ "a Monday in 2013, 2019, 2024 ...": the recent years in which one of the days falls on the weekday."""
    years = ", ".join(str(d.year) for d in days if d.weekday() == weekday and 1995 <= d.year <= 2030)
    return f"a {_WEEKDAYS[weekday]} in {years} ..."


def weekday_with_day(clues: Clues) -> Iterator[Evidence]:
    """ "Monday, April 1" is a Monday in some years only, and less than a year away."""
    for clue, date in clues.dates():
        if date.year is None and date.weekday is not None and date.day is not None and not clue.quoted:
            days = occurrences(date)
            before, after = (300, 0) if clue.side == FUTURE else (2, 300) if clue.side == PAST else (180, 180)
            reason = f"{clue.text!r} is {_a_weekday_in(days, date.weekday)}"
            yield weighed(around(days, before, after), USUAL, reason)


def news_day(clues: Clues) -> Iterator[Evidence]:
    """The day on which the opening says that somebody spoke, or that it gives with its weekday, is that of the news."""
    for clue, date in _days_told(clues):
        slip, days = _slip_of_news(clues, clue, date), occurrences(date)
        if slip is not None and clue.sentence < clues.opening:
            years = "" if date.weekday is None or date.year else f", {_a_weekday_in(days, date.weekday)}"
            yield weighed(lagging(days, _NEWS_LAGS), slip, f"the news is of {clue.text!r}{years}")
            return


def _slip_of_news(clues: Clues, clue: Clue, date: CalendarDate) -> float | None:
    """How often a day that is given in this way is not that of the news; None where nothing says that it is."""
    if date.weekday is not None and date.year is not None:
        return USUAL
    if _is_of_speech(clues, clue):
        return HABIT
    return 2 * HABIT if date.weekday is not None else None


def latest_day(clues: Clues) -> Iterator[Evidence]:
    """The latest of the days told without a year is seldom more than a few weeks old."""
    ahead = {(date.month, date.day) for clue, date in clues.dates() if clue.side == FUTURE}
    told = [(c, d) for c, d in _days_told(clues) if d.year is None and (d.month, d.day) not in ahead]
    if told:
        days = [day for _, date in told for day in occurrences(date)]
        words = ", ".join(dict.fromkeys(clue.text for clue, _ in told))
        reason = f"the latest day told of ({words}) is seldom more than a few weeks old"
        yield weighed(lagging(days, _LATEST_LAGS), USUAL, reason)


def _days_told(clues: Clues) -> Iterator[tuple[Clue, CalendarDate]]:
    """Days of the calendar that are told as past, without those of datelines."""
    for clue, date in clues.dates():
        told = clue.side in (PAST, None) and not clue.quoted and not clue.is_edge and date.shift is None
        if told and date.month and date.day and (date, clue.text) not in clues.head:
            yield clue, date


def _is_of_speech(clues: Clues, clue: Clue) -> bool:
    """ "said on September 18": the first verb above the expression is one of speaking."""
    reading = clues.reading
    head = next(reading.span_heads(clue.found.first, clue.found.last))
    verb = next((t for t in reading.path_to_root(head) if reading.upos[t] == "VERB"), None)
    act = act_of(reading.lemmas[verb].lower()) if verb is not None and clue.side == PAST else None
    return act is not None and kind_of(act) == "speech"


def told_as_past(clues: Clues) -> Iterator[Evidence]:
    """A month and day without a year, told as past, lie behind the day of publication and less than a year behind."""
    for clue, date in clues.dates():
        told = clue.side == PAST and not clue.quoted and not clue.is_edge
        if date.year is None and date.month and date.day and told:
            yield weighed(around(occurrences(date), 0, 330), HABIT, f"{clue.text!r} is told as past")


def scheduled_day(clues: Clues) -> Iterator[Evidence]:
    """A day that is still ahead: publication is not after it."""
    ahead = [(c, d) for c, d in clues.dates() if c.side == FUTURE and d.month and d.day and d.year is None]
    if ahead and not any(c.quoted for c, _ in ahead):
        clue, date = ahead[-1]
        yield weighed(around(occurrences(date), 250, 0), HABIT, f"{clue.text!r} is still ahead")


def months_told(clues: Clues) -> Iterator[Evidence]:
    """A month without its year is mostly near: told as past the last few, ahead the next few."""
    for side, words in ((PAST, "told as past"), (FUTURE, "still ahead")):
        told = [
            (clue, date.month)
            for clue, date in clues.dates()
            if clue.side == side and date.month and not (date.year or date.day or date.shift or date.toward)
        ]
        if told:
            fits = [np.log(_MONTH_LAGS[(-side * (MONTH_OF - month)) % 12]) for _, month in told]
            names = ", ".join(dict.fromkeys(clue.text for clue, _ in told))
            yield weighed(
                np.exp(np.mean(fits, axis=0)), USUAL, f"{names}: {words}, and mostly less than half a year away"
            )


def news_weekday(clues: Clues) -> Iterator[Evidence]:
    """A weekday of the opening, told as past, is at most a few days old."""
    told = clues.news_weekdays()
    if told and not any(date.year is None for date, _ in clues.head):
        fits = np.max([after_weekday(weekday, _WEEKDAY_LAGS) for weekday in told], axis=0)
        names = " and ".join(_WEEKDAYS[w] for w in sorted(told))
        yield weighed(fits, SURE, f"the news is of {names}")


def holiday_of_the_news(clues: Clues) -> Iterator[Evidence]:
    """A holiday of a named country that it is, or was, on the day of the news."""
    for clue in clues.clues:
        day = clue.meaning
        if isinstance(day, NamedDay) and day.year is None and day.shift is None and _is_predicate(clues, clue):
            dates = [h.day for year in YEARS for h in holiday_dates(day.name, day.country, year)]
            whose = f" ({day.country})" if day.country else ""
            weekdays = clues.news_weekdays()
            if len(weekdays) == 1 and clue.side == PAST:
                dates = [d for d in dates if d.weekday() in weekdays]
                name = _WEEKDAYS[next(iter(weekdays))]
                reason = f"{clue.text}{whose} was on the {name} of the news: {_listed(dates)}"
            else:
                reason = f"it was {clue.text}{whose}"
            yield weighed(lagging(dates, _NEWS_LAGS), USUAL, reason)


def _is_predicate(clues: Clues, clue: Clue) -> bool:
    """ "it was France's Bastille Day"; in the opening also "on Bastille Day"; not "before Christmas"."""
    reading = clues.reading
    first, last = clue.found.first, clue.found.last
    head = next(reading.span_heads(first, last))
    if any(reading.deprels[c] == "cop" for c in reading.children(head)):
        return not any(reading.lemmas[c] in ("not", "never") for c in reading.children(head))
    return (
        clue.side == PAST
        and clue.sentence < clues.opening
        and any(reading.deprels[c] == "case" and reading.lemmas[c] == "on" for c in reading.children(head))
    )


def _listed(days: list[dt.date]) -> str:
    shown = [d.isoformat() for d in days if d.year >= 1995][:8]
    return ", ".join(shown) + " ..." if shown else "never"
