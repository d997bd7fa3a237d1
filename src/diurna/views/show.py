"""A report's text with its claims marked where their trigger words stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from diurna.model import Claim, NotFound, Report
from diurna.views.lookup import find_id

if TYPE_CHECKING:
    from diurna.ledger import View


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text, half-open in code points, that triggers these claims."""

    start: int
    end: int
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class ShownReport:
    """A report and the marks in its text, in text order and without overlap."""

    report: Report
    marks: tuple[Mark, ...]


def show(view: View, wanted: str) -> ShownReport:
    """Return the report with this id (abbreviated will do) or file name. Raises NotFound when there is none."""
    report = _report(view, wanted)
    return ShownReport(report, marks(claim for claim in view.claims() if claim.report == report.id))


def _report(view: View, wanted: str) -> Report:
    named = [report for report in view.reports() if report.file == wanted]
    if len(named) > 1:
        ids = ", ".join(sorted(report.id for report in named))
        raise NotFound(f"several reports are called {wanted!r} ({ids}): give the id", name=wanted)
    return named[0] if named else view.report(find_id(view, wanted, "report")[1])


def marks(claims: Iterable[Claim]) -> tuple[Mark, ...]:
    """Return the claims' triggers as marks; triggers that overlap share one."""
    found: list[Mark] = []
    for claim in sorted(claims, key=lambda c: (c.trigger.start, c.trigger.end, c.id)):
        span = claim.trigger
        if found and span.start < found[-1].end:
            last = found[-1]
            found[-1] = Mark(last.start, max(last.end, span.end), (*last.claims, claim))
        else:
            found.append(Mark(span.start, span.end, (claim,)))
    return tuple(sorted(found, key=attrgetter("start")))
