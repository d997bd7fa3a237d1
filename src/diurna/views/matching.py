"""Which events of the record a question is about, and how well each fits.

Every party that the question names must take part. Where a detail of the question (date, place, qualifier, country)
can only be said to be compatible with an event, the fit is looser, and looser fits count only when nothing fits better.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diurna.model import Edtf, Entity, Event, LocalEntity, Participant, Place, Question
from diurna.vocabulary.families import kinds_answering

if TYPE_CHECKING:
    from diurna.ledger import View

_NEGATIVE = frozenset({"not_planned", "did_not_happen", "denied", "cancelled"})
_MUTUAL_TYPE, _VISIT = "CONSULT", "visit"


@dataclass(frozen=True, slots=True)
class Party:
    """A party of the question: ids of the entities it may be, ids of those that act for that country, its code."""

    role: str
    entities: frozenset[str]
    agents: frozenset[str] = frozenset()
    country: str | None = None
    name: str = ""


def matches(view: View, question: Question) -> tuple[Event, ...]:
    """Return the events that fit the question best, all equally well; empty when none fits."""
    parties = _parties(view, question)
    if any(not party.entities and not party.country for party in parties):
        return ()
    fits = [(event, _looseness(view, question, parties, event)) for event in view.events()]
    best = min((loose for _, loose in fits if loose is not None), default=None)
    return tuple(event for event, loose in fits if loose == best) if best is not None else ()


def _looseness(view: View, question: Question, parties: Iterable[Party], event: Event) -> int | None:
    """How many details fit only loosely; None when the event is another one."""
    parts = [
        _kind(question, event),
        *(_party(party, event) for party in parties),
        _date(question.date, event),
        _place(_place_beside(question), event),
        _qualifiers(view, question, event),
    ]
    return None if any(part is None for part in parts) else sum(part for part in parts if part is not None)


# -- what happened --------------------------------------------------------------------------------------------------


def _kind(question: Question, event: Event) -> int | None:
    if not question.kinds:
        return 0 if not question.types or event.type in question.types else None
    if event.kind in kinds_answering(question.kinds):
        return 0 if event.kind in question.kinds else 1 if event.type != _MUTUAL_TYPE else 0
    # Meetings, visits and calls share a type and are different things; elsewhere kinds of one type lie close together.
    return 3 if event.type in question.types and event.type != _MUTUAL_TYPE else None


# -- who ------------------------------------------------------------------------------------------------------------


def _parties(view: View, question: Question) -> tuple[Party, ...]:
    local = {entity.key: entity for entity in question.entities}
    return tuple(_as_party(view, participant, local.get(participant.entity)) for participant in question.participants)


def _as_party(view: View, participant: Participant, local: LocalEntity | None) -> Party:
    names = (participant.name, *((local.name, *local.names) if local else ()))
    found = _named(view, names, local)
    if local is None or local.type != "country":
        return Party(participant.role, frozenset(e.id for e in found), name=participant.name)
    code = local.country or local.known
    agents = frozenset(e.id for e in view.entities() if code and e.country == code and e.type != "country")
    own = frozenset(e.id for e in view.entities() if code and e.type == "country" and e.country == code)
    return Party(participant.role, own | {e.id for e in found}, agents, code, participant.name)


def _named(view: View, names: Iterable[str], local: LocalEntity | None) -> list[Entity]:
    """The entities under the first of the names that any bears; a person is never an organization of that name."""
    for name in dict.fromkeys(names):
        found = [e for e in view.find_entities(name) if local is None or _same_sort(e, local)]
        if found:
            return found
    return []


def _same_sort(entity: Entity, local: LocalEntity) -> bool:
    return (entity.type == "person") == (local.type == "person")


def _party(party: Party, event: Event) -> int | None:
    """0 for the party itself in its role, 1 for its place, 2 for somebody of that country; None for nobody."""
    playing = [p for p in event.participants if _role_fits(party.role, p.role, event)]
    if any(p.entity in party.entities for p in playing):
        return 0
    if _hosts(party, event):
        return 0 if event.kind == _VISIT else 1
    return 2 if any(p.entity in party.agents for p in playing) else None


def _role_fits(asked: str, played: str, event: Event) -> bool:
    """Whoever meets, meets; in everything else actor and recipient are not the same."""
    if event.type == _MUTUAL_TYPE and event.kind != _VISIT:
        return True
    return asked == played or "other" in (asked, played)


def _hosts(party: Party, event: Event) -> bool:
    """Whether the event takes place in the country (or at the place) that the party is."""
    if party.role == "actor" or event.place is None:
        return False
    if party.country is not None and event.place.country is not None:
        return event.place.country == party.country
    return f" {_bare(party.name)} " in f" {_bare(event.place.name)} "


# -- when, where, which ---------------------------------------------------------------------------------------------


def _date(asked: Edtf | None, event: Event) -> int | None:
    if asked is None:
        return 0
    date = event.date
    if date is None:
        return 4
    if not date.overlaps(asked):
        return None
    if date.earliest is None or date.latest is None:
        return 3
    # What is ruled out for a longer time is ruled out for each day of it; what happened some time in it is not.
    return 0 if asked.contains(date) or event.standing in _NEGATIVE or date.days == asked.days else 1


def surely_within(event: Event, asked: Edtf | None) -> bool:
    """Return whether what happened is known to fall into the time asked for, as far as a report can know it.

    A report that tells of the recent past without a date gives "by the day it came out": that will do when this day
    lies in the time asked for ("did they meet this week?"), not when it lies elsewhere ("did they meet last May?").
    """
    if asked is None or event.standing != "happened":
        return True
    known = [day for day in (event.date.earliest, event.date.latest) if day] if event.date else []
    return len(known) == 2 or any(asked.contains(Edtf.day(day)) for day in known)


def _place_beside(question: Question) -> Place | None:
    """The place asked for, unless it is one of the parties (the country visited): those are matched as parties."""
    place = question.place
    return None if place is None or any(_same(place.name, p.name) for p in question.participants) else place


def _place(asked: Place | None, event: Event) -> int | None:
    if asked is None:
        return 0
    if event.place is None:
        return 2
    if _same(asked.name, event.place.name):
        return 0
    if asked.country is None or asked.country != event.place.country:
        return None
    return 0 if _names_country(asked) else 1 if _names_country(event.place) else None


def _names_country(place: Place) -> bool:
    from diurna.vocabulary.countries import country_named

    found = country_named(place.name)
    return found is not None and found.iso3 == place.country


def _same(one: str, other: str) -> bool:
    return _bare(one) == _bare(other)


def _bare(name: str) -> str:
    """The name without case, article, possessive and marks: "Russia’s eastern regions" holds "russia"."""
    words = re.findall(r"\w+", re.sub(r"['’]s\b", "", name.casefold()))
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def _qualifiers(view: View, question: Question, event: Event) -> int | None:
    """Words such as "state" or "Andean"; where they are all that the question has to go by, one of them must fit."""
    if not question.qualifiers:
        return 0
    borne = {word.casefold() for claim in view.claims(event.id) for word in claim.qualifiers}
    borne.update(_bare(event.name).split() if event.name else ())
    if borne & {word.casefold() for word in question.qualifiers}:
        return 0
    return None if not question.participants else 2 if borne else 1
