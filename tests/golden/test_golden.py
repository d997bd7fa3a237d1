"""The reference stories: each is well made, and the record of each keeps the quality that it once reached.

`floors.json` holds the lowest share allowed for every measure of every story. Raise a floor when the record gets
better; lowering one needs a reason in the changelog.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from benchmarks.gold import Gold, interval
from benchmarks.record import score_story
from benchmarks.scoring import Score

from diurna.model import STATUSES, Edtf

HERE = Path(__file__).parent
STORIES = sorted(file.parent.name for file in HERE.glob("*/gold.yaml"))
ELSEWHERE = {"demo": HERE.parents[1] / "src/diurna/demo/reports"}
"""Where the reports of a story lie when they do not lie beside its reference record."""


@cache
def gold(story: str) -> Gold:
    return Gold.load(HERE / story / "gold.yaml", ELSEWHERE.get(story))


@cache
def score(story: str) -> Score:
    return score_story(gold(story))


@cache
def floors() -> dict[str, dict[str, float]]:
    loaded: dict[str, dict[str, float]] = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    return loaded


@pytest.mark.parametrize("story", STORIES)
def test_reference_quotes_its_reports_exactly_once(story: str) -> None:
    counts = {c["quote"]: gold(story).texts[c["report"]].count(c["quote"]) for c in gold(story)["claims"]}
    assert {quote: count for quote, count in counts.items() if count != 1} == {}


@pytest.mark.parametrize("story", STORIES)
def test_reference_uses_known_ids_words_and_dates(story: str) -> None:
    reference = gold(story)
    entities = {entity["id"] for entity in reference["entities"]}
    for event in reference["events"]:
        assert {*event.get("participants", []), *([event["by"]] if "by" in event else [])} <= entities, event["id"]
        assert event["standing"] in {*STATUSES, "disputed"}
        assert "date" not in event or Edtf.parse(event["date"])
    assert {claim["event"] for claim in reference["claims"]} == set(reference.events)
    assert {claim["status"] for claim in reference["claims"]} <= set(STATUSES)
    assert {event for pair in reference["no_change"] for event in pair} <= set(reference.events)
    assert all(interval(report["published"]) for report in reference["reports"])


def test_every_story_has_floors() -> None:
    assert sorted(floors()) == STORIES


@pytest.mark.parametrize("story", STORIES)
def test_record_stays_above_its_floors(story: str) -> None:
    shares = score(story).shares()
    below = {m: (shares.get(m), floor) for m, floor in floors().get(story, {}).items() if shares.get(m, 0) < floor}
    assert below == {}, "\n".join(score(story).misses)
