"""Which named entity a description means: "the president", "her Russian counterpart", "the ministry", "the country"."""

from __future__ import annotations

from diurna.claims.cast.descriptions import Description, can_be, describe, indefinite, is_people
from diurna.claims.cast.discourse import Discourse
from diurna.claims.cast.groups import pair_meant
from diurna.claims.cast.people import fold
from diurna.claims.cast.phrase import base, extent
from diurna.claims.cast.roster import Draft
from diurna.language import Reading
from diurna.vocabulary.reference import bodies_called, words

_ANY_BODY = frozenset({"company", "firm", "organization", "organisation", "group", "agency", "party", "body"})
_ANY_COUNTRY = frozenset({"country", "nation", "homeland"})
_OWNED = _ANY_COUNTRY | {"government"}
_OWN_RANK = 2
_NEAR = 3
_TOWNS = frozenset({"city", "town", "capital", "village"})


def resolve_nominal(discourse: Discourse, head: int) -> tuple[Description, tuple[str, ...]]:
    """What the phrase says and whom it means: keys of named entities, or one unnamed referent of its own."""
    reading = discourse.reading
    if is_people(reading, discourse.roster, head):
        iso3 = discourse.roster.at[head].country
        description = describe(reading, discourse.roster, head)
        return description, (discourse.roster.country(iso3).key,) if iso3 else (f"#{head}",)
    said = describe(reading, discourse.roster, head)
    found = _apposed(discourse, head, said) or _meant(discourse, said) or _same_words(discourse, said)
    return said, found or (f"#{head}",)


def _same_words(discourse: Discourse, said: Description) -> tuple[str, ...]:
    """The unnamed party that the report has brought in by the same noun: "the official" after "a senior official"."""
    party = said.sort in ("person", "organization")
    if not said.definite or said.plural or not party or said.possessor is not None or said.complement:
        return ()
    if not said.plain:
        return ()
    for mention in reversed(discourse.mentions):
        same = discourse.reading.lemmas[mention.head].casefold() == said.lemma and not mention.plural
        if same and mention.kind == "nominal" and mention.refs[0].startswith("#"):
            return mention.refs
    return ()


def _apposed(discourse: Discourse, head: int, said: Description) -> tuple[str, ...]:
    """The named entity that stands in apposition to the phrase, on either side, or of which it is the predicate."""
    reading, key_at = discourse.reading, discourse.roster.key_at
    near = [c for c in reading.children(head) if base(reading.deprels[c]) in ("appos", "flat")]
    if base(reading.deprels[head]) == "appos":
        near.append(int(reading.heads[head]))
    if any(reading.deprels[c] == "cop" for c in reading.children(head)) and not indefinite(reading, head):
        near += [c for c in reading.children(head) if reading.deprels[c] == "nsubj"]
    keys = [
        key_at[token]
        for token in near
        if token in key_at and _adjacent(reading, head, token, human=said.sort == "person")
    ]
    return next(((key,) for key in keys if _no_clash(discourse.draft(key), said)), ())


def _adjacent(reading: Reading, head: int, other: int, *, human: bool) -> bool:
    """Whether nothing but a mark stands between the two phrases, or the other is the subject of this predicate.

    Only a noun for a human being does without the mark: "his wife Ana", but not "the bill Ana wrote".
    """
    if int(reading.heads[other]) == head and base(reading.deprels[other]) in ("nsubj", "flat"):
        return True
    (_, end), (start, _) = sorted((extent(reading, head), extent(reading, other)))
    return 0 <= start - end <= 2 and (human or start > end)


def _no_clash(draft: Draft | None, said: Description) -> bool:
    """Whether phrase and name can be one: "a North Korean official, Russian Foreign Minister Lavrov" are two."""
    if draft is None or (said.sort == "thing" and draft.type != "person"):
        return draft is None
    return not said.plural and not (said.country and draft.country and said.country != draft.country)


