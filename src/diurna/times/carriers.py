"""Which words of a sentence carry the time of an event: a date that stands with one of them dates the event.

"held talks on Monday": the verb carries its object's time. "the forum, scheduled for May": the participle does.
"met on Monday and agreed ...", "..., pledging support": the clause beside shares its time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diurna.language.reading import Reading
from diurna.vocabulary.speech import uses_of
from diurna.vocabulary.time_words import time_words

SHARED = 6
"""Rank from which on the time is that of another clause, shared by the event."""
_ARGUMENT = frozenset(("obj", "nsubj", "obl", "iobj", "xcomp", "nmod", "csubj"))
_NAME = frozenset(("amod", "compound", "flat", "appos", "fixed"))
_LISTED = frozenset(("conj", "appos", "nmod", "flat"))


@dataclass(frozen=True, slots=True)
class Carrier:
    """How far a word is from the event (0: the event itself) and how to say so.

    `own` says that a date which stands with the word can date nothing else.
    """

    rank: int
    reason: str
    own: bool = False


def carriers(reading: Reading, trigger: int, *, past: bool) -> dict[int, Carrier]:
    """The words that carry the time of the event at `trigger`, by token.

    For an event that is over (`past`), any verb that does something to it carries its time, unless it only speaks or
    judges of it.
    """
    found = {trigger: Carrier(0, "stands with the event itself")}
    at = trigger
    for step, above in enumerate(reading.ancestors(trigger), 1):
        carrier = _above(reading, at, above, step, past=past)
        if carrier is None:
            break
        found[above] = carrier
        for child in reading.children(above):  # "talks are set to resume on ..."
            if reading.deprels[child] == "xcomp" and child != at and carrier.rank < SHARED:
                found.setdefault(child, Carrier(step, f"stands with {reading.forms[child]!r}"))
        if reading.deprels[at].split(":")[0] in ("advcl", "acl") and not reading.deprels[above].startswith("conj"):
            break
        at = above
    for clause in _told_then(reading, trigger):
        found.setdefault(clause, Carrier(SHARED, f"stands with {reading.forms[clause]!r}, which happened then"))
    for participle in _participles(reading, trigger):
        below = (c for c in reading.children(participle) if reading.deprels[c] in ("xcomp", "ccomp"))
        for token in (participle, *below):
            found.setdefault(token, Carrier(0, f"stands with {reading.forms[token]!r}", own=True))
    return found


def _above(reading: Reading, at: int, above: int, step: int, *, past: bool) -> Carrier | None:
    """Whether the governor of a carrier carries the time as well."""
    relation = reading.deprels[at].split(":")[0]
    if relation == "conj" and reading.upos[above] == reading.upos[at]:
        return Carrier(SHARED, "stands with the clause that it is joined to")
    if relation == "nsubj" and any(reading.deprels[c] == "cop" for c in reading.children(above)):
        return Carrier(step, "is said of the event")
    if relation in _ARGUMENT and _lends_time(reading, above):
        return Carrier(step, f"stands with {reading.forms[above]!r}, which carries the event")
    if past and relation in ("obj", "nsubj") and step == 1 and _does_something(reading, above):
        return Carrier(step, f"stands with {reading.forms[above]!r}, which brings the event about")
    if relation in ("advcl", "acl") and _introduced_by_when(reading, at):
        return Carrier(SHARED, "stands with what happened then")
    if past and relation == "xcomp" and _does_something(reading, above):
        return Carrier(step, f"stands with {reading.forms[above]!r}, which tells whether it came to that")
    if relation in ("advcl", "acl") and reading.xpos[at] == "VBG":
        return Carrier(SHARED, "stands with the clause that it accompanies")
    return Carrier(step, "stands with the phrase that names the event") if relation in _NAME else None


def _introduced_by_when(reading: Reading, verb: int) -> bool:
    """ "refused when they met on Monday", "flew to Oslo on Monday, where she met him": one time for both."""
    return any(reading.forms[c].lower() in ("when", "where", "while") and c < verb for c in reading.children(verb))


def _lends_time(reading: Reading, token: int) -> bool:
    """A verb, noun or adjective without a time of its own beside its argument's ("hold", "take place", "due")."""
    words = time_words()
    lemma = reading.lemmas[token].lower()
    return lemma in words.carriers or lemma in words.forward_states


def _does_something(reading: Reading, token: int) -> bool:
    """A verb of the past that neither speaks of its object nor judges it: "granted", "signed"; not "announced"."""
    lemma = reading.lemmas[token].lower()
    finite = reading.upos[token] == "VERB" and reading.xpos[token] in ("VBD", "VBN")
    return finite and lemma not in time_words().no_carriers and not uses_of(lemma)


def _told_then(reading: Reading, trigger: int) -> Iterator[int]:
    """The verbs of "when" clauses under the event, and of a clause that the sentence joins to its own by "and".

    "Oslo said that they met on Monday and they agreed": the tree may hang both on "said".
    """
    yield from (
        c for c in reading.children(trigger) if reading.deprels[c] == "advcl" and _introduced_by_when(reading, c)
    )
    head = int(reading.heads[trigger])
    if reading.deprels[trigger] == "ccomp" and any(reading.deprels[c] == "cc" for c in reading.children(trigger)):
        yield from (c for c in reading.children(head) if reading.deprels[c] == "ccomp" and c < trigger)


def _participles(reading: Reading, trigger: int) -> Iterator[int]:
    """Participles that give the event its time: "the forum scheduled to take place from ..."."""
    together = _named_together(reading, trigger)
    for near in together:
        for child in reading.children(near):
            if reading.deprels[child].startswith("acl") and _lends_time(reading, child):
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
        if reading.deprels[at].split(":")[0] not in (*_LISTED, "compound"):
            break
        found.add(above)
        at = above
    for _ in range(2):
        found |= {
            child
            for token in tuple(found)
            for child in reading.children(token)
            if reading.deprels[child].split(":")[0] in _LISTED and child >= trigger
        }
    return frozenset(found)
