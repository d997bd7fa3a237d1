"""A view made by hand: events and claims exactly as a test wants them, without any linking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from diurna.ledger import StandingAt
from diurna.model import (
    Change,
    Claim,
    Edtf,
    Entity,
    Event,
    Evidence,
    NotFound,
    Participant,
    Published,
    Report,
    Span,
    Statement,
)

REPORT = Report(
    id="r1",
    file="one.txt",
    text="The envoys met.",
    sha256="0" * 64,
    outlet="Gazette",
    published=Published(edtf=Edtf.parse("2021-05-10"), basis="stated"),
)
ANNA = Entity(id="n1", type="person", name="Anna Lind", names=("Anna Lind", "Lind"), country="SWE")
BORIS = Entity(id="n2", type="person", name="Boris Malk", names=("Boris Malk", "Malk"), country="EST")
CARL = Entity(id="n3", type="person", name="Carl Orre", names=("Carl Orre",))
SWEDEN = Entity(id="n4", type="country", name="Sweden", names=("Sweden",), country="SWE")
ESTONIA = Entity(id="n5", type="country", name="Estonia", names=("Estonia",), country="EST")

_FIELDS = {
    "happened": ("CT+", "past_or_present", "assertion"),
    "planned": ("CT+", "future", "assertion"),
    "possible": ("PS+", "future", "assertion"),
    "not_planned": ("CT-", "future", "assertion"),
    "cancelled": ("CT-", "future", "cancellation"),
    "denied": ("CT-", "past_or_present", "rebuttal"),
}


def who(*entities: Entity, role: str = "actor") -> tuple[Participant, ...]:
    """The entities as participants in one role."""
    return tuple(Participant(entity=e.id, name=e.name, role=role) for e in entities)


@dataclass
class FakeView:
    """Stands in for a ledger's view."""

    known: list[Entity] = field(default_factory=lambda: [ANNA, BORIS, CARL, SWEDEN, ESTONIA])
    made: list[Event] = field(default_factory=list)
    said: list[Claim] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    steps: dict[str, list[StandingAt]] = field(default_factory=dict)

    def add(self, event_id: str, standing: str, date: str | None, who: tuple[Participant, ...], **more: Any) -> Event:
        """Add an event with the one claim that decides it; `more` are further fields of event, claim, or both."""
        value, tense, mode = _FIELDS[standing]
        shared = {
            "type": more.get("type", "CONSULT"),
            "kind": more.get("kind", "meeting"),
            "date": Edtf.parse(date) if date else None,
            "place": more.get("place"),
        }
        claim = Claim(
            id=f"c-{event_id}",
            report=REPORT.id,
            value=value,
            tense=tense,
            mode=mode,
            trigger=Span(start=11, end=14, text="met"),
            evidence=Evidence(start=0, end=15, exact=f"words of {event_id}", prefix="", suffix=""),
            asserted_on=Edtf.parse(more.get("asserted", "2021-05-10")),
            sources=more.get("sources", ()),
            qualifiers=more.get("qualifiers", ()),
            **shared,
        )
        why = (claim.id,)
        event = Event(id=event_id, standing=standing, participants=who, why=why, claims=why, reports=1, **shared)
        self.said.append(claim)
        self.made.append(event)
        return event

    def reports(self) -> list[Report]:
        return [REPORT]

    def report(self, report_id: str) -> Report:
        return _only(self.reports(), report_id)

    def entities(self) -> list[Entity]:
        return self.known

    def entity(self, entity_id: str) -> Entity:
        return _only(self.known, entity_id)

    def find_entities(self, name: str) -> list[Entity]:
        return [e for e in self.known if name in e.names]

    def events(self, entity_ids: Sequence[str] = ()) -> list[Event]:
        return [e for e in self.made if set(entity_ids) <= {p.entity for p in e.participants}]

    def event(self, event_id: str) -> Event:
        return _only(self.made, event_id)

    def event_of(self, claim_id: str) -> str | None:
        return next((e.id for e in self.made if claim_id in e.claims), None)

    def claims(self, event_id: str | None = None) -> list[Claim]:
        return [c for c in self.said if event_id is None or c.id in self.event(event_id).claims]

    def claim(self, claim_id: str) -> Claim:
        return _only(self.said, claim_id)

    def statements(self) -> list[Statement]:
        return []

    def changes(self) -> list[Change]:
        return self.changed

    def history(self, event_id: str) -> list[StandingAt]:
        return self.steps.get(event_id, [])

    def explain_link(self, claim_id: str) -> list[str]:
        return [f"{claim_id} founded the event"]

    def participants_of(self, claim: Claim) -> tuple[Participant, ...]:
        return self.event(self.event_of(claim.id) or "").participants


def _only(items, wanted):
    found = [item for item in items if item.id == wanted]
    if not found:
        raise NotFound(f"no {wanted}")
    return found[0]
