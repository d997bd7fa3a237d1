"""Holidays, elections and recurring events, against dates that are beyond doubt."""

from __future__ import annotations

import datetime as dt
import importlib.util
import sys
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

from diurna.vocabulary import calendar
from diurna.vocabulary._days import easter, nth_weekday
from diurna.vocabulary._text import normal
from diurna.vocabulary.countries import countries

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("name", "country", "year", "day"),
    [
        ("National Unity Day", "RUS", 2024, "2024-11-04"),
        ("Victory Day", "RUS", 2015, "2015-05-09"),
        ("Bastille Day", "FRA", 2023, "2023-07-14"),
        ("Thanksgiving", "USA", 1989, "1989-11-23"),
        ("Fourth of July", "USA", 2000, "2000-07-04"),
        ("Presidents’ Day", "USA", 2024, "2024-02-19"),
        ("Labour Day", "USA", 2021, "2021-09-06"),
        ("Day of German Unity", "DEU", 1999, "1999-10-03"),
        ("Double Ten", "TWN", 2023, "2023-10-10"),
        ("Liberation Day", "KOR", 2020, "2020-08-15"),
        ("Day of the Sun", "PRK", 2012, "2012-04-15"),
        ("Independence Day", "UKR", 2024, "2024-08-24"),
        ("Independence Day", "ISR", 2024, "2024-05-14"),
        ("Lunar New Year", "CHN", 2024, "2024-02-10"),
        ("Nowruz", "IRN", 2024, "2024-03-20"),
        ("Eid al-Fitr", "TUR", 2024, "2024-04-10"),
        ("International Women's Day", "FRA", 2024, "2024-03-08"),
        ("Orthodox Christmas", "RUS", 2023, "2023-01-07"),
    ],
)
def test_a_holiday_of_a_country(name: str, country: str, year: int, day: str) -> None:
    assert [found.day.isoformat() for found in calendar.holiday_dates(name, country, year)] == [day]


def test_a_name_that_several_countries_use_gives_all_their_days() -> None:
    days = {iso3: day.day for day in calendar.holiday_dates("National Unity Day", None, 2024) for iso3 in day.countries}
    assert days["RUS"] == dt.date(2024, 11, 4)
    assert days["TUR"] == dt.date(2024, 7, 15)
    assert "USA" not in days


def test_days_off_that_stand_in_for_a_holiday_are_left_out() -> None:
    # 4 July 2021 was a Sunday: the Monday was a day off and not Independence Day.
    assert [day.day for day in calendar.holiday_dates("Independence Day", "USA", 2021)] == [dt.date(2021, 7, 4)]
    assert not [day for day in calendar.holidays_on(dt.date(2021, 7, 5)) if "USA" in day.countries]


def test_national_unity_day_is_the_exact_name_of_a_day_in_other_countries() -> None:
    exact = {iso3 for day in calendar.holiday_dates("National Unity Day", None, 2023) for iso3 in day.countries}
    assert {"RUS", "GEO", "TJK", "ESH", "ITA"} <= exact
    assert calendar.holiday_dates("National Unity Day", "RUS", 2024)[0].name == "Unity Day"
    assert calendar.holiday_dates("National Unity Day", "GEO", 2024)[0].day == dt.date(2024, 4, 9)
    assert calendar.holiday_dates("National Unity Day", "RUS", 2004) == ()  # kept since 2005


@pytest.mark.parametrize(
    ("name", "country", "day", "days_off"),
    [
        ("Christmas Day", "GBR", "2022-12-25", ["2022-12-27"]),
        ("Australia Day", "AUS", "2019-01-26", ["2019-01-28"]),
        ("Veterans Day", "USA", "2018-11-11", ["2018-11-12"]),
        ("Constitution Day", "JPN", "2015-05-03", ["2015-05-06"]),
        ("Victory Day", "RUS", "2021-05-09", ["2021-05-10"]),
    ],
)
def test_a_day_off_for_a_holiday_on_a_weekend_is_not_the_holiday(
    name: str, country: str, day: str, days_off: list[str]
) -> None:
    year = int(day[:4])
    assert [found.day.isoformat() for found in calendar.holiday_dates(name, country, year)] == [day]
    for off in days_off:
        assert name not in [d.name for d in calendar.holidays_on(dt.date.fromisoformat(off)) if country in d.countries]


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("Independence Day", 2022, "2022-08-24"),
        ("Constitution Day", 2023, "2023-06-28"),
        ("Flag Day", 2024, "2024-08-23"),
        ("Statehood Day", 2023, "2023-07-28"),
        ("Statehood Day", 2024, "2024-07-15"),
        ("Defenders Day", 2022, "2022-10-14"),
        ("Defenders Day", 2024, "2024-10-01"),
        ("Christmas", 2024, "2024-12-25"),
        ("International Women's Day", 2025, "2025-03-08"),
    ],
)
def test_ukraine_keeps_its_days_in_wartime_though_they_are_no_days_off(name: str, year: int, day: str) -> None:
    assert [found.day.isoformat() for found in calendar.holiday_dates(name, "UKR", year)] == [day]


