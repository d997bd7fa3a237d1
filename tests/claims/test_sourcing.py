"""Who says it, by name, and the exact words."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from telling import claim_of, extractions

from diurna.model import Extraction

NESTED = "According to Reuters, two officials said that President Wanjiru Kamau would visit Oslo."
SOURCED = [
    ("President Wanjiru Kamau met Chancellor Felix Brandt in Berlin.", "met", ()),
    (
        "President Wanjiru Kamau said that she would meet Chancellor Felix Brandt in Berlin.",
        "meet",
        (("Wanjiru Kamau",),),
    ),
    (
        "Kenyan President Wanjiru Kamau arrived on Monday. “I will meet Chancellor Felix Brandt,” she said.",
        "meet",
        (("Wanjiru Kamau",),),
    ),
    (
        "Two officials said that President Wanjiru Kamau would visit Oslo.",
        "visit",
        (("Two officials",),),
    ),
    ("Norway and Kenya said that President Wanjiru Kamau would visit Oslo.", "visit", (("Norway", "Kenya"),)),
    (NESTED, "visit", (("Reuters",), ("two officials",))),
    (
        "President Wanjiru Kamau’s statement said that she would visit Oslo in June.",
        "visit",
        (("Wanjiru Kamau",),),
    ),
    ("President Wanjiru Kamau reportedly visited Oslo in secret.", "visited", ()),
]
LONG = (
    "OSLO — Aïcha Sarr, the Senegalese foreign minister, met Kari Solberg here on Monday.\n\n"
    "“We will meet again in Dakar in August,” Sarr told reporters. “And we will bring the fishermen.”\n"
)


@pytest.fixture(scope="module")
def told() -> Mapping[str, Extraction]:
    return extractions([*(case[0] for case in SOURCED), LONG])


@pytest.mark.parametrize(("text", "word", "sources"), SOURCED)
def test_the_sources_by_name(
    told: Mapping[str, Extraction], text: str, word: str, sources: tuple[tuple[str, ...], ...]
) -> None:
    assert claim_of(told[text], word).sources == sources


def test_a_claim_refers_to_the_statement_that_it_is_part_of(told: Mapping[str, Extraction]) -> None:
    extraction = told[LONG]
    claim = claim_of(extraction, "meet")
    (statement,) = (s for s in extraction.statements if s.id == claim.statement)
    assert statement.sources == claim.sources == (("Aïcha Sarr",),)
    assert statement.cue.text == "told"
    assert any(c.start <= claim.trigger.start and claim.trigger.end <= c.end for c in statement.content)
    assert claim_of(extraction, "met").statement is None


def test_the_evidence_is_the_sentence_with_its_surroundings(told: Mapping[str, Extraction]) -> None:
    found = claim_of(told[LONG], "meet").evidence
    assert found.exact.startswith("“We will meet again in Dakar in August,”")
    assert LONG[found.start - len(found.prefix) : found.end + len(found.suffix)] == (
        found.prefix + found.exact + found.suffix
    )
    assert found.prefix.endswith("here on Monday.\n\n")


def test_a_level_of_a_chain_has_its_parent(told: Mapping[str, Extraction]) -> None:
    claim = claim_of(told[NESTED], "visit")
    statements = {s.id: s for s in told[NESTED].statements}
    assert claim.statement is not None
    inner = statements[claim.statement]
    assert inner.parent is not None
    assert statements[inner.parent].sources == claim.sources[:1]
