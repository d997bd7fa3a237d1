"""One small function for each kind of evidence about the day of publication.

Every function takes the clues of a report and yields constraints, each with its reason. Widths follow the habits of
the press: news is published within two days of the latest thing that it tells of, and a date without a year is less
than a year away.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from diurna.times.meanings import FUTURE, PAST, CalendarDate, NamedDay, Weekday
from diurna.times.publication.candidates import (
    FIRST,
    LAST,
    YEARS,
    Constraint,
    around,
    on_weekdays,
    windows,
)
from diurna.times.publication.clues import Clue, Clues, occurrences
from diurna.vocabulary.calendar import holiday_dates

NEWS_DAYS = 2
"""How many days after the latest event that it tells of a report comes out at the latest, as a rule."""
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def dateline(clues: Clues) -> Iterator[Constraint]:
    """A dateline without its year fixes month and day; the weekday of the news that follows it is that day's."""
    for date, words in clues.head:
        if date.year is None:
            days = occurrences(date)
            yield Constraint(around(days, 0, 1), f"the dateline says {words!r}", selects=date.weekday is not None)
            if len(told := _news_weekdays(clues)) == 1:
                weekday = next(iter(told))
                same = [d for d in days if d.weekday() == weekday]
                years = ", ".join(str(d.year) for d in same if d.year >= 2000)
                reason = f"the news is of {_WEEKDAYS[weekday]}, and {words!r} was one in {years} (since 2000)"
                yield Constraint(around(same, 0, 1), reason, hard=False, selects=True)


def weekday_with_day(clues: Clues) -> Iterator[Constraint]:
    """ "Monday, April 1" is a Monday in some years only, and less than a year away."""
    for clue, date in clues.dates():
        if date.year is None and date.weekday is not None and date.day is not None and not clue.quoted:
            days = occurrences(date)
            before, after = (300, 0) if clue.side == FUTURE else (0, 300) if clue.side == PAST else (180, 180)
            years = ", ".join(str(d.year) for d in days if d.year >= 2000)
            reason = f"{clue.text!r} is a {_WEEKDAYS[date.weekday]} only in {years} (since 2000)"
            yield Constraint(around(days, before, after), reason, selects=True)


def full_date_of_the_news(clues: Clues) -> Iterator[Constraint]:
    """A date in full, weekday and year included, in the opening sentences is that of the news."""
    for clue, date in clues.dates():
        full = date.year is not None and date.month and date.day and date.weekday is not None
        if full and clue.sentence < clues.opening and clue.side != FUTURE and not clue.quoted:
            yield Constraint(around(occurrences(date), 0, NEWS_DAYS), f"the news is of {clue.text!r}", selects=True)


def years_told(clues: Clues) -> Iterator[Constraint]:
    """What is told of a year in the past came before publication; what is ahead comes after it."""
    told = [(d, c) for c, d in clues.dates() if d.year in YEARS]
    past = [(d, c) for d, c in told if c.side == PAST and c.found.modifier != "ON_OR_BEFORE"]
    if past:
        date, clue = max(past, key=lambda p: _first_day(p[0]))
        yield Constraint(windows([(_first_day(date), LAST)]), f"{clue.text!r} is told as past")
    ahead = [(d, c) for d, c in told if c.side == FUTURE and _says_will(clues, c)]
    if ahead:
        date, clue = max(ahead, key=lambda p: _first_day(p[0]))
        end = dt.date(date.year or LAST.year, 12, 31)
        yield Constraint(windows([(FIRST, end)]), f"{clue.text!r} lies ahead")


def _says_will(clues: Clues, clue: Clue) -> bool:
    """A plain future, less easily mistaken than other words that look ahead."""
    start, end = clues.reading.sentence_bounds(clue.sentence)
    return any(clues.reading.lemmas[i] in ("will", "shall") for i in range(start, end))


def latest_year(clues: Clues) -> int | None:
    """The latest year that the report tells of as past."""
    return max((d.year for c, d in clues.dates() if d.year in YEARS and c.side != FUTURE), default=None)  # type: ignore[type-var]


def planned_year(clues: Clues) -> int | None:
    """The earliest year that the report looks ahead to with a month or day of its own ("on September 1, 2025")."""
    ahead = (d.year for c, d in clues.dates() if d.year in YEARS and d.month and c.side == FUTURE)
    return min(ahead, default=None)  # type: ignore[type-var]


