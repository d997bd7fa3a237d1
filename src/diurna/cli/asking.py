"""`diurna ask`: a question in words, answered from the record."""

from __future__ import annotations

import datetime as dt

import click

from diurna.cli.app import app
from diurna.cli.output import emit, emit_json
from diurna.cli.settings import Settings, record_view


@app.command()
@click.argument("question", nargs=-1, required=True)
@click.pass_context
def ask(context: click.Context, question: tuple[str, ...]) -> None:
    """Answer QUESTION from the record: did, will, when, where, who, how many, is it true that ...

    The answer shows the words that decide it. Exit code 1 when nothing is on record or the question is not understood.
    """
    from diurna import views
    from diurna.engine import understand
    from diurna.views.text.ask import answer_lines

    settings: Settings = context.find_root().obj
    with record_view(settings) as view:
        understood = understand(" ".join(question), settings.as_of or dt.date.today(), view.entities())
        answer = views.answer(view, understood, settings.as_of)
    if settings.as_json:
        emit_json(views.answer_json(answer))
    else:
        emit(answer_lines(answer))
    context.exit(1 if answer.answer in ("no_record", "not_understood") else 0)
