"""Which parties a plural description means: "the two leaders", "both sides", "those countries"."""

from __future__ import annotations

from diurna.claims.cast.descriptions import Description
from diurna.claims.cast.discourse import Discourse, Sort
from diurna.claims.cast.phrase import extent
from diurna.vocabulary.reference import pair_kind

_FAR = 4


def pair_meant(discourse: Discourse, said: Description) -> tuple[str, ...]:
    """The parties that the phrase means; empty when it is no word for parties or none have been set side by side."""
    kind = pair_kind(said.lemma)
    if kind is None or said.possessor is not None or extent(discourse.reading, said.head)[1] > said.head + 1:
        return ()
    here = discourse.reading.sentence_of(said.head)
    if kind == "any":
        near = [refs for sentence, refs in discourse.pairs if sentence >= here - _FAR and _two(said, refs)]
        return near[-1] if near and said.two else ()
    wanted: Sort = "person" if kind == "persons" else "country"
    for sentence, refs in reversed(discourse.pairs):
        if sentence >= here - _FAR and _two(said, refs) and all(discourse.sort(ref) == wanted for ref in refs):
            return refs
    return _last_two(discourse, wanted) if said.two else ()


def _two(said: Description, refs: tuple[str, ...]) -> bool:
    return len(refs) == 2 or not said.two


def _last_two(discourse: Discourse, wanted: Sort) -> tuple[str, ...]:
    """The two persons or countries mentioned last, in the order of their mention."""
    found: list[str] = []
    for mention in reversed(discourse.mentions):
        for ref in mention.refs:
            if discourse.sort(ref) == wanted and ref not in found:
                found.append(ref)
        if len(found) >= 2:
            return tuple(reversed(found[:2]))
    return ()
