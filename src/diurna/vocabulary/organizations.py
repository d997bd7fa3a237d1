"""Organizations known by name: international bodies, seats of government, ministries, media, parties, armed groups."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from diurna.vocabulary._files import read_table, read_toml, several
from diurna.vocabulary._text import NameIndex, normal, plain
from diurna.vocabulary.countries import Country, countries, country_named, country_of_capital, country_of_demonym
from diurna.vocabulary.offices import spelled


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


@lru_cache(maxsize=32768)
def organization_named(name: str) -> Organization | None:
    """The organization of this name or alias; acronyms by their own case ("WHO" but not "who").

    A body that every country has is known by its country: "the Polish Foreign Ministry", "Ministry of Defence of
    Ukraine", "Japan's parliament"; its id is made of both ("org:pol-foreign").
    """
    return _by_name().find(name) or _national(name)


@cache
def _bodies() -> dict[str, tuple[str, str, str]]:
    """Folded name of a body -> its key, usual name and sector."""
    data = read_toml("bodies.toml")
    found: dict[str, tuple[str, str, str]] = {}
    for key, body in data["bodies"].items():
        for name in body["names"]:
            found.setdefault(normal(name), (key, body["name"], body["sector"]))
    sectors: dict[str, str] = data["ministry"]["sectors"]
    usual: dict[str, str] = {}
    for pattern in data["ministry"]["names"]:
        for name, portfolio in spelled(pattern):
            sector = sectors.get(portfolio, sectors["default"])
            found.setdefault(normal(name), (portfolio, usual.setdefault(portfolio, name), sector))
    return found


def government_body(name: str, country: str) -> Organization | None:
    """The body of that country (ISO3) that is called so there: ("Foreign Ministry", "POL"), ("parliament", "JPN")."""
    body = _bodies().get(normal(name))
    owner = countries().get(country)
    if body is None or owner is None:
        return None
    key, usual, sector = body
    adjective = owner.demonyms[0] if owner.demonyms else owner.name
    full = f"{adjective} {usual}"
    own = _by_name().find(full)
    if own is not None and own.country == country:
        return own
    return Organization(f"org:{country.lower()}-{key}", full, (full,), country, False, sector)


def _national(name: str) -> Organization | None:
    """A body named with its country before it ("Polish", "Poland's", "US") or behind it ("of Poland")."""
    words = plain(name).removeprefix("the ").removeprefix("The ").split()
    for cut in range(min(4, len(words) - 1), 0, -1):
        owner = _owner(" ".join(words[:cut]))
        found = government_body(" ".join(words[cut:]), owner.iso3) if owner else None
        if found is not None:
            return found
    for cut in (at for at in range(len(words) - 2, 0, -1) if words[at] == "of"):
        owner = country_named(" ".join(words[cut + 1 :]))
        found = government_body(" ".join(words[:cut]), owner.iso3) if owner else None
        if found is not None:
            return found
    return None


def _owner(name: str) -> Country | None:
    bare = name.removesuffix("'s").removesuffix("'")
    return country_of_demonym(name) or country_named(bare) or (country_of_capital(bare) if bare != name else None)
