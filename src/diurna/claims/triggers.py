"""Find the words that name a happening, and of which kind (`vocabulary/triggers.toml`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diurna.claims.cast import Cast
from diurna.claims.factuality import governing_signature
from diurna.claims.syntax import (
    dependents,
    is_noun,
    is_verb,
    lemma,
    lower,
    modifiers,
    objects,
    obliques,
    particle,
    passive,
    rel,
    subject,
)
from diurna.language.reading import Reading
from diurna.language.spans import EventSpan
from diurna.vocabulary.factuality import signatures
from diurna.vocabulary.offices import role_nouns
from diurna.vocabulary.organizations import organization_named
from diurna.vocabulary.triggers import (
    Condition,
    Kind,
    Pattern,
    alike,
    collectives,
    kinds,
    noun_classes,
    patterns,
    usual_kind,
)

SURE = 0.8
"""How surely the language model must read a word as a happening that no pattern names."""
_CLAUSES = {"xcomp": "xcomp", "ccomp": "ccomp", "inf": "acl"}
_PERSONAL = frozenset("he she they who whom him her them we i us me anyone someone nobody everyone".split())


@dataclass(frozen=True, slots=True)
class Trigger:
    """An event word: its token, the kind of happening that it names, and nouns that say the same over again.

    "travelled for a working visit" and "met for talks" are one happening each.
    """

    token: int
    kind: Kind
    absorbed: tuple[int, ...] = ()


def find_triggers(reading: Reading, cast: Cast) -> tuple[Trigger, ...]:
    """Return the triggers in text order; a support verb whose noun is a trigger itself is left out."""
    found = {t: kind for t in range(len(reading)) if (kind := _kind_of(reading, cast, t)) is not None}
    kept = {token: kind for token, kind in found.items() if not _supports(reading, token, kind, found)}
    absorbed = {token: _absorbed(reading, token, kind, kept) for token, kind in kept.items()}
    gone = {noun for nouns in absorbed.values() for noun in nouns}
    return tuple(Trigger(token, kind, absorbed[token]) for token, kind in kept.items() if token not in gone)


def _absorbed(reading: Reading, token: int, kind: Kind, found: dict[int, Kind]) -> tuple[int, ...]:
    """Nouns that depend on a verb of their own kind: "travelled for a visit", "the strike killed five"."""
    if not is_verb(reading, token):
        return ()
    around = [noun for prep, noun in obliques(reading, token) if prep in ("for", "on", "in", "at")]
    around += [*objects(reading, token), *dependents(reading, token, "nsubj")]
    return tuple(noun for noun in around if noun in found and found[noun].name in alike(kind.name))


def _kind_of(reading: Reading, cast: Cast, token: int) -> Kind | None:
    """The kind of happening that a word names: by the patterns, or else as the language model surely reads it."""
    event = reading.event_at(token)
    return _kind_at(reading, cast, token) or (None if event is None else _usual_kind(event, token))


def _kind_at(reading: Reading, cast: Cast, token: int) -> Kind | None:
    if is_verb(reading, token) and reading.deprels[token] not in ("amod", "aux", "cop", "compound"):
        table = patterns("verbs")
    elif is_noun(reading, token) and not _part_of_name(reading, token) and not _part_of_compound(reading, token):
        table = patterns("nouns")
    else:
        return None
    for pattern in table.get(lemma(reading, token), ()):
        if _matches(reading, cast, token, pattern):
            return kinds()[pattern.kind]
    return None


def _usual_kind(event: EventSpan, token: int) -> Kind | None:
    """The usual kind of what the language model surely reads as a happening, where no pattern names one."""
    return usual_kind(event.type) if event.start == token and event.score >= SURE else None


def _part_of_name(reading: Reading, token: int) -> bool:
    """Whether a noun is only a part of something's name ("the Human Rights Council", "Strike Force")."""
    if rel(reading, token) in ("compound", "flat") and reading.upos[token] == "PROPN":
        return True
    name = reading.name_at(token)
    if name is None or name.label == "EVENT":
        return False
    if name.label == "PER" or name.end - name.start == 1:
        return reading.upos[token] == "PROPN"
    last = name.end - 1 == token
    return not last or organization_named(reading.span_text(name.start, name.end)) is not None


def _part_of_compound(reading: Reading, token: int) -> bool:
    """Whether a noun only qualifies another that says nothing of its factuality ("election outcome", "summit hall")."""
    if rel(reading, token) != "compound":
        return False
    found = signatures("nouns").get(lemma(reading, int(reading.heads[token])))
    return found is None or found.name in ("factive", "implicative")


def _supports(reading: Reading, token: int, kind: Kind, found: dict[int, Kind]) -> bool:
    if not is_verb(reading, token):
        return False
    held = (*objects(reading, token), *(o for o in dependents(reading, token, "nsubj:pass")))
    said = governing_signature(reading, token)
    if said is not None and said.name == "implicative":
        held = (*held, *(noun for prep, noun in obliques(reading, token) if prep in ("in", "from")))
    return any(o in found and found[o].type == kind.type for o in held)


