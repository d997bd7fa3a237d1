"""The ledger's file: connection, migrations, rows in and out. Nothing here interprets what it stores."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import msgspec

from diurna.model import BadInput, Claim, DiurnaError, Extraction, LocalEntity, Report, Statement
from diurna.model.codec import decode, encode

APPLICATION_ID = 0x44495552  # "DIUR" in the header of the file: tells a ledger from any other SQLite database


class IdCollision(DiurnaError):
    """Two different contents have the same id; the ledger refuses the second instead of overwriting the first."""


@dataclass(frozen=True, slots=True)
class Stored:
    """One report as the ledger holds it, and when the ledger took it in."""

    extraction: Extraction
    recorded_at: datetime


def connect(path: str | Path) -> sqlite3.Connection:
    """Open the file and bring it up to date. Raises BadInput for anything that is not a diurna ledger."""
    where = str(path)
    try:
        db = sqlite3.connect(where, timeout=30, isolation_level=None, check_same_thread=False)
    except sqlite3.OperationalError as error:
        raise BadInput(where, f"cannot be opened as a ledger ({error})") from error
    try:
        _check(db, where)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA foreign_keys = ON")
        migrate(db, where)
    except sqlite3.OperationalError as error:
        db.close()
        raise BadInput(where, f"cannot be used as a ledger ({error})") from error
    except sqlite3.DatabaseError as error:
        db.close()
        raise BadInput(where, f"is no diurna ledger ({error})") from error
    except BadInput:
        db.close()
        raise
    return db


def _check(db: sqlite3.Connection, where: str) -> None:
    mark = db.execute("PRAGMA application_id").fetchone()[0]
    empty = not db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    if mark != APPLICATION_ID and not empty:
        raise BadInput(where, "is a database, but no diurna ledger")


def _migrations() -> list[tuple[int, str]]:
    folder = files("diurna.ledger.migrations")
    scripts = sorted((entry.name, entry) for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return [(int(name.split("_", 1)[0]), entry.read_text(encoding="utf-8")) for name, entry in scripts]


def migrate(db: sqlite3.Connection, where: str) -> None:
    """Apply the numbered migrations that the file has not seen, each in one transaction."""
    steps = _migrations()
    if _version(db) > steps[-1][0]:
        raise BadInput(where, "was written by a newer version of diurna")
    for number, script in steps:
        if _version(db) < number:
            with transaction(db):
                if _version(db) < number:  # another process may have been first
                    for statement in _statements(script):
                        db.execute(statement)
                    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                    db.execute(f"PRAGMA user_version = {number}")


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _statements(script: str) -> Iterator[str]:
    """The script's statements one by one (`executescript` would commit behind the transaction's back)."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All or nothing, taking the write lock at once."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def insert(db: sqlite3.Connection, extraction: Extraction, now: datetime) -> bool:
    """Store one report with all that was read out of it; False when the ledger has it already.

    Raises IdCollision when the ledger knows the report's id, or an id inside it, for another content, and DiurnaError
    for an extraction that does not hold together.
    """
    report = extraction.report
    _check_whole(extraction)
    with transaction(db):
        known = db.execute("SELECT text, title, file, outlet FROM report WHERE id = ?", (report.id,)).fetchone()
        if known:
            if known != (report.text, report.title or "", report.file, report.outlet):
                raise IdCollision(
                    f"{report.file}: another report has its id {report.id}", id=report.id, file=report.file
                )
            return False
        _insert_report(db, report, now)
        try:
            _insert_parts(db, extraction)
        except sqlite3.IntegrityError as error:
            raise IdCollision(f"{report.file}: an id inside it is taken ({error})", file=report.file) from error
    return True


def _check_whole(extraction: Extraction) -> None:
    """Refuse what later could not be linked: nothing that is recorded can be mended."""
    report, keys = extraction.report, {entity.key for entity in extraction.entities}
    owners = [(c.id, c.report) for c in extraction.claims] + [(s.id, s.report) for s in extraction.statements]
    for part, owner in owners:
        if owner != report.id:
            raise DiurnaError(f"{report.file}: {part} belongs to another report", file=report.file, id=part)
    for claim in extraction.claims:
        for party in claim.participants:
            if party.entity not in keys:
                raise DiurnaError(
                    f"{report.file}: {claim.id} names {party.entity!r}, which is no entity of its report",
                    file=report.file,
                    id=claim.id,
                )


