"""Readers are run over documents, counted and put beside each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from benchmarks.time.readers import created
from benchmarks.time.results import Outcome, as_json, heading, rows, run

from benchmarks.time import __main__ as command
from diurna_training.sets.timeml import Document, Timex

DAY = dt.date(2031, 3, 5)


def document(name: str, text: str, *words: str, made: str = "2031-03-05T10:00:00") -> Document:
    gold = tuple(Timex(text.index(w), text.index(w) + len(w), w, "DATE", w) for w in words)
    return Document(name, text, made, gold)


DOCUMENTS = (document("a", "It ends 2031 or 2032.", "2031", "2032"), document("b", "Nothing but 2033.", "2033"))


class Numbers:
    """Finds every word that begins with some digits."""

    def __init__(self, name: str, digits: str) -> None:
        self.name, self.digits = name, digits
        self.asked: list[tuple[str, dt.date | None]] = []

    def find(self, text: str, day: dt.date | None) -> Sequence[Timex]:
        self.asked.append((text, day))
        found = [word.strip(".") for word in text.split() if word.startswith(self.digits)]
        return [Timex(text.index(w), text.index(w) + len(w), w, "DATE", w) for w in found]


class Broken(Numbers):
    def find(self, text: str, day: dt.date | None) -> Sequence[Timex]:
        if "Nothing" in text:
            raise RuntimeError("no")
        return super().find(text, day)


def test_every_document_is_read_with_the_day_of_its_creation() -> None:
    reader = Numbers("all", "203")
    outcome = run(reader, DOCUMENTS)
    assert reader.asked[-2:] == [(d.text, DAY) for d in DOCUMENTS]
    assert [(c["gold"], c["found"], c["strict"]) for c in outcome.counts] == [(2, 2, 2), (1, 1, 1)]
    assert outcome.figures()["value F1"] == (1, 1, 1)
    assert outcome.seconds > 0


def test_a_creation_time_without_a_day_is_unknown() -> None:
    assert created(document("c", "", made="2031-W10")) is None
    assert created(document("c", "", made="")) is None


def test_where_a_tool_fails_nothing_is_found_and_it_is_told() -> None:
    outcome = run(Broken("some", "2031"), DOCUMENTS)
    assert outcome.failed == ["b"]
    assert outcome.figures()["strict F1"][0] == pytest.approx(2 / 4)
    assert "  failed on b" in rows(outcome, outcome, 8)


def test_the_first_reader_is_put_beside_the_others() -> None:
    best, half = run(Numbers("best", "203"), DOCUMENTS), run(Numbers("half", "2031"), DOCUMENTS)
    ahead, low, high = best.ahead(half)["strict F1"]
    assert ahead == pytest.approx(1 - 2 / 4)
    assert low <= ahead <= high
    assert len(list(rows(best, best, 8))) == 1
    row, difference = rows(half, best, 8)
    assert (row.split()[0], difference.split()[0]) == ("half", "best")
    assert heading().index("strict F1") == row.index("50.0") == difference.index("+50.0")


def test_speed_is_in_words_and_ratios() -> None:
    slow = Outcome("slow", [()], run(Numbers("none", "x"), DOCUMENTS[:1]).counts, [], seconds=4.0, short=0.5)
    fast = Outcome("fast", [()], slow.counts, [], seconds=2.0, short=0.1)
    (row,) = rows(slow, fast, 1000)
    assert row.split()[-3:] == ["250", "2.00", "0.500"]
    assert as_json([fast], 1000)["fast"]["words_per_second"] == 500


def test_a_peer_that_is_not_there_is_left_out_with_a_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(narrative: bool) -> Numbers:
        raise ImportError("No module named 'toy'")

    monkeypatch.setattr(command, "PEERS", {"toy": missing, "all": lambda narrative: Numbers("all", "203")})
    assert [outcome.reader for outcome in command.peers(["toy", "all"], DOCUMENTS, False)] == ["all"]
    assert "toy left out: ImportError: No module named 'toy'" in capsys.readouterr().err
