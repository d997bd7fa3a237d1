"""Writes `src/diurna/vocabulary/holidays.tsv` from the PyPI package `holidays` (MIT licence).

    python tools/generate_holidays.py            # write the table
    python tools/generate_holidays.py --check    # exit 1 if the committed table differs

Kept: the named days of every country, in English, in all categories. Left out: days off that only stand in for a
holiday (observed, substituted, bridge), shortened workdays, days off for a single occasion (a funeral, a papal visit),
and rows whose name says no more than "holiday". A run of consecutive days of one name becomes one entry with a length.
The format is described at the head of the table.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
import warnings
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

TABLE = Path(__file__).resolve().parents[1] / "src" / "diurna" / "vocabulary" / "holidays.tsv"
YEARS = range(1980, 2036)
ISO3_OF = {"XK": "KOS"}
_STAND_IN = re.compile(
    r"\b(observed|substitut\w*|in lieu|bridge|additional|shortened|emergency|special|day off|elections? special"
    r"|pre-holiday|weekend|long weekend|joint holiday|day before|preceding|day after|following|joint"
    r"|presidential decree|temporary|public holiday|by presidential|non-working|by old style)\b",
    re.I,
)
_NUMBERED = re.compile(r"\b((?<!^)first|second|third|fourth|fifth|sixth|seventh|eighth|\d+(st|nd|rd|th)) day\b", re.I)
_NOTE = re.compile(
    r"\s*\((estimated|by new style|vaishnava|smarta|south india|terai"
    r"|dashain|saptami|mahashtami|mahanavami|guam|second day|in honor of \w+)\)",
    re.I,
)
# Days off for a single occasion: no report dates itself by their names.
_ONCE = re.compile(
    r"\b(funerals?|burial|cremation|passing of|mourning|memorial service|visit|return of|return from|wedding|jubilee"
    r"|coronation|enthronement|celebrations?|championship|cup|national team|canonization|census|changeover|handover"
    r"|proclamation ceremony|crown prince marriage|departure of|olympics|victory against"
    r"|death of (?!imam|prophet|dessalines)\w+)\b",
    re.I,
)
_HALF_DAY = re.compile(r"\s*\((from \d+pm|afternoon|half-day closing)\)", re.I)
_EXTRA = re.compile(r"^(.*\S)\s+\(([^()]{5,})\)$")
_TAIL = re.compile(r"(?<!Bank)(?<!National)(?<!Public)(?<!Year) holidays?$", re.I)
# Where moving the day away from the Sabbath is part of the holiday itself, not a day off that makes up for it.
MOVED = frozenset({"IL"})

Days = dict[str, list[tuple[dt.date, int]]]  # name -> (first day, further days)


def names_of(written: str) -> Iterator[str]:
    """The names in one entry of the library: "A; B", "A/B" and "A (B)" are two names; notes are dropped."""
    for entry in re.split(r";\s+|\s+/\s+|(?<=Day)/", _NOTE.sub("", written)):
        if _HALF_DAY.search(entry) and not re.search(r"\b(Eve|Night|Thursday)\b", entry):
            continue  # the afternoon before the holiday itself
        part = _TAIL.sub("", _HALF_DAY.sub("", entry).strip())
        if any(pattern.search(part) for pattern in (_STAND_IN, _NUMBERED, _ONCE)):
            continue
        double = _EXTRA.match(part)
        yield from (double.groups() if double else (part,))


def runs(days: set[dt.date]) -> list[tuple[dt.date, int]]:
    """Consecutive days put together: (first day, number of days that follow it)."""
    found: list[tuple[dt.date, int]] = []
    for day in sorted(days):
        if found and day == found[-1][0] + dt.timedelta(found[-1][1] + 1) and day.year == found[-1][0].year:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((day, 0))
    return found


def named_days(alpha2: str, years: range = YEARS) -> Days:
    """All named days of one country, by the library's two-letter code."""
    import holidays

    kind = type(holidays.country_holidays(alpha2, years=2024))
    english = "en_US" if "en_US" in (kind.supported_languages or ()) else None
    by_name: dict[str, set[dt.date]] = defaultdict(set)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # years that a country does not cover
        table = holidays.country_holidays(
            alpha2, years=years, observed=alpha2 in MOVED, language=english, categories=kind.supported_categories
        )
    for day, written in table.items():
        entry = written.replace(" (observed)", "") if alpha2 in MOVED else written
        for name in names_of(entry) if day.year in years else ():
            by_name[name].add(day)
    return {name: runs(days) for name, days in by_name.items()}


def _entry(first: dt.date, further: int) -> str:
    return f"{first:%m%d}" + (f"+{further}" if further else "")


def rule_of(days: list[tuple[dt.date, int]]) -> str:
    """The table's third cell: `MMDD FROM-TO` where the date never changes, else `FROM: MMDD MMDD - ...`."""
    by_year: dict[int, list[str]] = defaultdict(list)
    for first, further in days:
        by_year[first.year].append(_entry(first, further))
    start, end = min(by_year), max(by_year)
    cells = [",".join(by_year.get(year, ["-"])) for year in range(start, end + 1)]
    return f"{cells[0]} {start}-{end}" if len(set(cells)) == 1 else f"{start}: {' '.join(cells)}"


def iso3(alpha2: str) -> str | None:
    """The ISO 3166-1 alpha-3 code of a two-letter code; None for what the vocabulary has no country for."""
    from holidays.registry import COUNTRIES

    from diurna.vocabulary.countries import countries

    if alpha2 in ISO3_OF:
        return ISO3_OF[alpha2]
    codes = [code for entry in COUNTRIES.values() if alpha2 in entry for code in entry if len(code) == 3]
    return next((code for code in codes if code in countries()), None)


def table_text() -> str:
    """The whole table."""
    import holidays

    grouped: dict[tuple[str, str], list[str]] = defaultdict(list)
    for alpha2 in sorted(holidays.list_supported_countries(include_aliases=False)):
        country = iso3(alpha2)
        if country is None:
            continue
        for name, days in named_days(alpha2).items():
            grouped[name, rule_of(days)].append(country)
    lines = [
        "# Named days of countries. Generated by tools/generate_holidays.py; press names are in holiday_aliases.toml.",
        "# name TAB rule TAB countries. A rule is `MMDD FROM-TO` (the same every year) or `FROM: MMDD MMDD ...` (one",
        "# cell a year from FROM on; `-` none, `,` several); `+N` means that the day goes on for N more days.",
        f"# Years {YEARS.start} to {YEARS.stop - 1}; source: the Python package holidays {version('holidays')}.",
    ]
    lines += [f"{name}\t{rule}\t{' '.join(sorted(isos))}" for (name, rule), isos in sorted(grouped.items())]
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Write the table, or compare it with the committed one."""
    text = table_text()
    if arguments == ["--check"]:
        same = TABLE.is_file() and TABLE.read_text(encoding="utf-8") == text
        print("holidays.tsv is up to date" if same else "holidays.tsv differs from what the library gives")
        return 0 if same else 1
    TABLE.write_text(text, encoding="utf-8")
    print(f"{text.count(chr(10))} lines, {len(text.encode()) // 1024} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
