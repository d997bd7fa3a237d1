"""The small language in which the calendar files say when a named day is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

Span = tuple[dt.date, dt.date | None]


def _span(cell: str, year: int) -> Span:
    """`MMDD`, or `MMDD+N` for N more days."""
    date, _, further = cell.partition("+")
    first = dt.date(year, int(date[:2]), int(date[2:]))
    return first, first + dt.timedelta(int(further)) if further else None


def _cells(rule: str, year: int) -> list[str]:
    head, colon, row = rule.partition(":")
    if colon:
        cells, index = row.split(), year - int(head)
        return cells[index].split(",") if 0 <= index < len(cells) and cells[index] != "-" else []
    cell, _, years = rule.partition(" ")
    start, _, end = years.partition("-")
    return cell.split(",") if not years or int(start) <= year <= int(end) else []


def days_in(rule: str, year: int) -> Iterator[Span]:
    """The spans of a rule in a year: `MMDD`, `MMDD FROM-TO`, or `FROM: MMDD MMDD ...` with one cell a year."""
    return (_span(cell, year) for cell in _cells(rule, year))


def easter(year: int, *, orthodox: bool = False) -> dt.date:
    """Easter Sunday: Western by the Gregorian reckoning, Orthodox by the Julian one, as a Gregorian date.

    Meeus, Astronomical Algorithms (1991), chapter 8; the Julian date is moved by 13 days, right for 1900 to 2099.
    """
    if orthodox:
        moon = (19 * (year % 19) + 15) % 30
        month, day = divmod(moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114, 31)
        return dt.date(year, month, day + 1) + dt.timedelta(13)
    century, in_century = divmod(year, 100)
    leap, rest = divmod(century, 4)
    moon = (19 * (year % 19) + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quads, rest_years = divmod(in_century, 4)
    weekday = (32 + 2 * rest + 2 * quads - moon - rest_years) % 7
    shift = (year % 19 + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return dt.date(year, month, day + 1)


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> dt.date:
    """The nth (1 to 5; -1 for the last) weekday (Monday is 0) of a month."""
    if nth > 0:
        first = dt.date(year, month, 1)
        return first + dt.timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(1)
    return last - dt.timedelta((last.weekday() - weekday) % 7)


def rule_days(event: Mapping[str, Any], year: int) -> Iterator[tuple[dt.date, dt.date | None, str]]:
    """The first day, last day and countries (`|` between) of an event of `named_events.toml` in a year."""
    if not event.get("since", 1) <= year <= event.get("until", 9999):
        return
    country = event.get("country", "")
    listed = event.get("dates", {}).get(str(year), [])
    for cell in [listed] if isinstance(listed, str) else listed:
        days, _, host = cell.partition(" ")
        first, _, last = days.partition("/")
        yield dt.date.fromisoformat(first), dt.date.fromisoformat(last) if last else None, host or country
    first_day = _by_rule(event, year)
    if first_day is not None:
        further = dt.timedelta(event.get("days", 1) - 1)
        yield first_day, first_day + further if further else None, country


def _by_rule(event: Mapping[str, Any], year: int) -> dt.date | None:
    if "day" in event:
        return dt.date.fromisoformat(f"{year}-{event['day']}")
    if "easter" in event:
        return easter(year) + dt.timedelta(event["easter"])
    if "orthodox_easter" in event:
        return easter(year, orthodox=True) + dt.timedelta(event["orthodox_easter"])
    if "nth" in event:
        month, nth, weekday = event["nth"]
        return nth_weekday(year, month, nth, weekday) + dt.timedelta(event.get("shift", 0))
    return None
