"""What tests of the claim reader share: texts of our own, read with the shipped model on a fixed day of publication."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from diurna.claims import read_claims
from diurna.language import read
from diurna.model import Claim, Edtf, Extraction, Published, Report

PUBLISHED = "2031-05-14"
"""A Wednesday."""


def report(text: str, published: str = PUBLISHED) -> Report:
    """A report that consists of the text."""
    return Report(
        id="r1",
        file="report.txt",
        text=text,
        sha256="",
        published=Published(edtf=Edtf.parse(published), basis="stated"),
    )


def extractions(texts: Iterable[str]) -> Mapping[str, Extraction]:
    """Each text with all that was read out of it; the language model reads them at once."""
    told = tuple(dict.fromkeys(texts))
    return {text: read_claims(report(text), reading) for text, reading in zip(told, read(told), strict=True)}


def claim_of(extraction: Extraction, word: str, nth: int = 0) -> Claim:
    """The claim whose trigger is the word; the message says which claims there are when there is none."""
    found = [c for c in extraction.claims if c.trigger.text == word]
    assert len(found) > nth, f"no claim for {word!r} among {[c.trigger.text for c in extraction.claims]}"
    return found[nth]


def roles(claim: Claim) -> dict[str, str]:
    """The names of the participants with their roles."""
    return {p.name: p.role for p in claim.participants}
