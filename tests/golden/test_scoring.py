"""The scorer: a record made from the reference itself is perfect, and every kind of fault lowers its own measure."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from benchmarks.gold import KINDS, Gold, interval, levels
from benchmarks.scoring import b_cubed, score_record

Row = dict[str, Any]


@pytest.fixture
def gold() -> Gold:
    return Gold.load(Path(__file__).parent / "andes/gold.yaml")


def perfect(gold: Gold) -> list[Row]:
    """The rows that a flawless reader would export for the reference."""
    people = {e["id"]: {"entity": e["id"], "name": e["names"][0], "role": "other"} for e in gold["entities"]}
    rows: list[Row] = [
        {"kind": "report", "id": r["id"], "file": r["file"], "published": {"edtf": str(interval(r["published"]))}}
        for r in gold["reports"]
    ]
    rows += [{"kind": "entity", "id": e["id"], "name": e["names"][0], "names": e["names"]} for e in gold["entities"]]
    for event in gold["events"]:
        who = {*event.get("participants", []), *([event["by"]] if "by" in event else [])}
        rows.append(
            {
                "kind": "event",
                "id": event["id"],
                "date": event.get("date"),
                "standing": event["standing"],
                "participants": [people[p] for p in sorted(who)],
            }
        )
    for number, claim in enumerate(gold["claims"]):
        event = gold.events[claim["event"]]
        rows.append(
            {
                "kind": "claim",
                "id": f"c{number}",
                "event": claim["event"],
                "report": claim["report"],
                "type": min(KINDS.get(event["what"], {"OTHER"})),
                "status": claim["status"],
                "sources": levels(claim["sources"]),
                "asserted_on": claim.get("asserted_on"),
                "trigger": {"start": gold.texts[claim["report"]].index(claim["quote"])},
                "participants": [people[p] for p in event.get("participants", [])],
            }
        )
    rows += [{"kind": "change", "event": c["event"], "from": c["from"], "to": c["to"]} for c in gold["changes"]]
    return rows


def test_reference_agrees_with_itself(gold: Gold) -> None:
    score = score_record(gold, perfect(gold))
    assert score.misses == []
    assert set(score.shares().values()) == {1.0}


@pytest.mark.parametrize(
    ("kind", "change", "measure"),
    [
        ("report", {"published": {"edtf": "2024"}}, "report dates"),
        ("entity", {"names": ["Jaime Ortega", "Hugo Salcedo"]}, "entities"),
        ("claim", {"type": "AID"}, "claims found"),
        ("claim", {"status": "happened"}, "claim status"),
        ("claim", {"status": "happened"}, "not falsely happened"),
        ("claim", {"sources": [["Angela Merkel"]]}, "claim source"),
        ("claim", {"event": "E1"}, "not falsely merged"),
        ("claim", {"event": "E1"}, "linking B3 F1"),
        ("event", {"date": "2023"}, "event date"),
        ("event", {"standing": "unknown"}, "event standing"),
        ("event", {"participants": []}, "participants"),
        ("change", {"to": "unknown"}, "changes found"),
    ],
)
def test_every_fault_lowers_its_measure(gold: Gold, kind: str, change: Row, measure: str) -> None:
    rows = [{**row, **change} if row["kind"] == kind else row for row in perfect(gold)]
    assert score_record(gold, rows).shares()[measure] < 1


def test_b_cubed_of_one_heap_is_known() -> None:
    # Two pairs thrown into one group: every item's group holds half of its label, and all of it.
    assert b_cubed(["a", "a", "b", "b"], ["x"] * 4) == pytest.approx(2 / 3)
