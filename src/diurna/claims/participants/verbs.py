"""The parties of an event that a verb names."""

from __future__ import annotations

from collections.abc import Iterator

from diurna.claims.cast import Cast
from diurna.claims.participants.roles import Filling, oblique_role
from diurna.claims.syntax import (
    joined,
    lemma,
    objects,
    obliques,
    own_subject,
    passive,
    rel,
    subject,
)
from diurna.claims.triggers import Trigger, is_a
from diurna.language.reading import Reading

_SPEAKING = frozenset({"speak", "talk"})
"""Verbs of talks with "to"; who is not named behind it ("spoke to reporters") only listens."""


def verb_parties(reading: Reading, cast: Cast, trigger: Trigger) -> Iterator[Filling]:
    """Subject, objects and obliques of the verb, with the roles that the frame of its kind gives them."""
    token, kind = trigger.token, trigger.kind
    mutual = kind.frame == "mutual"
    is_passive = passive(reading, token)
    agent = subject(reading, token)
    if is_passive:
        patient = own_subject(reading, token)
        if patient is None:
            patient = int(reading.heads[token]) if rel(reading, token) == "acl" else agent
        if patient is not None:
            yield patient, "actor" if mutual else "recipient"
    elif agent is not None:
        yield agent, "actor"
    for item in _objects(reading, trigger) if not is_passive else ():
        yield item, "actor" if mutual else "recipient"
        if mutual and not is_a(reading, cast, item, "actor"):
            yield from ((noun, "actor") for introduced, noun in obliques(reading, item) if introduced == "with")
        if kind.frame == "directed" and not is_a(reading, cast, item, "actor"):
            yield from _behind_object(reading, trigger, item)
    for introduced, noun in _obliques(reading, token):
        role = oblique_role(trigger, introduced) if introduced != "by" or is_passive else None
        if mutual and introduced == "to" and lemma(reading, token) in _SPEAKING and cast.members(noun):
            role = "actor"
        if role is not None:
            yield noun, role


def _objects(reading: Reading, trigger: Trigger) -> tuple[int, ...]:
    """The objects of the verb, or those of the verbs right behind it with which it shares them."""
    found = objects(reading, trigger.token)
    if found or trigger.kind.frame != "directed":
        return found
    return tuple(item for verb in joined(reading, trigger.token) for item in objects(reading, verb))


def _obliques(reading: Reading, token: int) -> Iterator[tuple[str, int]]:
    """The prepositional phrases of the verb, and by whom it is done where that stands behind another participle."""
    yield from obliques(reading, token)
    if passive(reading, token) and all(introduced != "by" for introduced, _ in obliques(reading, token)):
        for verb in joined(reading, token):
            if passive(reading, verb):
                yield from (agent for agent in obliques(reading, verb) if agent[0] == "by")


def _behind_object(reading: Reading, trigger: Trigger, item: int) -> Iterator[Filling]:
    """At whom the act is aimed, behind its object: "cut ties with X", "pledged aid to X", "imposed tariffs on X"."""
    for introduced, noun in obliques(reading, item):
        if introduced in trigger.kind.to or introduced in ("with", "to", "on", "against"):
            yield noun, "recipient"
