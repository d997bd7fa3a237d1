"""Small questions to a dependency tree that every kind of cue asks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

from diurna.claims.attribution.values import TokenSpan
from diurna.language import Reading
from diurna.vocabulary import speech

T = TypeVar("T")
RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without", "hardly"})
NOBODY = frozenset({"nobody", "none", "neither", "no-one"})
_OUTSIDE_PHRASE = ("punct", "case", "conj", "cc", "parataxis", "advcl", "mark", "cop", "discourse", "ccomp", "dep")
_YEAR = re.compile(r"(?:19|20)\d\d")
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


def word(reading: Reading, i: int) -> str:
    """The form in lower case."""
    return reading.forms[i].lower()


def lemma(reading: Reading, i: int) -> str:
    """The lemma in lower case."""
    return reading.lemmas[i].lower()


def has_word(reading: Reading, i: int, relation: str, words: Iterable[str]) -> bool:
    """Whether `i` has a dependent of the relation with one of the forms, such as the `case` "by"."""
    wanted = set(words)
    return any(word(reading, c) in wanted for c in related(reading, i, relation))


def preposition(reading: Reading, i: int) -> str | None:
    """The preposition in front of nominal `i`, in lower case."""
    case = first(related(reading, i, "case"))
    return None if case is None else word(reading, case)


def is_punct(reading: Reading, i: int) -> bool:
    """Whether the token is punctuation."""
    return reading.upos[i] == "PUNCT" or not any(ch.isalnum() for ch in reading.forms[i])


def is_negated(reading: Reading, i: int) -> bool:
    """Whether a word of negation modifies `i`, or its subject is "no ..." or "nobody"."""
    if any(word(reading, c) in NEGATIONS for c in related(reading, i, "advmod", "det", "cc:preconj", "cc")):
        return True
    subjects = related(reading, i, "nsubj")
    return any(is_nobody(reading, s) or has_word(reading, s, "cc:preconj", ("neither",)) for s in subjects)


def is_nobody(reading: Reading, i: int) -> bool:
    """Whether a noun phrase denies its own reference: "no official", "nobody", "none of them"."""
    return word(reading, i) in NOBODY or has_word(reading, i, "det", ("no",))


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


def co_heads(reading: Reading, head: int) -> tuple[int, ...]:
    """The head of a noun phrase and the heads coordinated with it."""
    name = reading.name_at(head)
    others = [c for c in related(reading, head, "conj") if reading.upos[c] in ("NOUN", "PROPN", "PRON", "NUM")]
    others = [c for c in others if name is None or reading.name_at(c) != name]
    return (head, *(c for c in others if name is None or name.label != "PER" or not _is_role(reading, c)))


def _is_role(reading: Reading, i: int) -> bool:
    """Whether a noun without determiner says what a person is: "Ann Lee, a teacher and native of Ohio"."""
    singular = reading.upos[i] == "NOUN" and not reading.has(i, "Number=Plur")
    return singular and not related(reading, i, "det", "nmod:poss", "nummod")


def verb_group(reading: Reading, i: int) -> frozenset[int]:
    """The verb with the auxiliaries, negation, adverbs and particles that stand next to it without a gap."""
    near = set(related(reading, i, *_VERB_GROUP))
    near = {c for c in near if not reading.children(c) or reading.deprels[c] == "compound:prt"}
    near = {
        c for c in near if word(reading, c) not in _CLAUSE_OPENERS and not speech.uses_of(word(reading, c), "adverb")
    }
    group = {i}
    while (before := min(group) - 1) in near:
        group.add(before)
    while (behind := max(group) + 1) in near and reading.deprels[behind] == "compound:prt":
        group.add(behind)
    return frozenset(group)


def phrase(reading: Reading, head: int, avoid: frozenset[int] | set[int] = frozenset()) -> TokenSpan:
    """The span of a noun phrase: everything below its head up to the next thing that is not part of it.

    Appositions and relative clauses belong to it (the convention of PolNeAR); prepositions in front, coordinated
    phrases and the tokens to `avoid` do not.
    """
    cut = [c for c in reading.children(head) if reading.deprels[c].split(":")[0] in _OUTSIDE_PHRASE]
    cut += [c for c in reading.children(head) if c > head and (reading.upos[c] == "ADV" or is_time(reading, c))]
    cut += [
        c
        for c in related(reading, head, "acl")
        if c > head and reading.forms[min(tree(reading, c))] == "," and word(reading, c).endswith("ing")
    ]
    keep = tree(reading, head, cut) - set(avoid)
    keep.add(head)
    inner = {c for c in reading.children(head) if reading.deprels[c] == "punct"} - set(avoid)
    start, end = head, head + 1
    while start - 1 in keep or (start - 1 in inner and start - 2 in keep):
        start -= 1
    while end in keep or (end in inner and end + 1 in keep):
        end += 1
    governor = int(reading.heads[head])
    for title in related(reading, governor, "nsubj") if governor >= 0 else ():
        if title + 1 == start and _is_title(reading, title):
            start = phrase(reading, title, avoid)[0]
    return trimmed(reading, start, end)


def _is_title(reading: Reading, i: int) -> bool:
    """Whether a subject right before another one can be its title: "Spokesman" of "Nick Merrill"."""
    name = reading.name_at(i)
    return not related(reading, i, "case") and (name is None or name.label == "PER") and reading.upos[i] != "PRON"


def is_time(reading: Reading, i: int) -> bool:
    """Whether a nominal is a day, month or year, which says when the source spoke."""
    if lemma(reading, i) in speech.listed("time_words"):
        return True
    return reading.upos[i] == "NUM" and bool(_YEAR.fullmatch(reading.forms[i]))


_PAIRS = {")": "(", "]": "[", "”": "“", '"': '"', "''": "``"}


def trimmed(reading: Reading, start: int, end: int) -> TokenSpan:
    """The span without punctuation at its edges, except quotation marks and closed brackets."""
    while start < end and is_punct(reading, start) and not _opens(reading, start):
        start += 1
    while end > start and is_punct(reading, end - 1) and not _closes(reading, start, end):
        end -= 1
    return start, end


def _opens(reading: Reading, i: int) -> bool:
    return reading.forms[i] in "\"“”‘'``''([$£€#@" or reading.upos[i] == "SYM"


def _closes(reading: Reading, start: int, end: int) -> bool:
    form = reading.forms[end - 1]
    if form in (")", "]"):
        return _PAIRS[form] in reading.forms[start : end - 1]
    return form in ('"', "”", "’", "'", "''") or reading.upos[end - 1] == "SYM"


def runs(tokens: Iterable[int]) -> list[TokenSpan]:
    """The tokens as half-open spans, in text order."""
    spans: list[TokenSpan] = []
    for token in sorted(tokens):
        if spans and spans[-1][1] == token:
            spans[-1] = (spans[-1][0], token + 1)
        else:
            spans.append((token, token + 1))
    return spans


def sentence_span(reading: Reading, i: int) -> TokenSpan:
    """The sentence of token `i`."""
    return reading.sentence_bounds(reading.sentence_of(i))
