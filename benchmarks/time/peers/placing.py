"""Where in a text the words are that a tool has found but not placed, and which of them are no time expression."""

from __future__ import annotations

import re

_BEFORE = r"(?:in|on|at|by|of|to|from|and|for|since|until|before|after)"
_BEHIND = rf"(?:the|a|{_BEFORE})"
_ENDS = re.compile(rf"^(?:\W+|{_BEFORE}\b)+|(?:\W+|\b{_BEHIND})+$", re.IGNORECASE)


def bare(words: str) -> str:
    """A found piece of text without the prepositions and marks at its ends, which TIMEX3 leaves outside."""
    return _ENDS.sub("", words)


def locate(text: str, words: str, after: int, near: int | None = None) -> tuple[int, int] | None:
    """The half-open span of whole words at or behind `after`, the first or the one that begins nearest to `near`.

    Case and the kind of white space do not count. None where the words do not occur there.
    """
    pattern = r"\s+".join(map(re.escape, words.split()))
    spans = [found.span() for found in re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE).finditer(text, after)]
    if not spans or not pattern:
        return None
    return min(spans, key=lambda span: abs(span[0] - near)) if near is not None else spans[0]
