"""Dating a report without a date: what decides, and abstaining where nothing does."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from diurna.language import read
from diurna.model import Edtf, Published
from diurna.times import find_times, infer_published
from diurna.times.publication.infer import shortest


def _infer(text: str) -> Published:
    reading = read([text])[0]
    return infer_published(reading, find_times(reading))


def test_a_weekday_with_its_day_and_the_latest_year_told_decide() -> None:
    published = _infer(
        "The ministry confirmed the trip on April 4. The envoy left on Monday, April 1. "
        "Earlier in 2018, Secretary of State Mike Pompeo and his guest had signed an accord."
    )

    assert published.basis == "inferred"
    assert published.edtf is not None
    assert published.edtf.earliest is not None
    assert published.edtf.earliest.isoformat() == "2019-04-04"
    assert any("Monday" in reason for reason in published.reasons)


def test_a_holiday_on_the_weekday_of_the_news_and_an_election_decide() -> None:
    published = _infer(
        "The president received the ambassador on Monday. She noted that it was America's Veterans Day. "
        "The visit came just days after the U.S. elections. In 2021 the two had met in Geneva."
    )

    assert published.basis == "inferred"
    assert published.edtf is not None
    assert Edtf.parse("2024-11-11/2024-11-13").contains(published.edtf)
    assert any("Veterans Day" in reason for reason in published.reasons)


def test_a_dateline_the_weekday_of_its_news_and_the_latest_year_told_decide() -> None:
    published = _infer(
        "OSLO, April 30 (Agency) - The government has extended the ban until June 1, the ministry said on Monday. "
        "Exports fell by ten percent in 2017."
    )

    assert published.edtf == Edtf.parse("2018-04-30/2018-05-01")


def test_a_weekday_with_its_day_and_a_year_planned_for_decide() -> None:
    published = _infer(
        "The two ministers met in Oslo on Friday, May 16. They agreed to reopen the ferry line on September 1, 2025."
    )

    assert published.edtf is not None
    assert Edtf.parse("2025-05-16/2025-05-18").contains(published.edtf)


@pytest.mark.parametrize(
    "text",
    [
        "The two leaders will meet in July, the palace said on Thursday.",
        "The accord of 2011 was praised on Friday.",
        "The bonds are due on March 15, 2007.",
        "Nothing here says when.",
    ],
)
def test_without_anything_that_decides_the_year_it_abstains_and_says_so(text: str) -> None:
    published = _infer(text)

    assert published.edtf is None
    assert published.basis == "unknown"
    assert published.reasons


def test_the_end_of_a_period_that_is_ahead_tells_the_year() -> None:
    text = (
        "The border reopened on Tuesday, November 12, officials said.\n\n"
        "A decision on the tariffs has been delayed until early 2025, a spokeswoman said."
    )
    found = _infer(text)
    assert any("2025" in reason and "ahead" in reason for reason in found.reasons)
    assert found.edtf is not None
    assert Edtf.parse("2024-11-12/2024-11-14").contains(found.edtf)


def test_an_inferred_day_has_a_probability_and_only_the_reasons_that_matter() -> None:
    published = _infer(
        "OSLO, April 30 (Agency) - Chancellor Angela Merkel and President Donald Trump spoke by telephone, the "
        "ministry said on Monday. Twitter was down."
    )

    assert published.probability is not None
    assert published.probability >= 0.85
    assert any("Trump" in reason for reason in published.reasons)
    assert not any("Twitter" in reason for reason in published.reasons)


def test_an_unknown_day_has_no_probability_and_tells_what_is_bounded() -> None:
    published = _infer("President Bill Clinton received Secretary of State Madeleine Albright.")

    assert (published.basis, published.probability) == ("unknown", None)
    assert "between 1997" in published.reasons[-1]


def test_evidence_against_the_answer_is_told() -> None:
    published = _infer(
        "Talks went on, the ministry said on Monday, April 1, 2019. The envoys had met in March 2019. "
        "Prime Minister Tony Blair had gone home."
    )

    assert published.edtf is not None
    assert any(reason.startswith("against this: 'Prime Minister Tony Blair'") for reason in published.reasons)


def test_the_shortest_interval_holds_the_mass() -> None:
    chances = np.array([0.05, 0.1, 0.0, 0.5, 0.3, 0.05])
    assert shortest(chances, 0.75) == (3, 4)
    assert shortest(chances, 0.87) == (1, 4)


def test_the_seed_reports_get_their_days(data: Path) -> None:
    texts = [(data / "seeds" / name).read_text(encoding="utf-8") for name in _SEEDS]

    for text, (earliest, latest) in zip(texts, _SEEDS.values(), strict=True):
        published = _infer(text)
        assert published.edtf is not None
        assert Edtf.parse(f"{earliest}/{latest}").contains(published.edtf)


_SEEDS = {
    "000_03b99a398e54ecda.txt": ("2024-11-04", "2024-11-05"),
    "004_f3b39907454f2138.txt": ("2024-09-18", "2024-09-20"),
}
