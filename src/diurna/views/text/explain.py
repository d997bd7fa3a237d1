"""Explanations in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from diurna.model import Claim, Statement
from diurna.views.changes import ChangeEntry
from diurna.views.explain import (
    ClaimExplained,
    EntityExplained,
    EventExplained,
    Explanation,
    ReportExplained,
    StatementExplained,
)
from diurna.views.text.lines import Line, dim, line, strong
from diurna.views.text.quotes import quote_lines
from diurna.views.text.show import head_lines
from diurna.views.text.timeline import change_lines, event_line, history_lines
from diurna.views.text.words import counted, date, day, sources, status, tidy


def explain_lines(explanation: Explanation) -> Iterator[Line]:
    """Yield the explanation."""
    return _WRITERS[type(explanation)](explanation)


def _claim(explained: ClaimExplained) -> Iterator[Line]:
    claim = explained.claim
    yield line(strong(f"claim {claim.id}"), f"  {claim.type}/{claim.kind}  ", status(claim.status))
    yield from quote_lines([explained.quote], "  ")
    yield line("  ", strong("status: "), f"value {claim.value}, tense {claim.tense.replace('_', ' ')}, "
               f"mode {claim.mode} give ", status(claim.status))  # fmt: skip
    yield line("  ", strong("date: "), _date_words(claim))
    yield from _listed("reasons", claim.reasons)
    if explained.event:
        yield line("  ", strong("event: "), explained.event)
    yield from _listed("why this event", explained.linked)
    for depth, statement in enumerate(explained.statements):
        yield line("  " * (depth + 1), strong("statement: "), *_statement_words(statement))


def _date_words(claim: Claim) -> str:
    if claim.date is None:
        return f"not known (from “{claim.date_text}”)" if claim.date_text else "not said"
    return date(claim.date) + (f", from “{claim.date_text}”" if claim.date_text else "")


def _listed(title: str, reasons: tuple[str, ...]) -> Iterator[Line]:
    if reasons:
        yield line("  ", strong(f"{title}:"))
        yield from (line("    - ", reason) for reason in reasons)


def _statement_words(statement: Statement) -> Line:
    said = f", {day(statement.said_on)}" if statement.said_on else ""
    content = " ... ".join(tidy(span.text, 120) for span in statement.content)
    return line(f"{sources(statement.sources)} “{statement.cue.text}”{said}: {content}  ", dim(statement.id))


def _event(explained: EventExplained) -> Iterator[Line]:
    yield from history_lines(explained.history)
    for other in explained.maybe_same:
        yield line("  may be one with ", *event_line(other))
    yield line("  ", strong(f"all claims ({len(explained.quotes)}):"))
    yield from quote_lines(explained.quotes)


def _entity(explained: EntityExplained) -> Iterator[Line]:
    entity = explained.entity
    country = f", {entity.country}" if entity.country else ""
    yield line(strong(entity.name), f"  {entity.type}{country}  ", dim(entity.id))
    yield line("  ", strong("names: "), "; ".join(entity.names) or entity.name)
    for office in entity.offices:
        dates = f" ({date(office.start)} to {date(office.end)})" if office.start or office.end else ""
        yield line("  ", strong("office: "), office.title, f" of {office.of}" if office.of else "", dates)
    yield line("  ", strong(f"{counted(len(explained.events), 'event')}:"))
    yield from (line("    ", *event_line(event)) for event in explained.events)


def _report(explained: ReportExplained) -> Iterator[Line]:
    report = explained.report
    yield from head_lines(report)
    yield from _listed("why this date", report.published.reasons)
    yield line("  ", counted(explained.statements, "statement"), ", ", counted(explained.claims, "claim"))
    yield line("  ", dim(f"sha256 {report.sha256}"))


def _statement(explained: StatementExplained) -> Iterator[Line]:
    yield line(strong("statement: "), *_statement_words(explained.statement))
    yield from quote_lines(explained.quotes)


def _change(entry: ChangeEntry) -> Iterator[Line]:
    return change_lines([entry])


_WRITERS: dict[type, Callable[[Any], Iterator[Line]]] = {
    ClaimExplained: _claim,
    EventExplained: _event,
    EntityExplained: _entity,
    ReportExplained: _report,
    StatementExplained: _statement,
    ChangeEntry: _change,
}
