"""Which entities a noun phrase without a name means, by apposition, by description, or by words used before."""

from __future__ import annotations

from diurna.claims.cast.described_bodies import body_described, country_described, other_described, place_described
from diurna.claims.cast.described_people import person_described
from diurna.claims.cast.descriptions import Description, describe, indefinite, is_people
from diurna.claims.cast.discourse import Discourse
from diurna.claims.cast.groups import pair_meant
from diurna.claims.cast.people import fold
from diurna.claims.cast.phrase import base, clause_of, extent, preposition
from diurna.claims.cast.roster import Draft
from diurna.language import Reading
from diurna.vocabulary.reference import words

_HUMAN_ENDINGS = ("er", "or", "ist", "ian", "ant", "ent", "ee", "eer", "ess", "man", "woman", "mate", "star")


def resolve_nominal(discourse: Discourse, head: int) -> tuple[Description, tuple[str, ...]]:
    """What the phrase says and whom it means: keys of named entities, or one unnamed referent of its own."""
    reading = discourse.reading
    if is_people(reading, discourse.roster, head):
        iso3 = discourse.roster.at[head].country
        description = describe(reading, discourse.roster, head)
        return description, (discourse.roster.country(iso3).key,) if iso3 else (f"#{head}",)
    said = describe(reading, discourse.roster, head)
    found = _apposed(discourse, head, said) or _as_officer(discourse, said) or _same_source(discourse, said)
    found = found or _meant(discourse, said) or _same_words(discourse, said)
    return said, found or (f"#{head}",)


def _as_officer(discourse: Discourse, said: Description) -> tuple[str, ...]:
    """The subject who acts or enters "as president", "as the prime minister of Peru"."""
    if said.title is None or said.plural or preposition(discourse.reading, said.head) != "as":
        return ()
    subjects = discourse.subjects_of(clause_of(discourse.reading, said.head))
    refs = discourse.meant_by(subjects[0]) if len(subjects) == 1 else ()
    return refs if len(refs) == 1 and discourse.sort(refs[0]) == "person" else ()


def _same_source(discourse: Discourse, said: Description) -> tuple[str, ...]:
    """The unnamed source that a sentence or two before was brought in by the same noun."""
    found = _same_words(discourse, said) if said.lemma in words("people", "sources") else ()
    here = discourse.reading.sentence_of(said.head)
    return found if any(found == mention.refs for mention in discourse.since(here - 2)) else ()


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
    """Whether phrase and name can be one: "a Kenyan official, Indian Trade Minister Mehta" are two."""
    if draft is None:
        return True
    if said.sort == "thing" and not (draft.type == "person" and said.lemma.endswith(_HUMAN_ENDINGS)):
        return False
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
            found = person_described(discourse, said)
        case "country":
            found = country_described(discourse, said)
        case "organization":
            found = body_described(discourse, said)
        case "place":
            found = place_described(discourse, said)
        case _:
            found = other_described(discourse, said)
    return (found,) if found else ()


def _family(discourse: Discourse, said: Description) -> tuple[str, ...]:
    """The people or countries whom a last word in the plural means: "the Obamas", "the two Koreas"."""
    if not said.plural or discourse.reading.upos[said.head] != "PROPN":
        return ()
    word = fold(discourse.reading.forms[said.head])
    bearers = [d for d in discourse.roster.drafts.values() if d.type in ("person", "country")]
    found = tuple(d.key for d in bearers if word in (fold(d.name.split()[-1]) + s for s in ("s", "es")))
    return found if len(found) > 1 or all(discourse.sort(key) == "person" for key in found) else ()