def _first_day(date: CalendarDate) -> dt.date:
    return dt.date(date.year or FIRST.year, date.month or 1, min(date.day or 1, 28))


def recent_day(clues: Clues) -> Iterator[Constraint]:
    """The latest day told as past is at most a few days old."""
    days: list[dt.date] = []
    words = []
    for clue, date in clues.dates():
        near = date.year is None or clue.sentence < clues.opening
        told = clue.side != FUTURE and not clue.quoted and not _is_edge(clue)
        if date.month and date.day and near and told and date.shift is None:
            days += occurrences(date)
            words.append(clue.text)
    if words:
        reason = f"news is out within {NEWS_DAYS} days of the latest day that it tells of ({', '.join(words)})"
        yield Constraint(around(days, 0, NEWS_DAYS), reason, hard=False)


def _is_edge(clue: Clue) -> bool:
    """ "until June 1" and "from June 1" tell of no happening on that day."""
    return clue.found.modifier in ("ON_OR_BEFORE", "ON_OR_AFTER")


def told_as_past(clues: Clues) -> Iterator[Constraint]:
    """A month and day without a year, told as past, lie behind the day of publication and less than a year behind."""
    for clue, date in clues.dates():
        told = clue.side == PAST and not clue.quoted and not _is_edge(clue)
        if date.year is None and date.month and date.day and told:
            yield Constraint(around(occurrences(date), 0, 330), f"{clue.text!r} is told as past", hard=False)


def scheduled_day(clues: Clues) -> Iterator[Constraint]:
    """A day that is still ahead: publication is not after it."""
    ahead = [(c, d) for c, d in clues.dates() if c.side == FUTURE and d.month and d.day and d.year is None]
    if ahead and not any(c.quoted for c, _ in ahead):
        clue, date = ahead[-1]
        yield Constraint(around(occurrences(date), 250, 0), f"{clue.text!r} is still ahead", hard=False)


def recent_weekday(clues: Clues) -> Iterator[Constraint]:
    """A weekday of the opening, told as past, is at most a few days old."""
    told = _news_weekdays(clues)
    if told:
        allowed = {(w + n) % 7 for w in told for n in range(NEWS_DAYS + 1)}
        names = ", ".join(_WEEKDAYS[w] for w in sorted(told))
        if len(allowed) < 7:
            yield Constraint(on_weekdays(allowed), f"the news is of {names}", hard=False)


def _news_weekdays(clues: Clues) -> frozenset[int]:
    """Bare weekdays told as past in the opening sentences; the first sentence that has one decides."""
    told = [
        c
        for c in clues.clues
        if isinstance(c.meaning, Weekday) and c.meaning.weeks is None and c.meaning.toward is None
        if c.side != FUTURE and not c.quoted and c.sentence < clues.opening
    ]
    first = min((c.sentence for c in told), default=0)
    return frozenset(c.meaning.weekday for c in told if isinstance(c.meaning, Weekday) and c.sentence == first)


def holiday_of_the_news(clues: Clues) -> Iterator[Constraint]:
    """A holiday of a named country that it is, or was, on the day of the news."""
    for clue in clues.clues:
        day = clue.meaning
        if isinstance(day, NamedDay) and day.year is None and day.shift is None and _is_predicate(clues, clue):
            dates = [h.day for year in YEARS for h in holiday_dates(day.name, day.country, year)]
            whose = f" ({day.country})" if day.country else ""
            weekdays = _news_weekdays(clues)
            if len(weekdays) == 1 and clue.side == PAST:
                fits = [d for d in dates if d.weekday() in weekdays]
                name = _WEEKDAYS[next(iter(weekdays))]
                reason = f"{clue.text}{whose} was on the {name} of the news: {_listed(fits)}"
                yield Constraint(around(fits, 0, NEWS_DAYS), reason, selects=True)
            else:
                yield Constraint(around(dates, 0, NEWS_DAYS), f"it was {clue.text}{whose}", selects=False)


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
    shown = ", ".join(d.isoformat() for d in days[:8])
    return shown + (" ..." if len(days) > 8 else "") if shown else "never"
