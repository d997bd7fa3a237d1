"""Small questions to a dependency tree that every kind of cue asks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from diurna.claims.attribution.values import TokenSpan
from diurna.claims.syntax import lower
from diurna.language import Reading
from diurna.vocabulary import speech

T = TypeVar("T")
RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without", "hardly"})
NOBODY = frozenset({"nobody", "none", "neither", "no-one"})
_CLAUSE_OPENERS = frozenset({"that", "as", "while", "after", "because", "if", "when"})
_VERB_GROUP = ("aux", "advmod", "compound:prt", "mark")


def related(reading: Reading, i: int, *relations: str) -> list[int]:
    """The dependents of `i` with one of the relations; a relation without subtype covers its subtypes.

    Punctuation that a tree gives another part is left out.
    """
    found = []
    for child in reading.children(i):
        relation = reading.deprels[child]
        wanted = relation in relations or relation.split(":")[0] in relations
        if wanted and (reading.upos[child] != "PUNCT" or relation == "punct"):
            found.append(child)
    return found


def first(items: Iterable[T]) -> T | None:
    """The first of the items, if any."""
    return next(iter(items), None)


def tree(reading: Reading, i: int, without: Iterable[int] = ()) -> set[int]:
    """Token `i` and all below it, without the trees of the given tokens."""
    cut = set(without)
    found: set[int] = set()
    queue = [i]
    while queue:
        token = queue.pop()
        if token in cut:
            continue
        found.add(token)
        queue.extend(reading.children(token))
    return found


def has_word(reading: Reading, i: int, relation: str, words: Iterable[str]) -> bool:
    """Whether `i` has a dependent of the relation with one of the forms, such as the `case` "by"."""
    wanted = set(words)
    return any(lower(reading, c) in wanted for c in related(reading, i, relation))


def preposition(reading: Reading, i: int) -> str | None:
    """The preposition in front of nominal `i`, in lower case."""
    case = first(related(reading, i, "case"))
    return None if case is None else lower(reading, case)


def is_punct(reading: Reading, i: int) -> bool:
    """Whether the token is punctuation."""
    return reading.upos[i] == "PUNCT" or not any(ch.isalnum() for ch in reading.forms[i])


def is_negated(reading: Reading, i: int) -> bool:
    """Whether a word of negation modifies `i`, or its subject is "no ..." or "nobody"."""
    if any(lower(reading, c) in NEGATIONS for c in related(reading, i, "advmod", "det", "cc:preconj", "cc")):
        return True
    subjects = related(reading, i, "nsubj")
    return any(is_nobody(reading, s) or has_word(reading, s, "cc:preconj", ("neither",)) for s in subjects)


def is_nobody(reading: Reading, i: int) -> bool:
    """Whether a noun phrase denies its own reference: "no official", "nobody", "none of them"."""
    return lower(reading, i) in NOBODY or has_word(reading, i, "det", ("no",))


def is_passive(reading: Reading, i: int) -> bool:
    """Whether verb `i` is a passive: by its auxiliary, or by a passive subject where its form allows one."""
    if related(reading, i, "aux:pass"):
        return True
    finite = reading.xpos[i] in ("VBD", "VBZ", "VBP", "VBG")
    return not finite and "nsubj:pass" in {reading.deprels[c] for c in reading.children(i)}


def subject(reading: Reading, i: int) -> int | None:
    """The subject of clause `i`: of several the one nearest before it, or behind it after a comma (", says X")."""
    found = [c for c in related(reading, i, "nsubj") if reading.upos[c] != "VERB"]
    before, behind = [c for c in found if c < i], [c for c in found if c > i]
    if behind and (not before or reading.forms[i - 1] == ","):
        return behind[0]
    return before[-1] if before else None


def verb_group(reading: Reading, i: int) -> frozenset[int]:
    """The verb with the auxiliaries, negation, adverbs and particles that stand next to it without a gap."""
    near = set(related(reading, i, *_VERB_GROUP))
    near = {c for c in near if not reading.children(c) or reading.deprels[c] == "compound:prt"}
    near = {
        c for c in near if lower(reading, c) not in _CLAUSE_OPENERS and not speech.uses_of(lower(reading, c), "adverb")
    }
    group = {i}
    while (before := min(group) - 1) in near:
        group.add(before)
    while (behind := max(group) + 1) in near and reading.deprels[behind] == "compound:prt":
        group.add(behind)
    return frozenset(group)


def sentence_span(reading: Reading, i: int) -> TokenSpan:
    """The sentence of token `i`."""
    return reading.sentence_bounds(reading.sentence_of(i))
