"""Trees in ClearNLP's style turned into universal ones, both drawn by hand after their guidelines."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diurna.language.clear import RENAMED, Tree, is_clear, make_universal
from diurna.language.reading import int_array
from diurna.language.trees import in_cycles

UNIVERSAL = set(
    """
    acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed
    flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp
    """.split()
)

SENTENCES = {
    "nouns govern their prepositions": """
        The    DET   DT  2 det    2 det
        envoy  NOUN  NN  3 nsubj  3 nsubj
        held   VERB  VBD 0 root   0 root
        talks  NOUN  NNS 3 dobj   3 obj
        with   ADP   IN  4 prep   6 case
        rebels NOUN  NNS 5 pobj   4 nmod
        in     ADP   IN  3 prep   8 case
        Oslo   PROPN NNP 7 pobj   3 obl
    """,
    "the agent of a passive": """
        He       PRON PRP 3 nsubjpass 3 nsubj:pass
        was      AUX  VBD 3 auxpass   3 aux:pass
        arrested VERB VBN 0 root      0 root
        by       ADP  IN  3 agent     5 case
        police   NOUN NN  4 pobj      3 obl:agent
    """,
    "the predicate governs the copula": """
        Aides NOUN  NNS 2 nsubj 2 nsubj
        said  VERB  VBD 0 root  0 root
        she   PRON  PRP 5 nsubj 8 nsubj
        would AUX   MD  5 aux   8 aux
        be    AUX   VB  2 ccomp 8 cop
        the   DET   DT  8 det   8 det
        new   ADJ   JJ  8 amod  8 amod
        envoy NOUN  NN  5 attr  2 ccomp
        in    ADP   IN  8 prep  10 case
        Lima  PROPN NNP 9 pobj  8 nmod
    """,
    "an adjective as predicate": """
        Talks NOUN NNS 2 nsubj  4 nsubj
        are   AUX  VBP 0 root   4 cop
        not   PART RB  2 neg    4 advmod
        easy  ADJ  JJ  2 acomp  0 root
    """,
    "other verbs keep their predicates": """
        He     PRON PRP 2 nsubj 2 nsubj
        became VERB VBD 0 root  0 root
        envoy  NOUN NN  2 attr  2 xcomp
    """,
    "there is something": """
        There PRON EX  2 expl 2 expl
        was   VERB VBD 0 root 0 root
        no    DET  DT  4 det  4 det
        deal  NOUN NN  2 attr 2 nsubj
    """,
    "a clause below a preposition": """
        He      PRON PRP 2 nsubj 2 nsubj
        left    VERB VBD 0 root  0 root
        without ADP  IN  2 prep  4 mark
        signing VERB VBG 3 pcomp 2 advcl
        it      PRON PRP 4 dobj  4 obj
    """,
    "a clause below a noun's preposition": """
        hopes   NOUN NNS 0 root  0 root
        of      ADP  IN  1 prep  3 mark
        winning VERB VBG 2 pcomp 1 acl
    """,
    "prepositions in a row": """
        came   VERB VBD 0 root 0 root
        from   ADP  IN  1 prep 5 case
        behind ADP  IN  2 prep 5 case
        the    DET  DT  5 det  5 det
        wall   NOUN NN  3 pobj 1 obl
    """,
    "a preposition below one that has its noun": """
        met   VERB VBD 0 root 0 root
        in    ADP  IN  1 prep 3 case
        camps NOUN NNS 2 pobj 1 obl
        by    ADP  IN  2 prep 5 case
        lakes NOUN NNS 4 pobj 3 nmod
    """,
    "a preposition of two words": """
        closed  VERB  VBD 0 root  0 root
        because SCONJ IN  3 pcomp 4 case
        of      ADP   IN  1 prep  4 case
        strikes NOUN  NNS 3 pobj  1 obl
    """,
    "phrases side by side": """
        met  VERB  VBD 0 root 0 root
        in   ADP   IN  1 prep 3 case
        Oslo PROPN NNP 2 pobj 1 obl
        and  CCONJ CC  2 cc   6 cc
        in   ADP   IN  2 conj 6 case
        Lima PROPN NNP 5 pobj 3 conj
    """,
    "the first of many governs all": """
        Ada PROPN NNP 6 nsubj 6 nsubj
        ,   PUNCT ,   1 punct 1 punct
        Ben PROPN NNP 1 conj  1 conj
        and CCONJ CC  3 cc    5 cc
        Cem PROPN NNP 3 conj  1 conj
        met VERB  VBD 0 root  0 root
    """,
    "what joins stands before what it joins": """
        Ada PROPN NNP 6 nsubj 6 nsubj
        ,   PUNCT ,   1 punct 1 punct
        Ben PROPN NNP 1 conj  1 conj
        and CCONJ CC  1 cc    5 cc
        Cem PROPN NNP 1 conj  1 conj
        met VERB  VBD 0 root  0 root
    """,
    "infinitives": """
        agreed VERB VBD 0 root  0 root
        to     PART TO  3 aux   3 mark
        leave  VERB VB  1 xcomp 1 xcomp
    """,
    "givers and receivers": """
        gave   VERB VBD 0 root   0 root
        Ada    PROPN NNP 1 dative 1 iobj
        a      DET  DT  4 det    4 det
        letter NOUN NN  1 dobj   1 obj
        gave   VERB VBD 1 conj   1 conj
        it     PRON PRP 5 dobj   5 obj
        to     ADP  IN  5 dative 8 case
        Ben    PROPN NNP 7 pobj   5 obl
    """,
    "times without a preposition": """
        visit   NOUN  NN  0 root     0 root
        Monday  PROPN NNP 1 npadvmod 1 nmod:unmarked
        visited VERB  VBD 1 relcl    1 acl:relcl
        Tuesday PROPN NNP 3 npadvmod 3 obl:unmarked
    """,
    "a preposition alone": """
        walked VERB VBD 0 root 0 root
        in     ADP  IN  1 prep 1 advmod
    """,
    "a phrase alone": """
        In   ADP   IN  0 root 2 case
        Oslo PROPN NNP 1 pobj 0 root
    """,
}


@pytest.mark.parametrize("drawing", SENTENCES.values(), ids=SENTENCES)
def test_trees(drawing: str) -> None:
    rows = [line.split() for line in dedent(drawing).strip().splitlines()]
    forms, upos, xpos, heads, relations, wanted_heads, wanted = zip(*rows, strict=True)
    tree = Tree(forms, upos, xpos, [int(head) - 1 for head in heads], list(relations))
    make_universal(tree)
    assert [(head + 1, relation) for head, relation in zip(tree.heads, tree.deprels, strict=True)] == [
        (int(head), relation) for head, relation in zip(wanted_heads, wanted, strict=True)
    ]


def test_the_table_leads_from_one_style_to_the_other() -> None:
    assert set(RENAMED) & UNIVERSAL == set()
    assert {relation.split(":")[0] for relation in RENAMED.values()} <= UNIVERSAL


def test_the_style_shows_in_the_relations() -> None:
    assert is_clear(["ROOT", "nsubj", "pobj"])
    assert not is_clear(["root", "nsubj:pass", "obl:agent", "nmod:poss"])


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Any tree with any relations of the style; one token is its root."""
    order = draw(st.permutations(range(draw(st.integers(1, 9)))))
    heads = [-1] * len(order)
    relations = ["root"] * len(order)
    for k, token in enumerate(order[1:], start=1):
        heads[token] = draw(st.sampled_from(order[:k]))
        relations[token] = draw(st.sampled_from([*sorted(RENAMED), "conj", "cc", "aux", "nsubj"]))

    def words(*choice: str) -> list[str]:
        return [draw(st.sampled_from(choice)) for _ in order]

    tags = words("NOUN", "VERB", "AUX", "ADP", "ADV")
    return Tree(words("is", "talks", "of"), tags, words("TO", "EX", "NN"), heads, relations)


@given(trees())
def test_trees_stay_trees(tree: Tree) -> None:
    make_universal(tree)
    assert [relation == "root" for relation in tree.deprels] == [head < 0 for head in tree.heads]
    assert tree.heads.count(-1) == 1
    assert not is_clear(tree.deprels)
    assert not in_cycles(int_array(tree.heads)).size
