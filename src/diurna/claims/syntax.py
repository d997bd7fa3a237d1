"""Questions that the claim reader asks of a dependency tree (Universal Dependencies, English).

All functions take a Reading and token indices; none keeps state.
"""

from __future__ import annotations

from collections.abc import Iterator

from diurna.language.reading import Reading

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "nor", "neither", "without"})
CLAUSES = ("ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "advcl:relcl", "csubj:pass")

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})


def rel(reading: Reading, token: int) -> str:
    """The relation of the token to its governor, without subtype."""
    return reading.deprels[token].partition(":")[0]


def dependents(reading: Reading, token: int, *relations: str) -> Iterator[int]:
    """The dependents in one of the relations; a relation without subtype matches all its subtypes."""
    for child in reading.children(token):
        full = reading.deprels[child]
        if full in relations or full.partition(":")[0] in relations:
            yield child


def first(reading: Reading, token: int, *relations: str) -> int | None:
    """The first dependent in one of the relations, or None."""
    return next(dependents(reading, token, *relations), None)


def lower(reading: Reading, token: int) -> str:
    """The token's form in lower case."""
    return reading.forms[token].lower()


def lemma(reading: Reading, token: int) -> str:
    """The token's lemma in lower case."""
    return reading.lemmas[token].lower()


def is_verb(reading: Reading, token: int) -> bool:
    """Whether the token is tagged as a verb (a participle used as an adjective is not)."""
    return reading.upos[token] in ("VERB", "AUX")


def is_noun(reading: Reading, token: int) -> bool:
    """Whether the token is a common or proper noun."""
    return reading.upos[token] in ("NOUN", "PROPN")


def particle(reading: Reading, token: int) -> str | None:
    """The particle of a phrasal verb ("call off"), whether tagged as particle, adverb or stranded preposition."""
    for child in dependents(reading, token, "compound", "advmod"):
        if reading.deprels[child] == "compound:prt" or (
            child == token + 1 and lower(reading, child) in _PARTICLES and reading.deprels[child] == "advmod"
        ):
            return lower(reading, child)
    behind = token + 1
    taken = behind < len(reading) and reading.deprels[behind] == "case" and lower(reading, behind) in _ADVERBIAL
    return lower(reading, behind) if taken else None


_ADVERBIAL = frozenset("off out up down back away apart".split())
"""Particles that a tree may hang on the noun behind them ("called off his trip", "pulled out of the valley")."""
_PARTICLES = frozenset("free off out up down back over through apart away forward short in on".split())


def preposition(reading: Reading, token: int) -> str | None:
    """The first preposition (or conjunction of place and time) that introduces a nominal or a clause."""
    child = first(reading, token, "case")
    if child is None:  # the case of a name may hang on its title: "between presidents X and Y"
        title = first(reading, token, "nmod:desc")
        child = first(reading, title, "case") if title is not None else None
    return lower(reading, child) if child is not None else None


def conjuncts(reading: Reading, token: int) -> tuple[int, ...]:
    """The token and what is coordinated with it, in text order."""
    return (token, *dependents(reading, token, "conj"))


def auxiliaries(reading: Reading, token: int) -> tuple[int, ...]:
    """The auxiliaries and copulas of a predicate, in text order."""
    return tuple(dependents(reading, token, "aux", "cop"))


def negated(reading: Reading, token: int) -> bool:
    """Whether the predicate or noun carries a negation of its own ("not", "never", "no meeting")."""
    for child in reading.children(token):
        form, relation = lower(reading, child), rel(reading, child)
        if relation in ("advmod", "det", "cc", "mark", "case", "aux") and form in NEGATIONS:
            # "not only ... but also" and "no later than" affirm
            follows = lower(reading, child + 1) if child + 1 < len(reading) else ""
            if follows not in ("only", "just", "merely", "later", "sooner", "least", "doubt"):
                return True
    return False


