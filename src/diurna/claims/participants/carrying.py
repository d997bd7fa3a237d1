"""What the verb or noun that carries an event noun lends to it: "held talks with X", "plans for a visit"."""

from __future__ import annotations

from collections.abc import Iterator

from diurna.claims.factuality import governing_signature
from diurna.claims.syntax import (
    auxiliaries,
    dependents,
    first,
    is_verb,
    lemma,
    lower,
    objects,
    obliques,
    own_subject,
    passive,
    preposition,
    rel,
    subject,
)
from diurna.language.reading import Reading
from diurna.vocabulary.factuality import signatures, stage_verbs

_SUBJECT_CLASSES = frozenset(
    {"implicative", "plan", "cancellation", "possibility", "negative", "postponement", "exclusion", "forecast"}
)


def support(reading: Reading, token: int) -> Iterator[tuple[str, int]]:
    """Subjects and obliques of the verb that carries an event noun: "held talks with", "arrived for talks"."""
    yield from _relative_support(reading, token)
    head, base = int(reading.heads[token]), rel(reading, token)
    if base == "conj" and head >= 0:
        yield from support(reading, head)
        return
    if head < 0 or not (is_verb(reading, head) or auxiliaries(reading, head)):
        if head >= 0 and base == "nmod" and lemma(reading, head) in signatures("nouns"):
            yield from _holder(reading, head)
        return
    found = governing_signature(reading, head) if is_verb(reading, head) else None
    carried = base in ("obj",) or (base == "obl" and preposition(reading, token) in ("for", "in", "on", "to", "at"))
    wished_otherwise = base == "obj" and first(reading, head, "xcomp") is not None  # "wanted the trip scrapped"
    own = found is not None and found.name in _SUBJECT_CLASSES and not wished_otherwise
    if carried and own and not passive(reading, head):
        holder = subject(reading, head)
        if holder is not None:
            yield "subject", holder
    elif base == "obl" and preposition(reading, token) in ("for", "in", "at", "on", "from"):
        holder = subject(reading, head)
        if holder is not None and not passive(reading, head):
            yield "subject", holder
    staged = base == "nsubj" and lemma(reading, head) in stage_verbs()
    if carried or staged or reading.deprels[token] == "nsubj:pass":
        for introduced, noun in obliques(reading, head):
            if noun != token and (introduced != "by" or own or staged):
                yield introduced, noun


def _relative_support(reading: Reading, token: int) -> Iterator[tuple[str, int]]:
    """The same for a relative clause without an object of its own: "meetings that she held with them"."""
    for clause in dependents(reading, token, "acl:relcl"):
        found = governing_signature(reading, clause)
        own = own_subject(reading, clause)
        if found is None or found.name not in _SUBJECT_CLASSES or objects(reading, clause) or own is None:
            continue
        if lower(reading, own) not in ("which", "that", "who"):
            yield "subject", own
        yield from obliques(reading, clause)


def _holder(reading: Reading, noun: int) -> Iterator[tuple[str, int]]:
    """Whose plan, decision or invitation it is: "Kamau's plans for a visit", "she has plans for a visit"."""
    holders = list(dependents(reading, noun, "nmod:poss"))
    head = int(reading.heads[noun])
    if not holders and head >= 0 and is_verb(reading, head) and rel(reading, noun) == "obj":
        found = subject(reading, head)
        holders = [] if found is None else [found]
    for holder in holders:
        yield "subject", holder
