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
from diurna.ledger.said import first_day, said_on, status_as_said, voice
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
    """One claim as the linker sees it. Sets hold entity ids, or ISO3 codes where they speak of states.

    `named` are all parties with a proper name, `states` the countries (or else bodies) that they belong to, `goal`
    where a visitor goes, `cast` the people and bodies that the whole report names. `contrasts` and `others` are the
    qualifiers that tell occasions apart, `definite` says that the words point back, `moves` that a plan got a new date.
    """

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
    country: frozenset[str]
    cast: frozenset[str]
    contrasts: Mapping[str, str]
    others: frozenset[str]
    definite: bool
    moves: bool

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
    preparation = _Preparation({claim.id: claim for claim in chosen}, links, reports)
    return [preparation.mention(claim) for claim in chosen]


class _Preparation:
    """What all claims share while they are prepared."""

    def __init__(self, claims: Mapping[str, Claim], links: EntityLinks, reports: Mapping[str, Report]) -> None:
        self._claims, self._links, self._reports = claims, links, reports
        self._entities = {entity.id: entity for entity in links.entities}
        self._proper = {entity.id for entity in links.entities if is_proper(entity.name)}
        self._casts = self._cast_of_reports()

    def _cast_of_reports(self) -> dict[str, frozenset[str]]:
        """The people and bodies that each report names."""
        found: dict[str, set[str]] = {}
        for (report, _), key in self._links.of.items():
            if key in self._proper and self._entities[key].type in ("person", "organization"):
                found.setdefault(report, set()).add(key)
        return {report: frozenset(cast) for report, cast in found.items()}

    def _parties(self, claim: Claim) -> list[tuple[str, Entity]]:
        """The parties with a proper name and their roles; places take no part in anything.

        "The meeting included ..." names those who were there beside the ones that the report has named.
        """
        told = self._claims.get(claim.occasion or "")
        taken_up = told.participants if told is not None and takes_up(claim, told) else ()
        found: dict[str, tuple[str, Entity]] = {}
        for party in (*claim.participants, *taken_up):
            entity = self._entities[self._links.of[claim.report, party.entity]]
            if entity.id in self._proper and entity.type != "place":
                found.setdefault(entity.id, (party.role, entity))
        return list(found.values())

    def mention(self, claim: Claim) -> Mention:
        said = said_on(claim, self._reports[claim.report].published.edtf)
        parties = self._parties(claim)
        states_only = rules.of_states(claim.kind)
        place = claim.place

        def of(role: str) -> frozenset[str]:
            return frozenset(_party(entity, states_only) for own, entity in parties if own == role)

        return Mention(
            claim=claim,
            family=rules.family(claim.kind),
            frame=rules.frame(claim.kind),
            cls=_CLASS[status_as_said(claim, said)],
            window=_window(claim, self._claims, said),
            said=first_day(said),
            voice=voice(claim),
            persons=frozenset() if states_only else frozenset(e.id for _, e in parties if e.type == "person"),
            actors=of("actor"),
            recipients=of("recipient"),
            states=frozenset(e.country or e.id for _, e in parties),
            named=frozenset(e.id for _, e in parties),
            goal=_goal(claim, [entity for role, entity in parties if role == "recipient"]),
            town=folded(place.name) if place else "",
            name=_name_tokens(claim.name),
            country=frozenset({place.country}) if place and place.country else frozenset(),
            cast=self._casts.get(claim.report, frozenset()),
            contrasts=_contrasts(claim),
            others=frozenset(q.casefold() for q in claim.qualifiers) & rules.other_words(),
            definite=_points_back(claim),
            moves=rules.rescheduling().search(claim.evidence.exact) is not None,
        )


def _goal(claim: Claim, recipients: list[Entity]) -> frozenset[str]:
    """Where a visitor goes: the country of the place, or the countries of the hosts, or else the place itself."""
    place = claim.place
    if place and place.country:
        return frozenset({place.country})
    hosts = frozenset(e.country for e in recipients if e.country)
    return hosts | {folded(place.name)} if place else hosts


def _contrasts(claim: Claim) -> Mapping[str, str]:
    groups = rules.contrast_groups()
    return {groups[word]: word for word in (q.casefold() for q in claim.qualifiers) if word in groups}


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
    dated = claim.date if claim.date is not None and (claim.date_text or claim.date.days is not None) else None
    low, high = (dated.earliest, dated.latest) if dated else _during(claim, by_id, said)
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


def takes_up(claim: Claim, told: Claim) -> bool:
    """Whether a claim that is bound to another speaks of that very happening, not of one during it."""
    return claim.report == told.report and rules.family(claim.kind) == rules.family(told.kind)


def _during(claim: Claim, by_id: Mapping[str, Claim], said: Edtf | None) -> Window:
    """The days of the occasion that an undated claim is bound to; a visit may last some days after its date."""
    occasion = by_id.get(claim.occasion or "")
    if occasion is None or occasion.date is None:
        return None, None
    low, high = occasion.date.earliest, occasion.date.latest
    if not takes_up(claim, occasion) and rules.frame(occasion.kind) == "visitor":
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


def both_narrow(a: Mention, b: Mention) -> bool:
    """Whether both dates are exact enough to tell an occasion."""
    return all(m.span is not None and m.span <= rules.days().narrow for m in (a, b))


def when(m: Mention) -> str:
    """The mention's date in the report's words, or as a value."""
    return m.claim.date_text or str(m.claim.date or "")
