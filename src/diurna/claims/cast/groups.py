"""Which parties a plural description means: "the two leaders", "both sides", "those countries"."""

from __future__ import annotations

from diurna.claims.cast.descriptions import Description, can_be
from diurna.claims.cast.discourse import Discourse, Sort
from diurna.vocabulary.reference import pair_kind

_FAR = 4


def pair_meant(discourse: Discourse, said: Description) -> tuple[str, ...]:
    """The parties that the phrase means; empty when it is no word for parties or none have been set side by side."""
    kind = pair_kind(said.lemma)
    if kind is None or said.possessor is not None or said.complement or not said.plain:
        return ()
    sentence_of = discourse.reading.sentence_of
    here = sentence_of(said.head)
    near = [refs for token, refs in discourse.pairs if sentence_of(token) >= here - _FAR and _as_many(said, refs)]
    if kind == "any":
        near = [refs for refs in near if all(discourse.sort(ref) != "place" for ref in refs)]
        return near[-1] if near and said.two else ()
    wanted: Sort = "person" if kind == "persons" else "country"
    sorted_so = [refs for refs in reversed(near) if all(discourse.sort(ref) == wanted for ref in refs)]
    fitting = [refs for refs in sorted_so if all(_fits(discourse, ref, said) for ref in refs)]
    if found := next(iter(fitting + sorted_so), ()):
        return found
    of_leaders = next((refs for refs in reversed(near) if kind == "countries" and _countries(discourse, refs)), ())
    return _countries(discourse, of_leaders) or (_last_two(discourse, wanted, said) if said.two else ())


def _countries(discourse: Discourse, people: tuple[str, ...]) -> tuple[str, ...]:
    """The countries of a pair of people, when both are known and differ: "the two countries" after their leaders."""
    drafts = [discourse.draft(ref) for ref in people]
    known = [draft.country for draft in drafts if draft is not None and draft.type == "person" and draft.country]
    if len(known) < 2 or len(set(known)) != len(people):
        return ()
    return tuple(discourse.roster.country(iso3).key for iso3 in known)


def _fits(discourse: Discourse, ref: str, said: Description) -> bool:
    """Whether a party can be called so: by a title that it bears; who bears none can be called anything."""
    draft = discourse.draft(ref)
    return draft is not None and (not draft.titles or any(can_be(title, said) for title in draft.titles))


def _as_many(said: Description, refs: tuple[str, ...]) -> bool:
    return len(refs) == (said.number or (2 if said.two else len(refs)))


def _last_two(discourse: Discourse, wanted: Sort, said: Description) -> tuple[str, ...]:
    """The two persons or countries mentioned last, in the order of their mention."""
    found: list[str] = []
    for mention in discourse.since(discourse.reading.sentence_of(said.head) - 2):
        for ref in mention.refs:
            if discourse.sort(ref) == wanted and ref not in found and _fits(discourse, ref, said):
                found.append(ref)
        if len(found) >= 2:
            return tuple(reversed(found[:2]))
    return ()
