"""Coreference as it is loaded: OntoGUM's files and the claims corpus. Needs no torch."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus import build
from diurna.language.coreference import KINDS
from diurna.language.reading import Reading
from diurna_corpus.files import Text
from diurna_training.coreference.rules import rule_chains
from diurna_training.samples import UNKNOWN, DataError
from diurna_training.sets.claims import head_among, marked
from diurna_training.sets.gum import load_gum
from diurna_training.sets.ontogum import load_chains, with_chains

ROWS = """\
1	Liv	Liv	PROPN	NNP	Number=Sing	3	nsubj	_	{}
2	Aas	Aas	PROPN	NNP	Number=Sing	1	flat	_	{}
3	met	meet	VERB	VBD	_	0	root	_	_
4	a	a	DET	DT	_	5	det	_	{}
5	mediator	mediator	NOUN	NN	Number=Sing	3	obj	_	{}

1	She	she	PRON	PRP	Number=Sing	2	nsubj	_	{}
2	thanked	thank	VERB	VBD	_	0	root	_	_
3	Bergen	Bergen	PROPN	NNP	Number=Sing	2	obj	_	{}
"""
GUM = (
    "Entity=(1-person-new",
    "Entity=1)",
    "Entity=(2-person-new",
    "Entity=2)",
    "Entity=(1-person-giv)",
    "Entity=(3-place-new)",
)
ONTOGUM = ("Entity=(7", "Entity=7)", "_", "_", "Entity=(7)", "_")


def write(folder: Path, chains: str) -> None:
    """A part of GUM with one document."""
    for path, rows in ((folder / "dep", ROWS.format(*GUM)), (folder / "coref" / "ontogum" / "conllu", chains)):
        path.mkdir(parents=True)
        (path / "x.conllu").write_text(f"# newdoc id = x\n{rows}\n", encoding="utf-8")


def test_chains_and_what_stands_alone(tmp_path: Path) -> None:
    write(tmp_path, ROWS.format(*ONTOGUM))
    first, second = (s.chains for s in with_chains(load_gum(tmp_path / "dep"), tmp_path)[0].sentences)
    assert first is not None
    assert second is not None
    assert [KINDS[k] for k in first.kinds] == ["name", "O", "O", "O", "nominal"]
    assert [KINDS[k] for k in second.kinds] == ["pronoun", "O", "name"]
    assert first.entities[0] == second.entities[0]
    assert len({first.entities[0], first.entities[4], second.entities[2]}) == 3
    assert [k for k in (*first.entities, *second.entities) if k == UNKNOWN] == [UNKNOWN] * 4
    assert (first.opens[0], first.opens[4], second.opens[0], second.opens[2]) == (1, 1, 0, 1)
    assert load_chains(tmp_path / "coref" / "ontogum" / "conllu" / "x.conllu") == [[(0, 2), (5, 6)]]


def test_other_words_are_refused(tmp_path: Path) -> None:
    write(tmp_path, ROWS.format(*ONTOGUM).replace("\tBergen\tBergen", "\tOslo\tOslo"))
    with pytest.raises(DataError, match=r"x\.conllu"):
        with_chains(load_gum(tmp_path / "dep"), tmp_path)


def test_mentions_of_the_claims_corpus() -> None:
    text = marked(Text(build.passage(), Path("x.yaml")))
    entity, opens, kind = (text.layers[name] for name in ("entity", "opens", "mention"))
    words = zip(text.tokens.forms, kind, opens, strict=True)
    found = [(form, KINDS[k], first) for form, k, first in words if k != UNKNOWN]
    assert ("Oslo", "name", 1) in found
    assert ("Nordlys", "name", 1) in found
    assert [o for form, _, o in found if form == "Nordlys"] == [1, 0]
    assert ("envoy", "nominal", 0) in found  # its entity may have been spoken of before, in words not annotated
    assert ("them", "pronoun", 0) in found
    person = [entity[k] for k, form in enumerate(text.tokens.forms) if form in ("envoy", "Liv", "She")]
    assert len(person) == 4
    assert len(set(person)) == 1
    assert {e for e, k in zip(entity, kind, strict=True) if k <= 0} == {UNKNOWN}


@pytest.mark.parametrize(
    ("words", "first_of_name", "head"),
    [("the envoy of Bergen", False, "envoy"), ("the old king 's", False, "king"), ("Dr. Liv Aas", True, "Liv")],
)
def test_heads_by_rule(words: str, first_of_name: bool, head: str) -> None:
    assert words.split()[head_among(words.split(), first_of_name)] == head


MRS = "Mrs\tMrs\tPROPN\tNNP\t_\t5\tcompound"


def test_rules_link_names_and_pronouns() -> None:
    again = "\n1\tAas\tAas\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\t_\n2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_\n"
    reading = Reading.from_conllu(ROWS.format(*"______").replace("a\ta\tDET\tDT\t_\t5\tdet", MRS) + again)
    assert sorted(map(sorted, rule_chains(reading))) == [[(0, 2), (8, 9)], [(3, 5), (5, 6)]]
