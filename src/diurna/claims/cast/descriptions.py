"""What a common-noun phrase says of its referent: definiteness, title, gender, country, holder."""

from __future__ import annotations

from dataclasses import dataclass

from diurna.claims.cast.names import Name
from diurna.claims.cast.offices import office_phrase
from diurna.claims.cast.phrase import base, child, extent, plural, preposition
from diurna.claims.cast.roster import Roster
from diurna.language import Reading
from diurna.vocabulary.names import Gender
from diurna.vocabulary.offices import Title, role_nouns, title_ending, title_modifiers
from diurna.vocabulary.reference import descriptors, human_nouns, noun_gender, words

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_INDEFINITE = frozenset({"a", "an", "another", "any", "some", "no", "each", "every", "one", "several", "many", "other"})
_NOT_PLAIN = ("vice", "deputy", "assistant", "former", "ex-", "first", "under", "acting", "shadow")
_NARROWING = ("of", "from", "for", "at", "to")
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase headed by a common noun. `text` is lower case, without article: "u.s. president"."""

    head: int
    lemma: str
    sort: str
    plural: bool
    definite: bool
    possessor: int | None
    title: Title | None
    title_text: str
    gender: Gender | None
    country: str | None
    holder: str | None
    text: str
    two: bool
    number: int | None
    complement: bool
    plain: bool


def describe(reading: Reading, roster: Roster, head: int) -> Description:
    """The description that the phrase of `head` gives."""
    start, end = extent(reading, head)
    lemma = reading.lemmas[head].casefold()
    match = title_ending(reading.forms[max(start, head - 4) : head + 1])
    title = match[1] if match else None
    first = head + 1 - (match[0] if match else 1)
    fact = office_phrase(reading, first, head + 1 - first, title, roster.at) if title else None
    name = _modifier(reading, roster, start, end, head)
    country = (fact.country if fact else None) or (name.country if name else None)
    determiners = {reading.forms[c].casefold() for c in reading.children(head) if c < head}
    if start > 0 and reading.upos[start - 1] == "DET":  # in "the tycoon's visit" a parser may give it to the visit
        determiners.add(reading.forms[start - 1].casefold())
    possessor = child(reading, head, "nmod:poss")
    return Description(
        head=head,
        lemma=lemma,
        sort=_sort(lemma, title),
        plural=plural(reading, head),
        definite=bool(determiners & _DEFINITE) or possessor is not None,
        possessor=possessor,
        title=title,
        title_text=" ".join(reading.forms[first : head + 1]).casefold(),
        gender=(title.gender if title else None) or noun_gender(lemma),
        country=country,
        holder=fact.office.of if fact else None,
        text=_text(reading, start, end),
        two=("both" in determiners or {"two", "the"} <= determiners)
        or (lemma in words("pairs", "bare") and (lemma != "side" or plural(reading, head))),
        number=next((_NUMBERS[word] for word in determiners if word in _NUMBERS), None),
        complement=_complemented(reading, head),
        plain=_plain(reading, roster, head),
    )


def _complemented(reading: Reading, head: int) -> bool:
    """Whether a phrase behind the noun narrows it: "the leader of the free world"."""
    behind = [c for c in reading.children(head) if c > head]
    if reading.forms[head + 1 : head + 2] == (",",):
        return False
    return any(
        base(reading.deprels[c]) == "acl"
        or (base(reading.deprels[c]) == "nmod" and preposition(reading, c) in _NARROWING)
        for c in behind
    )


def _plain(reading: Reading, roster: Roster, head: int) -> bool:
    """Whether nothing but article, country and words such as "former" stands before the noun."""
    return all(
        token in roster.at
        or reading.forms[token].casefold() in title_modifiers()
        or (reading.upos[token] == "ADJ" and reading.forms[token][:1].isupper())
        or reading.upos[token] == "NUM"
        or base(reading.deprels[token]) not in ("amod", "compound", "nummod")
        for token in reading.children(head)
        if token < head
    )


def indefinite(reading: Reading, head: int) -> bool:
    """Whether the phrase brings in somebody new: "a", "some", "no", or a bare plural."""
    before = {reading.forms[c].casefold() for c in reading.children(head) if c < head}
    return bool(before & _INDEFINITE)


def _modifier(reading: Reading, roster: Roster, start: int, end: int, head: int) -> Name | None:
    """The demonym, country or place that says whose the head noun is; the nearest before it, else behind "of"."""
    before = [roster.at[t] for t in range(start, head) if t in roster.at]
    joints = ("of", "in") if reading.lemmas[head] in words("countries", "governments") else ("of",)
    behind = [roster.at[t] for t in range(head + 1, end) if t in roster.at and reading.forms[head + 1] in joints]
    return next((name for name in (*reversed(before), *behind) if name.type not in ("person", "event")), None)


def _sort(lemma: str, title: Title | None) -> str:
    if lemma in words("countries", "nouns") or lemma in words("countries", "governments"):
        return "country"
    if lemma in words("organizations", "nouns"):
        return "organization"
    if lemma in words("places", "nouns"):
        return "place"
    if (
        title is not None
        or lemma in descriptors()
        or lemma in words("people", "epithets")
        or lemma in human_nouns()
        or lemma in role_nouns()
    ):
        return "person"
    return "thing"


def _text(reading: Reading, start: int, end: int) -> str:
    while start < end - 1 and (reading.upos[start] == "DET" or reading.forms[start].casefold() in title_modifiers()):
        start += 1
    return " ".join(reading.span_text(start, end).split())


def is_nominal(reading: Reading, roster: Roster, token: int) -> bool:
    """Whether the token heads a noun phrase that is no name: a common noun, or a title used alone ("the Queen")."""
    if token in roster.key_at or (token in roster.at and roster.at[token].type == "event"):
        return False
    if base(reading.deprels[token]) in ("compound", "flat", "fixed", "amod", "goeswith", "case"):
        return False
    return reading.upos[token] in ("NOUN", "PROPN") or is_people(reading, roster, token)


def is_people(reading: Reading, roster: Roster, token: int) -> bool:
    """Whether the token is a demonym that stands for people or their country: "the Russians", "the British"."""
    name = roster.at.get(token)
    if name is None or name.type != "demonym" or token != name.end - 1:
        return False
    article = child(reading, token, "det")
    definite = article is not None and reading.forms[article].casefold() == "the"
    return definite and reading.deprels[token] not in ("amod", "compound", "flat", "nmod:desc")


def can_be(title: Title, said: Description) -> bool:
    """Whether somebody who bears the title can be called so: "the minister", "the leader", "the diplomat"."""
    borne, wanted = title.text.casefold(), said.title_text
    if title.kind == "honorific":
        return False
    if borne == wanted or (said.title is not None and borne == said.title.text.casefold()):
        return True
    plain = not borne.startswith(_NOT_PLAIN) or wanted.startswith(_NOT_PLAIN)
    if plain and (borne.endswith(" " + wanted) or wanted.endswith(" " + borne)):
        return True
    descriptor = descriptors().get(said.lemma)
    if descriptor is None or not said.plain or wanted.split()[-1] not in (said.lemma, said.lemma + "s"):
        return False
    return plain and (title.rank in descriptor.ranks or any(word in borne for word in descriptor.words))
