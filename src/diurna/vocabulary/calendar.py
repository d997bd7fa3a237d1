"""Named days: when a holiday, an election or a recurring international event was in a given year."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from diurna.vocabulary._days import days_in, nth_weekday, rule_days
from diurna.vocabulary._files import read_table, read_toml, several
from diurna.vocabulary._text import normal

FIRST_YEAR, LAST_YEAR = 1980, 2035


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day with a name: `countries` are ISO3 codes, () means international.

    `end` is the last day where it goes on for several, and `approximate` says that the days are the usual ones for
    such an event rather than a certain date. `body` says that the name is that of a body that works all year, too.
    """

    name: str
    countries: tuple[str, ...]
    day: dt.date
    end: dt.date | None = None
    approximate: bool = False
    body: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    rule: str
    countries: tuple[str, ...]

    def on(self, year: int) -> Iterator[tuple[dt.date, dt.date | None]]:
        return days_in(self.rule, year)


@cache
def _aliases() -> dict[str, Any]:
    return read_toml("holiday_aliases.toml")


@cache
def _rows() -> tuple[_Row, ...]:
    table = [_Row(name, rule, tuple(isos.split())) for name, rule, isos in read_table("holidays.tsv", 3)]
    days: dict[str, str] = _aliases()["international"]
    added: dict[str, dict[str, str]] = _aliases()["added"]
    table += [_Row(name, rule, ()) for name, rule in days.items()]
    table += [_Row(name, rule, (iso3,)) for iso3, rules in added.items() for name, rule in rules.items()]
    return tuple(table)


