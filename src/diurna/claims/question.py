"""Understand a question with the same language model, cast and triggers that read reports."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from diurna.claims.cast import Cast, cast
from diurna.claims.factuality import factuality
from diurna.claims.participants import DESCRIBED, event_name, parties, qualifiers
from diurna.claims.syntax import auxiliaries, conjuncts, dependents, is_noun, lemma, lower, objects, rel, subject
from diurna.claims.triggers import Trigger, find_triggers
from diurna.language.reading import Reading
from diurna.language.spans import NameSpan
from diurna.model import Edtf, LocalEntity, Participant, Published, Question
from diurna.model.question import Asks
from diurna.times import date_event, find_times, resolve_times
from diurna.vocabulary.countries import country_of_demonym

_WH: dict[str, Asks] = {"when": "when", "where": "where", "who": "who", "whom": "who", "whose": "who"}
_OPENERS = frozenset("did does do will would has have had is are was were can could may might shall should".split())


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked for, and the token that asks for a party ("who", "which presidents"), if one does."""

    asks: Asks
    token: int | None = None


def read_question(
    text: str, reading: Reading, today: date | None = None, known: Mapping[str, str] = MappingProxyType({})
) -> Question:
    """Return the question as understood; `asks` is None, with a `problem`, when it was not.

    `today` is the day that "next week" counts from; without it only full dates are understood. `known` are names
    of the record with their labels (PER, ORG, LOC): a question is too short for the model to tell names alone.
    """
    reading = with_known_names(reading, known)
    asked = _asked(reading)
    if asked is None:
        return Question(text=text, problem="it does not ask whether, when, where, who or how many")
    people = cast(reading)
    trigger = _trigger(reading, people, asked)
    if trigger is None:
        return Question(text=text, problem="it names no kind of event that diurna knows")
    return _question(text, reading, people, asked, trigger, today)


def _question(
    text: str, reading: Reading, people: Cast, asked: _Asked, trigger: Trigger, today: date | None
) -> Question:
    found = parties(reading, people, trigger)
    published = Published(edtf=Edtf.day(today), basis="stated") if today else Published()
    state = factuality(reading, trigger.token)
    times = resolve_times(reading, find_times(reading), published)
    times = tuple(t for t in times if not any(reading.name_at(i) for i in range(t.first, t.last)))
    dated = date_event(reading, trigger.token, times, published, tense=state.tense)
    explicit = dated.edtf if dated.expression is not None else times[0].edtf if times else None
    open_role, skipped = _open(reading, people, asked, trigger)
    named = tuple(p for p in found.participants if p.entity not in skipped and not p.entity.startswith(DESCRIBED))
    place = found.place if asked.asks != "where" else None
    name = event_name(reading, trigger)
    words = qualifiers(reading, trigger.token)
    if not named and explicit is None and place is None and not name and not words:
        return Question(text=text, problem="it names nobody, no place and no time to look for")
    return Question(
        text=text,
        asks=asked.asks,
        types=(trigger.kind.type,),
        kinds=(trigger.kind.name,),
        qualifiers=words,
        name=name,
        entities=_described(people, named),
        participants=named,
        open_role=open_role,
        open_country=_open_country(reading, asked),
        date=explicit,
        date_text=dated.text if dated.expression is not None else times[0].text if explicit and times else None,
        place=place,
        future=state.tense == "future",
    )


def _described(people: Cast, named: tuple[Participant, ...]) -> tuple[LocalEntity, ...]:
    return tuple(people.entity(p.entity) for p in named)


def _asked(reading: Reading) -> _Asked | None:
    words = [lower(reading, t) for t in range(len(reading))]
    if not words:
        return None
    for token, word in enumerate(words[:8]):
        if word == "how" and words[token + 1 : token + 2] in (["many"], ["often"]):
            return _Asked("how_many")
        if word in ("which", "what") and (holder := _held(reading, token)) is not None:
            noun = lemma(reading, holder)
            if noun in ("day", "date", "month", "year", "week", "time"):
                return _Asked("when")
            return _Asked("where") if noun in ("city", "place", "country", "town", "venue") else _Asked("who", holder)
        if word in _WH:
            return _Asked(_WH[word], token if _WH[word] == "who" else None)
    if words[0] in ("why", "how"):
        return None
    if words[0] in _OPENERS or words[:2] == ["is", "it"]:
        return _Asked("whether")
    return _Asked("whether") if words[-1] == "?" else None


def _held(reading: Reading, token: int) -> int | None:
    head = int(reading.heads[token])
    return head if rel(reading, token) == "det" and head >= 0 and is_noun(reading, head) else None


def _trigger(reading: Reading, people: Cast, asked: _Asked) -> Trigger | None:
    """The trigger that the question is about: the one with most named parties, the first of equals."""
    found = [t for t in find_triggers(reading, people) if t.token != asked.token]
    if not found:
        return None
    return min(found, key=lambda t: (not parties(reading, people, t).participants, _depth(reading, t.token), t.token))


def _no_date(reading: Reading, start: int, dated: Container[int]) -> bool:
    """Whether a known name is no date here: "in May" is one, "with Mehta and May" is not."""
    return start not in dated or (start > 0 and reading.upos[start - 1] in ("CCONJ", "VERB", "AUX"))


def _depth(reading: Reading, token: int) -> int:
    return sum(1 for _ in reading.ancestors(token))


def with_known_names(reading: Reading, known: Mapping[str, str]) -> Reading:
    """The reading with the longest known names marked in it, in place of what the model took for names there."""
    if not known:
        return reading
    dated = {token for t in find_times(reading) for token in range(t.first, t.last)}
    longest = max(name.count(" ") for name in known) + 3
    names: list[NameSpan] = []
    start = 0
    while start < len(reading):
        ends = range(min(start + longest, len(reading)), start, -1)
        end = next((e for e in ends if reading.span_text(start, e).casefold() in known), None)
        if end is not None and reading.forms[start][:1].isupper() and _no_date(reading, start, dated):
            names.append(NameSpan(start, end, known[reading.span_text(start, end).casefold()], 1.0))
            start = end
        else:
            start += 1
    taken = {token for name in names for token in range(name.start, name.end)}
    kept = [n for n in reading.names if taken.isdisjoint(range(n.start, n.end))]
    return replace(reading, names=tuple(sorted((*names, *kept), key=lambda n: n.start)))


def _open(reading: Reading, people: Cast, asked: _Asked, trigger: Trigger) -> tuple[str | None, frozenset[str]]:
    """The role that a "who" question asks for, and entities that stand only in the asking phrase."""
    if asked.token is None:
        return None, frozenset()
    inside = frozenset(k for t in reading.subtree(asked.token) for k in people.members(t))
    if subject(reading, trigger.token) == asked.token:
        return ("actor" if trigger.kind.frame != "mutual" else "other"), inside
    if asked.token in objects(reading, trigger.token) or lower(reading, asked.token) == "whom":
        return ("recipient" if trigger.kind.frame != "mutual" else "other"), inside
    head = int(reading.heads[trigger.token])
    if head >= 0 and subject(reading, head) == asked.token and lemma(reading, head) not in ("attend", "join"):
        return ("actor" if trigger.kind.frame in ("visitor", "directed") else "other"), inside
    return None, inside


def _open_country(reading: Reading, asked: _Asked) -> str | None:
    if asked.token is None:
        return None
    for child in dependents(reading, asked.token, "amod", "compound"):
        for token in (*conjuncts(reading, child), *auxiliaries(reading, child)):
            country = country_of_demonym(reading.forms[token])
            if country is not None:
                return country.iso3
    return None
