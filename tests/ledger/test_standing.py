"""The standing of one event: sources, facts, plans, cancellations, disputes."""

from __future__ import annotations

from datetime import date

import pytest
from build import Draft, person

from diurna.ledger import standing
from diurna.model import Claim

Told = tuple[str, str, str]
"""Status, day of the assertion, source ("" for the reporter)."""


def claims(*told: Told) -> list[Claim]:
    made = []
    for number, (status, said, source) in enumerate(told):
        draft = Draft(f"{number}.txt", said, [person("a", "Ana Ruiz"), person("b", "Bo Lind")])
        sources = [[source]] if source else []
        draft.claim("They met.", "met", "meeting", status, "a b", asserted_on=said, sources=sources)
        made += draft.claims
    return made


def decided(*told: Told, as_of: date | None = None) -> str:
    return standing(claims(*told), as_of).standing


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # a spokesman's denial of plans is overtaken by the fact
        ([("not_planned", "2031-01-01", "Speaker"), ("happened", "2031-01-08", "")], "happened"),
        # a fact outranks a plan asserted before it, and a stale plan told after it
        ([("planned", "2031-01-01", "Speaker"), ("did_not_happen", "2031-01-08", "")], "did_not_happen"),
        ([("happened", "2031-01-08", ""), ("planned", "2031-01-09", "")], "happened"),
        # a cancellation ends a plan; a later plan revives it
        ([("planned", "2031-01-01", "A"), ("cancelled", "2031-01-05", "B")], "cancelled"),
        ([("cancelled", "2031-01-05", "B"), ("planned", "2031-01-07", "A")], "planned"),
        # sources that disagree about the past
        ([("happened", "2031-01-02", "A"), ("denied", "2031-01-03", "B")], "disputed"),
        # ... unless one source corrects itself
        ([("happened", "2031-01-02", "A"), ("denied", "2031-01-03", "A")], "denied"),
        ([("denied", "2031-01-02", "A"), ("happened", "2031-01-03", "A")], "happened"),
        # the latest plan or denial decides
        ([("planned", "2031-01-01", "A"), ("not_planned", "2031-01-03", "A")], "not_planned"),
        ([("not_planned", "2031-01-01", "A"), ("expected", "2031-01-03", "B")], "expected"),
        # silence and guesses override nothing firmer
        ([("planned", "2031-01-01", "A"), ("unknown", "2031-01-03", "B")], "planned"),
        ([("planned", "2031-01-01", "A"), ("possible", "2031-01-01", "B")], "planned"),
        ([("planned", "2031-01-01", "A"), ("possible", "2031-01-04", "B")], "planned"),
        ([("unknown", "2031-01-03", "B"), ("possible", "2031-01-01", "A")], "possible"),
        # but a source may become less sure of its own plan
        ([("planned", "2031-01-01", "A"), ("possible", "2031-01-04", "A")], "possible"),
        ([], "unknown"),
    ],
)
def test_standing(told: list[Told], expected: str) -> None:
    assert decided(*told) == expected
    assert decided(*reversed(told)) == expected


def test_standing_as_of_a_day_counts_what_had_been_said() -> None:
    told: list[Told] = [("not_planned", "2031-01-01", "A"), ("happened", "2031-01-08", "")]
    days = [date(2030, 12, 31), date(2031, 1, 1), date(2031, 1, 7), date(2031, 1, 8)]
    assert [decided(*told, as_of=day) for day in days] == ["unknown", "not_planned", "not_planned", "happened"]


def test_standing_names_its_deciding_claims_and_both_sides_of_a_dispute() -> None:
    plan, denial, fact = claims(
        ("planned", "2031-01-01", "A"), ("denied", "2031-01-03", "Berta Kovac"), ("happened", "2031-01-02", "")
    )
    told = standing([plan, denial, fact])
    assert told.why == (fact.id, denial.id)
    assert "Berta Kovac" in told.sentence


def test_spellings_of_one_source_are_one_voice() -> None:
    assert decided(("happened", "2031-01-02", "Sergey Orlov"), ("denied", "2031-01-03", "Sergei Orlov")) == "denied"


def test_a_denial_of_what_had_not_yet_come_is_no_dispute() -> None:
    fact, denial = claims(("happened", "2031-01-09", ""), ("did_not_happen", "2031-01-03", "A"))
    draft = Draft("x.txt", "2031-01-09", [person("a", "Ana Ruiz")])
    draft.claim("They met.", "met", "meeting", "happened", "a", date="2031-01-08", asserted_on="2031-01-09")
    assert standing([fact, denial]).standing == "disputed"
    assert standing([*draft.claims, denial]).standing == "happened"
