"""An immutable look at the record: everything that follows from what had been asserted by a date."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

import msgspec

from diurna.ledger import find, store
from diurna.ledger.entities import EntityLinks, link_entities
from diurna.ledger.events import EventLinks, event_id, link_events
from diurna.ledger.explain import explain_link
from diurna.ledger.history import changes, history
from diurna.ledger.linked import dated_by_links
from diurna.ledger.said import Setting, first_day, in_order
from diurna.ledger.speakers import speakers
from diurna.ledger.standing import standing_of
from diurna.ledger.store import Stored
from diurna.ledger.summary import summarize
from diurna.ledger.values import StandingAt
from diurna.model import Change, Claim, Entity, Event, Extraction, NotFound, Participant, Report, Statement

K = TypeVar("K")
V = TypeVar("V")


class View:
    """One snapshot of the ledger; made by `Ledger.view`. Lists are sorted; unknown ids raise NotFound.

    What a view tells as of D depends on nothing that was asserted after D. It reads the store when first asked and
    keeps what it computed.
    """

    def __init__(
        self,
        db: sqlite3.Connection,
        *,
        as_of: date | None = None,
        published_by: date | None = None,
        recorded_by: datetime | None = None,
    ) -> None:
        self.as_of = as_of
        self.published_by = published_by
        self.recorded_by = recorded_by
        self._db = db
        self._up_to = store.last_seq(db)

    # -- what is seen -------------------------------------------------------------------------------------------

    @cached_property
    def _seen(self) -> tuple[Extraction, ...]:
        """The extractions with only the claims and statements that count; reports that add nothing are left out."""
        found = []
        for stored in store.load(self._db, self._up_to, self.recorded_by):
            if self._is_out(stored):
                seen = self._asserted(stored)
                if seen is not None:
                    found.append(seen)
        return tuple(found)

    def _is_out(self, stored: Stored) -> bool:
        known = first_day(stored.extraction.report.published.edtf) or stored.recorded_at.date()
        return self.published_by is None or known <= self.published_by

    def _asserted(self, stored: Stored) -> Extraction | None:
        """What the report asserted by the view's date; something undated was asserted by when it was recorded."""
        whole, by = stored.extraction, self.as_of
        if by is None:
            return whole
        out = first_day(whole.report.published.edtf) or stored.recorded_at.date()
        claims = tuple(c for c in whole.claims if (first_day(c.asserted_on) or out) <= by)
        statements = tuple(s for s in whole.statements if (first_day(s.said_on) or out) <= by)
        if not claims and out > by:
            return None
        return msgspec.structs.replace(whole, claims=claims, statements=statements)

    @cached_property
    def _as_read(self) -> dict[str, Report]:
        """The reports with the dates that their own texts give them."""
        return {x.report.id: x.report for x in self._seen}

    @cached_property
    def _reports(self) -> dict[str, Report]:
        """The reports, undated ones with what the reports linked with them tell of their dates."""
        events = self._event_links.events.values()
        return dated_by_links(self._as_read, [[self._claims[key] for key in ids] for ids in events])

    @cached_property
    def _claims(self) -> dict[str, Claim]:
        claims = [claim for x in self._seen for claim in x.claims]
        return {s.claim.id: s.claim for s in in_order(claims, Setting(self._as_read))}

    @cached_property
    def _setting(self) -> Setting:
        return Setting(self._reports, speakers(self._seen, self._entity_links))

    @cached_property
    def _entity_links(self) -> EntityLinks:
        return link_entities(self._seen)

    @cached_property
    def _entities(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self._entity_links.entities}

    @cached_property
    def _event_links(self) -> EventLinks:
        return link_events(self._claims.values(), self._entity_links, self._as_read)

    @cached_property
    def _events(self) -> dict[str, Event]:
        near: dict[str, set[str]] = {}
        for link in self._event_links.near:
            a, b = self._event_links.of[link.a], self._event_links.of[link.b]
            near.setdefault(a, set()).add(b)
            near.setdefault(b, set()).add(a)
        events = [self._event(key, ids, sorted(near.get(key, ()))) for key, ids in self._event_links.events.items()]
        return {event.id: event for event in sorted(events, key=_by_date)}

    def _event(self, key: str, ids: Sequence[str], near: Sequence[str]) -> Event:
        claims = [self._claims[i] for i in ids]
        said = in_order(claims, self._setting)
        now = standing_of(said, self._reports)
        return summarize(key, said, now, self.participants_of, self._reports, near)

    @cached_property
    def _founders(self) -> Mapping[str, str]:
        """Every id that an event had or could have had, from any of its claims, to the id it has."""
        return {event_id(claim): event for claim, event in self._event_links.of.items()}

    # -- reports and statements ---------------------------------------------------------------------------------

    def reports(self) -> list[Report]:
        """The reports, by publication date (undated ones last)."""
        return sorted(self._reports.values(), key=lambda r: (first_day(r.published.edtf) or date.max, r.file, r.id))

    def report(self, report_id: str) -> Report:
        """One report."""
        return _get(self._reports, report_id, "report")

    def search(self, words: str) -> list[Report]:
        """The reports whose title or text holds all these words, best first."""
        found = store.matching_reports(self._db, words, self._up_to)
        return [self._reports[key] for key in found if key in self._reports]

    def statements(self) -> list[Statement]:
        """The statements, by report and place in it."""
        return [statement for x in self._seen for statement in x.statements]

    # -- entities -----------------------------------------------------------------------------------------------

    def entities(self) -> list[Entity]:
        """All entities, by name."""
        return sorted(self._entities.values(), key=lambda e: (e.name.casefold(), e.id))

    def entity(self, entity_id: str) -> Entity:
        """One entity."""
        return _get(self._entities, entity_id, "entity")

    def entity_of(self, report_id: str, local_key: str) -> str:
        """The id of the entity that one report knows under a local key."""
        return _get(self._entity_links.of, (report_id, local_key), "local entity")

    @cached_property
    def _mentions(self) -> Counter[str]:
        return Counter(party.entity for claim in self._claims.values() for party in self.participants_of(claim))

    def find_entities(self, name: str) -> list[Entity]:
        """The entities that a name may mean, best first; what takes part in most claims before what is as good."""
        return find.find_entities(name, list(self._entities.values()), self._mentions)

    # -- claims and events --------------------------------------------------------------------------------------

    def claims(self, event_id: str | None = None) -> list[Claim]:
        """The claims (of one event), in the order in which they were asserted."""
        if event_id is None:
            return list(self._claims.values())
        return [self._claims[key] for key in self.event(event_id).claims]

    def claim(self, claim_id: str) -> Claim:
        """One claim."""
        return _get(self._claims, claim_id, "claim")

    def participants_of(self, claim: Claim) -> tuple[Participant, ...]:
        """A claim's participants with entity ids and the entities' names in place of local ones."""
        parties = []
        for party in claim.participants:
            entity = self._entities[self._entity_links.of[claim.report, party.entity]]
            parties.append(Participant(entity=entity.id, name=entity.name, role=party.role))
        return tuple(dict.fromkeys(parties))

    def events(self, entity_ids: Sequence[str] = ()) -> list[Event]:
        """The events in which all these entities take part (all events without them), by date, undated ones last."""
        wanted = set(entity_ids)
        return [e for e in self._events.values() if wanted <= {p.entity for p in e.participants}]

    def event(self, event_id: str) -> Event:
        """One event. An id stays good when claims asserted earlier come in or two events turn out to be one."""
        return _get(self._events, self._founders.get(event_id, event_id), "event")

    def event_of(self, claim_id: str) -> str | None:
        """The id of the event that a claim is about; None when the claim is not in this view."""
        return self._event_links.of.get(claim_id)

    # -- what follows -------------------------------------------------------------------------------------------

    def history(self, event_id: str) -> list[StandingAt]:
        """The standings of an event in the order in which the record came to them."""
        return history(self.claims(event_id), self._setting)

    def changes(self) -> list[Change]:
        """What changed, by date (undated changes last)."""
        return list(self._changes)

    @cached_property
    def _changes(self) -> list[Change]:
        found = [c for e in self._events.values() for c in changes(e.id, self.claims(e.id), self._setting)]
        return sorted(found, key=lambda c: (first_day(c.on) or date.max, c.event, c.id))

    def explain_link(self, claim_id: str) -> list[str]:
        """Why a claim belongs to its event, and which other events it may belong to."""
        return explain_link(self.claim(claim_id), self._event_links, self._claims, self._entities)


def _by_date(event: Event) -> tuple[date, date, str]:
    low = (event.date.earliest or event.date.latest) if event.date else None
    high = event.date.latest if event.date else None
    return low or date.max, high or date.max, event.id


def _get(table: Mapping[K, V], key: K, what: str) -> V:
    try:
        return table[key]
    except KeyError:
        raise NotFound(f"no {what} {key!r} in this view of the record", id=str(key)) from None
