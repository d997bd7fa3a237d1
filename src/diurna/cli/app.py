"""The command line's root: shared options, and one way to end for every error."""

from __future__ import annotations

import os
from typing import Any

import click

from diurna import __version__
from diurna.cli.output import complain
from diurna.cli.settings import Verb, shared_options
from diurna.model import DiurnaError

_ORDER = "read show timeline ask history changes diff explain export demo doctor".split()
INTERRUPTED, DEFECT = 130, 70
"""Exit codes beyond 0 (found), 1 (nothing found), 2 (usage) and 3 (bad input)."""


class App(click.Group):
    """The group of verbs. Errors end in one line on standard error and an exit code, never in a traceback."""

    command_class = Verb

    def __init__(self, *args: Any, **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self.params.extend(shared_options())

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs in the order of use."""
        return sorted(self.commands, key=_ORDER.index)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb; end with the error's own exit code when one is raised."""
        try:
            return super().invoke(ctx)
        except DiurnaError as error:
            complain(error)
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            complain("stopped; what was recorded until now stays")
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            raise
        except OSError as error:
            complain(f"{error.filename}: {error.strerror}" if error.filename else error)
            ctx.exit(3)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if os.environ.get("DIURNA_DEBUG"):
                raise
            complain(f"defect: {type(error).__name__}: {error} (DIURNA_DEBUG=1 shows where; please report it)")
            ctx.exit(DEFECT)


@click.group(cls=App, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", message="diurna %(version)s")
def app() -> None:
    """Keep an auditable record of news reports: who did what with whom, when, according to whom, with what standing.

    Reads reports (diurna read FILE...), then answers what the record says, as of any day (--as-of DATE).
    Exit codes: 0 found, 1 nothing found, 2 usage, 3 bad input.
    """
