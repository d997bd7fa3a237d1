"""What a governor says of this dependent: which class of `vocabulary/factuality.toml` holds, and in which relation."""

from __future__ import annotations

from diurna.claims.syntax import (
    dependents,
    finite,
    first,
    is_noun,
    is_verb,
    lemma,
    lower,
    objects,
    obliques,
    particle,
    preposition,
    rel,
)
from diurna.language.reading import Reading
from diurna.vocabulary import factuality as vocabulary
from diurna.vocabulary.factuality import Signature

_COMPLEMENT_PREPOSITIONS = frozenset({"for", "on", "to", "about", "of", "against", "into", "toward", "towards"})
_STAGE_PREPOSITIONS = frozenset({"in", "at", "with"})


def word(reading: Reading, token: int) -> str:
    phrasal = particle(reading, token)
    return f"{lower(reading, token)} {phrasal}" if phrasal else lower(reading, token)


def governing_signature(reading: Reading, token: int) -> Signature | None:
    """What the word, as a governor, says of what it governs; phrasal verbs first. None where it says nothing."""
    key = lemma(reading, token)
    if is_verb(reading, token):
        phrasal = particle(reading, token)
        table = vocabulary.signatures("verbs")
        return table.get(f"{key}+{phrasal}" if phrasal else key) or (table.get(key) if not phrasal else None)
    if reading.upos[token] == "ADJ":
        return vocabulary.signatures("adjectives").get(lower(reading, token))
    if reading.upos[token] == "ADV":
        return vocabulary.signatures("adverbs").get(lower(reading, token))
    return vocabulary.signatures("nouns").get(key)


def signature_for(reading: Reading, token: int, head: int) -> Signature | None:
    """What the governor says of this dependent, if the relation is one in which it speaks of it."""
    base = rel(reading, token)
    if base in ("nsubj", "csubj") and reading.deprels[token] not in ("nsubj:pass", "csubj:pass"):
        return _of_subject(reading, token, head)
    if is_verb(reading, head) and (special := _fixed(reading, token, head)) is not None:
        return special
    narrow = _noun_with(reading, head, preposition(reading, token)) if base in ("nmod", "obl") else None
    found = narrow or governing_signature(reading, head)
    if found is None or (lemma(reading, head) == "call" and first(reading, head, "xcomp") is not None):
        return None
    speaks = _complement if is_verb(reading, head) else _of_noun
    return found if speaks(reading, token, base, found) else None


def _fixed(reading: Reading, token: int, head: int) -> Signature | None:
    """What fixed turns say: "is to meet", "put it on ice", "call off", whatever the tree makes of the particle."""
    base = rel(reading, token)
    if base == "xcomp":
        return _idiom(reading, token, head)
    if base in ("obj", "nsubj"):
        return _put(reading, head)
    if base == "obl":
        introduced = preposition(reading, token)
        carried = (*objects(reading, head), *dependents(reading, head, "nsubj:pass"))
        fixed = vocabulary.signatures("verbs").get(f"{lemma(reading, head)}+{introduced}")
        return fixed or next(filter(None, (_noun_with(reading, noun, introduced) for noun in carried)), None)
    return None


def _noun_with(reading: Reading, noun: int, introduced: str | None) -> Signature | None:
    """What a noun with a preposition says of what is behind that: "no decision was made on a visit"."""
    return vocabulary.signatures("nouns").get(f"{lemma(reading, noun)}+{introduced}")


def _of_noun(reading: Reading, token: int, base: str, found: Signature) -> bool:
    """Whether a noun, adjective or adverb speaks of the dependent: "plans for a visit", "likely to meet"."""
    if base == "acl" and reading.xpos[token] in ("VBN", "VBG") and first(reading, token, "mark") is None:
        return False
    if base in ("nmod", "obl"):
        return preposition(reading, token) in ("of", "for", "to", "on", "about", "in", "at", "with")
    return base in ("acl", "compound", "ccomp", "xcomp", "advcl")


def _complement(reading: Reading, token: int, base: str, found: Signature) -> bool:
    if base in ("xcomp", "ccomp", "obj", "nsubj", "csubj"):
        # "told them that they had met" asks for nothing
        return not (found.name == "request" and base == "ccomp" and finite(reading, token))
    if base == "obl":
        introduced = preposition(reading, token)
        if found.name in ("factive", "rebuttal", "motion"):
            return found.name == "motion" and introduced == "for"
        return introduced in _COMPLEMENT_PREPOSITIONS or (
            found.name == "implicative" and introduced in _STAGE_PREPOSITIONS
        )
    return False


def prepositional_signature(reading: Reading, head: int) -> Signature | None:
    """What a verb with its preposition says of a clause behind it: "called on them to leave"."""
    table = vocabulary.signatures("verbs")
    keys = (f"{lemma(reading, head)}+{introduced}" for introduced, _ in obliques(reading, head))
    return next((table[key] for key in keys if key in table), None)


def _of_subject(reading: Reading, token: int, head: int) -> Signature | None:
    """What a predicate says of its subject: "talks collapsed", "a visit is likely", "no meeting is on her agenda"."""
    if reading.upos[head] in ("ADJ", "ADV"):
        return vocabulary.signatures("adjectives").get(lower(reading, head))
    if is_noun(reading, head) and preposition(reading, head) in ("on", "in", "off", "under"):
        standing = vocabulary.plan_standings().get(lemma(reading, head))
        off = preposition(reading, head) == "off"
        if standing is not None:
            return vocabulary.signature("cancellation" if off else _STANDINGS[standing])
        return None
    if is_verb(reading, head):
        found = governing_signature(reading, head)
        if found is not None and found.name in ("cancellation", "postponement"):
            return found if not objects(reading, head) else None
        if lemma(reading, head) in vocabulary.stage_verbs():
            return vocabulary.signature("occurrence")
    return None


def _put(reading: Reading, head: int) -> Signature | None:
    """ "Put the visit on ice", "took the talks off the agenda"."""
    if lemma(reading, head) not in ("put", "place", "keep", "take", "leave"):
        return None
    for child in dependents(reading, head, "obl"):
        introduced = preposition(reading, child)
        if introduced in ("on", "off") and (standing := vocabulary.plan_standings().get(lemma(reading, child))):
            return vocabulary.signature("cancellation" if introduced == "off" else _STANDINGS[standing])
    return None


_STANDINGS = {"planned": "plan", "possible": "possibility", "halted": "cancellation", "ongoing": "implicative"}


def _idiom(reading: Reading, token: int, head: int) -> Signature | None:
    """ "is to meet", "is going to meet" (arranged) and "has yet to meet" (not so far)."""
    key = lemma(reading, head)
    if key == "be" or (key == "go" and reading.xpos[head] == "VBG"):
        return vocabulary.signature("plan")
    if key == "have":
        yet = any(lower(reading, a) == "yet" for a in (*dependents(reading, head, "advmod"), *reading.children(token)))
        return vocabulary.signature("negative") if yet else vocabulary.signature("request")
    return None
