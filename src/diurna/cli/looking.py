"""The verbs that look into the record: show, timeline, history, changes, diff, explain."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from diurna.cli.app import app
from diurna.cli.output import complain, emit_result
from diurna.cli.settings import EDTF_DATE, LAST_DAY, Settings, opened, record_view
from diurna.model import Edtf

if TYPE_CHECKING:
    from diurna.ledger import View


@contextmanager
def _looking(context: click.Context) -> Iterator[tuple[Settings, View]]:
    settings: Settings = context.find_root().obj
    with record_view(settings) as view:
        yield settings, view


def _end(context: click.Context, found: bool, nothing: str) -> None:
    """End with code 1 and a line on standard error when nothing was found."""
    if not found:
        complain(nothing)
        context.exit(1)


@app.command()
@click.argument("report")
@click.pass_context
def show(context: click.Context, report: str) -> None:
    """Show REPORT (id or file name) with its claims marked in the text."""
    from diurna import views
    from diurna.views.text.show import show_lines

    with _looking(context) as (settings, view):
        shown = views.show(view, report)
        emit_result(shown, show_lines, as_json=settings.as_json)


@app.command()
@click.argument("entities", nargs=-1, metavar="[ENTITY]...")
@click.option("--from", "start", type=EDTF_DATE, help="Leave out events before this date (EDTF).")
@click.option("--to", "end", type=EDTF_DATE, help="Leave out events after this date (EDTF).")
@click.pass_context
def timeline(context: click.Context, entities: tuple[str, ...], start: Edtf | None, end: Edtf | None) -> None:
    """List events by date with their standings and deciding quotes; those in which every ENTITY takes part."""
    from diurna import views
    from diurna.views.text.timeline import timeline_lines

    window = _window(start, end)
    with _looking(context) as (settings, view):
        found = views.timeline(view, entities, window)
        emit_result(found, timeline_lines, as_json=settings.as_json)
    _end(context, bool(found.entries), "no such event on record")


def _window(start: Edtf | None, end: Edtf | None) -> Edtf | None:
    if start is None and end is None:
        return None
    try:
        return Edtf.between(start.earliest if start else None, end.latest if end else None)
    except ValueError as error:
        raise click.UsageError("--to lies before --from") from error


@app.command()
@click.argument("event")
@click.pass_context
def history(context: click.Context, event: str) -> None:
    """Show how the standing of EVENT (an id) went over time, with the words that decided it."""
    from diurna import views
    from diurna.views.text.timeline import history_lines

    with _looking(context) as (settings, view):
        found = views.history(view, event)
        emit_result(found, history_lines, as_json=settings.as_json)


@app.command()
@click.pass_context
def changes(context: click.Context) -> None:
    """List what changed: reversals, updates, new dates, disputes."""
    from diurna import views
    from diurna.views.text.timeline import change_lines

    with _looking(context) as (settings, view):
        found = views.changes(view)
        emit_result(found, change_lines, as_json=settings.as_json)
    _end(context, bool(found), "no changes on record")


@app.command()
@click.option("--from", "start", type=LAST_DAY, required=True, help="The earlier day.")
@click.option("--to", "end", type=LAST_DAY, required=True, help="The later day.")
@click.pass_context
def diff(context: click.Context, start: dt.date, end: dt.date) -> None:
    """List the events whose standing or date was not the same as of two days."""
    from diurna import views
    from diurna.views.text.timeline import diff_lines

    settings: Settings = context.find_root().obj
    with opened(settings) as ledger:
        before, after = (settings.view(ledger, day) for day in (start, end))
        found = views.diff(before, after)
        emit_result(found, diff_lines, as_json=settings.as_json)
    _end(context, bool(found), "no difference")


@app.command()
@click.argument("id")
@click.pass_context
def explain(context: click.Context, id: str) -> None:
    """Say why a claim, event, entity, report, statement or change is as it is: links, dates, statuses, sources."""
    from diurna import views
    from diurna.views.text.explain import explain_lines

    with _looking(context) as (settings, view):
        found = views.explain(view, id)
        emit_result(found, explain_lines, as_json=settings.as_json)
