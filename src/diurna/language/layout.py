"""How a text is laid out: paragraphs, and words in quotation marks, over the ends of sentences and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diurna.language.reading import Reading

# Double marks first; single ones only where a word begins or ends, so that apostrophes stay out.
_MARK = re.compile(r"``|''|[\"“”„«»]|(?<!\w)['‘](?=\w)|(?<=[\w.,!?…])['’](?!\w)")
_OPENING = frozenset("“„«‘") | {"``"}
_CLOSING = frozenset("”»")
_SINGLE = frozenset("'‘’")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words as a half-open token span including the marks.

    `continues` is true where the words go on from the quotation before: news prints an opening mark on every
    paragraph of a long quotation and a closing one on the last only.
    """

    start: int
    end: int
    continues: bool = False


@dataclass(frozen=True)
class Layout:
    """Paragraphs and quotations of a reading."""

    paragraphs: tuple[tuple[int, int], ...]
    """Half-open token spans, parted by blank lines or, where there are none, by line ends."""
    quotations: tuple[Quotation, ...]
    """In text order; none stands in another."""
    stops: tuple[int, ...]
    """Where paragraphs begin, where quotations end with a full stop, and where the text ends, as token indices."""

    @cached_property
    def _quoted(self) -> dict[int, Quotation]:
        return {t: q for q in self.quotations for t in range(q.start, q.end)}

    @cached_property
    def _firsts(self) -> list[int]:
        return [start for start, _ in self.paragraphs]

    @cached_property
    def _speech(self) -> dict[int, tuple[int, int]]:
        speeches: list[tuple[int, int]] = []
        for q in self.quotations:
            start = speeches.pop()[0] if q.continues and speeches else q.start
            speeches.append((start, q.end))
        return {t: speech for speech in speeches for t in range(*speech)}

    @cached_property
    def _starts(self) -> list[int]:
        return [q.start for q in self.quotations]

    def paragraph_of(self, token: int) -> int:
        """The number of the paragraph that holds the token."""
        return max(bisect_right(self._firsts, token) - 1, 0)

    def stretch(self, token: int) -> tuple[int, int]:
        """The half-open token span around a token that no paragraph break and no full stop in closing marks parts.

        A quotation that ends with a full stop ends its sentence, whether or not the model saw it.
        """
        k = bisect_right(self.stops, token)
        return (self.stops[k - 1] if k else 0), self.stops[min(k, len(self.stops) - 1)]

    def quotation_at(self, token: int) -> Quotation | None:
        """The quotation that covers the token, if any."""
        return self._quoted.get(token)

    def before(self, token: int) -> Quotation | None:
        """The last quotation that ends before the token."""
        k = bisect_right(self._starts, token) - 1
        while k >= 0 and self.quotations[k].end > token:
            k -= 1
        return self.quotations[k] if k >= 0 else None

    def behind(self, token: int) -> Quotation | None:
        """The first quotation that starts behind the token."""
        k = bisect_right(self._starts, token)
        return self.quotations[k] if k < len(self.quotations) else None

    def among(self, tokens: Iterable[int]) -> list[Quotation]:
        """The quotations that cover any of the tokens, in text order."""
        found = {q.start: q for q in map(self.quotation_at, tokens) if q is not None}
        return [found[start] for start in sorted(found)]

    def speech_at(self, token: int) -> tuple[int, int] | None:
        """The half-open token span of the quotation that covers the token, with those that it continues or that
        continue it, if any."""
        return self._speech.get(token)


def layout_of(reading: Reading) -> Layout:
    """Find the paragraphs and the quotations of a reading."""
    paragraphs = list(_paragraphs(reading.text))
    quotations: list[Quotation] = []
    left_open = False
    for start, end in paragraphs:
        spans, still_open = _quoted_spans(reading.text, start, end)
        for n, (first, last) in enumerate(spans):
            a, b = reading.tokens_between(first, last)
            if b - a > 1:
                quotations.append(Quotation(a, b, left_open and n == 0 and first == start))
        # a mark alone at the end of a paragraph quotes nothing
        left_open = still_open and bool(quotations) and quotations[-1].end == reading.tokens_between(start, end)[1]
    found = tuple(reading.tokens_between(*paragraph) for paragraph in paragraphs)
    ends = [q.end for q in quotations if reading.forms[q.end - 2] == "."]
    return Layout(found, tuple(quotations), tuple(sorted({*(a for a, _ in found), *ends, len(reading)})))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    breaks = re.compile(r"\s*\n\s*\n\s*" if re.search(r"\S\s*\n\s*\n\s*\S", text) else r"\s*\n\s*")
    start = len(text) - len(text.lstrip())
    for match in breaks.finditer(text, start):
        yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def _quoted_spans(text: str, start: int, end: int) -> tuple[list[tuple[int, int]], bool]:
    """The outermost quoted spans of a paragraph with their marks, and whether the last one is not closed."""
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    single = False
    for match in _MARK.finditer(text, start, end):
        mark = match.group()
        if opened is None:
            if mark not in _CLOSING and _may_open(text, match, start):
                opened, single = match.start(), mark in _SINGLE
        elif _may_close(mark, single):
            spans.append((opened, match.end()))
            opened = None
    if opened is not None and not single:
        spans.append((opened, end))
        return spans, True
    return spans, False


def _may_open(text: str, match: re.Match[str], start: int) -> bool:
    mark = match.group()
    if mark in _OPENING and mark not in _SINGLE:
        return True
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end() : match.end() + 1]
    return not before.isalnum() and bool(after.strip())


def _may_close(mark: str, single: bool) -> bool:
    if single:
        return mark in ("'", "’")
    return mark in ("”", "»", '"', "''")
