"""A baseline without learning: names by their words, nominals by their heads, pronouns by number and gender."""

from __future__ import annotations

from collections.abc import Iterator

from diurna.language.coreference import PRONOUNS, span_of
from diurna.language.reading import Reading

_MALE = frozenset("mr sir king prince lord he man boy father son brother husband uncle gentleman actor".split())
_FEMALE = frozenset("mrs ms miss queen princess lady she woman girl mother daughter sister wife aunt actress".split())
_PEOPLE = _MALE | _FEMALE | frozenset(
    """person child friend student teacher doctor author writer president minister leader director officer judge
    candidate scientist artist singer player professor spokesman spokeswoman victim patient customer parent""".split()
)  # fmt: skip
_GROUPS = frozenset("team police government group family company party committee crowd army staff".split())
_DEFINITE = frozenset("the this that these those".split())
_WITHIN = 3
"""Sentences, its own among them, in which a pronoun looks for what it stands for."""


def rule_chains(reading: Reading) -> list[list[tuple[int, int]]]:
    """Chains of spans of words, of two mentions at least."""
    chain_of: dict[int, int] = {}
    earlier: list[int] = []
    for word in _heads(reading):
        found = _antecedent(reading, word, earlier, chain_of)
        chain_of[word] = word if found is None else chain_of[found]
        earlier.append(word)
    chains: dict[int, list[tuple[int, int]]] = {}
    for word, first in chain_of.items():
        chains.setdefault(first, []).append(span_of(reading, word))
    return [chain for chain in chains.values() if len(chain) > 1]


def _heads(reading: Reading) -> Iterator[int]:
    """Nouns, names and personal pronouns that are no part of a compound or a longer name."""
    for word, (tag, relation) in enumerate(zip(reading.upos, reading.deprels, strict=True)):
        inside = relation.split(":")[0] in ("flat", "compound", "goeswith", "fixed") or relation == "nmod:desc"
        if reading.forms[word].lower() in PRONOUNS or (tag in ("NOUN", "PROPN") and not inside):
            yield word


def _antecedent(reading: Reading, word: int, earlier: list[int], chain_of: dict[int, int]) -> int | None:
    form = reading.forms[word].lower()
    base = PRONOUNS.get(form)
    if base in ("he", "she", "it", "they"):
        return _of_pronoun(reading, word, base, earlier, chain_of)
    nearest = reversed(earlier)
    if base:
        return next((k for k in nearest if PRONOUNS.get(reading.forms[k].lower()) == base), None)
    if reading.upos[word] == "PROPN":
        own = _name(reading, word)
        return next((k for k in nearest if reading.upos[k] == "PROPN" and _same_name(own, _name(reading, k))), None)
    kids = reading.children(word)
    if any(reading.forms[k].lower() in _DEFINITE or reading.deprels[k] == "nmod:poss" for k in kids):
        return next((k for k in nearest if _key(reading, k) == _key(reading, word)), None)
    return None


def _of_pronoun(reading: Reading, word: int, base: str, earlier: list[int], chain_of: dict[int, int]) -> int | None:
    """What agrees with a pronoun in the nearest sentence that has any: its first subject, else its first mention."""
    here = reading.sentence_of(word)
    agreeing = [
        k
        for k in earlier
        if here - reading.sentence_of(k) < _WITHIN
        and int(reading.heads[word]) != k
        and base in _pronouns_for(reading, chain_of[k]) & _pronouns_for(reading, k)
    ]

    def rank(k: int) -> tuple[int, bool, int]:
        return here - reading.sentence_of(k), not reading.deprels[k].startswith("nsubj"), k

    return min(agreeing, key=rank, default=None)


def _pronouns_for(reading: Reading, word: int) -> frozenset[str]:
    """The pronouns that may stand for what a word heads."""
    form, lemma = reading.forms[word].lower(), reading.lemmas[word].lower()
    if form in PRONOUNS:
        return frozenset((PRONOUNS[form],))
    if reading.has(word, "Number=Plur") or any(reading.deprels[k] == "conj" for k in reading.children(word)):
        return frozenset(("they",))
    words = {lemma, *(reading.forms[k].lower().rstrip(".") for k in reading.children(word))}
    name = reading.name_at(word)
    if words & _MALE or words & _FEMALE:
        return frozenset({"he"} if words & _MALE else {"she"})
    if lemma in _PEOPLE or (name is not None and name.label == "PER"):
        return frozenset(("he", "she"))
    return frozenset(("it", "they")) if lemma in _GROUPS or (name and name.label == "ORG") else frozenset(("it",))


def _key(reading: Reading, word: int) -> str:
    return reading.lemmas[word].lower()


def _name(reading: Reading, word: int) -> frozenset[str]:
    """The proper nouns of a name, in lower case."""
    start, end = span_of(reading, word)
    parts = (k for k in range(start, end) if reading.upos[k] == "PROPN" and (k == word or reading.heads[k] == word))
    return frozenset(reading.forms[k].lower() for k in parts)


def _same_name(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one
