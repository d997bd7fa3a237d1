"""`diurna export`: the record for other tools."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from diurna.cli.app import app
from diurna.cli.settings import Settings, record_view


@app.command()
@click.option(
    "--format", "form", type=click.Choice(("record", "csv")), default="record", show_default=True,
    help="record: JSON lines with everything; csv: a table, one row a claim.",
)  # fmt: skip
@click.option("-o", "--output", default="-", metavar="FILE", help="Where to write; - is standard output (default).")
@click.pass_context
def export(context: click.Context, form: str, output: str) -> None:
    """Write the record in a format that other tools read. A file is replaced only when it is complete."""
    from diurna.export import FORMATS

    settings: Settings = context.find_root().obj
    with record_view(settings) as view:
        lines = FORMATS[form](view)
        if output == "-":
            sys.stdout.buffer.writelines(lines)
            return
        unfinished = Path(f"{output}.part")
        with unfinished.open("wb") as file:
            file.writelines(lines)
        os.replace(unfinished, output)
