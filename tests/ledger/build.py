"""Builds extractions by hand: reports with people, statements and claims, in few words.

A story is written as reports, each with its claims in the order of the text. Every claim gets its own sentence in the
report's text, so that triggers and evidence are real offsets.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from diurna.ledger import Ledger, View
from diurna.model import (
    Claim,
    Edtf,
    Evidence,
    Extraction,
    LocalEntity,
    Office,
    Participant,
    Place,
    Published,
    Report,
    Span,
)
from diurna.model.ids import content_id

# status -> (value, tense, mode), as the claim reader would give them
FIELDS = {
    "happened": ("CT+", "past_or_present", "assertion"),
    "planned": ("CT+", "future", "assertion"),
    "expected": ("PR+", "future", "expectation"),
    "possible": ("PS+", "future", "assertion"),
    "not_planned": ("CT-", "future", "assertion"),
    "did_not_happen": ("CT-", "past_or_present", "assertion"),
    "denied": ("CT-", "past_or_present", "rebuttal"),
    "cancelled": ("CT-", "future", "cancellation"),
    "unknown": ("Uu", "future", "question"),
}
TYPES = {"invitation": "AGREE", "agreement": "AGREE", "attack": "ASSAULT", "protest": "PROTEST", "sanction": "SANCTION"}


def person(
    key: str, name: str, *, country: str | None = None, office: str | None = None, also: str = ""
) -> LocalEntity:
    offices = (Office(title=office, of=country),) if office else ()
    names = tuple(dict.fromkeys((name, *filter(None, also.split("|")))))
    return LocalEntity(key=key, type="person", name=name, names=names, offices=offices, country=country)


def country(key: str, name: str, iso3: str) -> LocalEntity:
    return LocalEntity(key=key, type="country", name=name, names=(name,), country=iso3, known=iso3)


def body(key: str, name: str, *, country: str | None = None, known: str | None = None, also: str = "") -> LocalEntity:
    names = tuple(dict.fromkeys((name, *filter(None, also.split("|")))))
    return LocalEntity(key=key, type="organization", name=name, names=names, country=country, known=known)


@dataclass
class Draft:
    """A report in the making; `claim` adds a sentence and what it claims, `done` gives the extraction."""

    file: str
    published: str | None
    entities: list[LocalEntity]
    outlet: str | None = None
    text: str = ""
    claims: list[Claim] = field(default_factory=list)

    def claim(
        self, sentence: str, trigger: str, kind: str, status: str, who: str = "", *, to: str = "", **given: Any
    ) -> str:
        """Add a claim. `who` and `to` are local keys, separated by blanks: parties (or actors) and recipients."""
        start = len(self.text)
        self.text += sentence + " "
        at = start + sentence.index(trigger)
        value, tense, mode = FIELDS[status]
        for name in ("date", "asserted_on"):
            if given.get(name) is not None:
                given[name] = Edtf.parse(given[name])
        if (place := given.get("place")) is not None:
            given["place"] = Place(name=place[0], country=place[1])
        if (sources := given.get("sources")) is not None:
            given["sources"] = tuple(tuple(level) for level in sources)
        key = content_id("cl", self.file, str(len(self.claims)), sentence)
        self.claims.append(
            Claim(
                id=key,
                report=self.id,
                type=given.pop("type", TYPES.get(kind, "CONSULT")),
                kind=kind,
                value=value,
                tense=given.pop("tense", tense),
                mode=mode,
                trigger=Span(start=at, end=at + len(trigger), text=trigger),
                evidence=Evidence(start=start, end=start + len(sentence), exact=sentence, prefix="", suffix=""),
                participants=tuple(self._parties(who, to, mutual=kind in ("meeting", "talks", "summit", "call"))),
                **given,
            )
        )
        return key

    def _parties(self, who: str, to: str, *, mutual: bool) -> list[Participant]:
        names = {e.key: e.name for e in self.entities}
        actors = [Participant(entity=k, name=names[k], role="other" if mutual else "actor") for k in who.split()]
        return actors + [Participant(entity=k, name=names[k], role="recipient") for k in to.split()]

    @property
    def id(self) -> str:
        return content_id("re", self.file)

    def done(self) -> Extraction:
        published = Published(edtf=Edtf.parse(self.published), basis="stated") if self.published else Published()
        digest = hashlib.sha256(self.text.encode()).hexdigest()
        report = Report(
            id=self.id, file=self.file, text=self.text, sha256=digest, outlet=self.outlet, published=published
        )
        return Extraction(report=report, entities=tuple(self.entities), claims=tuple(self.claims))


def view_of(*story: Draft | Extraction, as_of: date | None = None) -> View:
    """The view of a record in memory that holds these reports."""
    ledger = Ledger.open(":memory:")
    ledger.record(part.done() if isinstance(part, Draft) else part for part in story)
    return ledger.view(as_of=as_of)
