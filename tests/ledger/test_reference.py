"""Reference stories through the ledger alone: the reader is perfect, so every mistake is one of linking or standing."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.gold import Gold
from benchmarks.scoring import b_cubed
from reference import extractions

from diurna.ledger import Ledger, View

TESTS = Path(__file__).parents[1]
GOLDEN = ["andes", "great-lakes", "mackerel", "sulu-sea"]
REAL = {"seeds": "seeds", "story-tariffs": "stories", "story-uk-visit": "stories"}
LOWEST = {True: 0.90, False: 0.75}
"""The least B-cubed F1: with all that is known of every event in each claim, and with what its sentence shows."""


def linked(gold: Gold, whole: bool) -> tuple[View, dict[str, str]]:
    ledger, of = Ledger.open(":memory:"), {}
    for extraction, events in extractions(gold, whole=whole):
        ledger.record([extraction])
        of.update(events)
    return ledger.view(), of


def check(gold: Gold, whole: bool) -> None:
    view, of = linked(gold, whole)
    ours = {claim: str(view.event_of(claim)) for claim in of}
    score = b_cubed([of[claim] for claim in of], [ours[claim] for claim in of])
    assert score is not None
    assert score >= LOWEST[whole]
    merged = [
        (one, other)
        for one, other in gold["no_change"]
        if {ours[c] for c in of if of[c] == one} & {ours[c] for c in of if of[c] == other}
    ]
    assert merged == []
    right = [_standing_is_right(view, gold, event, [c for c in of if of[c] == event["id"]]) for event in gold["events"]]
    told = [one for one in right if one is not None]
    assert sum(told) >= 0.85 * len(told)


def _standing_is_right(view: View, gold: Gold, event: dict[str, object], claims: list[str]) -> bool | None:
    """Whether the event that holds most of the claims stands as in the reference; None for one without claims."""
    if not claims:
        return None
    homes = [str(view.event_of(claim)) for claim in claims]
    home = max(sorted(set(homes)), key=homes.count)
    also = event.get("also") or []
    return view.event(home).standing in {event["standing"], *(also if isinstance(also, list) else [])}


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("story", GOLDEN)
def test_reference_story(story: str, whole: bool) -> None:
    check(Gold.load(TESTS / "golden" / story / "gold.yaml"), whole)


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("story", list(REAL))
def test_real_story(story: str, whole: bool, data: Path) -> None:
    check(Gold.load(data / "gold" / f"{story}.yaml", data / REAL[story]), whole)
