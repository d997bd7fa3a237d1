"""Quotations that go on: sentences in quotation marks without a cue belong to the speaker of the passage."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from diurna.claims.attribution.syntax import is_punct
from diurna.claims.attribution.values import Found
from diurna.language import Reading
from diurna.language.layout import Quotation
from diurna.vocabulary import speech

_STOPS = frozenset({".", "!", "?", "…", "..."})
_OPENERS = frozenset({".", "!", "?", "”", '"', "''", ":"})


def with_continuations(reading: Reading, found: Sequence[Found]) -> list[Found]:
    """The attributions, each with the quotations that carry its speaker's words on in the following sentences."""
    grown = list(found)
    around = _around(reading, found)
    speaking = sorted((f.cue, k) for k, f in enumerate(found) if _is_outermost_speech(reading, k, f, around))
    for quotation in reading.layout.quotations:
        if _is_free(reading, quotation, found, around):
            k = _speaker_before(reading, quotation, grown, speaking)
            if k is not None:
                more = frozenset(range(quotation.start, quotation.end))
                grown[k] = replace(grown[k], content=grown[k].content | more)
    return grown


def _around(reading: Reading, found: Sequence[Found]) -> Mapping[int, list[int]]:
    """For every cue and every quoted token the attributions whose content holds it."""
    cues = {f.cue for f in found}
    held: defaultdict[int, list[int]] = defaultdict(list)
    for k, f in enumerate(found):
        for token in f.content:
            if token in cues or reading.layout.quotation_at(token) is not None:
                held[token].append(k)
    return held


def _is_outermost_speech(reading: Reading, k: int, f: Found, around: Mapping[int, list[int]]) -> bool:
    if not f.sources or f.act not in speech.listed("quoting_acts") or reading.layout.quotation_at(f.cue) is not None:
        return False
    return all(other == k for other in around.get(f.cue, ()))


def _is_free(reading: Reading, quotation: Quotation, found: Sequence[Found], around: Mapping[int, list[int]]) -> bool:
    """Whether the quotation is made of whole sentences that nobody outside it has been found to say."""
    opening = quotation.start == 0 or reading.forms[quotation.start - 1] in _OPENERS
    opening = opening or quotation.start == int(reading.sentences[reading.sentence_of(quotation.start)])
    words = [t for t in range(quotation.start, quotation.end) if not is_punct(reading, t)]
    stopped = any(reading.forms[t] in _STOPS for t in range(max(quotation.end - 3, quotation.start), quotation.end))
    if not opening or len(words) < 3 or not stopped:
        return False
    return not any(not quotation.start <= found[k].cue < quotation.end for t in words for k in around.get(t, ()))


def _speaker_before(
    reading: Reading, quotation: Quotation, found: Sequence[Found], speaking: Sequence[tuple[int, int]]
) -> int | None:
    """The attribution that the quotation goes on from: the last spoken one before it, here or one paragraph up."""
    layout = reading.layout
    last = bisect_left(speaking, (quotation.start, 0)) - 1
    if last < 0:
        return None
    k = speaking[last][1]
    here, cue = layout.paragraph_of(quotation.start), layout.paragraph_of(found[k].cue)
    if cue == here:
        return k
    reach = max(
        cue, layout.paragraph_of(max((t for t in found[k].content if t < quotation.start), default=found[k].cue))
    )
    quoting = quotation.continues or any(layout.quotation_at(t) is not None for t in found[k].content)
    return k if reach == here - 1 and quoting else None