@pytest.mark.parametrize(
    ("name", "country", "year", "day"),
    [
        ("Coptic Christmas", "EGY", 2022, "2022-01-07"),
        ("Hangul Day", "KOR", 2005, "2005-10-09"),
        ("Republic Day", "PRT", 2014, "2014-10-05"),
    ],
)
def test_days_keep_their_names_in_years_without_a_day_off(name: str, country: str, year: int, day: str) -> None:
    assert [found.day.isoformat() for found in calendar.holiday_dates(name, country, year)] == [day]


@pytest.mark.parametrize(
    ("country", "day"),
    [("RUS", "01-07"), ("SRB", "01-07"), ("GEO", "01-07"), ("BLR", "01-07"), ("ETH", "01-07"), ("ARM", "01-06")],
)
def test_orthodox_christmas_where_it_is_kept(country: str, day: str) -> None:
    for year in (2019, 2022, 2025):
        found = calendar.holiday_dates("Orthodox Christmas", country, year)
        assert [one.day.isoformat() for one in found] == [f"{year}-{day}"]


def test_islamic_days_move_and_come_twice_in_some_years() -> None:
    assert [d.day.isoformat() for d in calendar.holiday_dates("Eid al-Adha", "TUR", 2006)] == [
        "2006-01-10",
        "2006-12-31",
    ]
    assert len(calendar.holiday_dates("Eid al-Fitr", "TUR", 2000)) == 2
    days = [calendar.holiday_dates("Eid al-Fitr", "SAU", year)[0].day for year in (2021, 2022, 2023, 2024)]
    assert days == sorted(days)
    assert all(9 <= 365 - (b - a).days <= 13 for a, b in pairwise(days))


def test_unknown_names_and_years_give_nothing() -> None:
    assert calendar.holiday_dates("Pancake Independence Day", None, 2024) == ()
    assert calendar.holiday_dates("Victory Day", "RUS", 1807) == ()
    assert calendar.holiday_dates("Bastille Day", "RUS", 2024) == ()


def test_holidays_on_a_day_within_a_long_holiday() -> None:
    names = {day.name for day in calendar.holidays_on(dt.date(2024, 2, 11)) if "CHN" in day.countries}
    assert "Chinese New Year" in names


def test_names_for_detection_hold_no_common_words() -> None:
    names = calendar.holiday_names()
    assert {"national unity day", "christmas", "fourth of july", "eid al-fitr"} <= names
    assert not {"public holiday", "new year", "independence", "republic", "assumption", "election day"} & names


def test_every_press_name_belongs_to_a_day_of_the_table() -> None:
    rows: dict[str, set[str]] = {}
    for row in calendar._rows():
        rows.setdefault(normal(row.name), set()).update(row.countries)
    for iso3, names in calendar._aliases()["names"].items():
        for name in names:
            assert normal(name) in rows, (iso3, name)
            assert iso3 == "any" or iso3 in rows[normal(name)], (iso3, name)


@pytest.mark.parametrize(
    ("year", "day"), [(2016, "2016-11-08"), (2022, "2022-11-08"), (2024, "2024-11-05"), (2020, "2020-11-03")]
)
def test_us_elections_follow_the_statute(year: int, day: str) -> None:
    assert [found.day.isoformat() for found in calendar.election_dates("USA", year)] == [day]
    assert calendar.election_dates("USA", year + 1) == ()


def test_elections_of_other_countries() -> None:
    assert [
        day.day.isoformat() for day in calendar.election_dates("FRA", 2022) if day.name == "presidential election"
    ] == [
        "2022-04-10",
        "2022-04-24",
    ]
    days = {(day.countries, day.day, day.name) for iso3 in countries() for day in calendar.election_dates(iso3)}
    assert len(days) == sum(len(calendar.election_dates(iso3)) for iso3 in countries())


