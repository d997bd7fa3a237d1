"""Agreement is 1 with oneself and falls by what differs."""

from __future__ import annotations

import pytest

from corpus import build
from diurna_corpus.agreement import compare, disagreements, measure


def test_an_annotation_agrees_with_itself() -> None:
    same = build.resolved()
    assert set(compare(same, same).figures().values()) == {1.0}
    assert list(disagreements(same, same)) == []


def test_names_of_entities_and_groups_do_not_matter() -> None:
    renamed = build.resolved(
        entities={
            **{key: e for key, e in build.WRITTEN["entities"].items() if key not in ("aas", "us")},
            "envoy": build.WRITTEN["entities"]["aas"],
        },
        statements={k: s for k, s in build.WRITTEN["statements"].items() if k != "s3"},
        claims=[{"trigger": "She |met|", "type": "CONSULT", "status": "happened", "actor": ["envoy", "mediator"]}],
    )
    counts = compare(build.resolved(), renamed)
    assert (counts.matched, counts.participants_both, counts.source) == (1, 2, 1)


@pytest.mark.parametrize(
    ("change", "figure"),
    [
        ({"type": "AGREE"}, "type"),
        ({"status": "did_not_happen"}, "status"),
        ({"by": "none"}, "innermost source"),
        ({"actor": "aas"}, "participants F1"),
        ({"trigger": "the |rebels|"}, "trigger F1"),
    ],
)
def test_what_differs_lowers_its_figure(change: dict[str, str], figure: str) -> None:
    one, two = build.passage(), build.changed_claim(0, **change)
    assert measure([(one.text, one, two)])[figure][0] < 1
