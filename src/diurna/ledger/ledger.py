"""The ledger: takes extractions in and hands out views."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType

from diurna.ledger import store
from diurna.ledger.values import Recorded
from diurna.ledger.view import View
from diurna.model import Extraction


def utcnow() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


class Ledger:
    """An append-only record in one SQLite file. A context manager; one writer at a time, any number of readers."""

    def __init__(self, db: sqlite3.Connection, clock: Callable[[], datetime]) -> None:
        self._db = db
        self._clock = clock

    @classmethod
    def open(cls, path: str | Path, *, clock: Callable[[], datetime] = utcnow) -> Ledger:
        """Open (or make) the ledger at `path`; ":memory:" works. Raises BadInput for a file that is no ledger.

        `clock` says when a report is recorded; it must answer in UTC.
        """
        return cls(store.connect(path), clock)

    def record(self, extractions: Iterable[Extraction]) -> Recorded:
        """Take reports in, each in its own transaction. The same report again changes nothing.

        Raises IdCollision when an id is known for another content; reports before that one stay recorded.
        """
        new, known, claims = [], [], 0
        for extraction in extractions:
            if store.insert(self._db, extraction, self._clock()):
                new.append(extraction.report.id)
                claims += len(extraction.claims)
            else:
                known.append(extraction.report.id)
        return Recorded(new=tuple(new), known=tuple(known), claims=claims)

    def view(
        self, *, as_of: date | None = None, published_by: date | None = None, recorded_by: datetime | None = None
    ) -> View:
        """A snapshot of what had been asserted by `as_of`, in reports out by `published_by`, recorded by `recorded_by`.

        Later additions to the ledger do not show in it.
        """
        return View(self._db, as_of=as_of, published_by=published_by, recorded_by=recorded_by)

    def close(self) -> None:
        """Close the file; views of it can load nothing more."""
        self._db.close()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
