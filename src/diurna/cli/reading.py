"""`diurna read`: reports into the record."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from diurna.cli.app import app
from diurna.cli.output import Progress, complain, emit_json
from diurna.cli.settings import EDTF_DATE, Settings, opened, reader_option
from diurna.model import BadInput, DiurnaError, Edtf, Extraction

if TYPE_CHECKING:
    from diurna.ledger import Ledger


@dataclass
class Outcome:
    """What became of the documents: ids of reports, and for each refusal where and why."""

    new: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    claims: int = 0
    refused: list[dict[str, object]] = field(default_factory=list)


@app.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--published", type=EDTF_DATE, help="When they came out, for documents that do not say it (EDTF).")
@click.option("--outlet", help="Who published them, for documents that do not say it.")
@reader_option
@click.pass_context
def read(
    context: click.Context, paths: tuple[str, ...], published: Edtf | None, outlet: str | None, reader: str | None
) -> None:
    """Read reports into the record: text, Markdown, HTML, JSON lines, folders; - is standard input.

    A document that cannot be read is named on standard error and skipped (exit code 3); the rest are recorded.
    Reading the same report again changes nothing.
    """
    from diurna.engine import read_reports
    from diurna.sources import read_documents

    settings: Settings = context.find_root().obj
    progress = Progress("reports read")
    documents = read_documents(paths, stdin=sys.stdin.buffer, published=published, outlet=outlet)
    outcome = _record(settings, read_reports(documents, progress=progress, reader=reader), progress)
    if settings.as_json:
        emit_json(outcome)
    else:
        click.echo(_summary(outcome))
    context.exit(3 if outcome.refused else 0)


def _record(settings: Settings, results: Iterable[Extraction | BadInput], progress: Progress) -> Outcome:
    outcome = Outcome()
    with opened(settings, make=True) as ledger:
        for result in results:
            try:
                _take(ledger, result, outcome)
            except DiurnaError as refusal:
                progress.clear()
                complain(refusal)
                outcome.refused.append(_refused(refusal))
    progress.clear()
    return outcome


def _refused(error: DiurnaError) -> dict[str, object]:
    return {"where": error.context.get("where"), "reason": error.context.get("reason", str(error))}


def _take(ledger: Ledger, result: Extraction | BadInput, outcome: Outcome) -> None:
    if isinstance(result, BadInput):
        raise result
    recorded = ledger.record([result])
    outcome.new += recorded.new
    outcome.known += recorded.known
    outcome.claims += recorded.claims


def _summary(outcome: Outcome) -> str:
    from diurna.views.text.words import counted

    parts = [f"{counted(len(outcome.new), 'report')} recorded", counted(outcome.claims, "claim")]
    if outcome.known:
        parts.append(f"{len(outcome.known)} already known")
    if outcome.refused:
        parts.append(f"{len(outcome.refused)} refused")
    return ", ".join(parts)
