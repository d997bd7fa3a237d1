"""Placing expressions: anchors, intervals of publication, and ranges."""

from __future__ import annotations

import pytest

from diurna.language import read
from diurna.model import Edtf, Published
from diurna.times import QuoteAnchor, TimeExpression, find_times, resolve_times


def _resolve(text: str, day: str | None, quotes: tuple[QuoteAnchor, ...] = ()) -> tuple[TimeExpression, ...]:
    reading = read([text])[0]
    published = Published(edtf=Edtf.parse(day) if day else None)
    return resolve_times(reading, find_times(reading), published, quotes)


@pytest.mark.parametrize(
    ("text", "day", "values"),
    [
        ("The ban was extended until June 1.", "2018-04-30", ["2018-06-01"]),
        ("The talks are set for Thursday and Friday this week.", "2018-04-30", ["2018-05-03", "2018-05-04"]),
        ("The forum will take place from September 18 to 20.", "2024-09-19", ["2024-09-18", "2024-09-20"]),
        ("The envoy left on Monday, September 16.", "2024-09-18", ["2024-09-16"]),
        ("It appealed against Wednesday's ruling and will meet soon.", "2000-01-07", ["2000-01-05", "FUTURE_REF"]),
        ("The ministers met last week.", "2024-11-04", ["2024-W44"]),
        ("He was arrested in December.", "2024-01-03", ["2023-12"]),
    ],
)
def test_values(text: str, day: str, values: list[str]) -> None:
    assert [e.value for e in _resolve(text, day)] == values


def test_an_interval_of_publication_gives_one_day_where_all_its_days_agree() -> None:
    (monday,) = _resolve("The leaders met on Monday.", "2024-11-04/2024-11-05")

    assert monday.edtf == Edtf.parse("2024-11-04")
    assert monday.anchor == "report"


def test_an_interval_of_publication_gives_an_interval_where_its_days_differ() -> None:
    (yesterday,) = _resolve("The leaders met yesterday.", "2024-11-04/2024-11-05")

    assert yesterday.edtf == Edtf.parse("2024-11-03/2024-11-04")
    assert any("do not agree" in reason for reason in yesterday.reasons)


def test_without_a_day_of_publication_relative_expressions_stay_open() -> None:
    monday, year = _resolve("The leaders met on Monday, as they did in 2019.", None)

    assert monday.edtf is None
    assert year.edtf == Edtf.parse("2019")
    assert year.anchor == "absolute"


def test_words_in_a_dated_quote_count_from_the_day_of_saying() -> None:
    text = "No meeting is on her agenda this week, he said."
    said = QuoteAnchor(0, text.index(", he"), Edtf.parse("2024-09-18"))

    (week,) = _resolve(text, "2024-11-04", (said,))

    assert (week.value, week.anchor) == ("2024-W38", "quote")
    assert week.edtf == Edtf.parse("2024-09-16/2024-09-22")


def test_history_keeps_the_year_told() -> None:
    text = (
        "On 3 May 1919 the siege began. It was lifted in June 1919. A new army arrived in July 1919. "
        "It moved north in August 1919. In October it took the capital. In January the war ended."
    )

    assert [e.value for e in _resolve(text, "2009-12-19")][-2:] == ["1919-10", "1920-01"]
