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
from diurna.times.carriers import carriers
from diurna.times.meanings import FUTURE, PAST, Duration
from diurna.times.values import EventDate, TimeExpression
from diurna.vocabulary.time_words import time_words

_SIDES = {"after": PAST, "before": FUTURE}


def counted(
    reading: Reading,
    trigger: int,
    expressions: Sequence[TimeExpression],
    date_of: Callable[[int], EventDate],
    *,
    past: bool,
) -> EventDate | None:
    """The date of an event that is told by its distance from another one; None where it is not.

    `date_of` dates any other word of the text. Without a length of time the date is half-open.
    """
    linked = _link(reading, trigger, past=past)
    if linked is None:
        return None
    mark, other = linked
    if any(e.first <= other < e.last for e in expressions):  # "on Thursday, a day before they met"
        other = next((a for a in reading.ancestors(other) if reading.upos[a] == "VERB"), other)
    base = date_of(other)
    if base.edtf is None or base.expression is None:
        return None
    side = _SIDES[reading.forms[mark].lower()]
    words = f"{'before' if side == PAST else 'after'} what “{reading.forms[other]}” tells of"
    for index, e in enumerate(expressions):
        if e.last == mark and isinstance(e.meaning, Duration) and e.meaning.count:
            edtf = _moved(base.edtf, e.meaning, side, at_most=e.modifier in ("LESS_THAN", "EQUAL_OR_LESS"))
            return EventDate(edtf, e.text, "counted", (f"{e.text} {words}", *base.reasons), index)
    if _is_within_a_day(reading.forms[mark - 1]):
        reasons = (f"{reading.forms[mark - 1]} {words}", *base.reasons)
        return EventDate(base.edtf, base.text, "counted", reasons, base.expression)
    ends = (None, base.edtf.latest) if side == PAST else (base.edtf.earliest, None)
    return EventDate(Edtf.between(*ends), None, "bound", (words, *base.reasons))


def _is_within_a_day(word: str) -> bool:
    """ "Hours", "minutes": so little that the day stays the same."""
    return time_words().classes.get(word.lower(), ("", None))[1] in ("hour", "minute", "second")


def _link(reading: Reading, trigger: int, *, past: bool) -> tuple[int, int] | None:
    """The "after" or "before" in front of the event's clause or noun, and the word that this hangs on."""
    start, _ = reading.sentence_bounds(reading.sentence_of(trigger))
    carrying = carriers(reading, trigger, past=past)
    for at in (a for a in reading.path_to_root(trigger) if a in carrying and reading.heads[a] >= 0):
        for mark in range(start, at):  # hung on the clause itself or, behind a length of time, inside it
            if reading.forms[mark].lower() in _SIDES and at in (
                reading.heads[mark],
                reading.heads[max(mark - 1, start)],
            ):
                return mark, int(reading.heads[at])
    return None


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
