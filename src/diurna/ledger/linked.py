"""What dated reports tell of the day of an undated one that is linked with them (pure).

A report that tells of a happening as done came out on its day or later, one that tells of it as ahead on its day or
before. Where other reports, whose own dates are known, date the happening, that bounds the day of the undated report.
The bounds narrow what its text alone told and never contradict it; links are made before, without them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from diurna.model import Claim, Edtf, Published, Report

_KNOWN = ("stated", "metadata")
_AHEAD = ("planned", "expected", "not_planned")
_LONGEST = 3
"""Days that a happening lasts at the most whose date bounds that of a report."""


@dataclass(frozen=True, slots=True)
class _Bound:
    """The days from `first` to `last` (None is open) on which a report can have come out, and why."""

    first: date | None
    last: date | None
    reason: str


def dated_by_links(reports: Mapping[str, Report], events: Sequence[Sequence[Claim]]) -> dict[str, Report]:
    """Return the reports, those without a stated date with the narrower one that their links give.

    `events` are the claims of each event. A bound that no day of a report's own interval is left by is passed over.
    """
    bounds: dict[str, list[_Bound]] = defaultdict(list)
    for claims in events:
        for report, bound in _bounds(claims, reports):
            bounds[report].append(bound)
    return {key: _narrowed(report, bounds[key]) if key in bounds else report for key, report in reports.items()}


def _bounds(claims: Sequence[Claim], reports: Mapping[str, Report]) -> Iterator[tuple[str, _Bound]]:
    """The bounds that the dated claims of one event give the undated reports that tell of it."""
    day = _day(claims, reports)
    if day is None:
        return
    for claim in claims:
        report = reports[claim.report]
        if report.published.basis in _KNOWN:
            continue
        what = f"{claim.kind} of {day}, as linked reports date it"
        if claim.status == "happened":
            yield report.id, _Bound(day.earliest, None, f"tells of the {what}, as over")
        elif claim.status in _AHEAD and claim.tense == "future" and _says_now(claim, report):
            yield report.id, _Bound(None, day.latest, f"tells of the {what}, as ahead")


def _day(claims: Sequence[Claim], reports: Mapping[str, Report]) -> Edtf | None:
    """The days on which the happening was by all the reports whose own dates are known; None where they are many."""
    told = [
        claim.date
        for claim in claims
        if claim.status == "happened" and reports[claim.report].published.basis in _KNOWN and claim.date is not None
    ]
    hull = Edtf.hull(edtf for edtf in told if _is_short(edtf))
    return hull if hull is not None and _is_short(hull) else None


def _is_short(edtf: Edtf) -> bool:
    return edtf.days is not None and edtf.days <= _LONGEST


def _says_now(claim: Claim, report: Report) -> bool:
    """Whether the claim was asserted when the report came out, and not on a day of its own before."""
    return claim.asserted_on is None or claim.asserted_on == report.published.edtf


def _narrowed(report: Report, bounds: Sequence[_Bound]) -> Report:
    own = report.published
    edtf, reasons = own.edtf, list(own.reasons)
    for bound in sorted(bounds, key=lambda b: (b.first or date.min, b.last or date.max, b.reason)):
        span = Edtf.between(bound.first, bound.last)
        both = span if edtf is None else edtf.intersection(span)
        if both is None or both == edtf:
            continue
        edtf = both
        reasons.append(bound.reason)
    if edtf is None or edtf == own.edtf:
        return report
    published = Published(edtf=edtf, basis="inferred", reasons=tuple(reasons), probability=own.probability)
    return msgspec.structs.replace(report, published=published)
