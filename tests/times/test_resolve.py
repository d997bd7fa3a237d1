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
        ("The drill will run from October 28 to November 20.", "2024-11-10", ["2024-10-28", "2024-11-20"]),
        ("The gallery will open on September 1.", "2024-11-10", ["2025-09-01"]),
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


_SIEGE = (
    "In 1918 the old king died. On 3 May 1919 the siege began. It was lifted in June 1919. "
    "A new army arrived in July 1919. It moved north in August 1919. "
)


def _last(text: str, day: str | None = "2009-12-19") -> TimeExpression:
    return _resolve(text, day)[-1]


def test_history_keeps_the_year_told() -> None:
    october, january = _resolve(_SIEGE + "In October it took the capital. In January the war ended.", "2009-12-19")[-2:]

    assert (october.value, january.value) == ("1919-10", "1920-01")


@pytest.mark.parametrize(
    ("sentence", "value", "edtf"),
    [
        ("The king fled the following year.", "1920", "1920"),
        ("The queen left the previous year.", "1918", "1918"),
        ("They made peace two months later.", "1919-10", "1919-10"),
        ("The garrison gave up that month.", "1919-08", "1919-08"),
        ("The fleet sailed three days later.", "1919-08-XX", "1919-08-04/1919-09-03"),
        ("The talks of the next spring failed.", "1920-SP", "1920-21"),
        ("They stayed until the end of the year.", "1919", "1919"),
    ],
)
def test_a_history_counts_from_the_date_that_it_has_come_to(sentence: str, value: str, edtf: str) -> None:
    found = _last(_SIEGE + sentence)

    assert (found.value, found.anchor) == (value, "narrative")
    assert found.edtf == Edtf.parse(edtf)


def test_a_history_dates_a_day_of_the_month_and_a_clock_time() -> None:
    story = _SIEGE + "On 2 October he made an offer. It was refused on the 5th. He shot at 10:30 a.m."

    fifth, clock = _resolve(story, "2009-12-19")[-2:]

    assert fifth.value == "1919-10-05"
    assert clock.value == "1919-10-05T10:30"


def test_a_weekday_in_a_history_is_the_next_one() -> None:
    assert _last(_SIEGE + "On 2 October 1919 he made an offer. He took it back on Sunday.").value == "1919-10-05"


def test_what_was_said_in_a_history_was_not_said_on_the_day_of_the_report() -> None:
    found = _last(_SIEGE + 'The general cried: "We will march tomorrow!"')

    assert (found.value, found.edtf) == ("XXXX-XX-XX", None)


def test_an_aside_does_not_move_a_history() -> None:
    story = _SIEGE + "Papers that were found in 2004 tell more. In September the army rested. In October 1919 it left."

    assert _resolve(story, "2009-12-19")[-2].value == "1919-09"


def test_a_history_without_a_day_of_publication_keeps_its_year() -> None:
    assert _last(_SIEGE + "In October it took the capital.", None).value == "1919-10"


def test_a_report_does_not_take_a_month_from_a_year_that_it_mentions() -> None:
    assert _last("The two sides signed a pact in 1992. The minister resigned in May.", "2018-09-30").value == "2018-05"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Profit rose to $5 million in the third quarter from $3 million a year earlier.", "2023-Q3"),
        ("Sales fell in the second quarter. The loss was smaller than a year ago.", "2023-Q2"),
        ("The economy shrank. A year ago it grew.", "2023"),
    ],
)
def test_a_year_earlier_is_the_same_period_of_the_year_before(text: str, value: str) -> None:
    assert _last(text, "2024-11-05").value == value


def test_two_comparisons_go_back_from_the_same_date() -> None:
    first, second = _resolve("Exports rose from a year earlier. Imports were lower than a year earlier.", "2024-11-05")

    assert first.value == second.value == "2023"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The court postponed the hearing until Friday.", "2024-11-08"),
        ("The rebels gave the town until Thursday to surrender.", "2024-11-07"),
        ("The minister could not be reached on Monday.", "2024-11-04"),
        ("The truce had been scheduled to expire on Monday.", "2024-11-04"),
        ("President to visit Oslo in March, aide confirmed.", "2025-03"),
        ("The garrison waited until Monday.", "2024-11-04"),
        ("Until Thursday they had not called him a rebel.", "2024-10-31"),
        ("The junta called elections for May.", "2025-05"),
        ("The treaty was signed on December 25.", "2023-12-25"),
        ("The general died in December.", "2023-12"),
        ("He spoke of a visit by the king in December.", "2024-12"),
        ("The leaders meet Friday.", "2024-11-08"),
        ("The return of the pilot on Sunday sets a record.", "2024-11-03"),
    ],
)
def test_the_side_of_a_clause(text: str, value: str) -> None:
    assert _last(text, "2024-11-05").value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He was hurt last October. He left the country that same day.", "2024-10-XX"),
        ("The fleet turned back. Its admiral resigned three days later.", "XXXX-XX-XX"),
        ("The fleet will sail soon. It will be home three days later.", "2024-11-08"),
        ("The envoy arrived on Monday. He had left Rome a day earlier.", "2024-11-03"),
        ("The talks began on October 10. They ended the following Monday.", "2024-10-14"),
        ("The index stood higher on Friday than on the previous Friday.", "2024-10-25"),
        ("The talks began in October. They will end next Monday.", "2024-11-11"),
    ],
)
def test_a_report_counts_a_narrative_step_from_a_date_told(text: str, value: str) -> None:
    assert _last(text, "2024-11-05").value == value


def test_a_clock_time_belongs_to_the_day_of_its_sentence() -> None:
    clock, _ = _resolve("At 10:30 a.m. the guards opened the gate on Friday.", "2024-11-05")

    assert (clock.value, clock.anchor) == ("2024-11-01T10:30", "narrative")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He has fought for the past three years.", "2021-11-05/2024-11-05"),
        ("She was ill for the last five months of her life.", None),
        ("The hostage sat there for the next 30 days.", None),
        ("The talks will end in the next 30 days.", "2024-11-05/2024-12-05"),
    ],
)
def test_a_length_lies_beside_the_day_of_speaking_or_nowhere(text: str, edtf: str | None) -> None:
    found = _last(text, "2024-11-05")

    assert found.type == "DURATION"
    assert found.edtf == (Edtf.parse(edtf) if edtf else None)


def test_a_quotation_that_runs_on_keeps_the_month_in_which_it_was_said() -> None:
    text = 'The mayor remarked in January that: "We have seen the plans.\n\n"The visit next month will draw crowds. "'

    found = _last(text, "2018-04-27")

    assert (found.value, found.anchor) == ("2018-02", "quote")
