"""An event told from another one: "two days after the attack", "hours before they met", or merely before or after it.

The clause or noun behind "after" came before what it hangs on, the one behind "before" after it; a length of time in
front of the word says how much.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from diurna.language.reading import Reading
from diurna.model import Edtf
from diurna.times import arithmetic
from diurna.times.meanings import FUTURE, PAST, Duration
from diurna.times.values import EventDate, TimeExpression
from diurna.vocabulary.time_words import time_words

_SIDES = {"after": PAST, "before": FUTURE}
_WITHIN_A_DAY = ("hour", "minute", "second")
_SHARES = frozenset(("conj", "xcomp"))


def counted(
    reading: Reading, trigger: int, expressions: Sequence[TimeExpression], date_of: Callable[[int], EventDate]
) -> EventDate | None:
    """The date of an event that is told by its distance from another one; None where it is not.

    `date_of` dates any other word of the text. Without a length of time the date is half-open.
    """
    linked = _link(reading, trigger)
    if linked is None:
        return None
    mark, other = linked
    if any(e.first <= other < e.last for e in expressions):  # "on Thursday, a day before they met"
        other = next((a for a in reading.ancestors(other) if reading.upos[a] == "VERB"), other)
    base = date_of(other)
    if base.expression is None or base.edtf is None:
        return None
    side, told = _SIDES[reading.forms[mark].lower()], expressions[base.expression].text
    words = f"{reading.forms[mark].lower()} this comes what {told!r} dates"
    index = next((n for n, e in enumerate(expressions) if e.last == mark), None)
    meaning = expressions[index].meaning if index is not None else None
    if isinstance(meaning, Duration) and meaning.count and index is not None:
        length = expressions[index].text
        edtf = _moved(base.edtf, meaning, side, at_most=expressions[index].modifier in ("LESS_THAN", "EQUAL_OR_LESS"))
        return EventDate(edtf, length, "counted", (f"{length} {words}",), index)
    if mark and time_words().classes.get(reading.forms[mark - 1].lower(), ("", None))[1] in _WITHIN_A_DAY:
        return EventDate(base.edtf, None, "counted", (f"{reading.forms[mark - 1]} {words}",), base.expression)
    ends = (None, base.edtf.latest) if side == PAST else (base.edtf.earliest, None)
    return EventDate(Edtf.between(*ends), None, "bound", (words,))


def _link(reading: Reading, trigger: int) -> tuple[int, int] | None:
    """The "after" or "before" in front of the event's clause or noun, and the word that this hangs on."""
    at = trigger
    while reading.deprels[at].split(":")[0] in _SHARES:
        at = int(reading.heads[at])
    marks = (c for c in reading.children(at) if reading.deprels[c] in ("mark", "case") and c < at)
    mark = next((c for c in marks if reading.forms[c].lower() in _SIDES), None)
    other = int(reading.heads[at])
    return (mark, other) if mark is not None and other >= 0 else None


def _moved(base: Edtf, length: Duration, side: int, *, at_most: bool) -> Edtf:
    """The base moved by the length: a month where months are counted from a day, all days between for "at most"."""
    low, high = (_day_moved(day, length, side) for day in (base.earliest, base.latest))
    if at_most:
        return Edtf.between(low, base.latest) if side == PAST else Edtf.between(base.earliest, high)
    if base.is_day and low is not None and length.unit in ("month", "quarter", "year"):
        return arithmetic.unit_at(low, "year" if length.unit == "year" else "month")[1] or base
    return Edtf.between(low, high)


def _day_moved(day: dt.date | None, length: Duration, side: int) -> dt.date | None:
    return arithmetic.moved(day, length.unit, side * length.count) if day is not None else None
