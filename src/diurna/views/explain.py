"""Why the record says what it says: of a claim, an event, an entity, a report, a statement or a change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diurna.model import Claim, Entity, Event, Report, Statement
from diurna.views.changes import ChangeEntry, change_entry
from diurna.views.history import EventHistory, history
from diurna.views.lookup import Noun, find_id
from diurna.views.quotes import Quote, quote, quotes

if TYPE_CHECKING:
    from diurna.ledger import View


@dataclass(frozen=True, slots=True)
class ClaimExplained:
    """A claim with its words, its event, why it was linked there, and the statements it stands in, outermost first."""

    claim: Claim
    quote: Quote
    event: str | None
    linked: tuple[str, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class EventExplained:
    """An event with its history, all its claims, and the events that it may be one with."""

    event: Event
    history: EventHistory
    quotes: tuple[Quote, ...]
    maybe_same: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class EntityExplained:
    """An entity with the events in which it takes part."""

    entity: Entity
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class ReportExplained:
    """A report with how many statements and claims were read in it."""

    report: Report
    statements: int
    claims: int


@dataclass(frozen=True, slots=True)
class StatementExplained:
    """A statement with the claims made in it."""

    statement: Statement
    quotes: tuple[Quote, ...]


Explanation = ClaimExplained | EventExplained | EntityExplained | ReportExplained | StatementExplained | ChangeEntry


def explain(view: View, prefix: str) -> Explanation:
    """Return why the thing with this id (abbreviated will do) is as it is. Raises NotFound when there is none."""
    noun, full = find_id(view, prefix)
    return _EXPLAINERS[noun](view, full)


def _claim(view: View, claim_id: str) -> ClaimExplained:
    claim = view.claim(claim_id)
    event = view.event_of(claim_id)
    linked = tuple(view.explain_link(claim_id)) if event else ()
    return ClaimExplained(claim, quote(view, claim), event, linked, _chain(view, claim.statement))


def _chain(view: View, statement_id: str | None) -> tuple[Statement, ...]:
    known = {statement.id: statement for statement in view.statements()}
    chain: list[Statement] = []
    while statement_id in known and known[statement_id] not in chain:
        chain.insert(0, known[statement_id])
        statement_id = known[statement_id].parent
    return tuple(chain)


def _event(view: View, event_id: str) -> EventExplained:
    event = view.event(event_id)
    known = {other.id: other for other in view.events()}
    same = tuple(known[other] for other in event.maybe_same if other in known)
    return EventExplained(event, history(view, event_id), quotes(view, event.claims), same)


def _entity(view: View, entity_id: str) -> EntityExplained:
    return EntityExplained(view.entity(entity_id), tuple(view.events((entity_id,))))


def _report(view: View, report_id: str) -> ReportExplained:
    statements = sum(statement.report == report_id for statement in view.statements())
    claims = sum(claim.report == report_id for claim in view.claims())
    return ReportExplained(view.report(report_id), statements, claims)


def _statement(view: View, statement_id: str) -> StatementExplained:
    statement = next(statement for statement in view.statements() if statement.id == statement_id)
    made = (claim for claim in view.claims() if claim.statement == statement_id)
    return StatementExplained(statement, tuple(quote(view, claim) for claim in made))


def _change(view: View, change_id: str) -> ChangeEntry:
    return change_entry(view, next(change for change in view.changes() if change.id == change_id))


_EXPLAINERS: dict[Noun, Callable[[View, str], Explanation]] = {
    "claim": _claim,
    "event": _event,
    "entity": _entity,
    "report": _report,
    "statement": _statement,
    "change": _change,
}
