"""When an event takes place: the time expression that governs it, or the bounds that the report itself gives.

An expression governs an event when the tree leads from it to the event's trigger without passing another event:
through the trigger itself, through a verb that only carries it ("held talks on Monday", "the visit is set for July"),
or through a clause that shares its time ("met on Monday and agreed ...", "..., pledging support").
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence
from functools import partial

from diurna.language.reading import Reading
from diurna.model import Edtf, Published
from diurna.times.anchors import days_of
from diurna.times.bounds import bounded
from diurna.times.calendar_events import calendar_date
from diurna.times.carriers import SHARED
from diurna.times.counted import counted
from diurna.times.governing import Governing, governing_expressions, learned_governing
from diurna.times.meanings import FUTURE, PAST, At, CalendarDate, Weekday
from diurna.times.news import day_of_news, is_news
from diurna.times.place import Situation, place
from diurna.times.tense import lasts_until
from diurna.times.values import EventDate, QuoteAnchor, TimeExpression
from diurna.vocabulary.time_words import time_words

_FAR_SINCE = 9
"""Words from "since" to the time that ends its noun phrase."""
_NOMINAL = frozenset(("ADJ", "ADP", "DET", "NOUN", "NUM", "PROPN", "PRON"))


def date_event(
    reading: Reading,
    trigger: int,
    expressions: Sequence[TimeExpression],
    published: Published,
    *,
    tense: str,
    quote: QuoteAnchor | None = None,
) -> EventDate:
    """The date of the event whose trigger is token `trigger`.

    `tense` is "past_or_present" or "future". `quote` gives the day on which the surrounding words were said; it
    bounds the event in place of the publication. Without an expression the date is a bound ("../2024-10-30"), and
    never narrower than what the text says.
    """
    future = tense == "future"
    told = in_tense(expressions, published, future)
    one = _governing(reading, trigger, told, published, future)
    one = one or _seen(reading, trigger, told if future else expressions, published, future)
    if one is not None:
        return _closed(_from_expression(reading, trigger, one, told), published, future)
    date_of = partial(_date_of_other, reading, expressions, published)
    distant = counted(reading, trigger, expressions, date_of, past=not future)
    if distant is not None and _on_side(distant.edtf, days_of(published.edtf), future):
        return _closed(distant, published, future)
    said = quote.said_on if quote is not None else published.edtf
    if said is None:
        return EventDate(None, None, "unknown", ("no expression dates it, and the day of the report is unknown",))
    if published.edtf and (known := calendar_date(reading, trigger, published.edtf, future=future)):
        return EventDate(known[0], None, "calendar", (f"the calendar of recurring events has {known[1]!r} then",))
    rule, whose = ("quote", "the words were said") if quote is not None else ("bound", "the report came out")
    open_span = Edtf.between(said.earliest, None) if future else Edtf.between(None, said.latest)
    span, words = bounded(reading, trigger, told, open_span)
    reasons = (f"still ahead when {whose}" if future else f"over when {whose}", *((words,) if words else ()))
    if not future and not words and quote is None and is_news(reading, trigger):
        day = day_of_news(reading, trigger, expressions, said)
        return EventDate(day, None, "news", ("the opening of a report tells the news of its day",))
    return EventDate(span, None, rule, reasons)


def _date_of_other(
    reading: Reading, expressions: Sequence[TimeExpression], published: Published, token: int
) -> EventDate:
    return date_event(reading, token, expressions, published, tense="past_or_present")


def _governing(
    reading: Reading, trigger: int, told: Sequence[TimeExpression], published: Published, future: bool
) -> Governing | None:
    """The closest expression that governs the event and agrees with its tense."""
    for one in governing_expressions(reading, trigger, told, past=not future):
        if not future and _lasts_until(reading, told[one.index]):
            continue
        only_since = _since(reading, trigger, told[one.index]) is not None and (
            future or _counts_occasions(reading, trigger, one)
        )
        if _fits(one, told[one.index], published, future) and not only_since:
            return one
    return None


def _seen(
    reading: Reading, trigger: int, told: Sequence[TimeExpression], published: Published, future: bool
) -> Governing | None:
    """The expression that the language model sees as the event's time, where it agrees with the event's tense."""
    seen = learned_governing(reading, trigger, told)
    return seen if seen is not None and _fits(seen, told[seen.index], published, future) else None


def in_tense(expressions: Sequence[TimeExpression], published: Published, future: bool) -> tuple[TimeExpression, ...]:
    """The expressions, with those put right that the tense of their clause put on an event's wrong side.

    "announced a visit in July": the clause is past, the visit is not, and the nearest July is meant; of weekdays the
    one on the event's side.
    """
    days = days_of(published.edtf)
    return tuple(_put_right(e, days, future) for e in expressions)


def _put_right(expression: TimeExpression, days: Sequence[dt.date], future: bool) -> TimeExpression:
    meaning = expression.meaning.day if isinstance(expression.meaning, At) else expression.meaning
    if not days or expression.anchor != "report" or _on_side(expression.edtf, days, future):
        return expression
    if isinstance(meaning, CalendarDate) and meaning.year is None and meaning.toward is None:
        placed = place(meaning, Situation(days[-1], None))
    elif isinstance(meaning, Weekday) and meaning.toward is None and meaning.weeks is None:
        placed = place(meaning, Situation(days[-1], FUTURE if future else PAST))
    else:
        return expression
    return dataclasses.replace(expression, value=placed[0], edtf=placed[1]) if placed else expression


def _on_side(edtf: Edtf | None, days: Sequence[dt.date], future: bool) -> bool:
    if edtf is None or not days:
        return edtf is not None
    if future:
        return edtf.latest is None or edtf.latest >= days[0]
    return edtf.earliest is None or edtf.earliest <= days[-1]


def _fits(one: Governing, expression: TimeExpression, published: Published, future: bool) -> bool:
    """Whether the date agrees with the event's tense; a date that cannot is another event's.

    A date that can date nothing else ("a February trip") always is the event's.
    """
    if expression.edtf is None:
        return False
    if one.own or expression.anchor == "quote" or (future and expression.anchor == "absolute"):
        return True
    return _on_side(expression.edtf, days_of(published.edtf), future)


def _since(reading: Reading, trigger: int, expression: TimeExpression) -> int | None:
    """The word "since" before the expression, or before a phrase that it ends: "the first visit since the vote in May".

    What follows "since" itself ("the vote") is dated by the expression.
    """
    for token in range(expression.first - 1, max(expression.first - 1 - _FAR_SINCE, -1), -1):
        if reading.forms[token].lower() == "since":
            return token
        if token == trigger or reading.upos[token] not in _NOMINAL:
            return None
    return None


def _lasts_until(reading: Reading, expression: TimeExpression) -> bool:
    """ "Extended the sanctions until June" does not date the extension."""
    governor = int(reading.heads[next(reading.span_heads(expression.first, expression.last))])
    return governor >= 0 and lasts_until(reading, governor, expression.first)


def _counts_occasions(reading: Reading, trigger: int, one: Governing) -> bool:
    return one.rank == 0 and reading.upos[trigger] == "NOUN"


def _closed(dated: EventDate, published: Published, future: bool) -> EventDate:
    """An open end of a told period is closed by the day of the report: "since January" ends there for what is over."""
    edtf, said = dated.edtf, published.edtf
    if edtf is None or said is None:
        return dated
    if not future and edtf.latest is None and edtf.earliest and said.latest and edtf.earliest <= said.latest:
        return dataclasses.replace(dated, edtf=Edtf.between(edtf.earliest, said.latest))
    if future and edtf.earliest is None and edtf.latest and said.earliest and said.earliest <= edtf.latest:
        return dataclasses.replace(dated, edtf=Edtf.between(said.earliest, edtf.latest))
    return dated


def _from_expression(
    reading: Reading, trigger: int, one: Governing, expressions: Sequence[TimeExpression]
) -> EventDate:
    index, expression = one.index, expressions[one.index]
    edtf, text = expression.edtf, expression.text
    partner = _range_partner(reading, index, expressions)
    if partner is not None:
        low, high = expressions[min(index, partner)], expressions[max(index, partner)]
        edtf = _from_to(low.edtf, high.edtf) if low.edtf and high.edtf else edtf
        text = reading.text[low.start : high.end]
    elif edtf is not None and not one.own:
        edtf = _edge(reading, trigger, expression, edtf)
    rule = "expression" if one.rank < SHARED else "shared"
    return EventDate(edtf, text, rule, (f"{text!r} {one.reason}", *expression.reasons), index)


def _from_to(low: Edtf, high: Edtf) -> Edtf:
    """The interval between two dates, written in their own precision where both are single dates ("2011/2014")."""
    if "/" in low.text or "/" in high.text:
        return Edtf.between(low.earliest, high.latest)
    return Edtf.parse(f"{low}/{high}")


def _edge(reading: Reading, trigger: int, expression: TimeExpression, edtf: Edtf) -> Edtf:
    """Half-open where a preposition right in front makes the expression the edge of a period ("since 2019")."""
    before = expression.first - 1
    if _since(reading, trigger, expression) not in (None, before):
        return Edtf.between(edtf.earliest, None)
    mine = before >= 0 and expression.first <= reading.heads[before] < expression.last
    bound = time_words().bounds.get(reading.forms[before].lower()) if mine else None
    if bound in ("BEFORE", "AFTER") and expression.type == "TIME":  # "before dawn on Monday" is on Monday
        return edtf
    if bound in ("ON_OR_BEFORE", "BEFORE"):
        return Edtf.between(None, edtf.latest)
    if bound in ("ON_OR_AFTER", "AFTER"):
        return Edtf.between(edtf.earliest, None)
    return edtf


def _range_partner(reading: Reading, index: int, expressions: Sequence[TimeExpression]) -> int | None:
    """The other half of "May 3-4", "from May 3 to 5", "Thursday and Friday"."""
    for low, high in ((index, index + 1), (index - 1, index)):
        if low < 0 or high >= len(expressions):
            continue
        a, b = expressions[low], expressions[high]
        between = [f.lower() for f in reading.forms[a.last : b.first]]
        if _is_range(a, b, between, reading.forms[a.first - 1].lower()):
            return high if low == index else low
    return None


def _is_range(a: TimeExpression, b: TimeExpression, between: Sequence[str], before: str) -> bool:
    """Two dates in order, joined by a word of range; "and" joins neighbours or follows "between"."""
    if len(between) != 1 or between[0] not in ("to", "-", "–", "—", "until", "through", "till", "and"):
        return False
    if not (a.edtf and b.edtf and a.edtf.before(b.edtf)):
        return False
    neighbours = a.edtf.latest is not None and a.edtf.latest + dt.timedelta(days=1) == b.edtf.earliest
    return between[0] != "and" or neighbours or before == "between"
