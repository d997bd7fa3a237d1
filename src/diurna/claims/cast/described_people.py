"""Which person a description means: "the president", "the Russian diplomat", "her counterpart"."""

from __future__ import annotations

from diurna.claims.cast.descriptions import Description, can_be
from diurna.claims.cast.discourse import Discourse
from diurna.claims.cast.phrase import function
from diurna.claims.cast.roster import Draft
from diurna.vocabulary.countries import countries
from diurna.vocabulary.reference import words

_OWN_RANK = 2


def person_described(discourse: Discourse, said: Description) -> str | None:
    """The key of the person of that title, country and gender who was named last; a high office that nobody of the
    report holds is an entity of its own. None when the phrase brings in somebody new.
    """
    if said.lemma == "counterpart":
        return _counterpart(discourse, said)
    if not said.definite and said.country is None and not discourse.reading.forms[said.head][:1].isupper():
        return None
    if (said.possessor is not None or said.complement) and said.country is None and said.holder is None:
        return None
    people = [d for d in discourse.roster.drafts.values() if d.type == "person" and _answers(d, said)]
    exact = [d for d in people if said.country is None or d.country == said.country]
    titled = [d for d in exact if d.offices]
    found = _nearest(discourse, titled) or _nearest(discourse, exact) or _nearest(discourse, people)
    return found or _by_epithet(discourse, said) or _unnamed_officer(discourse, said)


def _by_epithet(discourse: Discourse, said: Description) -> str | None:
    """Who was named last, for "the billionaire" and the like, when gender and country allow it."""
    if said.lemma not in words("people", "epithets") or not said.definite:
        return None
    near = discourse.near(said.head, 2)
    fitting = [d for d in discourse.roster.drafts.values() if d.type == "person" and d.key in near]
    return discourse.latest({d.key for d in fitting if not _clash(d, said)})


def _clash(draft: Draft, said: Description) -> bool:
    gender = said.gender and draft.gender and said.gender != draft.gender
    return bool(gender) or bool(said.country and draft.country and said.country != draft.country)


def _answers(draft: Draft, said: Description) -> bool:
    """Whether this person can be called so: by title or descriptor, country, holder and gender."""
    if _clash(draft, said):
        return False
    if said.country and draft.country is None and any(fact.office.of for fact in draft.offices):
        return False
    if said.country and draft.country == said.country and not draft.offices:
        return said.title is not None and said.title.kind == "descriptor"
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
        if d.type == "person" and said.country is not None and d.country == said.country and d is not owner
    ]
    own = {t.text.casefold().split()[-1] for t in owner.titles if t.kind != "honorific"} if owner else set()
    same = [d for d in of_country if own & {t.text.casefold().split()[-1] for t in d.titles if t.kind != "honorific"}]
    return _nearest(discourse, same) or (of_country[0].key if len(of_country) == 1 else None)


def _unnamed_officer(discourse: Discourse, said: Description) -> str | None:
    """An entity of its own for a high office whose holder the report never names: "the Turkish president"."""
    title = said.title
    if title is None or title.rank > _OWN_RANK or title.kind not in ("office", "royal") or said.country is None:
        return None
    country = countries().get(said.country)
    if country is None or said.holder != country.name or not (said.definite or _is_subject(discourse, said)):
        return None
    for draft in discourse.roster.drafts.values():
        if draft.type == "person" and draft.country == said.country and said.title_text in draft.name.casefold():
            return draft.key
    return discourse.roster.add("person", said.text, country=said.country).key


def _is_subject(discourse: Discourse, said: Description) -> bool:
    """Whether the phrase is a subject: in headlines offices go without an article ("Turkish president visits Oslo")."""
    return function(discourse.reading, said.head) == "subject"