@cache
def _press_names() -> dict[tuple[str, str], tuple[str, ...]]:
    """(folded press name, ISO3 or "any") -> the table's names, folded."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for iso3, names in _aliases()["names"].items():
        for name, aliases in names.items():
            for alias in aliases:
                found[normal(alias), iso3].append(normal(name))
    return {key: tuple(names) for key, names in found.items()}


@cache
def _by_name() -> dict[str, tuple[_Row, ...]]:
    """Folded name or press name -> rows, each cut down to the countries where it goes by that name."""
    found: dict[str, list[_Row]] = defaultdict(list)
    for row in _rows():
        found[normal(row.name)].append(row)
    for (alias, iso3), names in _press_names().items():
        for row in [row for name in names for row in found.get(name, ())]:
            if iso3 == "any":
                found[alias].append(row)
            elif iso3 in row.countries:
                found[alias].append(_Row(row.name, row.rule, (iso3,)))
    return {name: tuple(dict.fromkeys(rows)) for name, rows in found.items()}


def _together(days: Iterable[NamedDay]) -> tuple[NamedDay, ...]:
    """One entry a day and name, in order of days; an international one stands for those of its countries."""
    found: dict[tuple[dt.date, dt.date | None, str], set[str] | None] = {}
    for day in days:
        key = (day.day, day.end, day.name)
        isos = found.get(key, set())
        found[key] = None if isos is None or not day.countries else isos | set(day.countries)
    return tuple(
        NamedDay(name, tuple(sorted(isos or ())), first, end)
        for (first, end, name), isos in sorted(found.items(), key=lambda item: (item[0][0], item[0][2]))
    )


def holiday_dates(name: str, country: str | None, year: int) -> tuple[NamedDay, ...]:
    """When the holiday of this name or press name is in that year: in one country (ISO3), or in any for None.

    An international day counts for every country that has none of its own by that name. Years outside the table
    (`FIRST_YEAR` to `LAST_YEAR`) and unknown names give ().
    """
    rows = _by_name().get(normal(name), ())
    if country is not None:
        own = [_Row(row.name, row.rule, (country,)) for row in rows if country in row.countries]
        rows = tuple(own) or tuple(row for row in rows if not row.countries)
    return _together(NamedDay(row.name, row.countries, day, end) for row in rows for day, end in row.on(year))


@cache
def _by_day(year: int) -> dict[dt.date, tuple[NamedDay, ...]]:
    found: dict[dt.date, list[NamedDay]] = defaultdict(list)
    for row in _rows():
        for first, end in row.on(year):
            for extra in range(((end or first) - first).days + 1):
                found[first + dt.timedelta(extra)].append(NamedDay(row.name, row.countries, first, end))
    return {day: _together(days) for day, days in found.items()}


def holidays_on(day: dt.date) -> tuple[NamedDay, ...]:
    """All holidays that fall on that day, anywhere."""
    return _by_day(day.year).get(day, ())


@cache
def holiday_names() -> frozenset[str]:
    """Folded names and press names by which a holiday can be found in text, without those that are common words.

    Names of one word count only where the vocabulary lists them as safe ("christmas"), names of several words where
    they are the press's or hold a sign such as "day".
    """
    detect = _aliases()["detect"]
    safe, banned = ({normal(name) for name in detect[key]} for key in ("single", "never"))
    sign = re.compile(rf"\b({'|'.join(map(re.escape, detect['signs']))})\b")
    press = {alias for alias, _ in _press_names()}
    several_words = (name for name in _by_name() if " " in name and (name in press or sign.search(name)))
    return (frozenset(several_words) | (safe & _by_name().keys())) - banned


@cache
def _elections() -> dict[str, tuple[NamedDay, ...]]:
    found: dict[str, list[NamedDay]] = defaultdict(list)
    for iso3, kind, dates in read_table("elections.tsv", 3):
        found[iso3] += [NamedDay(f"{kind} election", (iso3,), dt.date.fromisoformat(day)) for day in dates.split()]
    return {iso3: tuple(sorted(days, key=lambda day: day.day)) for iso3, days in found.items()}


ELECTIONS = ("presidential", "midterm", "parliamentary", "general", "legislative")
"""What elections are called."""
OF_ANY_KIND = ("general", "legislative")
"""Those of these words that may mean an election of any kind."""


def elections_named(name: str, country: str, year: int) -> tuple[NamedDay, ...]:
    """The voting days of "presidential election", or of "election" for any kind but the midterm one, in a year."""
    kind = name.split(maxsplit=1)[0]
    days = election_dates(country, year)
    if kind == "election":
        return tuple(day for day in days if not day.name.startswith("midterm"))
    return tuple(day for day in days if kind in OF_ANY_KIND or day.name.startswith(kind))


def us_election_day(year: int) -> dt.date:
    """The Tuesday after the first Monday in November, by statute of 1845."""
    return nth_weekday(year, 11, 1, weekday=0) + dt.timedelta(1)


def election_dates(country: str, year: int | None = None) -> tuple[NamedDay, ...]:
    """National elections of a country (ISO3): voting days of all rounds, in one year or in all that are known.

    A list that leaves out what is not certain: nothing found does not mean that there was no election.
    """
    if country == "USA":
        years = range(1980, LAST_YEAR + 1) if year is None else (year,)
        return tuple(
            NamedDay("presidential election" if y % 4 == 0 else "midterm election", ("USA",), us_election_day(y))
            for y in years
            if y % 2 == 0
        )
    return tuple(day for day in _elections().get(country, ()) if year is None or day.day.year == year)


@cache
def _events() -> dict[str, tuple[dict[str, Any], ...]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for event in read_toml("named_events.toml")["event"]:
        for name in {normal(name) for name in (event["name"], *event.get("names", ()))}:
            found[name].append(event)
    return {name: tuple(events) for name, events in found.items()}


def event_dates(name: str, year: int) -> tuple[NamedDay, ...]:
    """When a recurring named event was in that year ("UN General Assembly", "Ramadan", "Davos"): `day` to `end`."""
    return tuple(
        NamedDay(
            event["name"], several(countries), first, end, event.get("approximate", False), event.get("body", False)
        )
        for event in _events().get(normal(name), ())
        for first, end, countries in rule_days(event, year)
    )


@cache
def event_names() -> frozenset[str]:
    """Folded names of all recurring events."""
    return frozenset(_events())
