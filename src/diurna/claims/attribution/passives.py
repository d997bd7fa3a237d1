"""The content of passive cues: "it is said that P", "X is said to P", "P was confirmed by X"."""

from __future__ import annotations

from diurna.claims.attribution.complements import complement, is_topic, trees
from diurna.claims.attribution.speakers import Speaker
from diurna.claims.attribution.syntax import RELATIVE_PRONOUNS, first, related, subject, tree
from diurna.claims.syntax import lemma, lower
from diurna.language import Reading
from diurna.vocabulary import speech
from diurna.vocabulary.speech import CueWord


def passive_content(reading: Reading, verb: int, use: CueWord, speaker: Speaker) -> set[int]:
    """ "It is said that P", "X is said to P", "P was confirmed by X", "X was quoted by Y as saying P"."""
    clauses = [c for c in related(reading, verb, "ccomp", "csubj") if "ccomp" in use.takes]
    if clauses:
        stray = range(verb + 1, clauses[0]) if subject(reading, clauses[0]) is None else ()
        return trees(reading, clauses) | set(stray)
    if "small" in use.takes or use.act == "cite":
        return complement(reading, verb, use) if speaker.heads else set()
    about = [s for s in related(reading, verb, "nsubj:pass") if lower(reading, s) not in RELATIVE_PRONOUNS]
    if about and lower(reading, about[0]) == "it" and (clause := _far_clause(reading, verb)):
        return clause
    infinitives = related(reading, verb, "xcomp")
    if infinitives and use.act != "request":
        known = lemma(reading, verb) in speech.listed("hearsay_passives") or speaker.heads
        return trees(reading, about + infinitives) if known else set()
    about = [s for s in about if is_topic(reading, verb, s, use)]
    if "obj" in use.takes and about and (speaker.heads or use.act in speech.listed("anonymous_acts")):
        return trees(reading, about)
    return set()


def _far_clause(reading: Reading, verb: int) -> set[int]:
    """The "that" clause somewhere below "it was reported by X": trees often hang it on X."""
    marks = (
        t
        for t in sorted(tree(reading, verb))
        if t > verb and lower(reading, t) == "that" and reading.deprels[t] == "mark"
    )
    mark = first(marks)
    return set() if mark is None else {t for t in tree(reading, int(reading.heads[mark])) if t >= mark}
