"""Stretches of text between quotation marks."""

from __future__ import annotations

import re

from diurna.language.reading import Reading

# Curly, straight and TeX-like marks; a quotation that a paragraph leaves open ends with the paragraph.
_QUOTED = re.compile(r"“[^“”\n]{2,}[”\n]|\"[^\"\n]{2,}[\"\n]|``.{2,}?''", re.S)


def quotes_in(reading: Reading) -> tuple[tuple[int, int], ...]:
    """The half-open code-point spans between quotation marks, marks included, in text order.

    A quotation that its paragraph leaves open and the next one takes up is one.
    """
    spans: list[tuple[int, int]] = []
    for match in _QUOTED.finditer(reading.text):
        start, end = match.span()
        left_open = spans and reading.text[spans[-1][1] - 1] == "\n"
        if left_open and not reading.text[spans[-1][1] : start].strip():
            start = spans.pop()[0]
        spans.append((start, end))
    return tuple(spans)
