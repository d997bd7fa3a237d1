"""The parties of an event that a noun names, and of the verb that carries the noun."""

from __future__ import annotations

from collections.abc import Iterator

from diurna.claims.cast import Cast
from diurna.claims.participants.carrying import support
from diurna.claims.participants.roles import Filling, oblique_role
from diurna.claims.syntax import (
    conjuncts,
    dependents,
    is_verb,
    lemma,
    lower,
    modifiers,
    objects,
    obliques,
    own_subject,
    passive,
    preposition,
    rel,
    subject,
)
from diurna.claims.triggers import Trigger, is_a
from diurna.language.reading import Reading
from diurna.model.nouns import Role

_GATHERING = frozenset({"include", "involve", "bring", "feature", "gather", "attract", "unite", "draw", "host"})
_LOOKING_ON = frozenset(
    "avert ban bar block debate discuss dismiss encourage examine fear foil forbid oppose preclude prevent prohibit "
    "raise reject resist review risk speculate study suspect thwart".split()
)
_UNDERGOING = frozenset({"attract", "draw", "elicit", "face", "incur", "provoke", "receive", "suffer", "sustain"})


def noun_parties(reading: Reading, cast: Cast, trigger: Trigger) -> Iterator[Filling]:
    """The parties around the noun and those of what carries it."""
    token = trigger.token
    own = list(around_noun(reading, cast, trigger))
    yield from own
    yield from _attending(reading, token)
    if preposition(reading, token) == "on" and (doing := own_subject(reading, token)) is not None:
        yield doing, "actor"  # "is on a visit"
    if (undergone := _undergone(reading, token)) is not None and trigger.kind.frame == "directed":
        yield undergone, "recipient"
    has_actor = any(role == "actor" for _, role in own) or _looked_on(reading, trigger)
    if not has_actor or trigger.kind.frame in ("mutual", "hosted"):
        for slot, noun in support(reading, token):
            if slot == "subject" and not _speaks_for(reading, cast, noun):
                yield noun, "actor"
        if trigger.kind.frame in ("mutual", "visitor") and (doing := _besides(reading, token)) is not None:
            yield doing, "actor"
    for slot, noun in support(reading, token):
        if slot == "subject":
            continue
        role = oblique_role(trigger, slot)
        if role is not None:
            yield noun, role


def around_noun(reading: Reading, cast: Cast, trigger: Trigger) -> Iterator[Filling]:
    """The parties in the noun's own phrase: possessors, modifiers, prepositional phrases, participles."""
    token, kind = trigger.token, trigger.kind
    for holder in dependents(reading, token, "nmod:poss"):
        yield holder, "recipient" if _undergoes(reading, cast, trigger) else "actor"
    for modifier in modifiers(reading, token):
        if reading.upos[modifier] in ("PROPN", "ADJ") and reading.forms[modifier][:1].isupper():
            hosts = kind.frame == "visitor" and not is_a(reading, cast, modifier, "person")
            yield modifier, "recipient" if hosts else "actor"
    for child in dependents(reading, token, "nmod", "obl"):
        if reading.deprels[child] == "nmod:poss":
            continue
        introduced = preposition(reading, child) or ""
        role = _nominal_role(trigger, introduced)
        if role is None and introduced == "from" and kind.frame == "visitor" and is_a(reading, cast, child, "person"):
            role = "actor"
        if role is None:
            continue
        for item in conjuncts(reading, child):
            yield item, role
            if kind.frame == "mutual" and lemma(reading, item) in ("counterpart", "opposite", "host", "guest"):
                yield from ((other, "actor") for other in dependents(reading, item, "nmod:poss"))
    for noun in _misplaced_agent(reading, token):
        yield noun, "actor"
    for clause in dependents(reading, token, "acl"):
        if reading.xpos[clause] in ("VBN", "VBG"):
            for introduced, noun in obliques(reading, clause):
                if introduced in ("by", "with", "between"):
                    yield noun, "actor" if introduced != "with" or kind.frame == "mutual" else "recipient"


