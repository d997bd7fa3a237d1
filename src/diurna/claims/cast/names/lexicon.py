"""Names that the vocabulary knows: they replace what the model marked, unless the model has a longer name there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from diurna.claims.cast.names.name import Name, NameType, is_proper
from diurna.language import Reading
from diurna.vocabulary.countries import country_named, country_of_capital, country_of_demonym
from diurna.vocabulary.offices import title_at
from diurna.vocabulary.organizations import organization_named
from diurna.vocabulary.places import place_country

_LONGEST = 7


def with_vocabulary(reading: Reading, names: list[Name]) -> list[Name]:
    """The names with those of the vocabulary put in; whatever these overlap goes, unless it is longer."""
    surnames = {reading.forms[name.end - 1] for name in names if name.type == "person" and len(name) > 1}
    covered = {token: name for name in names for token in range(name.start, name.end)}
    kept = dict.fromkeys(names)
    found: list[Name] = []
    token = 0
    while token < len(reading):
        old = covered.get(token)
        if old is not None and old.type == "person" and len(old) == 1 and reading.forms[token] in surnames:
            token += 1
            continue
        match = _known_at(reading, token, covered)
        if match is None:
            token += 1
            continue
        for old in {covered[i] for i in range(match.start, match.end) if i in covered}:
            kept.pop(old, None)
        found.append(match)
        token = match.end
    return [*kept, *found]


def _known_at(reading: Reading, start: int, covered: dict[int, Name]) -> Name | None:
    """The longest name of the vocabulary that starts here, unless the model has a longer name around it."""
    if not reading.forms[start][:1].isupper():
        return None
    _, stop = reading.sentence_bounds(reading.sentence_of(start))
    for end in range(min(stop, start + _LONGEST), start, -1):
        if not reading.forms[end - 1][:1].isupper() or not _credible(reading, start, end, covered):
            continue
        name = look_up(reading, start, end)
        if name is None:
            continue
        around = [covered[i] for i in range(start, end) if i in covered]
        longer = any(len(old) > len(name) and not (old.start >= start and old.end <= end) for old in around)
        return None if (longer and name.type != "demonym") or _inside_person(around, name) else name
    return None


def _inside_person(around: list[Name], name: Name) -> bool:
    return any(old.type == "person" and len(old) > len(name) for old in around) or (
        name.type == "demonym" and any(len(old) > len(name) for old in around)
    )


def _credible(reading: Reading, start: int, end: int, covered: dict[int, Name]) -> bool:
    return end - start > 1 or start in covered or is_proper(reading, start) or reading.upos[start] in ("ADJ", "NOUN")


def look_up(reading: Reading, start: int, end: int) -> Name | None:
    """The name that the vocabulary knows at exactly this span, or None."""
    known = _known(" ".join(reading.span_text(start, end).split()))
    if known is None or (known.type == "demonym" and end - start > 3):
        return None
    if reading.upos[start] in ("ADJ", "NOUN") and end - start == 1 and known.type not in ("country", "demonym"):
        return None
    if known.minor and end - start == 1 and reading.name_at(start) is None:
        return None
    if known.press and _within_title(reading, start, end):
        return None
    return Name(start, end, known.type, known.id, known.country)


@dataclass(frozen=True, slots=True)
class _Known:
    type: NameType
    id: str | None
    country: str | None
    press: bool = False
    minor: bool = False


@lru_cache(maxsize=32768)
def _known(text: str) -> _Known | None:
    """What the vocabulary knows a name as: a country first, then its people, a body, a seat, a place."""
    if country := country_named(text):
        return _Known("country", country.iso3, country.iso3)
    if nation := country_of_demonym(text):
        return _Known("demonym", nation.iso3, nation.iso3)
    if body := organization_named(text):
        return _Known("organization", body.id, body.country, body.sector == "JRN")
    if capital := country_of_capital(text):
        return _Known("place", None, capital.iso3)
    if "," not in text and (iso3 := place_country(text)):
        return _Known("place", None, iso3, minor=True)
    return None


def _within_title(reading: Reading, start: int, end: int) -> bool:
    """Whether the words are part of a title: "Foreign Affairs" the magazine, but "Foreign Affairs spokesman"."""
    return any(
        (match := title_at(reading.forms[first : first + 8])) is not None and first + match[0] >= end
        for first in range(max(0, start - 3), start + 1)
    )


def hosts(reading: Reading, happening: Name) -> Iterator[Name]:
    """The body or country whose name opens the name of a happening: "NATO Summit"."""
    for end in range(happening.end - 1, happening.start, -1):
        host = look_up(reading, happening.start, end)
        if host is not None and host.type in ("organization", "country") and host.known is not None:
            yield replace(host, title=host.start)
            return
