"""The one table from value, tense and mode to a claim's status."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest

from diurna.model import STATUSES, derive_status
from diurna.model.status import Mode, Status, Tense, Value

NOW: Tense = "past_or_present"
AHEAD: Tense = "future"
VALUES: tuple[Value, ...] = get_args(Value)
TENSES: tuple[Tense, ...] = get_args(Tense)
MODES: tuple[Mode, ...] = get_args(Mode)


def test_every_combination_has_a_status_and_every_status_a_combination() -> None:
    assert {derive_status(v, t, m) for v, t, m in product(VALUES, TENSES, MODES)} == set(STATUSES)


@pytest.mark.parametrize(
    ("value", "tense", "mode", "status"),
    [
        ("CT+", NOW, "assertion", "happened"),  # met on Monday
        ("CT+", AHEAD, "assertion", "planned"),  # will meet on Friday
        ("CT+", AHEAD, "intention", "planned"),  # a visit set for July
        ("PR+", AHEAD, "expectation", "expected"),  # is expected to meet
        ("PR+", AHEAD, "assertion", "expected"),  # will probably meet
        ("PS+", AHEAD, "assertion", "possible"),  # may visit
        ("PS-", AHEAD, "assertion", "possible"),  # may not visit
        ("CT-", AHEAD, "assertion", "not_planned"),  # will not meet
        ("CT-", AHEAD, "intention", "not_planned"),  # no plans to meet
        ("PR-", AHEAD, "expectation", "not_planned"),  # is unlikely to visit
        ("CT-", NOW, "assertion", "did_not_happen"),  # failed to meet
        ("CT-", NOW, "rebuttal", "denied"),  # denied that he had met
        ("CT-", AHEAD, "rebuttal", "not_planned"),  # denied that he would meet her this week
        ("CT-", AHEAD, "cancellation", "cancelled"),  # called off the trip
        ("CT+", AHEAD, "cancellation", "planned"),  # did not call off the trip
        ("Uu", NOW, "assertion", "unknown"),  # would not say whether they met
        ("Uu", AHEAD, "question", "unknown"),  # will they meet?
        ("Uu", AHEAD, "request", "unknown"),  # urged him to visit
        ("CT+", AHEAD, "request", "unknown"),
        ("Uu", AHEAD, "conditional", "unknown"),  # if they meet, ...
        ("PS+", AHEAD, "conditional", "possible"),  # would retaliate if ...
    ],
)
def test_status(value: Value, tense: Tense, mode: Mode, status: Status) -> None:
    assert derive_status(value, tense, mode) == status


@pytest.mark.parametrize("mode", MODES)
def test_only_a_certain_affirmed_past_has_happened(mode: Mode) -> None:
    for value, tense in product(VALUES, TENSES):
        if derive_status(value, tense, mode) == "happened":
            assert (value, tense) == ("CT+", NOW)


@pytest.mark.parametrize("mode", ["question", "request"])
def test_what_is_asked_is_never_asserted(mode: Mode) -> None:
    assert {derive_status(v, t, mode) for v, t in product(VALUES, TENSES)} == {"unknown"}
