"""The named entities of one report: every name grouped under the entity it means, and where each is named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from diurna.claims.cast.bodies import acts, body_key, parenthetical_aliases, same_bodies
from diurna.claims.cast.names import Name, find_names
from diurna.claims.cast.offices import OfficeFact, facts_of
from diurna.claims.cast.people import Person, fold, group_people
from diurna.language import Reading
from diurna.model import LocalEntity, Office
from diurna.model.nouns import EntityType
from diurna.vocabulary.countries import countries
from diurna.vocabulary.names import Gender
from diurna.vocabulary.offices import Title
from diurna.vocabulary.organizations import Organization, organization_named
from diurna.vocabulary.reference import body_seated_in, words


@dataclass(slots=True)
class Draft:
    """One entity while the report is being read."""

    key: str
    type: EntityType
    name: str
    forms: dict[str, None] = field(default_factory=dict)
    offices: tuple[OfficeFact, ...] = ()
    titles: frozenset[Title] = frozenset()
    gender: Gender | None = None
    called: list[Gender] = field(default_factory=list)
    country: str | None = None
    known: str | None = None

    def frozen(self) -> LocalEntity:
        """The entity as the rest of the house knows it."""
        offices: dict[tuple[str, str | None], Office] = {}
        for fact in self.offices:
            offices.setdefault((fold(fact.office.title), fact.office.of), fact.office)
        held = {title for title, of in offices if of is not None}
        kept = tuple(office for (title, of), office in offices.items() if of is not None or title not in held)
        return LocalEntity(
            key=self.key,
            type=self.type,
            name=self.name,
            names=tuple(dict.fromkeys([self.name, *self.forms])),
            offices=kept,
            country=self.country,
            known=self.known,
        )


class Roster:
    """The entities named in one reading. `key_at` maps tokens of names and of their titles to entity keys."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.names = find_names(reading)
        self.at: Mapping[int, Name] = {t: name for name in self.names for t in range(name.start, name.end)}
        self.drafts: dict[str, Draft] = {}
        self.key_at: dict[int, str] = {}
        self.key_of: dict[Name, str] = {}
        self._people()
        self.administrations = dict(self._administrations())
        self._seats_of_bodies()
        self._countries()
        self._known_bodies()
        self._other_bodies("organization")
        self._other_bodies("place")

    def named(self, name: str) -> Draft | None:
        """The entity that the report calls so, whatever the case and the accents."""
        wanted = fold(name)
        return next((d for d in self.drafts.values() if wanted in map(fold, (d.name, *d.forms))), None)

    def country(self, iso3: str) -> Draft:
        """The draft of a country, made when the report has not named it."""
        existing = next((d for d in self.drafts.values() if d.type == "country" and d.known == iso3), None)
        if existing is not None:
            return existing
        name = countries()[iso3].name
        return self._add(Draft(self._key(name), "country", name, country=iso3, known=iso3))

    def add(self, type_: EntityType, name: str, **facts: str | None) -> Draft:
        """A new entity that no name of the report carries: a person known only by the office, an administration."""
        return self._add(Draft(self._key(name), type_, name, {name: None}, country=facts.get("country")))

    # -- people -------------------------------------------------------------------------------------------------

    def _people(self) -> None:
        mentions = [name for name in self.names if name.type == "person"]
        told = [(_text(self.reading, name), facts_of(self.reading, name, self.at)) for name in mentions]
        for person in sorted(group_people(told), key=lambda p: p.mentions):
            draft = self._add(self._person(person, [told[i][0] for i in sorted(person.mentions)]))
            for number in sorted(person.mentions):
                draft.forms.update(dict.fromkeys(told[number][1].forms))
                for fact in told[number][1].offices:
                    self.key_at.update({t: draft.key for t in fact.tokens if t not in self.at})
                self._place(mentions[number], draft.key)

    def _person(self, person: Person, forms: list[str]) -> Draft:
        name = max(forms, key=lambda form: (len(form.split()), forms.count(form)))
        facts = [person.facts[person.mentions.index(i)] for i in sorted(person.mentions)]
        offices = tuple(office for fact in facts for office in fact.offices)
        titles = frozenset(t for fact in facts for t in fact.titles) | {office.title for office in offices}
        return Draft(
            self._key(name),
            "person",
            name,
            offices=offices,
            titles=titles,
            gender=person.gender,
            country=person.country,
        )

    def _administrations(self) -> Iterator[tuple[int, str]]:
        """The governments called by a person's name, by the tokens of that name: "the Ruiz administration"."""
        for name, key in list(self.key_of.items()):
            if self.reading.forms[name.end : name.end + 1] == ("administration",):
                text = f"{self.reading.forms[name.end - 1]} administration"
                old = next((d for d in self.drafts.values() if d.name == text), None)
                draft = old or self.add("organization", text, country=self.drafts[key].country)
                yield from ((token, draft.key) for token in range(name.start, name.end))

    # -- countries, bodies, places --------------------------------------------------------------------------------

    def _countries(self) -> None:
        for name in self.names:
            seat = name.type == "place" and self._is_seat(name) and acts(self.reading, name)
            if name in self.key_of:
                continue
            if name.country in countries() and (name.type == "country" or seat):
                draft = self.country(name.country or "")
                draft.forms[_text(self.reading, name)] = None
                self._place(name, draft.key)

    def _seats_of_bodies(self) -> None:
        """ "Europe" and "Brussels" mean a body that the report names too, where they act as a party does."""
        named = {name.known: organization_named(_text(self.reading, name)) for name in self.names if name.known}
        for name in self.names:
            body = named.get(body_seated_in(_text(self.reading, name)) or "") if name.type == "place" else None
            if body is not None and acts(self.reading, name):
                self._known(name, body)

    def _is_seat(self, name: Name) -> bool:
        country = countries().get(name.country or "")
        text = fold(_text(self.reading, name))
        return country is not None and any(fold(seat) == text for seat in country.metonyms)

    def _known_bodies(self) -> None:
        for name in self.names:
            if name.type == "organization" and (body := organization_named(_text(self.reading, name))):
                self._known(name, body)

    def _known(self, name: Name, body: Organization) -> None:
        """Put a name under the well-known body that it means."""
        draft = next((d for d in self.drafts.values() if d.known == body.id), None)
        if draft is None:
            key = self._key(body.name)
            draft = self._add(Draft(key, "organization", body.name, country=body.country, known=body.id))
        draft.forms[_text(self.reading, name)] = None
        if self.reading.forms[name.end : name.end + 1] and self.reading.forms[name.end] in words(
            "organizations", "press"
        ):
            draft.forms[" ".join(self.reading.span_text(name.start, name.end + 1).split())] = None
        self._place(name, draft.key)

    def _other_bodies(self, type_: EntityType) -> None:
        mine = [name for name in self.names if name.type == type_ and name not in self.key_of]
        texts = [_text(self.reading, name) for name in mine]
        stems = [body_key(text) for text in texts]
        same = {stem: stem for stem in stems}
        if type_ == "organization":
            same = same_bodies(stems, parenthetical_aliases(self.reading, self.names))
        drafts = {stem: known for stem in set(same.values()) if (known := self._shortened(type_, stem))}
        for name, text in zip(mine, texts, strict=True):
            stem = same[body_key(text)]
            if stem not in drafts:
                longest = max((t for t in texts if same[body_key(t)] == stem), key=len)
                drafts[stem] = self._add(Draft(self._key(longest), type_, longest))
            draft = drafts[stem]
            draft.forms[text] = None
            draft.country = draft.country or name.country or self._leading_country(name)
            self._place(name, draft.key)

    def _shortened(self, type_: EntityType, stem: str) -> Draft | None:
        """The one well-known body of the report whose name ends in these words: "the Journal", "the Commission"."""
        known = [d for d in self.drafts.values() if d.known is not None and d.type == type_ == "organization"]
        found = [d for d in known if any(_stands_for(stem, body_key(form)) for form in (d.name, *d.forms))]
        return found[0] if len(found) == 1 else None

    def _leading_country(self, name: Name) -> str | None:
        from diurna.vocabulary.countries import country_named, country_of_demonym

        parts = _text(self.reading, name).split()
        for count in (2, 1):
            front, back = " ".join(parts[:count]), " ".join(parts[-count:])
            country = country_of_demonym(front) or country_named(front) or country_named(back)
            if country is not None:
                return country.iso3
        before = self.at.get(name.start - 1) or self.at.get(name.start - 2)
        return before.country if before is not None and before.type in ("demonym", "country") else None

    # -- keeping books ----------------------------------------------------------------------------------------------

    def _place(self, name: Name, key: str) -> None:
        self.key_of[name] = key
        for token in range(name.start, name.end):
            self.key_at[token] = key
        for token in range(name.title, name.start):
            if token not in self.at:
                self.key_at[token] = key

    def _add(self, draft: Draft) -> Draft:
        self.drafts[draft.key] = draft
        return draft

    def _key(self, name: str) -> str:
        stem = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-") or "entity"
        key, number = stem, 2
        while key in self.drafts:
            key, number = f"{stem}-{number}", number + 1
        return key


def _stands_for(stem: str, full: str) -> bool:
    """Whether a folded name opens or ends a known body's name, or misspells it by at most two letters in twelve."""
    if full.endswith(" " + stem) or (full.startswith(stem + " ") and len(stem) >= 5):
        return True
    return len(stem) >= 12 and Levenshtein.distance(stem, full, score_cutoff=2) <= 2


def _text(reading: Reading, name: Name) -> str:
    return " ".join(reading.span_text(name.start, name.end).split())
