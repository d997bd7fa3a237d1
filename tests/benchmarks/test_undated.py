"""How answers about hidden days are counted."""

from __future__ import annotations

import pytest
from benchmarks.undated import Case, Outcome, figures, reliability

from diurna.model import Edtf, Published
from diurna_corpus.figures import Sums


def outcome(day: str, answer: str | None, probability: float | None = None) -> Outcome:
    found = Published(edtf=Edtf.parse(answer) if answer else None, probability=probability)
    return Outcome(Case("a", "", Edtf.parse(day)), found, {2019: 0.7, 2020: 0.3})


def test_year_and_day_are_right_where_the_interval_holds_them() -> None:
    one = outcome("2019-05-02", "2019-05-01/2019-05-03", 0.9)
    assert (one.year_is_right, one.day_is_right, one.width) == (True, True, 3)
    assert (outcome("2019-06-02", "2019-05-01").year_is_right, outcome("2019-06-02", "2019-05-01").day_is_right) == (
        True,
        False,
    )
    assert not outcome("2018-05-01", "2019-05-01").year_is_right


def test_only_answers_count_for_the_figures_of_answers() -> None:
    total = Sums()
    for one in (
        outcome("2019-05-02", None),
        outcome("2019-05-02", "2019-05-02", 0.9),
        outcome("2018-05-02", "2019-05-02", 0.9),
    ):
        for name, count in one.counts().items():
            total[name] += count
    found = {name: float(value) for name, value in figures(total).items()}
    assert found["answered"] == pytest.approx(66.67, abs=0.01)
    assert (found["right year"], found["right day"]) == (50, 50)
    assert found["Brier"] == pytest.approx((0.01 + 0.81) / 2)


def test_the_likeliest_year_and_its_reliability() -> None:
    assert outcome("2019-05-02", None).likeliest() == (0.7, True)
    assert [" ".join(line.split()) for line in reliability([(0.7, True), (0.65, False), (0.1, False)])] == [
        "0.0 to 0.2: 1 held 0.10 true 0.00",
        "0.6 to 0.8: 2 held 0.68 true 0.50",
    ]
