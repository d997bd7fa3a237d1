"""Rows of figures, differences between two models, what a measure is measured on, and the model card."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.reading.__main__ import write_card
from benchmarks.reading.contract import Measure, Tally
from benchmarks.reading.cost import beside, stages
from benchmarks.reading.readings import Spent
from benchmarks.reading.results import Result, Row, table

from diurna_corpus.figures import Figures, Sums, share


def right_of_all(sums: Sums) -> Figures:
    return {"right": share(sums["right"], sums["all"])}


MEASURE = Measure("toy", "a set", ("a", "b.txt"), lambda readings, data: iter(()), right_of_all, {"right": 60})


def result(*right: int) -> Result:
    return Result(MEASURE, [Tally({"right": n, "all": 10}) for n in right])


def test_a_row_has_percents_and_its_bar() -> None:
    (row,) = result(5, 7, 9).rows()
    assert row.value == pytest.approx(70)
    assert 50 <= row.low < 70 < row.high <= 90
    assert row.met
    assert "60.0 met" in table([row])
    assert Row("toy", "a set", "right", 59.9, 50, 70, bar=60).met is False
    assert Row("toy", "a set", "right", 59.9, 50, 70).met is None


def test_a_loss_is_small_where_its_bar_is_met() -> None:
    (row,) = result(5, 7, 9).losses(result(6, 8, 10))
    assert row.value == pytest.approx(10)
    assert (row.low, row.high) == pytest.approx((10, 10))  # every text loses as much
    assert row.met is False
    (row,) = result(5, 7, 9).losses(result(5, 7, 9))
    assert (row.value, row.met) == (0, True)


def test_the_digest_changes_with_names_and_contents(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one").write_text("1")
    assert MEASURE.missing(tmp_path) == ["b.txt"]
    (tmp_path / "b.txt").write_text("2")
    assert MEASURE.missing(tmp_path) == []
    first = MEASURE.digest(tmp_path)
    assert MEASURE.digest(tmp_path) == first
    (tmp_path / "a" / "one").rename(tmp_path / "a" / "two")
    second = MEASURE.digest(tmp_path)
    (tmp_path / "b.txt").write_text("3")
    assert len({first, second, MEASURE.digest(tmp_path)}) == 3


def test_scores_go_into_their_block_of_the_card(tmp_path: Path) -> None:
    card = tmp_path / "MODEL_CARD.md"
    card.write_text("# A model\n\n## Scores\n\n```\nold\n\nlines\n```\n\n## Limits\n\n```\nkept\n```\n")
    write_card(card, r"new \1")
    assert card.read_text() == "# A model\n\n## Scores\n\n```\nnew \\1\n```\n\n## Limits\n\n```\nkept\n```\n"
    card.write_text("# A card of another kind\n")
    with pytest.raises(ValueError, match="no block of scores"):
        write_card(card, "x")


def test_stages_add_up_to_the_whole() -> None:
    lines = list(stages(Spent(words=1000, tokenising=0.5, reading=1.5, encoding=1.0)))
    assert [line.split()[:2] for line in lines[:4]] == [
        ["tokenising", "2,000"],
        ["encoding", "1,000"],
        ["decoding", "2,000"],
        ["all", "500"],
    ]
    assert lines[4].startswith("50 % ")


def test_without_spacy_there_is_nothing_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "spacy", None)
    assert "not installed" in beside(["A text."], 3)
