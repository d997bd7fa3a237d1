"""Pronouns and what their forms tell: person or thing, gender, number; and the "it" that means nothing."""

from __future__ import annotations

from dataclasses import dataclass

from diurna.claims.cast.phrase import base, child
from diurna.language import Reading
from diurna.vocabulary.names import Gender
from diurna.vocabulary.reference import words
from diurna.vocabulary.speech import uses_of

_FORMS: dict[str, tuple[str, Gender | None]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("person", "m")),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("person", "f")),
    **dict.fromkeys(("it", "its", "itself"), ("thing", None)),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves", "themself", "both"), ("plural", None)),
    **dict.fromkeys(("i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"), ("speaker", None)),
}


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A third-person or quoted first-person pronoun, as far as its form tells what it can mean."""

    token: int
    sort: str
    gender: Gender | None
    possessive: bool
    reflexive: bool


def pronoun_at(reading: Reading, token: int) -> Pronoun | None:
    """The pronoun that this token is, or None for all other words (and for "it" that means nothing)."""
    form = reading.forms[token].casefold()
    if form not in _FORMS or reading.upos[token] not in ("PRON", "DET") or reading.forms[token] == "US":
        return None
    if form == "both" and any(base(reading.deprels[token]) == d for d in ("det", "cc", "advmod", "cc:preconj")):
        return None
    if form == "it" and _expletive(reading, token):
        return None
    sort, gender = _FORMS[form]
    possessive = reading.xpos[token] == "PRP$" or reading.deprels[token] == "nmod:poss"
    return Pronoun(token, sort, gender, possessive, form.endswith(("self", "selves")))


def relative_to(reading: Reading, token: int) -> int | None:
    """For a relative pronoun ("who", "which", "that") the head of the phrase that its clause modifies; else None."""
    if (
        reading.forms[token].casefold() not in ("who", "which", "whom", "whose", "that")
        or reading.upos[token] != "PRON"
    ):
        return None
    for ancestor in reading.path_to_root(token):
        if reading.deprels[ancestor] == "acl:relcl":
            return int(reading.heads[ancestor])
    return None


def _expletive(reading: Reading, token: int) -> bool:
    """Whether "it" means nothing: "it is clear that", "it seems", "it was reported that"."""
    predicate = int(reading.heads[token])
    if predicate < 0 or base(reading.deprels[token]) not in ("nsubj", "expl"):
        return False
    passive = child(reading, predicate, "aux:pass") is not None
    if passive and reading.deprels[token] != "nsubj" and uses_of(reading.lemmas[predicate]):
        return True
    below = {base(reading.deprels[c]) for c in reading.children(predicate) if c > token}
    clausal = not below.isdisjoint({"csubj", "ccomp", "acl", "xcomp", "advcl"})
    if base(reading.deprels[token]) == "expl":
        return clausal or child(reading, predicate, "nsubj") is not None
    if reading.deprels[token] == "nsubj:pass":
        return clausal
    if reading.lemmas[predicate] in words("expletive", "adjectives"):
        return clausal or reading.upos[predicate] == "ADJ"
    return reading.lemmas[predicate] in words("expletive", "lemmas") and clausal
