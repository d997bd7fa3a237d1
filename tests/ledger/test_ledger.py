"""The store: append-only, once each, refuses what is no ledger, and hands out snapshots."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest
from build import Draft, person
from stories import denial_of_a_week, meeting_after_all

from diurna.ledger import Ledger
from diurna.ledger.store import IdCollision
from diurna.model import BadInput, DiurnaError, Extraction, NotFound

NOON = datetime(2031, 6, 1, 12, tzinfo=UTC)


def one_report(file: str = "one.txt", published: str | None = "2031-05-05") -> Extraction:
    draft = Draft(file, published, [person("a", "Ana Ruiz"), person("b", "Bo Lind")])
    draft.claim("Ana Ruiz met Bo Lind.", "met", "meeting", "happened", "a b")
    return draft.done()


def test_the_same_report_again_changes_nothing(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "x.db") as ledger:
        first = ledger.record([denial_of_a_week(), meeting_after_all()])
        before = ledger.view().events()
        again = ledger.record([meeting_after_all()])
        assert (len(first.new), first.claims, first.known) == (2, 17, ())
        assert (again.new, again.claims, again.known) == ((), 0, first.new[1:])
        assert ledger.view().events() == before


def test_what_was_recorded_comes_back_as_it_was(tmp_path: Path) -> None:
    whole = denial_of_a_week()
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.record([whole])
    with Ledger.open(tmp_path / "x.db") as ledger:
        view = ledger.view()
        assert view.report(whole.report.id) == whole.report
        assert {c.id: c for c in view.claims()} == {c.id: c for c in whole.claims}


def test_another_content_under_a_known_id_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    report, other = one_report(), one_report("two.txt")
    changed = msgspec.structs.replace(report, report=msgspec.structs.replace(report.report, text="Something else."))
    taken = msgspec.structs.replace(other.claims[0], id=report.claims[0].id)
    stolen = msgspec.structs.replace(other, claims=(taken,))
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.record([report])
        for bad in (changed, stolen):
            with pytest.raises(IdCollision):
                ledger.record([bad])
        assert [r.file for r in ledger.view().reports()] == ["one.txt"]


def test_a_file_that_is_no_ledger_is_refused_unchanged(tmp_path: Path) -> None:
    text, other = tmp_path / "note.txt", tmp_path / "other.db"
    text.write_text("This is a note and no database at all, just words. " * 40)
    foreign = sqlite3.connect(other)
    foreign.execute("CREATE TABLE recipe (name TEXT)")
    foreign.close()
    for path in (text, other, tmp_path / "no-such-folder" / "x.db", tmp_path):
        content = path.read_bytes() if path.is_file() else None
        with pytest.raises(BadInput):
            Ledger.open(path)
        assert content is None or path.read_bytes() == content


def test_a_ledger_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    Ledger.open(tmp_path / "x.db").close()
    db = sqlite3.connect(tmp_path / "x.db")
    db.execute("PRAGMA user_version = 999")
    db.close()
    with pytest.raises(BadInput, match="newer"):
        Ledger.open(tmp_path / "x.db")


@pytest.mark.parametrize("table", ["report", "claim", "statement", "local_entity"])
def test_nothing_recorded_can_be_changed_or_removed(tmp_path: Path, table: str) -> None:
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.record([one_report()])
    db = sqlite3.connect(tmp_path / "x.db")
    db.execute("INSERT INTO statement VALUES ('s', (SELECT id FROM report), 0, '{}')")
    for change in (f"DELETE FROM {table}", f"UPDATE {table} SET body = ''"):
        with pytest.raises(sqlite3.DatabaseError, match="append-only"):
            db.execute(change)


def test_a_view_does_not_see_what_comes_later(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.record([one_report()])
        early = ledger.view()
        ledger.record([one_report("two.txt")])
        assert [r.file for r in early.reports()] == ["one.txt"]
        assert len(ledger.view().reports()) == 2


def test_one_writes_while_another_reads(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "x.db") as writer, Ledger.open(tmp_path / "x.db") as reader:
        writer.record([one_report()])
        view = reader.view()
        writer.record([one_report("two.txt")])
        assert len(view.reports()) == 1
        assert len(reader.view().reports()) == 2


def test_views_by_publication_and_by_recording() -> None:
    times = iter([NOON, NOON.replace(day=2)])
    ledger = Ledger.open(":memory:", clock=lambda: next(times))
    ledger.record([one_report(published="2031-05-05"), one_report("two.txt", published="2031-05-20")])
    assert [r.file for r in ledger.view(published_by=date(2031, 5, 10)).reports()] == ["one.txt"]
    assert [r.file for r in ledger.view(recorded_by=NOON.replace(hour=13)).reports()] == ["one.txt"]


def test_an_undated_report_was_published_by_the_day_it_was_recorded() -> None:
    ledger = Ledger.open(":memory:", clock=lambda: NOON)
    ledger.record([one_report(published=None)])
    assert ledger.view(as_of=date(2031, 5, 31)).claims() == []
    assert len(ledger.view(as_of=date(2031, 6, 1)).claims()) == 1


def test_reports_are_found_by_their_words() -> None:
    ledger = Ledger.open(":memory:")
    ledger.record([denial_of_a_week(), meeting_after_all()])
    assert [r.file for r in ledger.view().search("agenda week")] == ["march.txt"]
    assert ledger.view().search('"; DROP TABLE report; --') == []


def test_unknown_ids_are_not_found() -> None:
    view = Ledger.open(":memory:").view()
    for look in (view.report, view.claim, view.event, view.entity, view.history, view.explain_link):
        with pytest.raises(NotFound):
            look("ev000000000000")
    assert view.event_of("cl000000000000") is None


def test_an_extraction_that_does_not_hold_together_is_refused() -> None:
    whole, other = one_report(), one_report("two.txt")
    ledger = Ledger.open(":memory:")
    for bad in (msgspec.structs.replace(whole, entities=()), msgspec.structs.replace(whole, claims=other.claims)):
        with pytest.raises(DiurnaError):
            ledger.record([bad])
    assert ledger.view().reports() == []
