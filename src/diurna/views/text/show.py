"""A report's text with its claims marked."""

from __future__ import annotations

from collections.abc import Iterator

from diurna.model import Published, Report
from diurna.views.show import Mark, ShownReport
from diurna.views.text.lines import Line, Segment, dim, line, strong
from diurna.views.text.words import counted, day


def show_lines(shown: ShownReport) -> Iterator[Line]:
    """Yield the head of the report, then its text; a trigger without styles reads `[met]{c1234 happened}`."""
    yield from head_lines(shown.report)
    claims = sum(len(mark.claims) for mark in shown.marks)
    yield line(dim(counted(claims, "claim")))
    yield ()
    yield from _by_line(_segments(shown))


def head_lines(report: Report) -> Iterator[Line]:
    """Yield title, outlet, date with its basis, file and id."""
    yield line(strong(report.title or report.file), "  ", dim(report.id))
    published = report.published
    out = _published(published)
    yield line(" · ".join(filter(None, (report.outlet, out, report.file if report.title else None))))
    for reason in published.reasons if published.basis == "inferred" else ():
        yield line("  ", dim(reason))


def _published(published: Published) -> str:
    """ "published 5 November 2024 (inferred, 95% sure)"."""
    if published.edtf is None:
        return "publication date unknown"
    sure = "" if published.probability is None else f", {published.probability:.0%} sure"
    return f"published {day(published.edtf)} ({published.basis}{sure})"


def _segments(shown: ShownReport) -> Iterator[Segment]:
    text, at = shown.report.text, 0
    for mark in shown.marks:
        yield Segment(text[at : mark.start])
        yield from _marked(text[mark.start : mark.end], mark)
        at = mark.end
    yield Segment(text[at:])


def _marked(words: str, mark: Mark) -> tuple[Segment, ...]:
    told = "; ".join(f"{claim.id} {claim.status}" for claim in mark.claims)
    styled = Segment(words, f"mark {mark.claims[0].status}")
    return Segment("[", "bare"), styled, Segment("]", "bare"), dim(f"{{{told}}}")


def _by_line(segments: Iterator[Segment]) -> Iterator[Line]:
    """The segments cut at line ends, so that each line of the report is a line of output."""
    current: list[Segment] = []
    for text, style in segments:
        first, *more = text.replace("\r\n", "\n").split("\n")
        current.append(Segment(first, style))
        for part in more:
            yield tuple(current)
            current = [Segment(part, style)]
    yield tuple(current)
