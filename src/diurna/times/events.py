"""When an event takes place: the time expression that governs it, or the bounds that the report itself gives.

An expression governs an event when the tree leads from it to the event's trigger without passing another event:
through the trigger itself, through a verb that only carries it ("held talks on Monday", "the visit is set for July"),
or through a clause that shares its time ("met on Monday and agreed ...", "..., pledging support").
"""

from __future__ import annotations

from collections.abc import Sequence

from diurna.language.reading import Reading
from diurna.model import Edtf, Published
from diurna.times.governing import Governing, governing_expressions
from diurna.times.values import EventDate, QuoteAnchor, TimeExpression

_OPENING = 2
_EDGES = frozenset(("ON_OR_BEFORE", "BEFORE", "ON_OR_AFTER", "AFTER"))


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
    chosen = [g for g in governing_expressions(reading, trigger, expressions) if _fits(g, expressions, published, future)]
    if chosen:
        return _from_expression(reading, chosen[0], expressions)
    said = quote.said_on if quote is not None else published.edtf
    if said is None:
        return EventDate(None, None, "unknown", ("no expression dates it, and the day of the report is unknown",))
    rule, whose = ("quote", "the words were said") if quote is not None else ("bound", "the report came out")
    if future:
        return EventDate(Edtf.between(said.earliest, None), None, rule, (f"still ahead when {whose}",))
    if quote is None and _is_news(reading, trigger):
        day = _news_day(reading, trigger, expressions, said)
        return EventDate(day, None, "news", ("the opening of a report tells the news of its day",))
    return EventDate(Edtf.between(None, said.latest), None, rule, (f"over when {whose}",))


def _fits(one: Governing, expressions: Sequence[TimeExpression], published: Published, future: bool) -> bool:
    """Whether the expression's date agrees with the event's tense; a date that cannot is another event's."""
    expression = expressions[one.index]
    if expression.edtf is None:
        return False
    said = published.edtf
    if said is None or expression.anchor in ("quote", "absolute"):
        return True
    if future:
        return expression.edtf.latest is None or said.earliest is None or expression.edtf.latest >= said.earliest
    return expression.edtf.earliest is None or said.latest is None or expression.edtf.earliest <= said.latest


def _from_expression(reading: Reading, one: Governing, expressions: Sequence[TimeExpression]) -> EventDate:
    index, expression = one.index, expressions[one.index]
    edtf, text = expression.edtf, expression.text
    if partner := _range_partner(reading, index, expressions):
        low, high = sorted((index, partner), key=lambda k: expressions[k].start)
        edtf = Edtf.between(_low(expressions[low]), _high(expressions[high]))
        text = reading.text[expressions[low].start : expressions[high].end]
    elif expression.modifier in _EDGES and edtf is not None and _edge_word(reading, expression):
        edtf = _edge(edtf, expression.modifier)
    rule = "expression" if one.rank < 3 else "shared"
    return EventDate(edtf, text, rule, (f"{text!r} {one.reason}", *expression.reasons), index)


def _low(expression: TimeExpression):  # type: ignore[no-untyped-def]
    return expression.edtf.earliest if expression.edtf else None


def _high(expression: TimeExpression):  # type: ignore[no-untyped-def]
    return expression.edtf.latest if expression.edtf else None


def _edge_word(reading: Reading, expression: TimeExpression) -> bool:
    """Only a preposition right in front makes the expression an edge; "earlier this week" lies within the week."""
    return expression.first > 0 and reading.upos[expression.first - 1] in ("ADP", "SCONJ", "")


def _edge(edtf: Edtf, modifier: str | None) -> Edtf:
    if modifier in ("ON_OR_BEFORE", "BEFORE"):
        return Edtf.between(None, edtf.latest)
    return Edtf.between(edtf.earliest, None)


def _range_partner(reading: Reading, index: int, expressions: Sequence[TimeExpression]) -> int | None:
    """The other half of "July 11-12", "from September 18 to 20", "Thursday and Friday"."""
    for low, high in ((index, index + 1), (index - 1, index)):
        if low < 0 or high >= len(expressions):
            continue
        a, b = expressions[low], expressions[high]
        between = [f.lower() for f in reading.forms[a.last : b.first]]
        joined = len(between) == 1 and between[0] in ("to", "-", "–", "—", "until", "through", "till", "and")
        if joined and a.edtf and b.edtf and a.edtf.is_day and b.edtf.is_day and a.edtf.before(b.edtf):
            consecutive = (_low(b) - _low(a)).days == 1
            if between[0] != "and" or consecutive or reading.forms[a.first - 1].lower() == "between":
                return high if low == index else low
    return None


def _is_news(reading: Reading, trigger: int) -> bool:
    """Whether the trigger is (or reports) the main happening of one of the report's first sentences."""
    sentence = reading.sentence_of(trigger)
    if sentence >= _OPENING:
        return False
    path = reading.path_to_root(trigger)
    return len(path) <= 4 and all(
        reading.deprels[t].split(":")[0] in ("root", "ccomp", "obj", "xcomp", "conj", "parataxis", "nsubj") for t in path
    )


def _news_day(reading: Reading, trigger: int, expressions: Sequence[TimeExpression], said: Edtf) -> Edtf:
    """The day told for the sentence's own report ("the ministry said on Monday"), or the day of the report."""
    sentence = reading.sentence_of(trigger)
    for expression in expressions:
        if reading.sentence_of(expression.first) == sentence and expression.edtf is not None and expression.edtf.is_day:
            if said.latest is None or not Edtf.day(said.latest).before(expression.edtf):
                return expression.edtf
    return said
