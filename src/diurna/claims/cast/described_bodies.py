"""Which country, body or place a description means: "the country", "the ministry", "the capital", "the North"."""

from __future__ import annotations

from diurna.claims.cast.descriptions import Description
from diurna.claims.cast.discourse import Discourse
from diurna.vocabulary.reference import bodies_called, words

_ANY_BODY = frozenset({"company", "firm", "organization", "organisation", "group", "agency", "party", "body"})
_ANY_COUNTRY = frozenset({"country", "nation", "homeland"})
_OWNED = _ANY_COUNTRY | {"government"}
_NEAR = 3
_TOWNS = frozenset({"city", "town", "capital", "village"})


def country_described(discourse: Discourse, said: Description) -> str | None:
    """The key of the country that acts ("the British government"), that was named last, or that the owner is of."""
    if said.country is not None:
        return discourse.roster.country(said.country).key if said.lemma in words("countries", "governments") else None
    if said.possessor is not None:
        return _country_of_owner(discourse, said)
    own = discourse.reading.forms[said.head - 1].casefold() in ("this", "our")
    if own or not said.definite or said.text.casefold() != said.lemma:
        return None
    near = discourse.near(said.head, _NEAR)
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


def body_described(discourse: Discourse, said: Description) -> str | None:
    """The key of the body whose name holds the noun, or for which the noun usually stands; None when there is none."""
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
        near = discourse.near(said.head, 2)
        return discourse.latest(near & {d.key for d in fitting if d.known is None})
    return None


def _administration(discourse: Discourse, said: Description) -> str | None:
    """The government of the person named in front: "the Ruiz administration", later "the administration"."""
    roster = discourse.roster
    for token in range(max(0, said.head - 3), said.head):
        if (key := roster.administrations.get(token)) is not None:
            return key
    found = {d.key for d in roster.drafts.values() if d.name.endswith(" administration")}
    if said.definite and not found:
        return next((d.key for d in roster.drafts.values() if d.known == "org:white-house"), None)
    return discourse.latest(found) or next(iter(found), None) if said.definite else None


def place_described(discourse: Discourse, said: Description) -> str | None:
    """The key of the place named a sentence or two before, or None."""
    if not said.definite or said.text.casefold() != said.lemma:
        return None
    near = discourse.near(said.head, 2)
    places = [d for d in discourse.roster.drafts.values() if d.type == "place"]
    fitting = {d.key for d in places if said.lemma in _TOWNS or said.lemma in d.name.casefold().split()}
    return discourse.latest(near & fitting)


def other_described(discourse: Discourse, said: Description) -> str | None:
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
