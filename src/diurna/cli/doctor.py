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
from diurna.cli.settings import Settings

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
@click.pass_context
def doctor(context: click.Context) -> None:
    """Check versions, the language model's files, SQLite and the record's file."""
    settings: Settings = context.find_root().obj
    checks = tuple(_checks(settings.db))
    if settings.as_json:
        emit_json(checks)
    else:
        for check in checks:
            click.echo(f"{'ok    ' if check.ok else 'FAULT '} {check.name}: {check.found}")
    context.exit(0 if all(check.ok for check in checks) else 3)


def _checks(db: str) -> Iterator[Check]:
    yield Check("diurna", True, __version__)
    yield Check("python", sys.version_info >= (3, 11), platform.python_version())
    yield from map(_library, _LIBRARIES)
    import sqlite3

    yield Check("sqlite", sqlite3.sqlite_version_info >= _STRICT_TABLES, sqlite3.sqlite_version)
    yield _attempt("sqlite full-text search", _full_text_search)
    yield _attempt("language model", _language_model)
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


def _language_model() -> str:
    from diurna.language import read

    [reading] = read(["The foreign ministers met in Geneva on Friday."])
    return f"reads a sentence of {len(reading)} tokens"


def _record(db: str) -> str:
    from diurna.ledger import Ledger

    if not Path(db).exists():
        return f"{db}: none yet"
    with Ledger.open(db) as ledger:
        view = ledger.view()
        return f"{db}: {len(view.reports())} reports, {len(view.claims())} claims"