def clause_head(reading: Reading, token: int) -> int:
    """The predicate of the clause that the token stands in (the token itself when it heads a clause)."""
    current = token
    while rel(reading, current) not in ("root", *CLAUSES) and reading.heads[current] >= 0:
        if rel(reading, current) == "conj" and is_verb(reading, current):
            break
        current = int(reading.heads[current])
    return current


def finite(reading: Reading, token: int) -> bool:
    """Whether the predicate is finite by its own form or by an auxiliary or copula."""
    tokens = (token, *auxiliaries(reading, token))
    return any(reading.has(t, "VerbForm=Fin") or reading.xpos[t] in ("VBD", "VBZ", "VBP", "MD") for t in tokens)


def own_subject(reading: Reading, token: int) -> int | None:
    """The subject that the predicate governs itself, or None; expletives do not count."""
    return first(reading, token, "nsubj", "csubj")


def objects(reading: Reading, token: int) -> tuple[int, ...]:
    """Direct and indirect objects, with what is coordinated with them."""
    held = [*dependents(reading, token, "obj", "iobj")]
    held += [c for c in dependents(reading, token, "xcomp") if reading.upos[c] == "PROPN"]
    found = [o for child in held for o in conjuncts(reading, child)]
    return tuple(found)


def obliques(reading: Reading, token: int) -> Iterator[tuple[str, int]]:
    """Pairs of preposition and nominal that depend on the token ("" without preposition), conjuncts included."""
    for child in dependents(reading, token, "obl", "nmod"):
        if reading.deprels[child] == "nmod:poss":
            continue
        base = preposition(reading, child) or ""
        for item in conjuncts(reading, child):
            yield preposition(reading, item) or base, item


def passive(reading: Reading, token: int) -> bool:
    """Whether the predicate is passive: by its subject, its auxiliary, or as a bare participle ("reported killed")."""
    if first(reading, token, "aux:pass") is not None:
        return True
    if any(lemma(reading, a) == "have" for a in dependents(reading, token, "aux")):  # "had expelled", whatever the tree
        return False
    if first(reading, token, "nsubj:pass") is not None:
        return True
    if reading.xpos[token] != "VBN":
        return False
    if rel(reading, token) == "conj" and not auxiliaries(reading, token) and own_subject(reading, token) is None:
        return passive(reading, int(reading.heads[token]))
    if own_subject(reading, token) is not None or auxiliaries(reading, token):
        return False
    return rel(reading, token) == "acl" or (rel(reading, token) in ("xcomp", "advcl") and not objects(reading, token))


def joined(reading: Reading, token: int) -> tuple[int, ...]:
    """The verbs coordinated with a verb right behind it, which share what follows ("detained and freed X")."""
    verbs = [c for c in dependents(reading, token, "conj") if is_verb(reading, c) and own_subject(reading, c) is None]
    between = {"cc", "punct", "advmod"}
    reach = max(verbs, default=token)
    if any(rel(reading, k) not in between for k in range(token + 1, reach) if k not in verbs):
        return ()
    return tuple(verbs)


_OBJECT_CONTROL = frozenset(
    "ask invite urge order tell persuade force allow enable help encourage advise instruct warn require press request "
    "call want expect permit authorize authorise get cause lead prompt let make see hear send dispatch appoint".split()
)


def subject(reading: Reading, token: int, depth: int = 0) -> int | None:
    """The understood subject of a predicate: its own, or one shared through coordination, control or a noun.

    Covers conjuncts ("met X and praised Y"), infinitives ("plans to meet", "asked her to come", "had no plans to
    meet"), participles ("held talks, pledging ...") and relative clauses ("the envoy who arrived").
    """
    own = own_subject(reading, token)
    if own is not None:
        return _antecedent(reading, token, own)
    head = int(reading.heads[token])
    if head < 0 or depth > 6:
        return None
    relation = reading.deprels[token]
    base = relation.partition(":")[0]
    if relation == "acl:relcl":
        return head if not finite(reading, token) else None
    if base == "conj":
        return subject(reading, head, depth + 1)
    if base == "xcomp":
        return _controller(reading, head, depth)
    if base == "ccomp" and not finite(reading, token):
        return _controller(reading, head, depth)
    if base in ("advcl", "acl") and is_noun(reading, head) and first(reading, head, "cop") is not None:
        return own_subject(reading, head)
    if base == "advcl" and not finite(reading, token):
        return _of_adverbial(reading, token, head, depth)
    if base == "acl":
        return _of_noun(reading, token, head, depth)
    return None


