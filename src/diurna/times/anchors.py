"""From which day an expression counts: the report's, that of the words quoted, or one told in the text before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from diurna.model import Edtf, Published
from diurna.times.values import QuoteAnchor

_MOST_DAYS = 31


@dataclass(frozen=True, slots=True)
class Anchor:
    """The days that may be the day of speaking (none: unknown), and which kind of anchor they are."""

    kind: str
    days: tuple[dt.date, ...]


def report_anchor(published: Published) -> Anchor:
    """The days on which the report may have come out."""
    return Anchor("report", days_of(published.edtf))


def anchor_at(start: int, quotes: Sequence[QuoteAnchor], report: Anchor) -> Anchor:
    """The anchor at a code point: that of the innermost quote around it, or the report's."""
    around = [q for q in quotes if q.start <= start < q.end]
    if not around:
        return report
    innermost = min(around, key=lambda q: q.end - q.start)
    days = days_of(innermost.said_on)
    return Anchor("quote", days) if days else report


def days_of(edtf: Edtf | None) -> tuple[dt.date, ...]:
    """Every day of a short value, both ends of a long one, nothing where an end is open."""
    if edtf is None or edtf.earliest is None or edtf.latest is None:
        return ()
    length = (edtf.latest - edtf.earliest).days + 1
    if length > _MOST_DAYS:
        return edtf.earliest, edtf.latest
    return tuple(edtf.earliest + dt.timedelta(days=n) for n in range(length))
