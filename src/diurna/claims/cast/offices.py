"""What the words around a person's name say about the person: titles, offices, gender, country.

Titles stand in front ("Indian Trade Minister Arjun Mehta"), in apposition before ("The mayor of Bergen, Kari
Solberg") or behind ("Kate Allen, director of Amnesty International UK"), or in a predicate ("Solberg is the mayor").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from diurna.claims.cast.names import Name, titles_before
from diurna.claims.cast.phrase import base
from diurna.language import Reading
from diurna.model import Office
from diurna.vocabulary.countries import countries
from diurna.vocabulary.names import Gender, family_name_first, gender_of
from diurna.vocabulary.offices import Title, title_at, title_ending, title_modifiers
from diurna.vocabulary.reference import noun_gender, words

_NOT_NOW = frozenset({"former", "ex", "acting", "interim", "then", "outgoing", "incoming"})
_COMPLEMENT = frozenset({"of", "to", "for", "at", "from", "in"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_MARKS = frozenset({",", ")", "–", "—", ";", "."})
_WINDOW = 9


@dataclass(frozen=True, slots=True)
class OfficeFact:
    """An office read off a phrase: with the title found in the vocabulary, and ISO3 of the country it belongs to."""

    office: Office
    title: Title
    country: str | None
    tokens: range = range(0)
    """The tokens of the title, when it is an apposition to the name."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What one mention of a person tells. `forms` are the name as written, alone and with its titles."""

    forms: tuple[str, ...]
    titles: tuple[Title, ...] = ()
    offices: tuple[OfficeFact, ...] = ()
    gender: Gender | None = None
    country: str | None = None


def facts_of(reading: Reading, name: Name, at: Mapping[int, Name]) -> Facts:
    """The facts that this mention of a person tells; `at` finds the name that covers a token."""
    start, titles = titles_before(reading, name.start)
    offices = [fact for fact in _all_offices(reading, name, at) if _is_office(fact)]
    borne = any(title.kind != "honorific" for title in titles)
    front = _modifier_start(reading, start, at) if borne else start
    spans = [name.start, *([start] if titles else []), *([front] if front < start else [])]
    forms = tuple(dict.fromkeys(" ".join(reading.span_text(low, name.end).split()) for low in spans))
    country = next((fact.country for fact in offices if fact.country), None) or _nation_before(reading, start, at)
    return Facts(forms, titles, tuple(offices), _gender(reading, name, titles, offices, country), country)


def _nation_before(reading: Reading, start: int, at: Mapping[int, Name]) -> str | None:
    """ISO3 of the country right before a name: "Norway's Kari Solberg", "the Kenyan Eliud Kipchoge"."""
    possessive = start >= 2 and reading.forms[start - 1] in _POSSESSIVE
    name = at.get(start - 2 if possessive else start - 1)
    fitting = ("country", "demonym") if possessive else ("demonym",)
    return name.country if name is not None and name.type in fitting else None


def _is_office(fact: OfficeFact) -> bool:
    """Whether the phrase is a fact of a person: no honorific, and a "leader" only of something."""
    return fact.title.kind != "honorific" and (fact.title.kind != "descriptor" or fact.office.of is not None)


def _all_offices(reading: Reading, name: Name, at: Mapping[int, Name]) -> Iterator[OfficeFact]:
    start, titles = titles_before(reading, name.start)
    position = start
    for title in titles:
        match = title_at(reading.forms[position : name.start])
        length = match[0] if match else 1
        yield office_phrase(reading, position, length, title, at)
        position += length
    for first, last in (_before(reading, name, at), _behind(reading, name, at)):
        yield from _offices_within(reading, first, last, at, apposed=True)
    yield from _offices_within(reading, *_predicate(reading, name), at, apposed=False)


