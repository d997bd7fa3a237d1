"""`diurna doctor`: whether everything that diurna needs is here and sound."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from diurna import __version__
from diurna.cli.app import app
from diurna.cli.output import emit_json
from diurna.cli.settings import Settings, reader_option

_LIBRARIES = ("numpy", "onnxruntime", "tokenizers", "msgspec", "rapidfuzz", "trafilatura", "rich", "click")
_STRICT_TABLES = (3, 37)
"""The first version of SQLite with STRICT tables."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: `ok` and what was found."""

    name: str
    ok: bool
    found: str


@app.command()
@reader_option
@click.pass_context
def doctor(context: click.Context, reader: str | None) -> None:
    """Check versions, the language model's files, other readers, SQLite and the record's file."""
    settings: Settings = context.find_root().obj
    checks = tuple(_checks(settings.db, reader))
    if settings.as_json:
        emit_json(checks)
    else:
        for check in checks:
            click.echo(f"{'ok    ' if check.ok else 'FAULT '} {check.name}: {check.found}")
    context.exit(0 if all(check.ok for check in checks) else 3)


def _checks(db: str, reader: str | None) -> Iterator[Check]:
    yield Check("diurna", True, __version__)
    yield Check("python", sys.version_info >= (3, 11), platform.python_version())
    yield from map(_library, _LIBRARIES)
    import sqlite3

    yield Check("sqlite", sqlite3.sqlite_version_info >= _STRICT_TABLES, sqlite3.sqlite_version)
    yield _attempt("sqlite full-text search", _full_text_search)
    yield _attempt("language model", lambda: _reads("diurna"))
    yield _attempt("readers installed", _readers)
    yield _attempt("reader used", lambda: _reads(reader or "diurna"))
    yield _attempt("record", lambda: _record(db))


def _library(name: str) -> Check:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return Check(name, True, version(name))
    except PackageNotFoundError:
        return Check(name, False, "not installed")


def _attempt(name: str, probe: Callable[[], str]) -> Check:
    try:
        return Check(name, True, probe())
    except Exception as error:  # whatever is wrong is what this verb is there to tell
        return Check(name, False, f"{type(error).__name__}: {error}")


def _full_text_search() -> str:
    import sqlite3

    with sqlite3.connect(":memory:") as db:
        db.execute("CREATE VIRTUAL TABLE words USING fts5 (word)")
    return "FTS5"


def _reads(name: str) -> str:
    from diurna.language.contract import check
    from diurna.language.readers import find_reader

    text = "The foreign ministers met in Geneva on Friday."
    reader = find_reader(name)
    [reading] = reader.read([text])
    check(reading, text)
    return f"{reader.name}, reads a sentence of {len(reading)} tokens"


def _readers() -> str:
    from diurna.language.readers import installed

    return "; ".join(name if fault is None else f"{name} ({fault})" for name, fault in installed().items())


def _record(db: str) -> str:
    from diurna.ledger import Ledger

    if not Path(db).exists():
        return f"{db}: none yet"
    with Ledger.open(db) as ledger:
        view = ledger.view()
        return f"{db}: {len(view.reports())} reports, {len(view.claims())} claims"
