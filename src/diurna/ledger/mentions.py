"""A claim prepared for comparison: who, when, where and by whose voice, with entity ids and day bounds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from diurna.ledger import rules
from diurna.ledger.entities import EntityLinks
from diurna.ledger.names import folded, is_proper
from diurna.ledger.said import first_day, said_on, voice
from diurna.model import Claim, Edtf, Entity, Report

Class = Literal["happened", "future", "refused", "negated", "cancelled", "open"]
_CLASS: dict[str, Class] = {
    "happened": "happened", "planned": "future", "expected": "future", "possible": "future", "not_planned": "refused",
    "did_not_happen": "negated", "denied": "negated", "cancelled": "cancelled", "unknown": "open",
}  # fmt: skip
_GENERIC_NAME = frozenset("summit forum conference meeting talks dialogue annual the of and on for in".split())
Window = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Mention:
    """One claim as the linker sees it. Sets hold entity ids, or ISO3 codes where they speak of states."""

    claim: Claim
    family: str
    frame: str
    cls: Class
    window: Window
    said: date | None
    voice: str
    persons: frozenset[str]
    actors: frozenset[str]
    recipients: frozenset[str]
    states: frozenset[str]
    named: frozenset[str]
    goal: frozenset[str]
    town: str
    name: frozenset[str]
    cast: frozenset[str]
    definite: bool

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def span(self) -> int | None:
        """How many days the window has; None when an end is open."""
        low, high = self.window
        return (high - low).days + 1 if low and high else None

    @property
    def dated(self) -> bool:
        """Whether both ends of the window are known."""
        return self.span is not None


def prepare(claims: Iterable[Claim], links: EntityLinks, reports: Mapping[str, Report]) -> list[Mention]:
    """Return the mentions of these claims, sorted by id."""
    chosen = sorted(claims, key=lambda c: c.id)
    by_id = {claim.id: claim for claim in chosen}
    entities = {entity.id: entity for entity in links.entities}
    casts = _casts(links, entities)
    return [_mention(claim, by_id, links, entities, reports, casts) for claim in chosen]


def _casts(links: EntityLinks, entities: Mapping[str, Entity]) -> dict[str, frozenset[str]]:
    """The people and bodies that each report names."""
    found: dict[str, set[str]] = {}
    for (report, _), key in links.of.items():
        if entities[key].type in ("person", "organization") and is_proper(entities[key].name):
            found.setdefault(report, set()).add(key)
    return {report: frozenset(cast) for report, cast in found.items()}


def _mention(
    claim: Claim,
    by_id: Mapping[str, Claim],
    links: EntityLinks,
    entities: Mapping[str, Entity],
    reports: Mapping[str, Report],
    casts: Mapping[str, frozenset[str]],
) -> Mention:
    report = reports[claim.report]
    when = said_on(claim, report.published.edtf)
    parties = [(p.role, entities[links.of[claim.report, p.entity]]) for p in claim.participants]
    parties = [(role, entity) for role, entity in parties if is_proper(entity.name) and entity.type != "place"]
    states_only = rules.of_states(claim.kind)
    place = claim.place

    def of(*roles: str) -> frozenset[str]:
        return frozenset(_party(e, states_only) for role, e in parties if role in roles)

    recipients = [e for role, e in parties if role == "recipient"]
    goal = {place.country or folded(place.name)} if place else set()
    if not (place and place.country):
        goal |= {e.country for e in recipients if e.country}
    return Mention(
        claim=claim,
        family=rules.family(claim.kind),
        frame=rules.frame(claim.kind),
        cls=_CLASS[claim.status],
        window=_window(claim, by_id, when),
        said=first_day(when),
        voice=voice(claim),
        persons=frozenset() if states_only else frozenset(e.id for _, e in parties if e.type == "person"),
        actors=of("actor"),
        recipients=of("recipient"),
        states=frozenset(e.country or e.id for _, e in parties),
        named=frozenset(e.id for _, e in parties),
        goal=frozenset(goal),
        town=folded(place.name) if place else "",
        name=_name_tokens(claim.name),
        cast=casts.get(claim.report, frozenset()),
        definite=_points_back(claim),
    )


def _party(entity: Entity, states_only: bool) -> str:
    return (entity.country or entity.id) if states_only else entity.id


def _name_tokens(name: str | None) -> frozenset[str]:
    if not name:
        return frozenset()
    tokens = frozenset(folded(name).split())
    return tokens - _GENERIC_NAME or tokens


def _points_back(claim: Claim) -> bool:
    """Whether the words before the trigger point back: "the meeting", "that visit", "their June summit"."""
    before = claim.evidence.exact[: max(claim.trigger.start - claim.evidence.start, 0)]
    if claim.trigger.start < claim.evidence.start or not re.search(r"\S", before):
        before = claim.trigger.text.rpartition(" ")[0] + " "
    return bool(rules.back_reference().search(before if before.endswith(" ") else before + " "))


def _window(claim: Claim, by_id: Mapping[str, Claim], said: Edtf | None) -> Window:
    """The days on which the happening can lie: by its date, its occasion's date, or its tense and assertion."""
    low, high = (claim.date.earliest, claim.date.latest) if claim.date else _during(claim, by_id, said)
    if said is not None and claim.status not in ("unknown", "cancelled"):
        if claim.tense == "past_or_present" and high is None:
            high = said.latest
        if claim.tense == "future" and low is None and high is None:
            low = said.earliest
    if said is not None and claim.tense == "future" and claim.status in ("planned", "expected", "possible"):
        low = _ahead_of(said.earliest, low, high)
    return (low, high) if not (low and high and high < low) else (high, high)


def _ahead_of(said: date | None, low: date | None, high: date | None) -> date | None:
    """A plan for a longer time ("in May") speaks of what is left of it on the day after it was announced."""
    exact = low is not None and high is not None and (high - low).days < rules.days().narrow
    if exact or said is None or (low is not None and low > said) or (high is not None and high <= said):
        return low
    return later(said, 1) if low is not None and high is not None else said


def _during(claim: Claim, by_id: Mapping[str, Claim], said: Edtf | None) -> Window:
    """The days of the occasion that an undated claim is bound to; a visit may last some days after its date."""
    occasion = by_id.get(claim.occasion or "")
    if occasion is None or occasion.date is None:
        return None, None
    low, high = occasion.date.earliest, occasion.date.latest
    if rules.frame(occasion.kind) == "visitor":
        high = later(high, rules.days().stay)
    over = claim.tense == "future" and said and said.earliest and high and high < said.earliest
    return (None, None) if over else (low, high)


def apart(a: Window, b: Window) -> int:
    """How many days lie between two windows; 0 when some day can be in both."""
    for (_, high), (low, _) in ((a, b), (b, a)):
        if high and low and high < low:
            return (low - high).days
    return 0


def later(day: date | None, days: int) -> date | None:
    """The day so many days later; None stays None."""
    return None if day is None else day + timedelta(days=days)
