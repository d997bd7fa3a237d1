"""Finding expressions: spans, and words that only look like time."""

from __future__ import annotations

import pytest

from diurna.language import read
from diurna.times import find_times


def _found(text: str) -> list[str]:
    return [found.text for found in find_times(read([text])[0])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoys met on the 13th of July in Oslo.", ["the 13th of July"]),
        ("The summit on July 11-12 was short.", ["July 11", "12"]),
        ("He was invited in January last year.", ["January last year"]),
        ("She spoke on Thursday afternoon.", ["Thursday afternoon"]),
        ("They arrived on Tuesday, March 5, 2019, by train.", ["Tuesday, March 5, 2019"]),
        ("Tariffs follow after a 30-day reprieve.", ["30-day"]),
        ("They had met earlier this week.", ["earlier this week"]),
        ("The accord dates from the late 1990s.", ["the late 1990s"]),
        ("Sales rose in next year's first quarter.", ["next year's first quarter"]),
        ("They signed on the morning of April 19, 1995, in the rain.", ["the morning of April 19, 1995"]),
        ("He resigned on July 25 of that year.", ["July 25 of that year"]),
        ("The fleet sailed in early 2016 and returned early in 2018.", ["early 2016", "early in 2018"]),
        ("Around 7:15 p.m. on Friday the lights went out.", ["Around 7:15 p.m. on Friday"]),
        ("The convoy left at 4 in the morning.", ["4 in the morning"]),
        ("The law took effect in the middle of the 19th century.", ["the middle of the 19th century"]),
        ("The treaty dates from the end of the 1980s.", ["the end of the 1980s"]),
        ("The army holds the coast at the end of June.", ["the end of June"]),
        ("They fought for over two years and for over a decade.", ["over two years", "over a decade"]),
        ("He worked on it over two years.", ["two years"]),
        ("For the first 100 days she said nothing.", ["the first 100 days"]),
        ("It rained for two straight weeks.", ["two straight weeks"]),
        ("In the past year and a half, 300 people died.", ["the past year and a half"]),
        ("Prices rose in the fiscal year ended in March.", ["the fiscal year", "March"]),
        (
            "Output fell in the latest quarter and in the year-ago quarter.",
            ["the latest quarter", "the year-ago quarter"],
        ),
        ("Beginning in 1915 they attacked each spring.", ["1915", "each spring"]),
        ("She arrived earlier this week and leaves later today.", ["earlier this week", "later today"]),
        ("The attack came hours before the deadline.", ["hours"]),
        ("The deal was reached a day after the referendum.", ["a day"]),
        ("The monthlong truce ended with a decades-long ban.", ["monthlong", "decades-long"]),
        ("Each of the past three years was dry.", ["Each of the past three years"]),
        ("During Ramadan and on Orthodox Christmas the guns fell silent.", ["Ramadan", "Orthodox Christmas"]),
        ("The bureau meets 14 June-16 June and Sunday-Tuesday.", ["14 June", "16 June", "Sunday", "Tuesday"]),
        ("The vote in nineteen ninety-six was close.", ["nineteen ninety-six"]),
        ("It lasted 2 1/2 years.", ["2 1/2 years"]),
        ("In the past 35 years the coast was hit twice.", ["the past 35 years"]),
        ("The 2012 Summer Paralympics followed in London.", ["2012"]),
        ("Poverty was feared in the 1930's and after 9/11.", ["the 1930's", "9/11"]),
        ("14:20 - The ministry denied it.\n14.35 - The envoy left.", ["14:20", "14.35"]),
        ("Nothing has come of it as recently as October.", ["October"]),
        ("She was indicted last year in the October case.", ["last year", "October"]),
        ("He spoke right now and will in the near future.", ["right now", "the near future"]),
    ],
)
def test_spans(text: str, expected: list[str]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Protesters may march to the palace.",
        "Theresa May spoke to reporters; May then left the room.",
        "The second round of talks ended without a result.",
        "Article 1973 of the code and Resolution 2231 were cited.",
        "About 2,000 troops and 1900 soldiers crossed the border.",
        "The 45-year-old envoy smiled.",
        "The fall of the government surprised nobody.",
        "The spring of fresh water dried up, and prices may fall.",
        "The March of the Mothers ended at the palace, and so did the Long March.",
        "Johnnie Christmas and Sen. Summers read The Sunday Times.",
        "Sun, a maker of computers, hired the envoy.",
        "The envoy appeared on 60 Minutes and wrote for USA Today.",
        "Flight 2024 landed; see pages 1990-1995 and Articles 1990 and 1995.",
        "The score was 21-19, the price 2.46 billion euros.",
        "She was in her early 30s, he was 45 years old.",
        "Iraq imports three-quarters of its food, some quarters say.",
        "He hopes that he may one day return.",
        "Every now and then the 2nd Division marches.",
        "A minute quantity of gas was found a second time.",
        "The Good Friday Agreement ended the war.",
        "He was named player of the year.",
    ],
)
def test_words_that_only_look_like_time(text: str) -> None:
    assert _found(text) == []


def test_offsets_are_code_points_of_the_verbatim_text() -> None:
    text = "“Türkiye’s” envoy arrived on  5 November 2024."
    reading = read([text])[0]

    (found,) = find_times(reading)

    assert text[found.start : found.end] == found.text == "5 November 2024"
    assert reading.span_text(found.first, found.last) == found.text
