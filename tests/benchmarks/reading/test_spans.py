"""Names, times, statements and chains are counted on tiny made-up cases."""

from __future__ import annotations

import pytest
from benchmarks.attribution import of_statement
from benchmarks.reading.contract import Tally

from benchmarks.reading import chains, names, statements, times
from diurna.language import NameSpan, Part, Reading, StatementSpan, TimeSpan
from diurna.language.packing import tokenize
from diurna.language.reading import int_array
from diurna_corpus.figures import Sums
from diurna_corpus.spans import Span
from diurna_training.samples import NAME_TAG, Document, Sentence


def plain(text: str, **marks: tuple[object, ...]) -> Reading:
    tokens = tokenize(text)
    size = len(tokens.forms)
    heads = int_array([-1, *[0] * (size - 1)])
    tags = (("X",) * size,) * 3
    return Reading(
        text, tokens.starts, tokens.ends, int_array([0, size]), tokens.forms, tokens.forms, *tags, heads,
        ("root", *["dep"] * (size - 1)), (), **marks,  # type: ignore[arg-type]
    )  # fmt: skip


def test_names_need_their_span_and_their_label() -> None:
    found = [NameSpan(0, 2, "PER", 1.0), NameSpan(3, 4, "ORG", 1.0), NameSpan(6, 7, "FAC", 1.0)]
    gold = [(0, 2, "PER"), (3, 4, "LOC"), (5, 7, "FAC")]
    figures = names.formula(Sums(names.compare(found, gold, ("PER", "LOC", "ORG", "FAC"))), names.BASIC, ("FAC",))
    assert figures["PER/LOC/ORG F1"] == pytest.approx(1 / 2)
    assert (figures["PER F1"], figures["LOC F1"], figures["ORG F1"], figures["FAC F1"]) == (1, 0, 0, 0)


def test_sentences_without_names_are_left_out() -> None:
    told = Sentence(["Ada", "left"], [1, 1], names=[NAME_TAG["B-PER"], 0])
    kept, gold = names.gold_names(Document("x", "test", [told, Sentence(["Nothing"], [1]), told]))
    assert len(kept.sentences) == 2
    assert gold == [(0, 1, "PER"), (2, 3, "PER")]


def test_times_are_strict_where_both_ends_agree() -> None:
    reading = plain(
        "She left early on Monday and came back in May .",
        times=(TimeSpan(4, 5, "DATE", 0.9), TimeSpan(8, 9, "DATE", 0.9), TimeSpan(9, 10, "DATE", 0.9)),
    )
    gold = [Span(9, 24), Span(42, 45)]  # "early on Monday", "May"
    assert [reading.text[g.start : g.end] for g in gold] == ["early on Monday", "May"]
    tally = times.compare(reading, gold)
    assert tally == Tally(gold=2, found=3, relaxed=2, strict=1)
    assert times.formula(Sums(tally))["relaxed F1"] == pytest.approx(4 / 5)


def test_a_statement_has_the_spans_of_its_parts() -> None:
    said = StatementSpan(4, 5, 0.9, (Part(0, 3, "content", 0.9), Part(5, 6, "source", 0.9), Part(7, 8, "content", 0.9)))
    relation = of_statement(plain("It is over , says Ada , now"), said)
    assert relation == {"Source": [(18, 21)], "Cue": [(13, 17)], "Content": [(0, 10), (24, 27)]}


def test_figures_of_statements_are_those_of_their_counts() -> None:
    counts = {("Source", "A_tp"): 3, ("Source", "A_p"): 4, ("Source", "A_g"): 8, ("rel", "al"): 1, ("rel", "p"): 1,
              ("rel", "g"): 3, ("Content", "T_tp"): 5, ("Content", "T_p"): 5, ("Content", "T_g"): 5}  # fmt: skip
    figures = statements.formula(Sums(counts))
    assert figures["source exact F1"] == pytest.approx(6 / 12)
    assert figures["relation detect F1"] == pytest.approx(2 / 4)
    assert figures["content token F1"] == 1
    assert figures["cue exact F1"] == 0


def test_chains_of_words_become_chains_of_spans_beside_those_of_the_rules() -> None:
    conllu = """\
1\tBoats\tboat\tNOUN\tNNS\tNumber=Plur\t2\tnsubj\t_\t_
2\tsank\tsink\tVERB\tVBD\t_\t0\troot\t_\t_
3\tbefore\tbefore\tSCONJ\tIN\t_\t5\tmark\t_\t_
4\tthey\tthey\tPRON\tPRP\t_\t5\tnsubj\t_\t_
5\tarrived\tarrive\tVERB\tVBD\t_\t2\tadvcl\t_\t_
"""
    reading = Reading.from_conllu(conllu)
    gold = [[(0, 1), (3, 4)]]
    figures = chains.formula(Sums(chains.compare(reading, gold)))
    assert figures["CoNLL F1"] == 0
    assert figures["rules CoNLL F1"] == pytest.approx(1)
    assert figures["gain over rules"] == pytest.approx(-1)


def test_no_two_chains_share_a_span() -> None:
    assert chains.apart([[(0, 1), (2, 3)], [(2, 3), (4, 5)], [(6, 7), (8, 9), (0, 1)]]) == [
        {(0, 1), (2, 3)},
        {(6, 7), (8, 9)},
    ]