def _meant(discourse: Discourse, said: Description) -> tuple[str, ...]:
    if family := _family(discourse, said):
        return family
    if said.two or (said.plural and said.definite):
        return pair_meant(discourse, said)
    if said.plural or indefinite(discourse.reading, said.head):
        return ()
    match said.sort:
        case "person":
            found = _person(discourse, said)
        case "country":
            found = _country(discourse, said)
        case "organization":
            found = _body(discourse, said)
        case "place":
            found = _place(discourse, said)
        case _:
            found = _direction(discourse, said)
    return (found,) if found else ()


def _family(discourse: Discourse, said: Description) -> tuple[str, ...]:
    """The people or countries whom a last word in the plural means: "the Obamas", "the two Koreas"."""
    if not said.plural or discourse.reading.upos[said.head] != "PROPN":
        return ()
    word = fold(discourse.reading.forms[said.head])
    bearers = [d for d in discourse.roster.drafts.values() if d.type in ("person", "country")]
    found = tuple(d.key for d in bearers if word in (fold(d.name.split()[-1]) + s for s in ("s", "es")))
    return found if len(found) > 1 or all(discourse.sort(key) == "person" for key in found) else ()


# -- people -----------------------------------------------------------------------------------------------------------


def _person(discourse: Discourse, said: Description) -> str | None:
    if said.lemma == "counterpart":
        return _counterpart(discourse, said)
    if not said.definite and said.country is None and not discourse.reading.forms[said.head][:1].isupper():
        return None
    if (said.possessor is not None or said.complement) and said.country is None and said.holder is None:
        return None
    people = [d for d in discourse.roster.drafts.values() if d.type == "person" and _answers(d, said)]
    exact = [d for d in people if said.country is None or d.country == said.country]
    found = _nearest(discourse, exact) or _nearest(discourse, people)
    return found if found is not None else _unnamed_officer(discourse, said)


def _answers(draft: Draft, said: Description) -> bool:
    """Whether this person can be called so: by title or descriptor, country, holder and gender."""
    if said.gender and draft.gender and said.gender != draft.gender:
        return False
    if said.country and draft.country and said.country != draft.country:
        return False
    if said.holder and said.country is None and said.holder not in {fact.office.of for fact in draft.offices}:
        return False
    return any(can_be(title, said) for title in draft.titles)


def _nearest(discourse: Discourse, people: list[Draft]) -> str | None:
    """The one mentioned last; when none has been mentioned yet, the only one that the report names later."""
    keys = {draft.key for draft in people}
    return discourse.latest(keys) or (next(iter(keys)) if len(keys) == 1 else None)


def _counterpart(discourse: Discourse, said: Description) -> str | None:
    """The person of the other country who holds the possessor's office; else the only officer of that country."""
    owners = discourse.meant_by(said.possessor) if said.possessor is not None else ()
    owner = discourse.draft(owners[0]) if owners else None
    of_country = [
        d
        for d in discourse.roster.drafts.values()
        if d.type == "person" and d.country == said.country is not None and d is not owner
    ]
    own = {t.text.casefold().split()[-1] for t in owner.titles if t.kind != "honorific"} if owner else set()
    same = [d for d in of_country if own & {t.text.casefold().split()[-1] for t in d.titles if t.kind != "honorific"}]
    return _nearest(discourse, same) or (of_country[0].key if len(of_country) == 1 else None)


def _unnamed_officer(discourse: Discourse, said: Description) -> str | None:
    """An entity of its own for a high office whose holder the report never names: "the Turkish president"."""
    title = said.title
    if title is None or title.rank > _OWN_RANK or title.kind not in ("office", "royal") or said.country is None:
        return None
    for draft in discourse.roster.drafts.values():
        if draft.type == "person" and draft.country == said.country and said.title_text in draft.name.casefold():
            return draft.key
    return discourse.roster.add("person", said.text, country=said.country).key


# -- countries, bodies, places ----------------------------------------------------------------------------------------


