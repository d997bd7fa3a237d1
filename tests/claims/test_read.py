"""From a report to all that it claims: what holds for every report, and one report read whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from telling import PUBLISHED, claim_of, report, roles

from diurna.claims import read_claims
from diurna.language import Reading, read
from diurna.model import Evidence, Extraction, Report, Span
from diurna.model.codec import encode

STORY = """Senegal and Peru to sign fishing deal

DAKAR, May 13 (Correspondent) — Senegal’s foreign minister, Aïcha Sarr, met her Peruvian counterpart, Tomás Quispe, \
in Dakar on Tuesday, the ministry said.

“We will sign the agreement in Lima next month,” Sarr told reporters. She denied that Senegal had expelled two \
Peruvian diplomats.

Quispe’s spokeswoman, Rosa Medina, said he had no plans to visit Gambia this week. 🎣

Fishermen protested outside the ministry on Monday.
"""
SENTENCES = [
    "Kenyan President Wanjiru Kamau met Chancellor Felix Brandt in Berlin on Monday.",
    "She will visit Oslo in June, her spokesman Daniel Otieno said.",
    "“We discussed the river,” Kamau said. “It was a good meeting.”",
    "The meeting lasted two hours.",
    "According to Reuters, two officials denied that Ugandan troops had attacked the camp.",
    "Brandt cancelled a visit to Nairobi, citing the strike.",
    "No talks are planned during the visit.",
    "They may meet again at the Lakes Conference in Kisumu.",
    "Neither side commented.",
    "Talks between Kamau’s government and the rebels collapsed last year.",
    "SPORT: Harambee Stars 2-1",
    "Who will pay?",
    "Tariffs, sanctions, threats: “enough”, says the bloc.",
]
RELATIONS = (
    "nsubj nsubj:pass obj obl obl:agent ccomp xcomp advcl acl acl:relcl conj parataxis nmod nmod:poss mark case advmod "
    "aux aux:pass cop compound compound:prt amod appos flat det cc punct expl"
).split()


def extraction_of(text: str) -> Extraction:
    return read_claims(report(text), read([text])[0])


@pytest.fixture(scope="module")
def story() -> Extraction:
    return extraction_of(STORY)


def spans(extraction: Extraction) -> Iterator[Span | Evidence]:
    for claim in extraction.claims:
        yield from (claim.trigger, claim.evidence)
    for statement in extraction.statements:
        yield from (statement.cue, *statement.content)


def check(extraction: Extraction) -> None:
    """All that must hold for whatever report."""
    text = extraction.report.text
    for span in spans(extraction):
        words = span.text if isinstance(span, Span) else span.exact
        assert words == text[span.start : span.end] != ""
    for claim in extraction.claims:
        found = claim.evidence
        assert found.start <= claim.trigger.start
        assert claim.trigger.end <= found.end
        assert text[: found.start].endswith(found.prefix)
        assert text[found.end :].startswith(found.suffix)
        assert 0 < claim.confidence <= 1
    for things in (extraction.claims, extraction.statements):
        assert len({thing.id for thing in things}) == len(things)
    keys = [entity.key for entity in extraction.entities]
    assert len(set(keys)) == len(keys)
    names = {entity.key: entity.name for entity in extraction.entities}
    claims, statements = ({x.id for x in xs} for xs in (extraction.claims, extraction.statements))
    for claim in extraction.claims:
        assert all(names[p.entity] == p.name for p in claim.participants)
        assert len({p.entity for p in claim.participants}) == len(claim.participants)
        assert claim.statement is None or claim.statement in statements
        assert claim.occasion is None or claim.occasion in claims - {claim.id}
        assert claim.report == extraction.report.id
    for statement in extraction.statements:
        assert statement.content
        assert statement.parent is None or statement.parent in statements - {statement.id}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(SENTENCES), max_size=6), st.sampled_from([" ", "\n", "\n\n", " \u00a0 "]))
def test_what_holds_for_every_report(sentences: list[str], between: str) -> None:
    extraction = extraction_of(between.join(sentences))
    check(extraction)
    assert encode(extraction) == encode(extraction_of(between.join(sentences)))


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read([" ".join(SENTENCES)])[0]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_tree_can_break_it_however_wrong(reading: Reading, data: st.DataObject) -> None:
    heads, deprels = np.array(reading.heads), list(reading.deprels)
    chosen = data.draw(st.sets(st.integers(0, reading.sentence_count - 1), min_size=1))
    for first, end in (reading.sentence_bounds(number) for number in chosen):
        order = data.draw(st.permutations(range(first, end)))  # a token hangs on one that comes earlier in this order
        above = [-1, *(data.draw(st.sampled_from(order[:place])) for place in range(1, len(order)))]
        for token, head in zip(order, above, strict=True):
            heads[token] = head
            deprels[token] = "root" if head < 0 else data.draw(st.sampled_from(RELATIONS))
    extraction = read_claims(report(reading.text), replace(reading, heads=heads, deprels=tuple(deprels)))
    check(extraction)


def test_what_holds_for_every_report_holds_for_the_story(story: Extraction) -> None:
    check(story)


def test_an_empty_report_claims_nothing() -> None:
    assert extraction_of("") == Extraction(report=report(""))


def test_ids_come_from_the_content_alone(story: Extraction) -> None:
    other = Report(id="r2", file="copy.txt", text=STORY, sha256="", published=story.report.published)
    copy = read_claims(other, read([STORY])[0])
    mine, theirs = ([c.id for c in x.claims] for x in (story, copy))
    assert len(mine) == len(theirs)
    assert not set(mine) & set(theirs)
    assert mine == [c.id for c in extraction_of(STORY).claims]


def test_the_story_is_read(story: Extraction) -> None:
    met = claim_of(story, "met")
    assert (met.status, str(met.date), roles(met)) == (
        "happened",
        "2031-05-13",
        {"Aïcha Sarr": "actor", "Tomás Quispe": "actor"},
    )
    assert met.place is not None
    assert (met.place.name, met.place.country) == ("Dakar", "SEN")

    signing = claim_of(story, "sign", nth=1)
    assert (signing.status, str(signing.date), signing.sources) == ("planned", "2031-06", (("Aïcha Sarr",),))

    expelled = claim_of(story, "expelled")
    assert (expelled.status, expelled.sources) == ("denied", (("Aïcha Sarr",),))
    assert roles(expelled)["Senegal"] == "actor"

    visit = claim_of(story, "visit")
    assert (visit.status, str(visit.date), visit.sources) == (
        "not_planned",
        "2031-05-12/2031-05-18",
        (("Rosa Medina",),),
    )
    protested = claim_of(story, "protested")
    assert (protested.type, protested.status, str(protested.date)) == ("PROTEST", "happened", "2031-05-12")
    assert protested.sources == ()


def test_a_report_without_a_date_is_dated_from_its_text() -> None:
    text = STORY.replace("DAKAR, May 13", "DAKAR, May 13, 2031")
    undated = Report(id="r1", file="report.txt", text=text, sha256="")
    found = read_claims(undated, read([text])[0]).report
    assert (str(found.published.edtf), found.published.basis) == ("2031-05-13", "stated")
    assert found.text == text


def test_a_given_date_is_kept(story: Extraction) -> None:
    assert str(story.report.published.edtf) == PUBLISHED
    nowhere = Report(id="r1", file="report.txt", text="Kamau met Brandt.", sha256="")
    unknown = read_claims(nowhere, read([nowhere.text])[0]).report.published
    assert (unknown.edtf, unknown.basis) == (None, "unknown")
    assert unknown.reasons
