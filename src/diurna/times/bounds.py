"""Bounds of an undated event: what the sentence puts right before or after it, and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diurna.language.reading import Reading
from diurna.model import Edtf
from diurna.times.values import TimeExpression

_AFTER = frozenset(("after", "following", "since"))
_BEFORE = frozenset(("before", "ahead"))
_MODIFIER = frozenset(("advcl", "obl", "nmod"))


@dataclass(frozen=True, slots=True)
class Bound:
    """A dated thing that the event came after (`after`) or before."""

    expression: TimeExpression
    after: bool


def bounded(
    reading: Reading, trigger: int, expressions: Sequence[TimeExpression], span: Edtf
) -> tuple[Edtf, str | None]:
    """The open span of an undated event cut at what the sentence puts right before or after it, and words for that.

    "discussed it after returning from a visit on Friday": not before Friday.
    """
    low, high, words = span.earliest, span.latest, None
    for bound in _bounds(reading, trigger, expressions):
        edtf = bound.expression.edtf
        day = (edtf.earliest if bound.after else edtf.latest) if edtf is not None else None
        if day is None or not _inside(day, low, high):
            continue
        low, high = (day, high) if bound.after else (low, day)
        words = f"{'after' if bound.after else 'before'} {bound.expression.text!r}"
    return (Edtf.between(low, high), words) if words else (span, None)


def _bounds(reading: Reading, trigger: int, expressions: Sequence[TimeExpression]) -> Iterator[Bound]:
    for child in reading.children(trigger):
        if reading.deprels[child].split(":")[0] not in _MODIFIER:
            continue
        marks = {reading.lemmas[c].lower() for c in reading.children(child) if reading.deprels[c] in ("mark", "case")}
        if not marks & (_AFTER | _BEFORE):
            continue
        below = frozenset(reading.subtree(child))
        for expression in expressions:
            if expression.first in below and expression.type in ("DATE", "TIME"):
                yield Bound(expression, bool(marks & _AFTER))
                break


def _inside(day: dt.date, low: dt.date | None, high: dt.date | None) -> bool:
    return (low is None or low <= day) and (high is None or day <= high)
