"""Quotations that go on: sentences in quotation marks without a cue belong to the speaker of the passage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from diurna.claims.attribution.context import Context
from diurna.claims.attribution.quotes import Quotation
from diurna.claims.attribution.syntax import is_punct
from diurna.claims.attribution.values import Found

_STOPS = frozenset({".", "!", "?", "…", "..."})
_SPOKEN = frozenset({"say", "report", "announce", "claim", "warn", "admit", "predict", "promise", "suggest", "confirm"})


def with_continuations(context: Context, found: Sequence[Found]) -> list[Found]:
    """The attributions, each with the quotations that carry its speaker's words on in the following sentences."""
    grown = list(found)
    for quotation in context.layout.quotations:
        if _is_free(context, quotation, grown):
            k = _speaker_before(context, quotation, grown)
            if k is not None:
                more = frozenset(range(quotation.start, quotation.end))
                grown[k] = replace(grown[k], content=grown[k].content | more)
    return grown


def _is_free(context: Context, quotation: Quotation, found: Sequence[Found]) -> bool:
    """Whether the quotation is made of whole sentences that nobody has been found to say."""
    reading = context.reading
    opening = quotation.start == 0 or reading.forms[quotation.start - 1] in (".", "!", "?", "”", '"', "''", ":")
    opening = opening or quotation.start == int(reading.sentences[reading.sentence_of(quotation.start)])
    words = [t for t in range(quotation.start, quotation.end) if not is_punct(reading, t)]
    stopped = any(reading.forms[t] in _STOPS for t in range(max(quotation.end - 3, quotation.start), quotation.end))
    if not opening or len(words) < 3 or not stopped:
        return False
    covered = {t for f in found for t in f.content if f.cue not in range(quotation.start, quotation.end)}
    return not covered & set(words)


def _speaker_before(context: Context, quotation: Quotation, found: Sequence[Found]) -> int | None:
    """The attribution that the quotation goes on from: the last spoken one of its paragraph or the one before."""
    layout = context.layout
    here = layout.paragraph_of(quotation.start)
    candidates = [
        k for k, f in enumerate(found)
        if f.cue < quotation.start and f.sources and f.act in _SPOKEN and layout.quotation_at(f.cue) is None
        and not any(k2 != k and f.cue in g.content for k2, g in enumerate(found))
    ]  # fmt: skip
    candidates = [k for k in candidates if layout.paragraph_of(found[k].cue) in (here, here - 1)]
    if not candidates:
        return None
    last = max(candidates, key=lambda k: found[k].cue)
    same_paragraph = layout.paragraph_of(found[last].cue) == here
    quoting = any(layout.quotation_at(t) is not None for t in found[last].content)
    return last if same_paragraph or quotation.continues or quoting else None
