"""Results to standard output, everything else to standard error; colour and progress on a terminal only."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

import click

from diurna.model.codec import encode

if TYPE_CHECKING:
    from diurna.views.text import Line

T = TypeVar("T")

_STYLES = {
    "strong": "bold",
    "dim": "dim",
    "quote": "italic",
    "mark": "bold underline",
    "happened": "green",
    "planned": "cyan",
    "expected": "cyan",
    "possible": "yellow",
    "unknown": "yellow",
    "not_planned": "red",
    "did_not_happen": "red",
    "denied": "red",
    "cancelled": "red",
    "disputed": "magenta",
}
"""How a terminal shows the styles of `diurna.views.text`."""


def emit(lines: Iterable[Line]) -> None:
    """Print the lines."""
    print_line = _colour_printer() if sys.stdout.isatty() and "NO_COLOR" not in os.environ else _print_plain
    for line in lines:
        print_line(line)


def _print_plain(line: Line) -> None:
    click.echo("".join(segment.text for segment in line))


def _colour_printer() -> Callable[[Line], None]:
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(highlight=False)

    def print_line(line: Line) -> None:
        whole = Text.assemble(*((text, _style(names)) for text, names in line if names != "bare"))
        indent = len(whole.plain) - len(whole.plain.lstrip(" "))
        console.print(Padding(whole[indent:], (0, 0, 0, indent)) if indent else whole)

    return print_line


def _style(names: str) -> str:
    return " ".join(_STYLES.get(name, "") for name in names.split())


def emit_json(value: object) -> None:
    """Print the value as one line of JSON."""
    click.echo(encode(value).decode())


def emit_result(result: T, lines: Callable[[T], Iterable[Line]], *, as_json: bool) -> None:
    """Print the result as JSON, or as the lines that `lines` makes of it."""
    if as_json:
        emit_json(result)
    else:
        emit(lines(result))


def complain(message: object) -> None:
    """Say in one line on standard error what is wrong."""
    click.echo(f"diurna: {' '.join(str(message).split())}", err=True)


class Progress:
    """A running count on standard error, shown on a terminal only."""

    def __init__(self, noun: str) -> None:
        self._noun = noun
        self._shown = sys.stderr.isatty()

    def __call__(self, done: int) -> None:
        """Show how many are done."""
        if self._shown:
            click.echo(f"\r\x1b[2K{done} {self._noun} ...", err=True, nl=False)

    def clear(self) -> None:
        """Take the count away, so that a line can be printed."""
        if self._shown:
            click.echo("\r\x1b[2K", err=True, nl=False)