def _controller(reading: Reading, head: int, depth: int) -> int | None:
    found = objects(reading, head)
    if found and lemma(reading, head) in _OBJECT_CONTROL:
        return found[0]
    return subject(reading, head, depth + 1)


def _of_adverbial(reading: Reading, token: int, head: int, depth: int) -> int | None:
    """Who does what a participle or infinitive tells of: the object where it is blamed, kept from or called upon."""
    marks = {lower(reading, m) for m in dependents(reading, token, "mark")}
    found = objects(reading, head)
    if found and marks & {"of", "for", "from", "into"} and not passive(reading, head):
        return found[0]
    if "to" in marks and lemma(reading, head) in ("call", "appeal", "prevail", "wait"):
        return next((noun for prep, noun in obliques(reading, head) if prep in ("on", "to", "for")), None)
    return subject(reading, head, depth + 1)


def _antecedent(reading: Reading, token: int, own: int) -> int:
    """What a relative pronoun stands for; any other subject is itself."""
    relative = reading.xpos[own] in ("WDT", "WP") or lower(reading, own) in ("who", "which", "that")
    if reading.deprels[token] == "acl:relcl" and relative and reading.upos[own] in ("PRON", "DET", "SCONJ"):
        return int(reading.heads[token])
    return own


def _of_noun(reading: Reading, token: int, noun: int, depth: int) -> int | None:
    """The subject of a clause that modifies a noun ("plans to meet", "people protesting")."""
    if reading.xpos[token] in ("VBG", "VBN") and first(reading, token, "mark") is None:
        return noun
    holder = first(reading, noun, "nmod:poss")
    if holder is not None:
        return holder
    for compound in dependents(reading, noun, "compound", "amod"):
        if reading.name_at(compound) is not None:
            return compound
    head = int(reading.heads[noun])
    if head >= 0 and is_verb(reading, head):
        return subject(reading, head, depth + 1)
    return None


def modifiers(reading: Reading, noun: int) -> tuple[int, ...]:
    """Adjectives, compounds and participles before a noun, in text order, with what "and" or a hyphen joins to them."""
    found = [c for c in dependents(reading, noun, "amod", "compound", "nummod") if c < noun]
    for child in tuple(found):
        found.extend(dependents(reading, child, "conj"))
        compounds = dependents(reading, child, "compound", "amod")
        found.extend(c for c in compounds if reading.forms[c + 1 : c + 2] in (("-",), ("–",)))
    return tuple(sorted(found))


def noun_phrase(reading: Reading, noun: int) -> tuple[int, int]:
    """The half-open token span of the noun with its modifiers, without relative clauses and appositions."""
    start = end = noun
    for child in dependents(reading, noun, "det", "amod", "compound", "nummod", "nmod", "flat", "case", "fixed"):
        if rel(reading, child) == "case" and child < noun:
            continue
        inside = reading.subtree(child)
        if rel(reading, child) == "nmod" and child > noun and inside[-1] - noun > 8:
            continue
        start, end = min(start, inside[0]), max(end, inside[-1])
    return start, end + 1


def definite(reading: Reading, token: int) -> bool:
    """Whether a noun is marked as known to the reader: by article, demonstrative or possessor."""
    if is_verb(reading, token):
        return False
    marked = any(lower(reading, d) in _DEFINITE for d in dependents(reading, token, "det"))
    return marked or any(True for _ in dependents(reading, token, "nmod:poss"))
