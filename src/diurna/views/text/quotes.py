"""Quotes as lines: the words, then who says so, when, and in which report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diurna.views.quotes import Quote
from diurna.views.text.lines import Line, Segment, dim, line
from diurna.views.text.words import day, quoted, sources, status


def quote_lines(quotes: Iterable[Quote], indent: str = "    ") -> Iterator[Line]:
    """Yield two lines for each quote."""
    for quote in quotes:
        yield line(indent, Segment(quoted(quote.text), "quote"))
        yield line(indent + "  ", status(quote.status), dim(f" · {origin(quote)} · {quote.claim}"))


def origin(quote: Quote) -> str:
    """Return who says it, on which day, and where it is printed."""
    who = sources(quote.sources) or "the report itself"
    where = quote.outlet or quote.file
    return f"{who}, {day(quote.asserted_on)} · {where}" if quote.asserted_on else f"{who} · {where}"
