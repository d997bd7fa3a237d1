"""The record format and the table: every promised key, stable order, dates as EDTF."""

from __future__ import annotations

import csv
import io
import json

from diurna.export import FORMATS
from diurna.model import Change, Edtf, Place
from fake_view import ANNA, BORIS, FakeView, who

KEYS = {
    "report": "kind id file title outlet published sha256 same_text_as",
    "entity": "kind id type name names offices country",
    "claim": "kind id event report statement type status value tense mode sources asserted_on date date_text place "
    "participants trigger evidence confidence",
    "event": "kind id type mode name participants date place standing why reports sources",
    "change": "kind id event type from to on claims",
}


def _view() -> FakeView:
    view = FakeView()
    view.add("e2", "planned", None, who(ANNA, BORIS), sources=(("Wire", "TV"), ("Lind",)))
    view.add("e1", "happened", "2021-05-04", who(ANNA, BORIS), place=Place(name="Tartu", country="EST"))
    view.changed = [Change(id="x", event="e1", type="reversal", before="planned", after="happened", claims=("c-e1",))]
    return view


def test_rows_have_the_promised_keys_in_a_stable_order() -> None:
    lines = list(FORMATS["record"](_view()))
    rows = [json.loads(line) for line in lines]
    assert {kind: list(row) for row in rows for kind in [row["kind"]]} == {k: v.split() for k, v in KEYS.items()}
    assert [row["id"] for row in rows if row["kind"] in ("claim", "event")] == ["c-e1", "c-e2", "e1", "e2"]
    assert lines == list(FORMATS["record"](_view()))
    assert all(line.endswith(b"\n") and line.count(b"\n") == 1 for line in lines)


def test_values_are_as_the_contract_says() -> None:
    rows = {(r["kind"], r["id"]): r for r in map(json.loads, FORMATS["record"](_view()))}
    claim = rows["claim", "c-e2"]
    assert (claim["event"], claim["status"], claim["date"]) == ("e2", "planned", None)
    assert claim["sources"] == [["Wire", "TV"], ["Lind"]]
    assert claim["participants"][0] == {"entity": "n1", "name": "Anna Lind", "role": "actor"}
    assert claim["trigger"] == {"start": 11, "end": 14, "text": "met"}
    assert set(claim["evidence"]) == {"start", "end", "exact", "prefix", "suffix"}
    assert rows["report", "r1"]["published"] == {
        "edtf": "2021-05-10",
        "basis": "stated",
        "probability": None,
        "reasons": [],
    }
    assert rows["event", "e1"]["place"] == {"name": "Tartu", "country": "EST"}
    change = rows["change", "x"]
    assert (change["from"], change["to"], change["on"]) == ("planned", "happened", None)


def test_every_date_is_edtf_or_null() -> None:
    for row in map(json.loads, FORMATS["record"](_view())):
        for key in ("date", "asserted_on", "on", "said_on"):
            assert row.get(key) is None or Edtf.parse(row[key])


def test_the_table_has_a_row_for_each_claim() -> None:
    text = b"".join(FORMATS["csv"](_view())).decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["claim"] for row in rows] == ["c-e1", "c-e2"]
    assert rows[0]["actors"] == "Anna Lind; Boris Malk"
    assert rows[0]["place"] == "Tartu"
    assert rows[1]["sources"] == "Wire; TV > Lind"
    assert rows[1]["date"] == ""
