"""What exists only from or until a certain day: states, bodies, treaties and products by which a text can be dated."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from diurna.vocabulary._dates import first_day, last_day
from diurna.vocabulary._files import read_table, several


@dataclass(frozen=True, slots=True)
class Lifetime:
    """From when and until when something exists or goes by its name; None where the table names no such day."""

    name: str
    start: dt.date | None
    end: dt.date | None


@cache
def lifetimes() -> Mapping[str, Lifetime]:
    """All lifetimes by each of their names, in the case in which they are written."""
    found = {}
    for names, start, end in read_table("lifetimes.tsv", 3):
        for name in several(names):
            found[name] = Lifetime(name, first_day(start) if start else None, last_day(end) if end else None)
    return MappingProxyType(found)
