"""When a happening takes place, when a source said so, and what the date says of past and future."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from telling import claim_of, extractions

from diurna.model import Edtf, Extraction

KAMAU, BRANDT = "President Wanjiru Kamau", "Chancellor Felix Brandt"
DATED = [
    # by its own words; the report is of Wednesday, 14 May 2031
    (f"{KAMAU} met {BRANDT} in Berlin on Monday.", "met", "happened", "2031-05-12"),
    (f"{KAMAU} will meet {BRANDT} in Berlin on Friday.", "meet", "planned", "2031-05-16"),
    (f"{KAMAU} visited Oslo in January 2029.", "visited", "happened", "2029-01"),
    (f"{KAMAU} will meet {BRANDT} in 2032.", "meet", "planned", "2032"),
    (f"{KAMAU} has no plans to meet {BRANDT} this week.", "meet", "not_planned", "2031-05-12/2031-05-18"),
    (f"{KAMAU} told reporters on Monday: “I will meet {BRANDT} tomorrow.”", "meet", "planned", "2031-05-13"),
    ("Oslo hosts a summit of Nordic leaders on Friday.", "summit", "planned", "2031-05-16"),
    # by what it is set in
    (f"{KAMAU} met {BRANDT} at a conference in Geneva in March.", "conference", "happened", "2031-03"),
    (
        f"President Tomas Ruiz and {KAMAU} last met in March 2030, when Ruiz visited Lima.",
        "visited",
        "happened",
        "2030-03",
    ),
    # a meeting of a stay is dated by the day that the report gives the stay; a denial holds for all its days
    (
        f"{KAMAU} will arrive in Oslo on Friday. Kamau will meet {BRANDT} during her visit.",
        "meet",
        "planned",
        "2031-05-16",
    ),
    (
        f"{KAMAU} will arrive in Oslo on Friday. Kamau has no plans to meet {BRANDT} during her visit.",
        "meet",
        "not_planned",
        "2031-05-16/2031-05-22",
    ),
    (
        "President Wanjiru Kamau is visiting Norway this week, her office said. "
        "Officials in Oslo did not say whether King Olav and Kamau will meet during her visit.",
        "meet",
        "unknown",
        "2031-05-12/2031-05-18",
    ),
    # by what was done to the plan
    (f"Norway postponed {KAMAU}’s visit to Oslo until September.", "visit", "planned", "2031-09"),
    (f"Norway put off {KAMAU}’s visit to Oslo from Thursday to Monday.", "visit", "planned", "2031-05-19"),
    ("Kenya and Uganda announced a deal on Tuesday.", "deal", "happened", "2031-05-13"),
    # by nothing: news is of the day, plans lie ahead, what was called off has no day
    (f"{KAMAU} met {BRANDT}.", "met", "happened", "2031-05-14"),
    (f"{KAMAU} will meet {BRANDT}.", "meet", "planned", "2031-05-14/.."),
    (f"Norway denied that {KAMAU} met {BRANDT}.", "met", "denied", "../2031-05-14"),
    (f"{KAMAU} cancelled a visit to Oslo.", "visit", "cancelled", None),
]
SAID = [
    (
        f"The Norwegian palace said on Tuesday that {KAMAU} had met King Olav on Sunday.",
        "met",
        "2031-05-13",
        "2031-05-11",
    ),
    (
        f"On Tuesday, the Norwegian palace announced that {KAMAU} would visit Oslo in June.",
        "visit",
        "2031-05-13",
        "2031-06",
    ),
    (
        f"{KAMAU} has no plans to meet {BRANDT} next week, her spokesman said on Monday.",
        "meet",
        "2031-05-12",
        "2031-05-19/2031-05-25",
    ),
    (f"{KAMAU} met {BRANDT} in January 2029.", "met", "2031-05-14", "2029-01"),
]


@pytest.fixture(scope="module")
def told() -> Mapping[str, Extraction]:
    return extractions(case[0] for cases in (DATED, SAID) for case in cases)


@pytest.mark.parametrize(("text", "word", "status", "date"), DATED)
def test_date_and_status(told: Mapping[str, Extraction], text: str, word: str, status: str, date: str | None) -> None:
    claim = claim_of(told[text], word)
    assert (claim.status, None if claim.date is None else str(claim.date)) == (status, date)


@pytest.mark.parametrize(("text", "word", "said", "date"), SAID)
def test_the_day_of_saying_is_not_the_day_of_happening(
    told: Mapping[str, Extraction], text: str, word: str, said: str, date: str
) -> None:
    claim = claim_of(told[text], word)
    assert (str(claim.asserted_on), str(claim.date)) == (said, date)


def test_the_words_of_the_date_are_kept_beside_its_value(told: Mapping[str, Extraction]) -> None:
    by_words = claim_of(told[DATED[0][0]], "met")
    by_default = claim_of(told[f"{KAMAU} met {BRANDT}."], "met")
    assert by_words.date_text == "Monday"
    assert by_default.date_text is None
    assert by_default.reasons


def test_what_happened_never_lies_wholly_after_the_report(told: Mapping[str, Extraction]) -> None:
    published = Edtf.parse("2031-05-14")
    for extraction in told.values():
        for claim in extraction.claims:
            assert claim.status != "happened" or claim.date is None or not published.before(claim.date)
