"""What is found is paired with the gold and counted as in TempEval-3."""

from __future__ import annotations

import pytest
from benchmarks.reading.contract import Tally
from benchmarks.time.scoring import count, differences, formula, pairs

from diurna_corpus.figures import Sums
from diurna_training.sets.timeml import Document, Timex

TEXT = "They met on Monday and for two days in early May."


def expression(words: str, kind: str, value: str) -> Timex:
    start = TEXT.index(words)
    return Timex(start, start + len(words), words, kind, value)


MONDAY = expression("Monday", "DATE", "2031-03-03")
DAYS = expression("two days", "DURATION", "P2D")
MAY = expression("early May", "DATE", "2031-05")


def test_an_exact_span_is_paired_before_a_longer_overlap() -> None:
    longer = expression("on Monday and", "DATE", "2031-03-03")
    assert list(pairs([MONDAY], [longer, MONDAY])) == [(MONDAY, MONDAY)]
    two_in_one = expression("Monday and for two", "DATE", "2031")
    assert list(pairs([MONDAY, DAYS], [two_in_one])) == [(MONDAY, two_in_one)]


def test_a_value_counts_where_the_span_is_near_and_nothing_else_does() -> None:
    short = expression("May", "DATE", "2031-05")
    wrong = expression("two days", "DATE", "2031-03-05")
    beside = expression("met", "DATE", "2031")
    tally = count([MONDAY, DAYS, MAY], [beside, wrong, short])
    assert tally == Tally(gold=3, found=3, relaxed=2, strict=1, value=1, type=1)
    figures = formula(Sums(tally))
    assert figures["relaxed F1"] == pytest.approx(2 / 3)
    assert figures["value F1"] == pytest.approx(1 / 3)


def test_every_difference_has_its_line() -> None:
    short = expression("May", "DATE", "2031-05")
    extra = expression("They", "DATE", "PAST_REF")
    lines = list(differences(Document("toy", TEXT, "", (MONDAY, DAYS, MAY)), [extra, MONDAY, short]))
    assert [line.split()[0] for line in lines] == ["DIFF", "MISS", "EXTRA"]
    assert "'early May' DATE 2031-05 | 'May' DATE 2031-05" in lines[0]
    assert "'two days'" in lines[1]
    assert not list(differences(Document("toy", TEXT, "", (MONDAY,)), [MONDAY]))
