"""Who held which office from when to when: what dates a text that names its holder."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from diurna.vocabulary._dates import first_day, last_day
from diurna.vocabulary._files import read_table, several
from diurna.vocabulary.names import family_name_first


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person's time in one office: `country` is ISO3 ("" for an international body), `titles` are the office's.

    `start` is the first and `end` the last day on which the person can have held it; None where no end is known.
    """

    country: str
    titles: tuple[str, ...]
    name: str
    names: tuple[str, ...]
    start: dt.date
    end: dt.date | None

    @property
    def short_names(self) -> frozenset[str]:
        """What stands for the name behind the title: "Clinton", "Xi"; with the family name in front, also "Lam"."""
        parts = (0, -1) if family_name_first(self.country) else (-1,)
        return frozenset(name.split()[part] for name in self.names for part in parts)


@cache
def tenures() -> tuple[Tenure, ...]:
    """All tenures of the table."""
    return tuple(_tenures())


def _tenures() -> Iterator[Tenure]:
    for country, titles, cell in read_table("incumbents.tsv", 3):
        holders = [holder.split(" ", 1) for holder in cell.split("; ")]
        ends = [last_day(start) for start, _ in holders[1:]]
        for (start, written), end in zip(holders, [*ends, None], strict=True):
            names = several(written)
            if written != "-":
                yield Tenure(country, several(titles), names[0], names, first_day(start), end)
