"""`diurna demo`: the main job on the bundled sample."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from diurna.cli.app import app
from diurna.cli.output import Progress, complain, emit
from diurna.model import BadInput, Extraction

if TYPE_CHECKING:
    from diurna.ledger import Ledger
    from diurna.sources import Document


@app.command()
def demo() -> None:
    """Read six sample reports and show their timeline, what changed, and three answers as of different days.

    Nothing is written: the record of the sample is kept in memory.
    """
    from diurna import views
    from diurna.engine import read_reports
    from diurna.ledger import Ledger
    from diurna.views.text.timeline import change_lines, timeline_lines

    progress = Progress("reports read")
    with Ledger.open(":memory:") as ledger:
        ledger.record(_sound(read_reports(sample(), progress=progress)))
        progress.clear()
        view = ledger.view()
        _head("Timeline of six reports")
        emit(timeline_lines(views.timeline(view)))
        _head("What changed")
        emit(change_lines(views.changes(view)))
        _head("What did the record say?")
        _answers(ledger)


def sample() -> Iterator[Document]:
    """Yield the reports of the bundled sample."""
    from diurna import demo as bundled
    from diurna.sources import Document, published_date

    for report in bundled.reports():
        published = published_date(report.published) if report.published else None
        yield Document(
            file=report.file,
            text=report.text,
            title=report.title,
            outlet=report.outlet,
            published=published,
            basis="metadata" if published else "unknown",
        )


def _sound(results: Iterable[Extraction | BadInput]) -> Iterator[Extraction]:
    for result in results:
        if isinstance(result, BadInput):
            complain(result)
        else:
            yield result


def _head(text: str) -> None:
    click.echo(f"\n{text}\n{'=' * len(text)}")


def _answers(ledger: Ledger) -> None:
    from diurna import demo as bundled
    from diurna import views
    from diurna.engine import understand
    from diurna.views.text.ask import answer_lines

    for question in bundled.questions():
        as_of = dt.date.fromisoformat(question.as_of)
        click.echo(f"\n$ diurna ask {question.ask!r} --as-of {as_of}")
        view = ledger.view(as_of=as_of)
        answer = views.answer(view, understand(question.ask, as_of, view.entities()), as_of)
        emit(answer_lines(answer))
