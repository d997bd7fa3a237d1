"""Contents of statements as far as the quotation marks carry them.

The network tells word by word and window by window what somebody says; where a quotation ends is told by its marks.
Attribution corpora take quoted words whole, over as many sentences as they run (PARC, Pareti 2016; PolNeAR, Newell et
al. 2018).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from diurna.language.layout import Layout
from diurna.language.reading import Reading
from diurna.language.spans import Part, StatementSpan

_Span = tuple[int, int]


def with_whole_quotations(reading: Reading) -> Reading:
    """The reading with every content that touches a quotation taken to its ends, and on through those that follow."""
    if not reading.statements or not reading.layout.quotations:
        return reading
    taken = {
        token
        for said in reading.statements
        for start, end in ((said.start, said.end), *((part.start, part.end) for part in said.parts))
        for token in range(start, end)
    }
    statements = (_completed(reading, said, taken) for said in reading.statements)
    return replace(reading, statements=tuple(statements))


def _completed(reading: Reading, said: StatementSpan, taken: set[int]) -> StatementSpan:
    """The statement with its quotations whole; one that stands in a quotation itself stays as it is."""
    contents = [part for part in said.parts if part.role == "content"]
    if not contents or reading.layout.quotation_at(said.start) is not None:
        return said
    others = [part for part in said.parts if part.role != "content"]
    own = [(said.start, said.end), *((part.start, part.end) for part in others)]
    whole = [_whole(reading.layout, part, own) for part in contents]
    whole += _following(reading, said, max(whole, key=lambda part: part.end), taken)
    parts = sorted(chain(others, _joined(whole)), key=lambda part: part.start)
    return replace(said, parts=tuple(parts))


def _whole(layout: Layout, content: Part, own: Sequence[_Span]) -> Part:
    """The content with the quotations at its edges, as far as no other part of the statement stands between."""
    first, last = layout.quotation_at(content.start), layout.quotation_at(content.end - 1)
    start = first.start if first and _free(first.start, content.start, own) else content.start
    end = content.end
    if last is not None:
        speech = layout.speech_at(last.start) or (last.start, last.end)
        end = next((end for end in (speech[1], last.end) if _free(content.end, end, own)), content.end)
    return replace(content, start=start, end=max(end, content.end))


def _following(reading: Reading, said: StatementSpan, last: Part, taken: set[int]) -> Iterator[Part]:
    """The quotations that fill the next sentences of the paragraph and are nobody's: the speaker goes on."""
    layout = reading.layout
    if layout.quotation_at(last.end - 1) is None:
        return
    paragraph = layout.paragraphs[layout.paragraph_of(said.start)]
    at = reading.sentence_bounds(reading.sentence_of(max(last.end, said.end) - 1))[1]
    while at < paragraph[1] and (quotation := layout.quotation_at(at)) is not None and quotation.start == at:
        if not taken.isdisjoint(range(quotation.start, quotation.end)):
            return
        yield replace(last, start=quotation.start, end=quotation.end)
        at = quotation.end


def _joined(parts: Sequence[Part]) -> list[Part]:
    """Contents that touch or overlap made one, with the lower score."""
    found: list[Part] = []
    for part in sorted(parts, key=lambda part: part.start):
        if found and part.start <= found[-1].end:
            end, score = max(found[-1].end, part.end), min(found[-1].score, part.score)
            found[-1] = replace(found[-1], end=end, score=score)
        else:
            found.append(part)
    return found


def _free(start: int, end: int, own: Sequence[_Span]) -> bool:
    return not any(a < end and start < b for a, b in own)