def _undergoes(reading: Reading, cast: Cast, trigger: Trigger) -> bool:
    """Whether the possessor of the noun is the one it befalls: "her arrest", "his arrest by the police"."""
    others = {introduced for introduced, _ in obliques(reading, trigger.token)}
    if trigger.kind.frame != "directed" or "of" in others:
        return False
    return "by" in others or is_a(reading, cast, trigger.token, "undergone")


def _misplaced_agent(reading: Reading, token: int) -> Iterator[int]:
    """By whom it is done, where the tree hangs that on an active verb in front: "condemned the arrest of X by Y"."""
    head = int(reading.heads[token])
    if head >= 0 and rel(reading, token) == "obj" and is_verb(reading, head) and not passive(reading, head):
        yield from (noun for introduced, noun in obliques(reading, head) if introduced == "by" and noun > token)


def _nominal_role(trigger: Trigger, introduced: str) -> Role | None:
    if introduced == "of":
        return "actor" if trigger.kind.frame in ("mutual", "visitor", "hosted") else "recipient"
    return oblique_role(trigger, introduced)


def _attending(reading: Reading, token: int) -> Iterator[Filling]:
    """Parties named by the predicate of which the event is the subject: "the meeting included ..." """
    head = int(reading.heads[token])
    if head < 0 or rel(reading, token) != "nsubj":
        return
    if lemma(reading, head) in _GATHERING and is_verb(reading, head):
        for item in objects(reading, head):
            yield item, "other"
    if passive(reading, head):
        for introduced, noun in obliques(reading, head):
            if introduced == "by" and lemma(reading, head) in ("attend", "host", "chair", "lead", "join"):
                yield noun, "other"


def _speaks_for(reading: Reading, cast: Cast, token: int) -> bool:
    """Whether somebody only speaks for another: "a spokesman ruled out a meeting" has no part in the meeting."""
    titles = [office.title for key in cast.members(token) for office in cast.entity(key).offices]
    return any("spokes" in word.lower() for word in (lemma(reading, token), *titles))


def _looked_on(reading: Reading, trigger: Trigger) -> bool:
    """Whether the governing verb's subject only talks of another's act or stands in its way: "feared an attack"."""
    head = int(reading.heads[trigger.token])
    return trigger.kind.frame == "directed" and head >= 0 and lemma(reading, head) in _LOOKING_ON


def _undergone(reading: Reading, token: int) -> int | None:
    """Whom it befalls: the subject of "drew criticism", "came under attack"."""
    head = int(reading.heads[token])
    if head < 0 or not is_verb(reading, head) or passive(reading, head):
        return None
    befallen = rel(reading, token) == "obj" and lemma(reading, head) in _UNDERGOING
    under = rel(reading, token) in ("obl", "obj") and lemma(reading, head) == "come" and _under(reading, token, head)
    return subject(reading, head) if befallen or under else None


def _under(reading: Reading, token: int, head: int) -> bool:
    return preposition(reading, token) == "under" or any(
        lower(reading, p) == "under" for p in dependents(reading, head, "compound", "advmod")
    )


def _besides(reading: Reading, token: int) -> int | None:
    """Who does something in the course of it: "said after talks with X", "collapsed during a visit to Y"."""
    head = int(reading.heads[token])
    introduced = {lower(reading, word) for word in dependents(reading, token, "case", "mark")}
    if head < 0 or not is_verb(reading, head) or not introduced & {"after", "before", "during"}:
        return None
    determined = any(lower(reading, d) not in ("a", "an") for d in dependents(reading, token, "det", "nmod:poss"))
    between = any(prep not in ("with", "to", "in", "on", "at") for prep, _ in obliques(reading, token))
    return None if determined or between or passive(reading, head) else subject(reading, head)
