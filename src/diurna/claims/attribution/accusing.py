"""Accusations as attributions: "Israel accused Iran of attacking a tanker" has Israel say that Iran attacked it."""

from __future__ import annotations

from diurna.claims.attribution.speakers import speaker_of
from diurna.claims.attribution.syntax import is_negated, related, tree, verb_group
from diurna.claims.attribution.values import Found
from diurna.claims.syntax import lemma, lower
from diurna.language import Reading
from diurna.vocabulary import speech


def accusation(reading: Reading, verb: int) -> Found | None:
    """The attribution of an accusing verb with a deed behind "of", "for" or "with"; None for any other verb."""
    if lemma(reading, verb) not in speech.listed("accusing"):
        return None
    speaker = speaker_of(reading, verb)
    deeds = [d for d in related(reading, verb, "advcl", "acl", "xcomp") if _deed(reading, d)]
    if speaker is None or not deeds:
        return None
    return Found(
        cue=verb,
        cue_tokens=verb_group(reading, verb),
        sources=speaker.heads,
        content=frozenset(tree(reading, deeds[0])),
        act="claim",
        negated=is_negated(reading, verb),
    )


def _deed(reading: Reading, token: int) -> bool:
    return reading.xpos[token] == "VBG" and any(
        lower(reading, m) in ("of", "for", "with") for m in related(reading, token, "mark", "case")
    )