def _offices_within(
    reading: Reading, first: int, last: int, at: Mapping[int, Name], *, apposed: bool
) -> Iterator[OfficeFact]:
    for token in range(first, last):
        if reading.forms[token] in _COMPLEMENT:
            return
        match = None if token in at and at[token].type != "demonym" else title_at(reading.forms[token:last])
        if match is not None:
            fact = office_phrase(reading, token, match[0], match[1], at)
            yield replace(fact, tokens=range(token, token + match[0]) if apposed else range(0))
            return


def office_phrase(reading: Reading, start: int, length: int, title: Title, at: Mapping[int, Name]) -> OfficeFact:
    """The office whose title stands at `[start, start + length)`: with the country or body it belongs to."""
    end = start + length
    inside = at.get(start)
    within = inside is not None and start < inside.end < end
    holder = inside if within else _holder_before(reading, start, title, at) or _holder_behind_name(reading, end, at)
    if within and inside is not None:
        start = inside.end
    text = reading.span_text(start, end)
    complement = _complement(reading, end, at)
    if complement is not None and reading.forms[end] == "to":
        text = reading.span_text(start, complement.end)
    elif complement is not None and (holder is None or complement.type == "organization"):
        holder = complement
    before = {reading.forms[token - 1].casefold() for token in (start, holder.start if holder else start) if token}
    text = " ".join([*sorted(before & _NOT_NOW), text])
    of = None if holder is None else _label(reading, holder)
    country = None if holder is None else holder.country
    return OfficeFact(Office(title=" ".join(text.split()), of=of), title, country)


def _label(reading: Reading, name: Name) -> str:
    country = countries().get(name.country or "")
    if name.type in ("demonym", "country") and country is not None:
        return country.name
    return " ".join(reading.span_text(name.start, name.end).split())


def _holder_before(reading: Reading, start: int, title: Title, at: Mapping[int, Name]) -> Name | None:
    """The country, body or place in front of a title, past possessives, adjectives and modifiers of the title."""
    for token in range(start - 1, max(-1, start - 7), -1):
        if token in at:
            local = at[token].type == "place" and token == start - 1 and title.rank == 1
            return at[token] if at[token].type not in ("person", "event") and not local else None
        plain = reading.forms[token].casefold()
        if plain not in title_modifiers() and reading.upos[token] not in ("ADJ", "NOUN") and plain not in _POSSESSIVE:
            return None
        if reading.upos[token] == "NOUN" and base(reading.deprels[token]) not in ("compound", "nmod", "amod"):
            return None
    return None


def _holder_behind_name(reading: Reading, end: int, at: Mapping[int, Name]) -> Name | None:
    """The country behind the name that follows a title: "President Nicolae Ceausescu of Romania"."""
    person = at.get(end)
    if person is None or person.type != "person" or reading.forms[person.end : person.end + 1] != ("of",):
        return None
    country = at.get(person.end + 1) or at.get(person.end + 2)
    return country if country is not None and country.type == "country" else None


def _complement(reading: Reading, end: int, at: Mapping[int, Name]) -> Name | None:
    if end + 1 >= len(reading) or reading.forms[end] not in _COMPLEMENT:
        return None
    for token in range(end + 1, min(end + 5, len(reading))):
        if token in at and at[token].type not in ("person", "event"):
            return at[token]
        if reading.upos[token] not in ("DET", "ADJ", "NOUN"):
            return None
    return None


def _modifier_start(reading: Reading, start: int, at: Mapping[int, Name]) -> int:
    """Where the phrase before a title begins, when it is a demonym, a country or a body right in front of it."""
    name = at.get(start - 1)
    return name.start if name is not None and name.type in ("demonym", "country", "organization") else start


