"""What the tree says about one noun phrase: its extent, its function in the clause, who is next to it.

Every function takes the reading and the token that heads the phrase. The first language models attach wrongly now and
then, so extents are kept contiguous and stop at commas, and nothing here fails on an odd tree.
"""

from __future__ import annotations

from collections.abc import Iterator

from diurna.language import Reading

NOMINAL_TAGS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
_LEFT_OUT = frozenset(
    {"case", "cc", "punct", "mark", "conj", "appos", "parataxis", "acl:relcl", "cop", "list", "dep", "discourse"}
    | {"nsubj", "aux", "advmod", "obl"}
)
GROUPING = frozenset({"lead", "head", "comprise", "include"})
"""Verbs whose participles say which group is meant: "a delegation led by the mayor"."""


def base(deprel: str) -> str:
    """The relation without its subtype: `nsubj` for `nsubj:pass`."""
    return deprel.split(":", 1)[0]


def child(reading: Reading, head: int, *deprels: str) -> int | None:
    """The first child of `head` with one of the relations (subtypes included), or None."""
    for token in reading.children(head):
        deprel = reading.deprels[token]
        if deprel in deprels or base(deprel) in deprels:
            return token
    return None


def extent(reading: Reading, head: int) -> tuple[int, int]:
    """The half-open token span of the noun phrase of `head`, always contiguous and inside the sentence.

    Without its case marker, relative clauses, participles that tell of something else, appositions, conjuncts and
    whatever stands behind a comma.
    """
    inside = {head}
    for token in reading.children(head):
        if _belongs(reading, token):
            inside.update(_below(reading, token))
    start, end = head, head + 1
    while start - 1 in inside:
        start -= 1
    while end in inside:
        end += 1
    return start, _cut(reading, head, end)


def _belongs(reading: Reading, token: int) -> bool:
    deprel = reading.deprels[token]
    if deprel == "acl":
        return reading.lemmas[token].casefold() in GROUPING
    return deprel not in _LEFT_OUT and base(deprel) not in _LEFT_OUT


def _below(reading: Reading, top: int) -> Iterator[int]:
    yield top
    for token in reading.children(top):
        if reading.deprels[token] not in ("acl:relcl", "appos", "parataxis"):
            yield from _below(reading, token)


def _cut(reading: Reading, head: int, end: int) -> int:
    for token in range(head + 1, end):
        if reading.forms[token] in {",", ";", ":", "(", "–", "—", '"', "”"}:
            return token
    return end


def phrase_text(reading: Reading, head: int) -> str:
    """The words of the noun phrase of `head`, as written."""
    return " ".join(reading.span_text(*extent(reading, head)).split())


def top_conjunct(reading: Reading, token: int) -> int:
    """The first conjunct of the coordination that `token` stands in, through appositions; `token` itself if none."""
    for _ in range(20):
        if base(reading.deprels[token]) not in ("conj", "appos") or int(reading.heads[token]) < 0:
            return token
        token = int(reading.heads[token])
    return token


def conjuncts(reading: Reading, head: int) -> tuple[int, ...]:
    """`head` and the tokens coordinated with it, in text order."""
    found = [head]
    for token in reading.children(head):
        if base(reading.deprels[token]) == "conj" and reading.upos[token] in NOMINAL_TAGS:
            found.extend(conjuncts(reading, token))
    return tuple(sorted(found))


def function(reading: Reading, token: int) -> str:
    """What the phrase does in its clause: `subject`, `object`, `oblique`, `possessor`, `modifier` or `other`."""
    deprel = reading.deprels[top_conjunct(reading, token)]
    match base(deprel):
        case "nsubj" | "csubj":
            return "subject"
        case "obj" | "iobj":
            return "object"
        case "obl":
            return "oblique"
        case "nmod":
            return "possessor" if deprel == "nmod:poss" else "modifier"
        case "compound":
            return "modifier"
    return "other"


def clause_of(reading: Reading, token: int) -> int:
    """The predicate that governs the phrase of `token`: the nearest ancestor that is a verb or has a subject."""
    for ancestor in reading.ancestors(token):
        if reading.upos[ancestor] in ("VERB", "AUX") or child(reading, ancestor, "nsubj", "cop") is not None:
            return ancestor
    return token


def preposition(reading: Reading, token: int) -> str:
    """The lower-case preposition that marks the phrase of `token`, or the empty string."""
    case = next((c for c in reading.children(top_conjunct(reading, token)) if reading.deprels[c] == "case"), None)
    return "" if case is None else reading.forms[case].casefold()


def plural(reading: Reading, token: int) -> bool:
    """Whether the noun is plural by its tag."""
    return reading.xpos[token] in ("NNS", "NNPS") or reading.has(token, "Number=Plur")