def _matches(reading: Reading, cast: Cast, token: int, pattern: Pattern) -> bool:
    if (
        pattern.particle
        and particle(reading, token) != pattern.particle
        and not _prepositional(reading, token, pattern)
    ):
        return False
    return all(_holds(reading, cast, token, condition) for condition in pattern.conditions)


def _prepositional(reading: Reading, token: int, pattern: Pattern) -> bool:
    return any(prep == pattern.particle for prep, _ in obliques(reading, token)) and pattern.particle not in (
        "out",
        "up",
        "off",
        "down",
    )


def _holds(reading: Reading, cast: Cast, token: int, condition: Condition) -> bool:
    if condition.slot == "num":
        plural = reading.has(token, "Number=Plur") or reading.xpos[token] in ("NNS", "NNPS")
        return plural == ("plur" in condition.classes)
    if condition.slot == "tag":
        return reading.xpos[token] in condition.classes
    fillers = _counted(reading, _fillers(reading, token, condition.slot))
    filled = any(is_a(reading, cast, f, cls) for f in fillers for cls in condition.classes)
    return filled != condition.negated


def _fillers(reading: Reading, token: int, slot: str) -> tuple[int, ...]:
    if slot == "mod":
        return modifiers(reading, token)
    if slot == "subj":
        if passive(reading, token):
            return tuple(noun for prep, noun in obliques(reading, token) if prep == "by")
        found = subject(reading, token)
        return () if found is None else (found,)
    if slot == "obj":
        if passive(reading, token):
            patient = subject(reading, token)
            held = objects(reading, token)
            return (*((patient,) if patient is not None else (int(reading.heads[token]),)), *held)
        return objects(reading, token)
    if slot in _CLAUSES:
        return tuple(c for c in dependents(reading, token, _CLAUSES[slot]) if slot != "inf" or _infinitive(reading, c))
    if slot == "while":
        main = int(reading.heads[token])
        clauses = tuple(dependents(reading, token, "advcl"))
        return (*clauses, main) if rel(reading, token) == "advcl" and main >= 0 else clauses
    if slot == "poss":
        return tuple(dependents(reading, token, "nmod:poss"))
    return (*(noun for prep, noun in _behind(reading, token) if prep == slot), *_gerunds(reading, token, slot))


def _behind(reading: Reading, token: int) -> Iterator[tuple[str, int]]:
    """Nouns with their prepositions behind a word or its object: "sent a delegation of officials to the capital"."""
    yield from obliques(reading, token)
    if is_verb(reading, token):
        for held in objects(reading, token):
            for prep, noun in obliques(reading, held):
                yield prep, noun
                yield from obliques(reading, noun)


def _gerunds(reading: Reading, token: int, introduced: str) -> tuple[int, ...]:
    """Clauses that stand where a noun could: "criticized for failing to act"."""
    clauses = (c for c in dependents(reading, token, "advcl") if reading.xpos[c] == "VBG")
    return tuple(c for c in clauses if any(lower(reading, m) == introduced for m in dependents(reading, c, "mark")))


def _infinitive(reading: Reading, clause: int) -> bool:
    return any(lower(reading, mark) == "to" for mark in dependents(reading, clause, "mark"))


def _counted(reading: Reading, fillers: tuple[int, ...]) -> tuple[int, ...]:
    """The fillers with what words of quantity among them count: "dozens of rounds", "some of the sanctions"."""
    found = list(fillers)
    for filler in fillers:
        if lemma(reading, filler) in noun_classes()["quantity"]:
            found.extend(noun for prep, noun in obliques(reading, filler) if prep == "of")
    return tuple(found)


def is_a(reading: Reading, cast: Cast, token: int, cls: str) -> bool:
    """Whether the word is of the class: "*", actor, person, place, a named noun class, or a lemma."""
    if cls == "*":
        return True
    if cls == "several":
        return len(cast.members(token)) > 1 or lower(reading, token) in ("they", "two", "both", "sides")
    if cls in ("actor", "person", "place", "country"):
        return _is_kind(reading, cast, token, cls)
    classes = noun_classes()
    word = lemma(reading, token)
    return word in classes[cls] if cls in classes else word == cls or lower(reading, token) == cls


def _is_kind(reading: Reading, cast: Cast, token: int, cls: str) -> bool:
    types = {cast.entity(key).type for key in cast.members(token)}
    if cls == "country":
        return "country" in types
    if cls == "place":
        return bool(types & {"place", "country"}) or lower(reading, token) in ("here", "there", "capital", "region")
    if types & {"person"} or lower(reading, token) in _PERSONAL or _person_noun(reading, token):
        return True
    return cls == "actor" and (bool(types & {"organization", "country"}) or lemma(reading, token) in collectives())


def _person_noun(reading: Reading, token: int) -> bool:
    """A noun for people in an office or doing something: "envoy", "kidnappers", "protesters"."""
    word = lemma(reading, token)
    if word in role_nouns():
        return True
    plural = reading.xpos[token] == "NNS"
    doing = word.endswith(("er", "or", "ist", "man", "woman"))
    return plural and doing and not any(word in noun_classes()[name] for name in ("weapon", "force", "inanimate"))
