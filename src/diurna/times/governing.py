"""Which time expressions govern an event, by the tree between the expression and the event's trigger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diurna.language.reading import Reading
from diurna.times.clauses import separated
from diurna.times.values import TimeExpression
from diurna.vocabulary.time_words import time_words

_NOMINAL = frozenset(
    "nmod obl appos compound flat amod nummod dep list advmod case fixed det obj".split()
)
_STOPS = frozenset((",", ";", ":", "“", "”", '"'))
_ARGUMENT = frozenset(("obj", "nsubj", "obl", "iobj", "xcomp", "nmod", "csubj"))


@dataclass(frozen=True, slots=True)
class Governing:
    """An expression (its index) that governs the event; lower ranks are closer.

    `named` says that it is part of the event's name: "a February trip", "their June summit".
    """

    index: int
    rank: int
    reason: str
    named: bool = False


def governing_expressions(
    reading: Reading, trigger: int, expressions: Sequence[TimeExpression]
) -> tuple[Governing, ...]:
    """The expressions of the trigger's sentence that date its event, the closest first."""
    sentence = reading.sentence_of(trigger)
    carriers = _carriers(reading, trigger)
    found = []
    for index, expression in enumerate(expressions):
        if reading.sentence_of(expression.first) != sentence or expression.type not in ("DATE", "TIME"):
            continue
        if (hit := _rank(reading, trigger, expression, carriers)) is not None:
            distance = min(abs(trigger - expression.first), abs(trigger - expression.last))
            found.append((hit[0], distance, Governing(index, *hit, _is_part_of_name(reading, trigger, expression))))
    return tuple(g for _, _, g in sorted(found, key=lambda f: f[:2]))


def _is_part_of_name(reading: Reading, trigger: int, expression: TimeExpression) -> bool:
    return expression.last <= trigger and any(
        int(reading.heads[i]) == trigger and reading.deprels[i] in ("compound", "amod", "nmod:poss", "nmod:desc")
        for i in range(expression.first, expression.last)
    )


def _carriers(reading: Reading, trigger: int) -> dict[int, tuple[int, str]]:
    """Tokens whose time is the event's: token -> (rank, reason)."""
    found = {trigger: (0, "stands with the event itself")}
    at = trigger
    for above in reading.ancestors(trigger):
        relation = reading.deprels[at].split(":")[0]
        if relation == "conj" and reading.upos[above] == reading.upos[at]:
            found[above] = (4, "stands with the clause that it is joined to")
        elif relation == "nsubj" and any(reading.deprels[c] == "cop" for c in reading.children(above)):
            found[above] = (1, "is said of the event")
        elif relation in _ARGUMENT and _carries(reading, above):
            found[above] = (1, f"stands with {reading.forms[above]!r}, which carries the event")
        elif relation in ("advcl", "acl") and reading.xpos[at] == "VBG":
            found[above] = (3, "stands with the clause that it accompanies")
            break
        elif relation in ("amod", "compound", "flat", "appos", "fixed"):
            found[above] = (1, "stands with the phrase that names the event")
        else:
            break
        at = above
    for participle in _participles(reading, trigger):
        below = (c for c in reading.children(participle) if reading.deprels[c] in ("xcomp", "ccomp"))
        for token in (participle, *below):
            found.setdefault(token, (1, f"stands with {reading.forms[token]!r}"))
    return found


def _participles(reading: Reading, trigger: int) -> Iterator[int]:
    """Participles that give the event its time: "the forum scheduled to take place from ..."."""
    together = _named_together(reading, trigger)
    for near in together:
        for child in reading.children(near):
            if reading.deprels[child].startswith("acl") and _carries(reading, child):
                yield child
    yield from _loose_participles(reading, together)


def _loose_participles(reading: Reading, together: frozenset[int]) -> Iterator[int]:
    """ "the forum, scheduled for May": a participle right behind the nouns, wherever the tree hangs it."""
    start, end = reading.sentence_bounds(reading.sentence_of(min(together)))
    for token in range(start + 1, end):
        ahead = reading.xpos[token] == "VBN" and reading.lemmas[token].lower() in time_words().forward_states
        if not ahead or any(reading.deprels[c].split(":")[0] in ("nsubj", "aux") for c in reading.children(token)):
            continue
        before = token - 2 if reading.forms[token - 1] == "," else token - 1
        if before in together or (before >= start and int(reading.heads[before]) in together):
            yield token


def _named_together(reading: Reading, trigger: int) -> frozenset[int]:
    """The trigger and the nouns that it is listed with or in apposition to, with the places that they name."""
    found = {trigger}
    at = trigger
    for above in reading.ancestors(trigger):
        if reading.deprels[at].split(":")[0] not in ("conj", "appos", "nmod", "flat", "compound"):
            break
        found.add(above)
        at = above
    for _ in range(2):
        found |= {
            child
            for token in tuple(found)
            for child in reading.children(token)
            if reading.deprels[child].split(":")[0] in ("conj", "appos", "nmod", "flat") and child >= trigger
        }
    return frozenset(found)


def _carries(reading: Reading, token: int) -> bool:
    """Whether a verb, noun or adjective has no time of its own beside its argument's ("hold", "take place", "due")."""
    words = time_words()
    lemma = reading.lemmas[token].lower()
    return lemma in words.carriers or lemma in words.forward_states


def _rank(
    reading: Reading, trigger: int, expression: TimeExpression, carriers: dict[int, tuple[int, str]]
) -> tuple[int, str] | None:
    if expression.first <= trigger < expression.last:
        return None
    outward = (i for i in range(expression.first, expression.last) if not _inside(int(reading.heads[i]), expression))
    head = next(outward, None)
    if head is None:
        return None
    for depth, token in enumerate(_upwards(reading, head)):
        if token in carriers and not separated(reading, head, token):
            rank, reason = carriers[token]
            if rank in (3, 4) and expression.first > trigger > token:
                return None
            return rank + (1 if depth > 1 else 0), reason
    return _copular(reading, trigger, head) or _misattached(reading, trigger, expression, head)


def _inside(token: int, expression: TimeExpression) -> bool:
    return expression.first <= token < expression.last


def _upwards(reading: Reading, head: int) -> Iterator[int]:
    """Governors of the expression up to the first one that is a clause or an event of its own."""
    for above in reading.ancestors(head):
        yield above
        if reading.deprels[above].split(":")[0] not in _NOMINAL or reading.upos[above] in ("VERB", "AUX"):
            return
        if _names_event(reading, above):
            return


def _names_event(reading: Reading, token: int) -> bool:
    """A noun with an own time ("after Thursday's launch") keeps it."""
    return reading.upos[token] == "NOUN" and any(
        reading.deprels[c] in ("case",) and reading.lemmas[c] in ("after", "before", "since", "during", "until")
        for c in reading.children(token)
    )


def _copular(reading: Reading, trigger: int, head: int) -> tuple[int, str] | None:
    """ "The meeting was on Monday": the expression is the predicate of the event."""
    if int(reading.heads[trigger]) == head and reading.deprels[trigger].startswith("nsubj"):
        return 1, "is said of the event"
    return None


def _misattached(reading: Reading, trigger: int, expression: TimeExpression, head: int) -> tuple[int, str] | None:
    """An expression behind the trigger, with no other clause in between, that the tree hangs on a governing verb."""
    above = int(reading.heads[head])
    if above < 0 or expression.first < trigger or above not in reading.ancestors(trigger) or above > trigger:
        return None
    between = range(trigger + 1, expression.first)
    if any(reading.upos[t] == "VERB" or reading.forms[t] in _STOPS for t in between):
        return None
    return 2, "stands right behind the event"
