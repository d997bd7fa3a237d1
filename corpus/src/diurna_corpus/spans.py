"""Finding quoted words in a text.

A quotation is the words themselves, as they stand in the text. Where they stand more than once, words around them are
quoted too and the span is put between bars: `before he |met| Castro`. A long content may be shortened in the middle:
`that the talks ... next week` goes from the first part to the nearest end of the last part behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_GAP = re.compile(r"\s+(?:\.\.\.|…)\s+")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text, in code points."""

    start: int
    end: int

    def inside(self, other: Span) -> bool:
        """True when `other` covers this span."""
        return other.start <= self.start and self.end <= other.end

    def overlaps(self, other: Span) -> bool:
        """True when the spans share a character."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]


class NotFoundOnce(ValueError):
    """Quoted words that are not in the text, or not in one place only."""


def occurrences(text: str, quoted: str) -> list[Span]:
    """Every place where the quoted words stand as whole words."""
    before, bar, rest = quoted.partition("|")
    target, closing, after = rest.partition("|")
    if bar and (not closing or "|" in after or not target):
        raise NotFoundOnce(f"one pair of bars is needed in {quoted!r}")
    if not bar:
        before, target, after = "", quoted, ""
    if not target:
        raise NotFoundOnce("nothing is quoted")
    offset = len(before)
    starts = _starts(text, before + target + after)
    return [Span(start + offset, start + offset + len(target)) for start in starts]


def _starts(text: str, words: str) -> Iterator[int]:
    """Where the words stand with no letter or digit right before and behind them."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        whole = not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum()
        if whole:
            yield at
        at = text.find(words, end if whole else at + 1)


def find(text: str, quoted: str) -> Span:
    """The one place of the quoted words. Raises `NotFoundOnce`."""
    found = occurrences(text, quoted)
    if len(found) != 1:
        raise NotFoundOnce(
            f"{quoted!r} stands {len(found)} times in the text" if found else f"{quoted!r} is not in the text"
        )
    return found[0]


def find_long(text: str, quoted: str) -> Span:
    """The one place of quoted words that may be shortened in the middle. Raises `NotFoundOnce`."""
    if text.count(quoted) == 1:
        return find(text, quoted)
    head, *tail = _GAP.split(quoted, maxsplit=1)
    if not tail:
        return find(text, quoted)
    first = find(text, head)
    last = next((span for span in occurrences(text, tail[0]) if span.start >= first.end), None)
    if last is None:
        raise NotFoundOnce(f"{tail[0]!r} does not follow {head!r}")
    return Span(first.start, last.end)