def _before(reading: Reading, name: Name, at: Mapping[int, Name]) -> tuple[int, int]:
    """The span of an office phrase in apposition right before the name, with or without a comma; empty if none."""
    first, _ = reading.sentence_bounds(reading.sentence_of(name.start))
    begin, titles = titles_before(reading, name.start)
    if any(title.kind != "honorific" for title in titles):
        begin = name.start
    end = begin - 1 if begin > first and reading.forms[begin - 1] == "," else begin
    if end == begin and reading.forms[max(first, end - 1)] not in _ends(reading, end, at):
        return 0, 0
    held = at.get(end - 1)
    stop = held.start if held is not None else end
    while held is not None and stop > first and reading.forms[stop - 1].casefold() in ("the", *_COMPLEMENT):
        stop -= 1
    match = title_ending(reading.forms[max(first, stop - 6) : stop])
    if match is None or (held is not None and stop == held.start):
        return 0, 0
    start = stop - match[0]
    opening = start - first <= 1 and reading.forms[first] == "The"
    return (start, end) if end == begin or opening or _apposed(reading, start, stop, name) else (0, 0)


def _ends(reading: Reading, end: int, at: Mapping[int, Name]) -> frozenset[str]:
    held = at.get(end - 1)
    return frozenset({reading.forms[end - 1]}) if held is not None and held.type != "person" else frozenset()


def _apposed(reading: Reading, start: int, stop: int, name: Name) -> bool:
    """Whether the tree joins the phrase and the name, or at least does not make the name a subject of its own."""
    inside, own = range(start, stop), range(name.start, name.end)
    for token in (*inside, *own):
        head = int(reading.heads[token])
        across = (token in own and head in inside) or (token in inside and head in own)
        if across and base(reading.deprels[token]) in ("appos", "flat", "nmod", "compound", "dep", "conj"):
            return base(reading.deprels[token]) != "conj"
    return all(base(reading.deprels[token]) not in ("nsubj", "conj", "root") for token in own)


def _behind(reading: Reading, name: Name, at: Mapping[int, Name]) -> tuple[int, int]:
    """The span of an office phrase between the comma behind the name and the next mark or verb; empty if none."""
    _, stop = reading.sentence_bounds(reading.sentence_of(name.start))
    start = name.end + 1
    if start >= stop or reading.forms[name.end] not in (",", "(", "–", "—"):
        return 0, 0
    end = start
    while end < min(stop, start + _WINDOW):
        held = at.get(end)
        if held is not None and held.type == "person" and held.start == end:
            return 0, 0
        if reading.forms[end] in _MARKS or reading.upos[end] in ("VERB", "AUX", "PRON", "SCONJ"):
            break
        end += 1
    return start, end


def _predicate(reading: Reading, name: Name) -> tuple[int, int]:
    """The span of the noun phrase of which the name is the subject ("Solberg is the mayor"); empty if none."""
    for token in range(name.start, name.end):
        head = int(reading.heads[token])
        if reading.deprels[token] == "nsubj" and head > name.end and reading.upos[head] in ("NOUN", "PROPN"):
            cop = [c for c in reading.children(head) if reading.deprels[c] == "cop"]
            negated = any(reading.lemmas[c] in ("not", "never") for c in reading.children(head))
            if cop and not negated:
                return cop[-1] + 1, min(head + 6, len(reading))
    return 0, 0


def _gender(
    reading: Reading, name: Name, titles: tuple[Title, ...], offices: list[OfficeFact], country: str | None
) -> Gender | None:
    for title in (*titles, *(fact.title for fact in offices)):
        if title.gender is not None:
            return title.gender
    for token in (name.start - 1, name.start - 2):
        kin = token >= 0 and reading.lemmas[token] in words("people", "kin")
        if kin and (token == name.start - 1 or base(reading.deprels[name.start]) == "appos"):
            return noun_gender(reading.lemmas[token])
    for token in range(name.end + 1, min(name.end + 4, len(reading))):
        if reading.forms[name.end] == "," and reading.lemmas[token] in words("people", "kin"):
            return noun_gender(reading.lemmas[token]) if base(reading.deprels[token]) == "appos" else None
    given = reading.span_text(name.start, name.end).split()[0]
    if len(name) < 2 or (country is not None and family_name_first(country)):
        return None
    return gender_of(given)
