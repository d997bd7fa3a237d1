"""Who takes part in an event and how, and where it is: read off the tree around the event word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diurna.claims.cast import Cast
from diurna.claims.factuality import governing_signature
from diurna.claims.syntax import (
    auxiliaries,
    conjuncts,
    dependents,
    first,
    is_noun,
    is_verb,
    lemma,
    lower,
    modifiers,
    noun_phrase,
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
from diurna.model import LocalEntity, Participant, Place
from diurna.model.nouns import Role
from diurna.vocabulary.countries import country_of_demonym
from diurna.vocabulary.factuality import signatures

_GATHERING = frozenset({"include", "involve", "bring", "feature", "gather", "attract", "unite", "draw", "host"})
_PLACE_PREPOSITIONS = frozenset(
    {"in", "at", "to", "into", "near", "from", "outside", "inside", "across", "around", "for"}
)
_SUBJECT_CLASSES = frozenset(
    {"implicative", "plan", "cancellation", "possibility", "negative", "postponement", "exclusion", "forecast"}
)
_LOOKING_ON = frozenset(
    "avert ban bar block debate discuss dismiss encourage examine fear foil forbid oppose preclude prevent prohibit "
    "raise reject resist review risk speculate study suspect thwart".split()
)
_UNDERGOING = frozenset({"attract", "draw", "elicit", "face", "incur", "provoke", "receive", "suffer", "sustain"})
_WITH = frozenset({"with", "between", "among", "alongside", "and"})


@dataclass(frozen=True, slots=True)
class Parties:
    """The participants of one event with the entities that are named only by a description, and the place."""

    participants: tuple[Participant, ...]
    described: tuple[LocalEntity, ...]
    place: Place | None


Filling = tuple[int, Role]
DESCRIBED = "~"
"""What the key of an entity begins with that has no name, only a description ("two officials")."""


def parties(reading: Reading, cast: Cast, trigger: Trigger) -> Parties:
    """Return participants, described (unnamed) parties and place of the event that the trigger names."""
    fillings = list(_fillings(reading, cast, trigger))
    inside = named_span(reading, trigger)
    fillings = [(token, role) for token, role in fillings if not inside[0] <= token < inside[1]]
    fillings.extend((led, role) for token, role in tuple(fillings) for led in _members_named(reading, token))
    found: dict[str, Participant] = {}
    described: dict[str, LocalEntity] = {}
    for token, role in fillings:
        for entity in _entities(reading, cast, token) or _owners(reading, cast, trigger, token, role):
            if entity.type == "place":
                continue
            found.setdefault(entity.key, Participant(entity=entity.key, name=entity.name, role=role))
            if entity.key.startswith(DESCRIBED):
                described[entity.key] = entity
    return Parties(tuple(found.values()), tuple(described.values()), _place(reading, cast, trigger))


def _fillings(reading: Reading, cast: Cast, trigger: Trigger) -> Iterator[Filling]:
    if is_verb(reading, trigger.token):
        yield from _verb_parties(reading, cast, trigger)
        for noun in trigger.absorbed:
            yield from _around_noun(reading, cast, Trigger(noun, trigger.kind))
    else:
        yield from _noun_parties(reading, cast, trigger)


def _members_named(reading: Reading, token: int) -> Iterator[int]:
    """People named as leading or forming a group: "a delegation led by X", "officials including X and Y"."""
    for clause in dependents(reading, token, "acl"):
        if lemma(reading, clause) in ("lead", "head", "comprise", "include"):
            for introduced, noun in obliques(reading, clause):
                if introduced == "by":
                    yield noun
            yield from objects(reading, clause)
    for child in dependents(reading, token, "nmod", "obl"):
        if preposition(reading, child) == "including":
            yield from conjuncts(reading, child)
    yield from _listed(reading, token)


def _listed(reading: Reading, token: int) -> Iterator[int]:
    """The middle of a list, which a tree may take for an apposition: "an official, the envoy X, and her aide Y"."""
    last = max(dependents(reading, token, "conj"), default=None)
    if last is not None and first(reading, last, "cc") is not None:
        yield from (child for child in dependents(reading, token, "appos") if token < child < last)


def _entities(reading: Reading, cast: Cast, token: int) -> tuple[LocalEntity, ...]:
    keys = cast.members(token) or _apposed(reading, cast, token)
    if keys:
        return tuple(cast.entity(key) for key in keys)
    earlier = cast.antecedent(token)
    said = token if earlier is None else earlier
    if not _actor_like(reading, cast, said):
        return ()
    name = cast.mention_text(token)
    country = _country(reading, cast, said)
    return (LocalEntity(key=f"{DESCRIBED}{said}", type="organization", name=name, names=(name,), country=country),)


def _apposed(reading: Reading, cast: Cast, token: int) -> tuple[str, ...]:
    """Who is named beside a description ("the lawyer, X", "the two leaders, X and Y")."""
    if reading.upos[token] == "PROPN":
        return ()
    return tuple(key for child in dependents(reading, token, "appos") for key in cast.members(child))


def _owners(reading: Reading, cast: Cast, trigger: Trigger, token: int, role: Role) -> Iterator[LocalEntity]:
    """Whose thing it is that is acted on: "condemned X's test" is aimed at X, "tariffs on Chinese goods" at China."""
    if role != "recipient" or trigger.kind.frame != "directed":
        return
    for child in dependents(reading, token, "nmod:poss", "amod", "compound"):
        key = cast.of(child)
        if key is None or (reading.deprels[child] != "nmod:poss" and cast.entity(key).type != "country"):
            continue
        yield cast.entity(key)


def _country(reading: Reading, cast: Cast, token: int) -> str | None:
    """The country of people who have no name: "Ugandan soldiers", "Uganda's troops" (ISO 3166-1 alpha-3)."""
    for child in dependents(reading, token, "amod", "compound", "nmod:poss"):
        found = country_of_demonym(reading.forms[child])
        if found is not None:
            return found.iso3
        key = cast.of(child)
        if key is not None and cast.entity(key).country is not None:
            return cast.entity(key).country
    return None


def _actor_like(reading: Reading, cast: Cast, token: int) -> bool:
    counted = [noun for prep, noun in obliques(reading, token) if prep == "of"]
    if counted and is_a(reading, cast, token, "quantity"):
        return any(_actor_like(reading, cast, noun) for noun in counted)
    return is_noun(reading, token) and (is_a(reading, cast, token, "actor") or is_a(reading, cast, token, "force"))


# ------------------------------------------------------------------------------------------------ verbs


def _verb_parties(reading: Reading, cast: Cast, trigger: Trigger) -> Iterator[Filling]:
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
    for item in objects(reading, token) if not is_passive else ():
        yield item, "actor" if mutual else "recipient"
        if mutual and not is_a(reading, cast, item, "actor"):
            yield from ((noun, "actor") for introduced, noun in obliques(reading, item) if introduced == "with")
    for introduced, noun in obliques(reading, token):
        role = _oblique_role(trigger, introduced)
        if role is not None:
            yield noun, role


def _oblique_role(trigger: Trigger, introduced: str) -> Role | None:
    kind = trigger.kind
    if introduced == "by":
        return "actor"
    if introduced in _WITH:
        return "actor" if kind.frame in ("mutual", "hosted") else "recipient"
    if introduced in kind.to:
        return "recipient"
    if kind.frame == "visitor" and introduced in ("to", "for", "into", "in"):
        return "recipient"
    return None


# ------------------------------------------------------------------------------------------------ nouns


def _noun_parties(reading: Reading, cast: Cast, trigger: Trigger) -> Iterator[Filling]:
    token = trigger.token
    own = list(_around_noun(reading, cast, trigger))
    yield from own
    yield from _attending(reading, token)
    if (undergone := _undergone(reading, token)) is not None and trigger.kind.frame == "directed":
        yield undergone, "recipient"
    has_actor = any(role == "actor" for _, role in own) or _looked_on(reading, trigger)
    if not has_actor or trigger.kind.frame in ("mutual", "hosted"):
        for slot, noun in _support(reading, token):
            if slot == "subject":
                yield noun, "actor"
        if trigger.kind.frame in ("mutual", "visitor") and (doing := _besides(reading, token)) is not None:
            yield doing, "actor"
    for slot, noun in _support(reading, token):
        if slot == "subject":
            continue
        role = _oblique_role(trigger, slot)
        if role is not None:
            yield noun, role


def _around_noun(reading: Reading, cast: Cast, trigger: Trigger) -> Iterator[Filling]:
    token, kind = trigger.token, trigger.kind
    for holder in dependents(reading, token, "nmod:poss"):
        yield holder, "actor"
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
    for clause in dependents(reading, token, "acl"):
        if reading.xpos[clause] in ("VBN", "VBG"):
            for introduced, noun in obliques(reading, clause):
                if introduced in ("by", "with", "between"):
                    yield noun, "actor" if introduced != "with" or kind.frame == "mutual" else "recipient"


def _nominal_role(trigger: Trigger, introduced: str) -> Role | None:
    if introduced == "of":
        return "actor" if trigger.kind.frame in ("mutual", "visitor", "hosted") else "recipient"
    return _oblique_role(trigger, introduced)


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


def _support(reading: Reading, token: int) -> Iterator[tuple[str, int]]:
    """Subjects and obliques of the verb that carries an event noun: "held talks with", "arrived for talks"."""
    yield from _relative_support(reading, token)
    head, base = int(reading.heads[token]), rel(reading, token)
    if base == "conj" and head >= 0:
        yield from _support(reading, head)
        return
    if head < 0 or not (is_verb(reading, head) or auxiliaries(reading, head)):
        if head >= 0 and base == "nmod" and lemma(reading, head) in signatures("nouns"):
            yield from _holder(reading, head)
        return
    found = governing_signature(reading, head) if is_verb(reading, head) else None
    carried = base in ("obj",) or (base == "obl" and preposition(reading, token) in ("for", "in", "on", "to", "at"))
    if carried and found is not None and found.name in _SUBJECT_CLASSES and not passive(reading, head):
        holder = subject(reading, head)
        if holder is not None:
            yield "subject", holder
    elif base == "obl" and preposition(reading, token) in ("for", "in", "at", "on", "from"):
        holder = subject(reading, head)
        if holder is not None and not passive(reading, head):
            yield "subject", holder
    if carried or reading.deprels[token] == "nsubj:pass" or lemma(reading, head) in ("take", "be"):
        for introduced, noun in obliques(reading, head):
            if noun != token:
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
    """Whose plan, decision or invitation it is: "Putin's plans for a visit", "she has plans for a visit"."""
    holders = list(dependents(reading, noun, "nmod:poss"))
    head = int(reading.heads[noun])
    if not holders and head >= 0 and is_verb(reading, head) and rel(reading, noun) == "obj":
        found = subject(reading, head)
        holders = [] if found is None else [found]
    for holder in holders:
        yield "subject", holder


# ------------------------------------------------------------------------------------------------ place


def _place(reading: Reading, cast: Cast, trigger: Trigger) -> Place | None:
    token = trigger.token
    around = [*obliques(reading, token), *(o for o in _support(reading, token) if o[0] != "subject")]
    if is_verb(reading, token) and trigger.kind.frame == "visitor":
        around = [("to", o) for o in objects(reading, token)] + around
    best: tuple[int, Place] | None = None
    for introduced, noun in around:
        if introduced not in _PLACE_PREPOSITIONS or (introduced == "from" and trigger.kind.frame != "directed"):
            continue
        for place in _places_at(reading, cast, noun, introduced):
            rank = _rank(introduced, trigger)
            if best is None or rank > best[0]:
                best = (rank, place)
    return best[1] if best else None


def _rank(introduced: str, trigger: Trigger) -> int:
    if trigger.kind.frame == "visitor":
        return {"to": 3, "for": 2, "in": 2, "into": 2, "at": 1}.get(introduced, 0)
    return 4 if introduced in trigger.kind.to and introduced != "on" else {"in": 3, "at": 3, "to": 1}.get(introduced, 0)


def _places_at(reading: Reading, cast: Cast, noun: int, introduced: str) -> Iterator[Place]:
    key = cast.of(noun)
    entity = cast.entity(key) if key is not None else None
    if entity is not None and (entity.type in ("place", "country") or (introduced in ("at", "in") and entity.country)):
        if entity.type != "person":
            yield Place(name=entity.name, country=entity.country)
        return
    for child in dependents(reading, noun, "nmod:poss", "compound", "amod"):
        inner = cast.of(child)
        if inner is not None and cast.entity(inner).type in ("place", "country"):
            yield Place(name=reading.span_text(*noun_phrase(reading, noun)), country=cast.entity(inner).country)
            return


# ------------------------------------------------------------------------------------------------ names, qualifiers


def event_name(reading: Reading, trigger: Trigger) -> str | None:
    """The proper name of a conference or summit whose noun ends it ("Eurasian Women's Forum"), or None."""
    return reading.span_text(*named_span(reading, trigger)) or None


def named_span(reading: Reading, trigger: Trigger) -> tuple[int, int]:
    """The half-open token span of the event's proper name; empty where it has none."""
    token = trigger.token
    named_kind = trigger.kind.frame == "hosted" or trigger.kind.name in ("summit", "agreement", "test")
    if not named_kind or not is_noun(reading, token) or not reading.forms[token][:1].isupper():
        return token, token
    name = reading.name_at(token)
    start = min([name.start if name else token, noun_phrase(reading, token)[0]])
    while start < token and not _nameable(reading, start):
        start += 1
    end = max(token + 1, name.end if name else 0)
    return (start, end) if end - start > 1 else (token, token)


def _nameable(reading: Reading, token: int) -> bool:
    form = reading.forms[token]
    return form[:1].isupper() and lower(reading, token) not in ("the", "a", "an", "this", "their", "his", "her")


def qualifiers(reading: Reading, token: int) -> tuple[str, ...]:
    """Words that tell one occasion from another: "state", "working", "second", "bilateral" (lower case)."""
    if not is_noun(reading, token):
        return ()
    words = [lower(reading, m) for m in modifiers(reading, token) if not reading.forms[m][:1].isupper()]
    return tuple(w for w in words if w not in signatures("adjectives") and w.isalpha())