def _country(discourse: Discourse, said: Description) -> str | None:
    if said.country is not None:
        return discourse.roster.country(said.country).key if said.lemma in words("countries", "governments") else None
    if said.possessor is not None:
        return _country_of_owner(discourse, said)
    own = discourse.reading.forms[said.head - 1].casefold() in ("this", "our")
    if own or not said.definite or said.text.casefold() != said.lemma:
        return None
    here = discourse.reading.sentence_of(said.head)
    near = {ref for mention in discourse.since(here - _NEAR) for ref in mention.refs}
    countries = [d for d in discourse.roster.drafts.values() if d.type == "country"]
    fitting = {d.key for d in countries if said.lemma in _ANY_COUNTRY or said.lemma in d.name.casefold().split()}
    return discourse.latest(near & fitting)


def _country_of_owner(discourse: Discourse, said: Description) -> str | None:
    """The country of the person who owns the phrase: "his country", "her government"."""
    owners = discourse.meant_by(said.possessor) if said.possessor is not None else ()
    owner = discourse.draft(owners[0]) if len(owners) == 1 else None
    if owner is None or owner.type != "person" or owner.country is None or said.lemma not in _OWNED:
        return None
    return discourse.roster.country(owner.country).key


def _body(discourse: Discourse, said: Description) -> str | None:
    if said.lemma == "administration" and (found := _administration(discourse, said)):
        return found
    if not said.definite or (said.possessor is not None and said.country is None):
        return None
    bodies = [d for d in discourse.roster.drafts.values() if d.type == "organization"]
    fitting = [d for d in bodies if said.country in (None, d.country)]
    named = {d.key for d in fitting if any(said.lemma in form.casefold().split() for form in (d.name, *d.forms))}
    known = {d.key for d in fitting if d.known in bodies_called(said.lemma)}
    if found := discourse.latest(named) or discourse.latest(known):
        return found
    if said.lemma in _ANY_BODY and said.text.casefold() == said.lemma:
        here = discourse.reading.sentence_of(said.head)
        near = {ref for mention in discourse.since(here - 2) for ref in mention.refs}
        return discourse.latest(near & {d.key for d in fitting if d.known is None})
    return None


def _administration(discourse: Discourse, said: Description) -> str | None:
    """The government of the person named in front: "the Trump administration", later "the administration"."""
    roster = discourse.roster
    for token in range(max(0, said.head - 3), said.head):
        if (key := roster.administrations.get(token)) is not None:
            return key
    found = {d.key for d in roster.drafts.values() if d.name.endswith(" administration")}
    if said.definite and not found:
        return next((d.key for d in roster.drafts.values() if d.known == "org:white-house"), None)
    return discourse.latest(found) or next(iter(found), None) if said.definite else None


def _place(discourse: Discourse, said: Description) -> str | None:
    if not said.definite or said.text.casefold() != said.lemma:
        return None
    here = discourse.reading.sentence_of(said.head)
    near = {ref for mention in discourse.since(here - 2) for ref in mention.refs}
    places = [d for d in discourse.roster.drafts.values() if d.type == "place"]
    fitting = {d.key for d in places if said.lemma in _TOWNS or said.lemma in d.name.casefold().split()}
    return discourse.latest(near & fitting)


def _direction(discourse: Discourse, said: Description) -> str | None:
    """ "The North" for the one country of the report whose name begins so."""
    if not said.definite:
        return None
    if said.lemma not in words("countries", "directions"):
        return _short_name(discourse, said)
    countries = [d for d in discourse.roster.drafts.values() if d.type == "country"]
    found = {d.key for d in countries if d.name.casefold().startswith(said.lemma + " ")}
    return found.pop() if len(found) == 1 else discourse.latest(found)


def _short_name(discourse: Discourse, said: Description) -> str | None:
    """ "The Journal" for the body of this report whose name ends so."""
    if discourse.reading.upos[said.head] != "PROPN" or said.text.casefold() != said.lemma:
        return None
    bodies = [d for d in discourse.roster.drafts.values() if d.type == "organization"]
    return discourse.latest({d.key for d in bodies if d.name.casefold().endswith(" " + said.lemma)})