def _insert_report(db: sqlite3.Connection, report: Report, now: datetime) -> None:
    out = report.published.edtf
    low, high = (out.earliest, out.latest) if out else (None, None)
    body = msgspec.structs.replace(report, text="")
    db.execute(
        "INSERT INTO report (id, file, title, outlet, sha256, published_from, published_to, recorded_at, text, body)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            report.id, report.file, report.title or "", report.outlet, report.sha256,
            low and low.isoformat(), high and high.isoformat(), _stamp(now), report.text, encode(body).decode(),
        ),
    )  # fmt: skip


def _insert_parts(db: sqlite3.Connection, extraction: Extraction) -> None:
    report = extraction.report.id
    db.executemany(
        "INSERT INTO local_entity VALUES (?, ?, ?, ?)",
        [(report, n, e.key, encode(e).decode()) for n, e in enumerate(extraction.entities)],
    )
    db.executemany(
        "INSERT INTO name_words VALUES (?, ?, ?)",
        [(" | ".join(dict.fromkeys((e.name, *e.names))), report, e.key) for e in extraction.entities],
    )
    db.executemany(
        "INSERT INTO statement VALUES (?, ?, ?, ?)",
        [(s.id, report, n, encode(s).decode()) for n, s in enumerate(extraction.statements)],
    )
    db.executemany(
        "INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(c.id, report, n, c.type, c.kind, c.status, encode(c).decode()) for n, c in enumerate(extraction.claims)],
    )


def _stamp(when: datetime) -> str:
    """UTC in one fixed form, so that times compare as strings."""
    return when.astimezone(UTC).isoformat(timespec="microseconds")


def last_seq(db: sqlite3.Connection) -> int:
    """The number of the report that came last; a view that remembers it never sees later ones."""
    return int(db.execute("SELECT coalesce(max(seq), 0) FROM report").fetchone()[0])


def load(db: sqlite3.Connection, up_to: int, recorded_by: datetime | None = None) -> list[Stored]:
    """All reports up to a number and a time of recording, sorted by id, with everything read out of them."""
    by = _stamp(recorded_by) if recorded_by else "9999"
    chosen = "FROM report WHERE seq <= ? AND recorded_at <= ?"
    parts: dict[str, dict[str, list[str]]] = {}
    for table in ("local_entity", "statement", "claim"):
        rows = db.execute(
            f"SELECT report, body FROM {table} WHERE report IN (SELECT id {chosen}) ORDER BY report, ordinal",
            (up_to, by),
        )
        for report, body in rows:
            parts.setdefault(report, {}).setdefault(table, []).append(body)
    found = []
    for report, body, text, recorded in db.execute(
        f"SELECT id, body, text, recorded_at {chosen} ORDER BY id", (up_to, by)
    ):
        of = parts.get(report, {})
        extraction = Extraction(
            report=msgspec.structs.replace(decode(body, Report), text=text),
            entities=tuple(decode(one, LocalEntity) for one in of.get("local_entity", ())),
            statements=tuple(decode(one, Statement) for one in of.get("statement", ())),
            claims=tuple(decode(one, Claim) for one in of.get("claim", ())),
        )
        found.append(Stored(extraction, datetime.fromisoformat(recorded)))
    return found


def matching_reports(db: sqlite3.Connection, words: str, up_to: int) -> list[str]:
    """Ids of reports whose title or text holds all the words, best first."""
    query = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
    if not query:
        return []
    rows = db.execute(
        "SELECT report.id FROM report_words JOIN report ON report.seq = report_words.rowid"
        " WHERE report_words MATCH ? AND report.seq <= ? ORDER BY bm25(report_words, 4.0, 1.0), report.id",
        (query, up_to),
    )
    return [row[0] for row in rows]
