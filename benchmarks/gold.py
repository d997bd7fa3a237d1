"""Reference records: what a careful human reader enters for a story, and when our values agree with theirs.

A reference record is a YAML file. `reports` name the files; `entities` list the names that mean one party; `events` are
the happenings, `claims` the sentences about them (a quote, a status, the chain of sources); `changes`, `no_change` and
`questions` say what follows. `also` holds other acceptable values: on a claim a word is another status and a list is
another chain of sources; elsewhere it is another status, date or answer. Dates are EDTF or `{earliest, latest}`.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from diurna.model import Edtf

Item = dict[str, Any]

GRACE = dt.timedelta(days=1)
"""How far a date may lie outside the reference: a day, for time zones and nights."""

KINDS: dict[str, frozenset[str]] = {
    kind: frozenset(types.split())
    for kind, types in {
        "meeting": "CONSULT",
        "visit": "CONSULT",
        "summit": "CONSULT",
        "conference": "CONSULT",
        "call": "CONSULT",
        "negotiation": "CONSULT",
        "invitation": "AGREE CONSULT REQUEST",
        "pledge": "AGREE SUPPORT CONCEDE AID",
        "agreement": "AGREE SUPPORT COOPERATE",
        "deployment": "MOBILIZE AID COOPERATE",
        "threat": "THREATEN",
        "sanction": "SANCTION COERCE",
        "attack": "ASSAULT",
        "protest": "PROTEST",
        "test": "MOBILIZE ASSAULT",
        "withdrawal": "RETREAT SANCTION REJECT CONCEDE",
        "lawsuit": "ACCUSE",
        "accusation": "ACCUSE",
        "support": "SUPPORT",
        "aid": "AID",
        "request": "REQUEST",
        "rejection": "REJECT",
        "release": "RETREAT",
    }.items()
}
"""The event types that count as a reference kind; a kind that is not here goes with any type."""

_TITLES = re.compile(r"^(?:the|mr|mrs|ms|president|prime minister|foreign minister|minister|secretary) ")


@dataclass(frozen=True)
class Gold:
    """One reference record with the texts of its reports, by report id."""

    data: Item
    texts: dict[str, str]

    @classmethod
    def load(cls, file: Path, folder: Path | None = None) -> Gold:
        """Read a reference record; its reports lie in `folder`, by default beside it."""
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
        where = folder or file.parent
        return cls(data, {r["id"]: (where / r["file"]).read_text(encoding="utf-8") for r in data["reports"]})

    def __getitem__(self, key: str) -> list[Any]:
        return self.data.get(key) or []

    @cached_property
    def events(self) -> dict[str, Item]:
        """The events by id."""
        return {event["id"]: event for event in self["events"]}

    @cached_property
    def owner(self) -> dict[str, str]:
        """Which entity each known name means, by folded name."""
        return {fold(name): entity["id"] for entity in self["entities"] for name in entity["names"]}

    def names(self, words: list[str]) -> set[str]:
        """The folded forms of the words, and of all names of the entities that a word is the id of."""
        forms = {e["id"]: e["names"] for e in self["entities"]}
        return {fold(form) for word in words for form in [word, *forms.get(word, [])]} - {""}


def fold(name: object) -> str:
    """A name without accents, case, punctuation and one leading title, to compare names by."""
    plain = unicodedata.normalize("NFKD", str(name)).encode("ascii", "ignore").decode().casefold()
    return _TITLES.sub("", re.sub(r"[^a-z0-9]+", " ", plain).strip()).strip()


def accepted(item: Item, key: str) -> list[str]:
    """All values that `item` accepts under `key`, as words."""
    return [str(item[key]), *(str(other) for other in item.get("also", []) if not isinstance(other, list))]


def chains(claim: Item) -> list[list[list[str]]]:
    """All chains of sources that the reference accepts for a claim, outermost level first."""
    return [levels(c) for c in [claim.get("sources") or [], *(o for o in claim.get("also", []) if isinstance(o, list))]]


def levels(chain: list[Any]) -> list[list[str]]:
    """A chain of sources with every level as a list of names."""
    return [level if isinstance(level, list) else [str(level)] for level in chain]


def interval(date: object) -> Edtf:
    """The days that a reference date allows."""
    if isinstance(date, dict):
        return Edtf.between(_day(date.get("earliest")), _day(date.get("latest")))
    return Edtf.parse(str(date))


def _day(value: object) -> dt.date | None:
    return None if value is None else dt.date.fromisoformat(str(value))


def date_agrees(reference: object, ours: str | None) -> bool:
    """True when every day that `ours` can mean lies inside the reference, give or take a day."""
    allowed = interval(reference)
    low = allowed.earliest and allowed.earliest - GRACE
    high = allowed.latest and allowed.latest + GRACE
    return ours is not None and Edtf.between(low, high).contains(Edtf.parse(ours))


def source_agrees(gold: Gold, claim: Item, ours: list[list[str]]) -> bool:
    """True when the innermost source is one that the reference accepts, or when both have none."""
    return any(_same_innermost(gold, chain, ours) for chain in chains(claim))


def _same_innermost(gold: Gold, theirs: list[list[str]], ours: list[list[str]]) -> bool:
    if not theirs or not ours:
        return not theirs and not ours
    return any(a in b or b in a for a in gold.names(theirs[-1]) for b in gold.names(ours[-1]))


def is_date(value: object) -> bool:
    """True for a value that is written as a date."""
    return bool(re.match(r"\d{4}", str(value)))


def answer_agrees(gold: Gold, wanted: object, ours: Item) -> bool:
    """True when an answer (as `ask --json` gives it) has the wanted status, or all wanted dates and names."""
    if isinstance(wanted, str) and not is_date(wanted):
        return bool(ours.get("answer") == wanted)
    return all(_answer_has(gold, part, ours) for part in (wanted if isinstance(wanted, list) else [wanted]))


def _answer_has(gold: Gold, part: object, ours: Item) -> bool:
    if is_date(part):
        return any(date_agrees(part, date) for date in ours.get("dates", []))
    forms = gold.names([gold.owner[fold(part)]]) if fold(part) in gold.owner else {fold(part)}
    return bool(forms & {fold(name) for name in ours.get("names", [])})
