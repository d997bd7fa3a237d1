"""Timeline, history, changes, differences, explanations and abbreviated ids."""

from __future__ import annotations

import pytest

from diurna.ledger import StandingAt
from diurna.model import Change, Edtf, NotFound
from diurna.views import changes, diff, explain, history, timeline
from diurna.views.lookup import find_id
from diurna.views.text import plain_text
from diurna.views.text.explain import explain_lines
from diurna.views.text.timeline import change_lines, diff_lines, history_lines, timeline_lines
from fake_view import ANNA, BORIS, CARL, FakeView, who


def _story() -> FakeView:
    view = FakeView()
    view.add("e3", "happened", None, who(ANNA, CARL))
    view.add("e2", "planned", "2021-06", who(ANNA, BORIS))
    view.add("e1", "happened", "2021-05-04", who(ANNA, BORIS, CARL))
    return view


def test_the_timeline_is_in_order_with_undated_events_last() -> None:
    view = _story()
    assert [entry.event.id for entry in timeline(view).entries] == ["e1", "e2", "e3"]


def test_every_named_entity_must_take_part_and_unknown_names_are_errors() -> None:
    view = _story()
    both = timeline(view, ("Lind", "Boris Malk"))
    assert [entry.event.id for entry in both.entries] == ["e1", "e2"]
    with pytest.raises(NotFound, match="Nobody"):
        timeline(view, ("Lind", "Nobody"))


def test_a_window_keeps_what_can_fall_into_it_and_counts_the_undated() -> None:
    found = timeline(_story(), window=Edtf.parse("2021-06-10/.."))
    assert [entry.event.id for entry in found.entries] == ["e2"]
    assert found.undated_left_out == 1
    assert "1 event without a date left out" in plain_text(timeline_lines(found))


def test_history_and_changes_quote_the_deciding_words() -> None:
    view = _story()
    view.steps["e1"] = [StandingAt(standing="happened", on=Edtf.parse("2021-05-10"), why=("c-e1",), sentence="So.")]
    view.changed = [
        Change(id="x1", event="e1", type="reversal", before="not_planned", after="happened", claims=("c-e1",)),
        Change(id="x2", event="e2", type="rescheduled", before="2021-05", after="2021-06", on=Edtf.parse("2021-05-10")),
    ]
    told = plain_text(history_lines(history(view, "e1")))
    assert "words of e1" in told
    assert "10 May 2021  happened  So." in told
    changed = plain_text(change_lines(changes(view)))
    assert "reversal: not planned → happened" in changed
    assert "rescheduled: 2021-05 → 2021-06" in changed


def test_diff_tells_only_what_differs() -> None:
    before, after = FakeView(), FakeView()
    for view, standing in ((before, "planned"), (after, "happened")):
        view.add("same", "happened", "2021-05-01", who(ANNA, BORIS))
        view.add("moved", standing, "2021-05-04", who(ANNA, BORIS))
    after.add("new", "planned", "2021-07", who(ANNA, BORIS))
    found = diff(before, after)
    assert [(d.event.id, d.before, d.after) for d in found] == [
        ("moved", "planned", "happened"),
        ("new", None, "planned"),
    ]
    assert "not on record → planned" in plain_text(diff_lines(found))


def test_ids_may_be_abbreviated_while_they_are_unique() -> None:
    view = _story()
    assert find_id(view, "c-e1") == ("claim", "c-e1")
    assert find_id(view, "r") == ("report", "r1")
    with pytest.raises(NotFound, match="several"):
        find_id(view, "e", "event")
    with pytest.raises(NotFound, match="no claim"):
        find_id(view, "zz", "claim")


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("c-e1", ["value CT+", "give happened", "c-e1 founded the event", "words of e1"]),
        ("e2", ["planned", "all claims (1)", "words of e2"]),
        ("n1", ["Anna Lind", "SWE", "3 events"]),
        ("r1", ["Gazette", "3 claims"]),
    ],
)
def test_explanations_say_why(wanted: str, told: list[str]) -> None:
    text = plain_text(explain_lines(explain(_story(), wanted)))
    assert [words for words in told if words not in text] == []
