"""A flat table for spreadsheets: one row a claim, plain columns, UTF-8 (RFC 4180 quoting, line feeds)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from operator import attrgetter
from typing import TYPE_CHECKING

from diurna.model import Claim, Event, Report

if TYPE_CHECKING:
    from diurna.ledger import View

COLUMNS = (
    *("claim", "report", "file", "outlet", "published", "event", "type", "kind", "event_standing", "status"),
    *("actors", "recipients", "others", "date", "date_text", "place", "country"),
    *("sources", "asserted_on", "quote", "start", "end", "confidence"),
)
"""Several names in one cell are joined by `; `; source levels, outermost first, by ` > `."""


def csv_lines(view: View) -> Iterator[bytes]:
    """Yield the table line by line, the header first; rows are ordered by claim id."""
    reports = {report.id: report for report in view.reports()}
    events = {claim: event for event in view.events() for claim in event.claims}
    yield _line(COLUMNS)
    for claim in sorted(view.claims(), key=attrgetter("id")):
        yield _line(_cells(view, claim, reports[claim.report], events.get(claim.id)))


def _cells(view: View, claim: Claim, report: Report, event: Event | None) -> tuple[object, ...]:
    names = {role: "; ".join(p.name for p in view.participants_of(claim) if p.role == role) for role in _ROLES}
    return (
        *(claim.id, report.id, report.file, report.outlet, report.published.edtf),
        *(event and event.id, claim.type, claim.kind, event and event.standing, claim.status),
        *(names["actor"], names["recipient"], names["other"], claim.date, claim.date_text),
        *(claim.place and claim.place.name, claim.place and claim.place.country),
        *(" > ".join("; ".join(level) for level in claim.sources), claim.asserted_on),
        *(claim.evidence.exact, claim.evidence.start, claim.evidence.end, claim.confidence),
    )


_ROLES = ("actor", "recipient", "other")


def _line(cells: tuple[object, ...]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow("" if cell is None else _harmless(str(cell)) for cell in cells)
    return buffer.getvalue().encode()


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP, "CSV injection")."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
