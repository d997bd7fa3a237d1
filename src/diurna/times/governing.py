"""Which time expressions govern an event, by the tree between the expression and the event's trigger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from diurna.language.reading import Reading
from diurna.times.carriers import SHARED, Carrier, carriers
from diurna.times.clauses import separated
from diurna.times.values import TimeExpression

_NOMINAL = frozenset("nmod obl appos compound flat amod nummod dep list advmod case fixed det obj".split())
_STOPS = frozenset((",", ";", ":", "“", "”", '"'))
SURE = 0.6
"""How surely the language model must see an expression as the time of an event."""
_WHEN = Carrier(0, "is when it happened", own=True)
_EDGES_OF_NOUNS = frozenset(("after", "before", "since", "during", "until"))


@dataclass(frozen=True, slots=True)
class Governing:
    """An expression (its index) that governs the event; lower ranks are closer.

    `own` says that it can date nothing else: it is part of the event's name ("a February trip") or is told by it
    ("in 2016, when he flew in").
    """

    index: int
    rank: int
    reason: str
    own: bool = False


def governing_expressions(
    reading: Reading, trigger: int, expressions: Sequence[TimeExpression], *, past: bool
) -> tuple[Governing, ...]:
    """The expressions of the trigger's sentence that date its event, the closest first."""
    sentence = reading.sentence_of(trigger)
    carrying = carriers(reading, trigger, past=past)
    found = []
    for index, expression in enumerate(expressions):
        if reading.sentence_of(expression.first) != sentence or expression.edtf is None:
            continue
        hit = _hit(reading, trigger, expression, carrying)
        if hit is not None:
            distance = min(abs(trigger - expression.first), abs(trigger - expression.last))
            own = hit.own or _is_part_of_name(reading, trigger, expression)
            found.append((hit.rank, distance, Governing(index, hit.rank, hit.reason, own)))
    return tuple(g for _, _, g in sorted(found, key=lambda f: f[:2]))


def learned_governing(reading: Reading, trigger: int, expressions: Sequence[TimeExpression]) -> Governing | None:
    """The expression that the language model surely sees as the time of the event, where one has a place in time."""
    event = reading.event_at(trigger)
    parts = [p for p in event.parts if p.role == "time" and p.score >= SURE] if event is not None else []
    for part in sorted(parts, key=lambda p: -p.score):
        for index, expression in enumerate(expressions):
            seen = expression.first < part.end and part.start < expression.last and expression.edtf is not None
            head = next(reading.span_heads(expression.first, expression.last))
            noun = int(reading.heads[head])
            if seen and (noun == trigger or not _names(reading, head, noun)):
                return Governing(index, 0, "is seen as its time by the language model")
    return None


def _is_part_of_name(reading: Reading, trigger: int, expression: TimeExpression) -> bool:
    return expression.last <= trigger and any(
        int(reading.heads[i]) == trigger and reading.deprels[i] in ("compound", "amod", "nmod:poss", "nmod:desc")
        for i in range(expression.first, expression.last)
    )


def _hit(reading: Reading, trigger: int, expression: TimeExpression, carrying: Mapping[int, Carrier]) -> Carrier | None:
    """How the expression governs the event, if it does."""
    if expression.first <= trigger < expression.last:
        return None
    outward = (i for i in range(expression.first, expression.last) if not _inside(int(reading.heads[i]), expression))
    head = next(outward, None)
    if head is None:
        return None
    if _when_behind(reading, expression) in carrying:
        return _WHEN
    for depth, token in enumerate(_upwards(reading, head)):
        if token in carrying:
            carrier = carrying[token]
            behind = expression.first > trigger > token
            if carrier.rank >= SHARED and behind:
                return None
            return replace(carrier, rank=carrier.rank + int(depth > 1))
    return _copular(reading, trigger, head) or _right_behind(reading, trigger, expression, head)


def _inside(token: int, expression: TimeExpression) -> bool:
    return expression.first <= token < expression.last


def _when_behind(reading: Reading, expression: TimeExpression) -> int | None:
    """The verb of a "when" clause right behind the expression: "in 2016, when he flew to ..."."""
    at = expression.last + (expression.last < len(reading) and reading.forms[expression.last] == ",")
    if at >= len(reading) or reading.forms[at].lower() != "when":
        return None
    return int(reading.heads[at])


def _upwards(reading: Reading, head: int) -> Iterator[int]:
    """Governors of the expression up to the first one that is a clause or an event of its own.

    A clause that the expression cannot belong to ("confirmed on Thursday that she would go") is passed by.
    """
    for above in reading.ancestors(head):
        if separated(reading, head, above):
            continue
        yield above
        if reading.deprels[above].split(":")[0] not in _NOMINAL or reading.upos[above] in ("VERB", "AUX"):
            return
        if _has_own_time(reading, above) or _names(reading, head, above):
            return


def _names(reading: Reading, head: int, noun: int) -> bool:
    """ "The 2006 treaty": what is part of a noun's name dates nothing around it."""
    part = reading.deprels[head] in ("compound", "amod", "nummod")
    return part and int(reading.heads[head]) == noun and head < noun and reading.upos[noun] == "NOUN"


def _has_own_time(reading: Reading, token: int) -> bool:
    """A noun that is itself the edge of a time ("after Thursday's launch") keeps what dates it."""
    return reading.upos[token] == "NOUN" and any(
        reading.deprels[c] == "case" and reading.lemmas[c] in _EDGES_OF_NOUNS for c in reading.children(token)
    )


def _copular(reading: Reading, trigger: int, head: int) -> Carrier | None:
    """ "The meeting was on Monday": the expression is the predicate of the event."""
    if int(reading.heads[trigger]) == head and reading.deprels[trigger].startswith("nsubj"):
        return Carrier(1, "is said of the event")
    return None


def _right_behind(reading: Reading, trigger: int, expression: TimeExpression, head: int) -> Carrier | None:
    """An expression behind the trigger that the tree hangs on a verb around it, with no other clause in between.

    Between commas it may stand apart: "her invitation, in January last year, prompted ...".
    """
    above = int(reading.heads[head])
    if above < 0 or expression.first < trigger or above not in reading.ancestors(trigger):
        return None
    start = expression.first - 1 if reading.upos[expression.first - 1] == "ADP" else expression.first
    after = reading.forms[expression.last] if expression.last < len(reading) else ""
    apart = reading.forms[start - 1] == "," and after == ","
    if above > trigger and not apart:
        return None
    between = range(trigger + 1, start - int(apart))
    if any(reading.upos[t] == "VERB" or reading.forms[t] in _STOPS for t in between):
        return None
    return Carrier(2, "stands right behind the event")
