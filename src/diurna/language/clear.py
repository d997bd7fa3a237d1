"""Dependency trees in the style of ClearNLP, as spaCy's English pipelines draw them, turned into universal ones.

The two styles differ in who governs whom in three places: ClearNLP hangs nouns on their prepositions, predicates on
their copulas, and each conjunct on the one before it. Universal Dependencies let content words govern. What has no
counterpart of simple structure is left as it is: names stay `compound` (not `flat`), and a prepositional phrase behind
"be" stays below the verb.

Sources: Choi and Palmer, "Guidelines for the CLEAR Style Constituent to Dependency Conversion" (2012), and the
guidelines of Universal Dependencies 2 (https://universaldependencies.org/guidelines.html).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

RENAMED = {
    "acomp": "xcomp",  # looks ready; under "be" it is the predicate
    "attr": "xcomp",  # became president; under "be" it is the predicate
    "auxpass": "aux:pass",
    "csubjpass": "csubj:pass",
    "dative": "iobj",  # gave her a letter; "to her" is oblique
    "dobj": "obj",
    "intj": "discourse",
    "meta": "dep",
    "neg": "advmod",
    "npadvmod": "obl:unmarked",  # met Monday, two years old
    "nsubjpass": "nsubj:pass",
    "oprd": "xcomp",  # was named envoy
    "pcomp": "dep",  # a second complement: the first takes the place of its preposition
    "pobj": "dep",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prep": "advmod",  # without a complement: "walked in"
    "agent": "obl:agent",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "relcl": "acl:relcl",
    "subtok": "goeswith",
}
"""Relations of the style that Universal Dependencies do not have; each alone tells the style of a tree."""

_COMPLEMENTS = ("pobj", "pcomp")
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "SYM"))
_CLAUSAL = frozenset(("VERB", "AUX"))
_FUNCTION = frozenset(("ADP", "SCONJ"))
_BE = frozenset("be am is are was were been being 's ’s 're ’re 'm ’m".split())


@dataclass(slots=True)
class Tree:
    """The tree of one sentence while it is turned: governors (-1 for the root) and relations change, words do not."""

    forms: Sequence[str]
    upos: Sequence[str]
    xpos: Sequence[str]
    heads: list[int]
    deprels: list[str]

    def children(self, i: int) -> list[int]:
        """The tokens that token `i` governs."""
        return [child for child, head in enumerate(self.heads) if head == i]

    def take_place(self, new: int, old: int, relation: str) -> None:
        """Put a token where its governor `old` hangs, with all of whose other dependents; `old` goes below it."""
        for child in self.children(old):
            self.heads[child] = new
        self.heads[new], self.deprels[new] = self.heads[old], self.deprels[old]
        self.heads[old], self.deprels[old] = new, relation


def is_clear(relations: Iterable[str]) -> bool:
    """Whether the relations, of a tree or of a parser, are of this style."""
    return not RENAMED.keys().isdisjoint(relations)


def make_universal(tree: Tree) -> None:
    """Turn the tree into a universal one."""
    for token in _deepest_first(tree):
        complement = _complement(tree, token)
        if complement is not None:
            _above_preposition(tree, complement, token)
    for token, relation in enumerate(tree.deprels):
        if relation in ("attr", "acomp"):
            _above_copula(tree, token)
    _first_conjunct_governs(tree)
    for token, relation in enumerate(tree.deprels):
        tree.deprels[token] = _renamed(tree, token, relation)


def _deepest_first(tree: Tree) -> list[int]:
    def depth(token: int) -> int:
        found = 0
        while (token := tree.heads[token]) >= 0:
            found += 1
        return found

    return sorted(range(len(tree.heads)), key=depth, reverse=True)


def _complement(tree: Tree, preposition: int) -> int | None:
    """What the preposition governs: a noun before a clause, the first before the second."""
    found = [t for t in tree.children(preposition) if tree.deprels[t] in _COMPLEMENTS]
    return min(found, key=lambda t: (tree.deprels[t] == "pcomp", t), default=None)


def _above_preposition(tree: Tree, token: int, preposition: int) -> None:
    """Turn "talks(prep in(pobj Oslo))" to "talks(nmod Oslo(case in))"; a clause gets a mark instead of a case."""
    clause = tree.deprels[token] == "pcomp" and tree.upos[token] in _CLAUSAL
    tree.take_place(token, preposition, "mark" if clause else "case")
    if tree.deprels[token] in ("prep", "agent", "dative"):
        tree.deprels[token] = _role(tree, token, clause)
    for other in tree.children(token):
        if tree.deprels[other] in _COMPLEMENTS and tree.upos[other] in _FUNCTION:
            tree.deprels[other] = "case"  # "because of the strike": of(pcomp because, pobj strike)


def _role(tree: Tree, token: int, clause: bool) -> str:
    """The relation of a prepositional phrase to its governor."""
    governor = tree.heads[token]
    if tree.deprels[governor] == "prep":  # a preposition below a preposition
        above = _complement(tree, governor)
        if above is None:
            return "pobj"  # "from behind the wall"
        governor = above  # "in a house by the river"
    below_noun = tree.upos[governor] in _NOMINAL
    if clause:
        return "acl" if below_noun else "advcl"
    if tree.deprels[token] == "agent":
        return "obl:agent"
    return "nmod" if below_noun else "obl"


def _above_copula(tree: Tree, token: int) -> None:
    """Turn "is(nsubj she, attr envoy)" to "envoy(nsubj she, cop is)"; "there is hope" has a subject instead."""
    verb = tree.heads[token]
    if verb < 0 or tree.forms[verb].lower() not in _BE:
        return
    if any(tree.xpos[child] == "EX" for child in tree.children(verb)):
        tree.deprels[token] = "nsubj"
    else:
        tree.take_place(token, verb, "cop")


def _first_conjunct_governs(tree: Tree) -> None:
    """Turn "A(conj B(cc and, conj C))" to "A(conj B, conj C(cc and))"."""
    for token, relation in enumerate(tree.deprels):
        if relation == "cc":
            after = (c for c in tree.children(tree.heads[token]) if c > token and tree.deprels[c] == "conj")
            tree.heads[token] = next(after, tree.heads[token])
    for token, relation in enumerate(tree.deprels):
        while relation == "conj" and tree.deprels[tree.heads[token]] == "conj":
            tree.heads[token] = tree.heads[tree.heads[token]]


def _renamed(tree: Tree, token: int, relation: str) -> str:
    if relation == "aux" and tree.xpos[token] == "TO":
        return "mark"
    if relation == "npadvmod" and tree.heads[token] >= 0 and tree.upos[tree.heads[token]] in _NOMINAL:
        return "nmod:unmarked"
    return RENAMED.get(relation, relation)
