"""Organizations known by name: international bodies, seats of government, ministries, media, parties, armed groups."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from diurna.vocabulary._files import read_table, several
from diurna.vocabulary._text import NameIndex


@dataclass(frozen=True, slots=True)
class Organization:
    """An organization: `country` is ISO3 for national ones, `sector` a PLOVER sector code (GOV, IGO, JRN ...).

    `metonym` is true for a building or place that stands for an office: the Kremlin, Downing Street.
    """

    id: str
    name: str
    names: tuple[str, ...]
    country: str | None
    metonym: bool
    sector: str


@cache
def organizations() -> tuple[Organization, ...]:
    """All organizations of the vocabulary, in the order of its file."""
    return tuple(
        Organization(f"org:{key}", name, (name, *several(aliases)), country or None, bool(metonym), sector)
        for key, name, aliases, country, sector, metonym in read_table("organizations.tsv", 6)
    )


@cache
def _by_name() -> NameIndex[Organization]:
    return NameIndex(((name, body) for body in organizations() for name in body.names), proper=True)


def organization_named(name: str) -> Organization | None:
    """The organization of this name or alias; acronyms by their own case ("WHO" but not "who")."""
    return _by_name().find(name)