def test_recurring_events() -> None:
    assembly = calendar.event_dates("UN General Assembly", 2024)[0]
    assert (assembly.day, assembly.end) == (dt.date(2024, 9, 24), dt.date(2024, 9, 30))
    assert [day.countries for day in calendar.event_dates("G20 summit", 2009)] == [("GBR",), ("USA",)]
    assert calendar.event_dates("Ramadan", 2024)[0].approximate
    assert calendar.event_dates("Black Friday", 2024)[0].day == dt.date(2024, 11, 29)
    assert calendar.event_dates("Davos", 1850) == ()


@pytest.mark.parametrize(
    ("name", "year", "first", "last", "countries"),
    [
        ("UN General Assembly", 2025, "2025-09-23", "2025-09-29", ("USA",)),
        ("G7 summit", 2023, "2023-05-19", "2023-05-21", ("JPN",)),
        ("G20 summit", 2024, "2024-11-18", "2024-11-19", ("BRA",)),
        ("NATO summit", 2026, "2026-07-07", "2026-07-08", ("TUR",)),
        ("BRICS summit", 2024, "2024-10-22", "2024-10-24", ("RUS",)),
        ("APEC summit", 2025, "2025-10-31", "2025-11-01", ("KOR",)),
        ("SCO summit", 2025, "2025-08-31", "2025-09-01", ("CHN",)),
        ("Munich Security Conference", 2026, "2026-02-13", "2026-02-15", ("DEU",)),
        ("Davos", 2026, "2026-01-19", "2026-01-23", ("CHE",)),
        ("Olympics", 2024, "2024-07-26", "2024-08-11", ("FRA",)),
        ("Olympics", 2026, "2026-02-06", "2026-02-22", ("ITA",)),
    ],
)
def test_meetings_and_games(name: str, year: int, first: str, last: str, countries: tuple[str, ...]) -> None:
    (found,) = calendar.event_dates(name, year)
    assert found.end is not None
    assert (found.day.isoformat(), found.end.isoformat(), found.countries) == (first, last, countries)


def test_the_olympics_of_2020_were_in_2021() -> None:
    assert calendar.event_dates("Summer Olympics", 2020) == ()
    assert calendar.event_dates("Summer Olympics", 2021)[0].countries == ("JPN",)


def test_every_listed_event_lies_in_its_year_and_ends_after_it_begins() -> None:
    for name in calendar.event_names():
        for year in range(2000, 2031):
            for found in calendar.event_dates(name, year):
                assert found.day.year == year
                assert found.end is None or 0 < (found.end - found.day).days <= 40


def test_an_anniversary_begins_a_year_after_its_cause() -> None:
    assert calendar.event_dates("September 11 anniversary", 2001) == ()
    assert calendar.event_dates("anniversary of Russia's invasion of Ukraine", 2022) == ()
    assert calendar.event_dates("anniversary of Russia's invasion of Ukraine", 2024)[0].day == dt.date(2024, 2, 24)


def test_ramadan_ends_where_eid_begins() -> None:
    for year in range(2000, 2030):
        (ramadan,) = calendar.event_dates("Ramadan", year)
        assert ramadan.end is not None
        eids = [day.day for day in calendar.holiday_dates("Eid al-Fitr", "TUR", ramadan.end.year)]
        assert any(abs((eid - ramadan.end).days) <= 2 for eid in eids), year


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [(2000, "2000-04-23", "2000-04-30"), (2014, "2014-04-20", "2014-04-20"), (2024, "2024-03-31", "2024-05-05")],
)
def test_easter(year: int, western: str, orthodox: str) -> None:
    assert (easter(year).isoformat(), easter(year, orthodox=True).isoformat()) == (western, orthodox)


def test_nth_weekday() -> None:
    assert nth_weekday(2024, 11, 4, 3) == dt.date(2024, 11, 28)
    assert nth_weekday(2023, 12, -1, 6) == dt.date(2023, 12, 31)


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate_holidays", ROOT / "tools" / "generate_holidays.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_the_committed_table_is_what_the_pinned_library_gives() -> None:
    library = pytest.importorskip("holidays")
    committed = (ROOT / "src" / "diurna" / "vocabulary" / "holidays.tsv").read_text(encoding="utf-8")
    if f"holidays {library.__version__}." not in committed:
        pytest.skip(f"the table is made with another version than holidays {library.__version__}")
    assert generator().table_text() == committed
