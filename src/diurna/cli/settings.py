"""The options that every verb shares, accepted before and after the verb: one list, one place where they are kept."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from diurna.cli.values import EDTF_DATE, LAST_DAY, MOMENT
from diurna.model import BadInput

if TYPE_CHECKING:
    from diurna.ledger import Ledger, View

__all__ = ["EDTF_DATE", "LAST_DAY", "Settings", "Verb", "opened", "reader_option", "record_view", "shared_options"]


@dataclasses.dataclass(frozen=True, slots=True)
class Settings:
    """What the shared options say."""

    db: str = "diurna.db"
    as_of: dt.date | None = None
    published_by: dt.date | None = None
    recorded_by: dt.datetime | None = None
    as_json: bool = False

    def view(self, ledger: Ledger, as_of: dt.date | None = None) -> View:
        """Return the record as these settings want it seen; `as_of` stands in for the setting of that name."""
        day = as_of or self.as_of
        return ledger.view(as_of=day, published_by=self.published_by, recorded_by=self.recorded_by)


def shared_options() -> list[click.Option]:
    """Return fresh copies of the shared options; what is given after the verb wins over what stands before it."""
    return [
        _option("--db", "db", metavar="PATH", help="The record's file.  [default: diurna.db]"),
        _option("--as-of", "as_of", type=LAST_DAY, help="Only what had been asserted by this day."),
        _option("--published-by", "published_by", type=LAST_DAY, help="Only reports that were out by this day."),
        _option("--recorded-by", "recorded_by", type=MOMENT, help="Only what this record held at that time (UTC)."),
        _option("--json", "as_json", is_flag=True, default=None, help="Print JSON."),
    ]


reader_option = click.option(
    "--reader",
    envvar="DIURNA_READER",
    metavar="NAME",
    help="Read the language with another reader, such as spacy:en_core_web_sm (or set DIURNA_READER).",
)


def _option(flag: str, name: str, **attributes: Any) -> click.Option:
    return click.Option([flag, name], expose_value=False, callback=_remember, **attributes)


def _remember(context: click.Context, option: click.Parameter, value: Any) -> None:
    root = context.find_root()
    known = root.obj if isinstance(root.obj, Settings) else Settings()
    root.obj = known if value is None or not option.name else dataclasses.replace(known, **{option.name: value})


class Verb(click.Command):
    """A verb: a command that also takes the shared options."""

    def __init__(self, *args: Any, **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self.params.extend(shared_options())


@contextmanager
def opened(settings: Settings, *, make: bool = False) -> Iterator[Ledger]:
    """Open the record; raises BadInput when there is none and it is not to be made."""
    from diurna.ledger import Ledger

    if not make and not Path(settings.db).exists():
        raise BadInput(settings.db, "no record here yet; `diurna read PATH...` makes one")
    with Ledger.open(settings.db) as ledger:
        yield ledger


@contextmanager
def record_view(settings: Settings) -> Iterator[View]:
    """Open the record and look at it as the settings say."""
    with opened(settings) as ledger:
        yield settings.view(ledger)
