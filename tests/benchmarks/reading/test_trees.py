"""Trees and sentences are counted word by word and span by span."""

from __future__ import annotations

import pytest
from benchmarks.reading.contract import Tally
from benchmarks.reading.trees import formula, gold_words, raw_text

from diurna.language import Reading
from diurna_corpus.figures import Sums
from diurna_training.samples import Document, Sentence, Tree

CONLLU = """\
1\tBoats\tboat\tNOUN\tNNS\t_\t2\tnsubj\t_\t_
2\tsail\tsail\tVERB\tVBP\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

1\tStop\tstop\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_
"""
ONE_SENTENCE = """\
1\tBoats\tboat\tNOUN\tNNS\t_\t2\tnsubj\t_\t_
2\tsail\tsail\tVERB\tVBP\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
4\tStop\tstop\tVERB\tVB\t_\t2\tparataxis\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_
"""


def sentence(words: str, **columns: list[str] | list[int]) -> Sentence:
    forms = words.split()
    same = {name: ["_"] * len(forms) for name in ("upos", "xpos", "feats", "lemmas", "deprels")}
    tree = Tree(**{"heads": [-1] + [0] * (len(forms) - 1), **same, **columns})  # type: ignore[arg-type]
    return Sentence(forms, [1] * (len(forms) - 1) + [0], tree)


def document() -> Document:
    """What is gold for the two sentences: the first governor, a lemma, a relation and a tag differ from the reading."""
    first = sentence(
        "Boats sail .",
        upos=["NOUN", "VERB", "PUNCT"],
        lemmas=["boat", "sailing", "."],
        heads=[2, -1, 1],
        deprels=["nsubj", "root", "punct"],
    )
    second = sentence("Stop .", upos=["INTJ", "PUNCT"], lemmas=["_", "."], heads=[-1, 0], deprels=["root", "goeswith"])
    return Document("x", "test", [first, second])


def test_words_that_are_right() -> None:
    tally = gold_words(Reading.from_conllu(CONLLU), document())
    assert tally["words"] == 5
    assert tally["UPOS"] == 4
    assert tally["lemma"] == 4  # a lemma that is left open is right
    assert tally["UAS"] == 4
    assert tally["LAS"] == 3


def test_raw_text_is_compared_by_characters() -> None:
    reading = Reading.from_conllu(ONE_SENTENCE)
    assert reading.sentence_count == 1
    tally = raw_text(reading, document())
    assert (tally["tokens", "right"], tally["tokens", "gold"]) == (5, 5)
    assert (tally["sentences", "right"], tally["sentences", "found"], tally["sentences", "gold"]) == (0, 1, 2)
    assert tally["LAS", "right"] == 2  # "sail" and the first stop: "Stop" is no root here


def test_figures_are_shares_and_f1() -> None:
    tally = Tally({"words": 10, "UPOS": 9, ("tokens", "right"): 3, ("tokens", "found"): 4, ("tokens", "gold"): 4})
    figures = formula(Sums(tally))
    assert figures["UPOS"] == pytest.approx(0.9)
    assert figures["raw tokens F1"] == pytest.approx(0.75)
