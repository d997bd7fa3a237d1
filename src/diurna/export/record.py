"""The record format: JSON lines, one object a line, the same bytes for the same record on every machine.

Rows come in the order reports, entities, statements, claims, events, changes, each kind ordered by id, so that two
exports can be compared line by line. Dates are EDTF strings or null. `docs/` describes every field.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from diurna.model import Change, Claim, Edtf, Entity, Event, Participant, Place, Report, Span, Statement
from diurna.model.codec import encode, plain

if TYPE_CHECKING:
    from diurna.ledger import View

Row = dict[str, Any]


def record_lines(view: View) -> Iterator[bytes]:
    """Yield the record as lines of JSON (UTF-8, each ending in a line feed)."""
    for row in record_rows(view):
        yield encode(row) + b"\n"


def record_rows(view: View) -> Iterator[Row]:
    """Yield the record as rows; see the module's docstring for their order."""
    by_id = attrgetter("id")
    events = sorted(view.events(), key=by_id)
    event_of = {claim: event.id for event in events for claim in event.claims}
    yield from _report_rows(sorted(view.reports(), key=by_id))
    yield from (_entity_row(entity) for entity in sorted(view.entities(), key=by_id))
    yield from (_statement_row(statement) for statement in sorted(view.statements(), key=by_id))
    for claim in sorted(view.claims(), key=by_id):
        yield _claim_row(claim, event_of.get(claim.id), view.participants_of(claim))
    yield from (_event_row(event) for event in events)
    yield from (_change_row(change) for change in sorted(view.changes(), key=by_id))


def _report_rows(reports: Iterable[Report]) -> Iterator[Row]:
    same: dict[str, list[str]] = defaultdict(list)
    for report in reports:
        same[report.sha256].append(report.id)
        first = same[report.sha256][0]
        yield {
            "kind": "report",
            "id": report.id,
            "file": report.file,
            "title": report.title,
            "outlet": report.outlet,
            "published": {
                "edtf": _date(report.published.edtf),
                "basis": report.published.basis,
                "probability": report.published.probability,
                "reasons": list(report.published.reasons),
            },
            "sha256": report.sha256,
            "same_text_as": first if first != report.id else None,
        }


def _entity_row(entity: Entity) -> Row:
    offices = [
        {"title": office.title, "of": office.of, "from": _date(office.start), "to": _date(office.end)}
        for office in entity.offices
    ]
    return {
        "kind": "entity",
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "names": list(entity.names),
        "offices": offices,
        "country": entity.country,
    }


def _statement_row(statement: Statement) -> Row:
    return {
        "kind": "statement",
        "id": statement.id,
        "report": statement.report,
        "sources": [list(level) for level in statement.sources],
        "cue": _span(statement.cue),
        "content": [_span(span) for span in statement.content],
        "said_on": _date(statement.said_on),
    }


def _claim_row(claim: Claim, event: str | None, participants: Iterable[Participant]) -> Row:
    return {
        "kind": "claim",
        "id": claim.id,
        "event": event,
        "report": claim.report,
        "statement": claim.statement,
        "type": claim.type,
        "status": claim.status,
        "value": claim.value,
        "tense": claim.tense,
        "mode": claim.mode,
        "sources": [list(level) for level in claim.sources],
        "asserted_on": _date(claim.asserted_on),
        "date": _date(claim.date),
        "date_text": claim.date_text,
        "place": _place(claim.place),
        "participants": _participants(participants),
        "trigger": _span(claim.trigger),
        "evidence": plain(claim.evidence),
        "confidence": claim.confidence,
    }


def _event_row(event: Event) -> Row:
    return {
        "kind": "event",
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "name": event.name,
        "participants": _participants(event.participants),
        "date": _date(event.date),
        "place": _place(event.place),
        "standing": event.standing,
        "why": list(event.why),
        "reports": event.reports,
        "sources": event.sources,
    }


def _change_row(change: Change) -> Row:
    return {
        "kind": "change",
        "id": change.id,
        "event": change.event,
        "type": change.type,
        "from": change.before,
        "to": change.after,
        "on": _date(change.on),
        "claims": list(change.claims),
    }


def _date(date: Edtf | None) -> str | None:
    return None if date is None else str(date)


def _span(span: Span) -> Row:
    return {"start": span.start, "end": span.end, "text": span.text}


def _place(place: Place | None) -> Row | None:
    return None if place is None else {"name": place.name, "country": place.country}


def _participants(participants: Iterable[Participant]) -> list[Row]:
    return [{"entity": p.entity, "name": p.name, "role": p.role} for p in participants]
