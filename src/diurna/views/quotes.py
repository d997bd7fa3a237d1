"""The words behind an entry: a claim with the report it stands in, ready to be shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diurna.model import Claim, Edtf, Event
from diurna.model.status import Status

if TYPE_CHECKING:
    from diurna.ledger import View


@dataclass(frozen=True, slots=True)
class Quote:
    """One claim as evidence: its exact words, status, source chain (outermost first) and where it stands."""

    claim: str
    report: str
    file: str
    outlet: str | None
    text: str
    status: Status
    sources: tuple[tuple[str, ...], ...]
    asserted_on: Edtf | None


def quote(view: View, claim: Claim) -> Quote:
    """Return the claim as a quote."""
    report = view.report(claim.report)
    return Quote(
        claim=claim.id,
        report=report.id,
        file=report.file,
        outlet=report.outlet,
        text=claim.evidence.exact,
        status=claim.status,
        sources=claim.sources,
        asserted_on=claim.asserted_on,
    )


def quotes(view: View, claim_ids: Iterable[str]) -> tuple[Quote, ...]:
    """Return the claims with these ids as quotes, in the order given."""
    return tuple(quote(view, view.claim(claim_id)) for claim_id in claim_ids)


def deciding(view: View, event: Event) -> tuple[Quote, ...]:
    """Return the quotes that decide the event's standing, the decisive one first; one for each wording."""
    found = {(q.text, q.status): q for q in reversed(quotes(view, event.why))}
    return tuple(reversed(found.values()))


def said_late(asserted_on: Edtf | None) -> str:
    """Return a key that orders what was said by its latest possible day; what has no date comes first."""
    if asserted_on is None:
        return ""
    latest = asserted_on.latest or asserted_on.earliest
    return latest.isoformat() if latest else ""
