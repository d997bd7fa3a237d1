"""Which uses as a cue the vocabulary gives a verb in its sentence."""

from __future__ import annotations

from diurna.claims.attribution.syntax import first, related
from diurna.claims.syntax import lemma, lower
from diurna.language import Reading
from diurna.vocabulary import speech
from diurna.vocabulary.speech import CueWord

_SECOND_WORDS = ("compound:prt", "xcomp", "advmod", "obl", "obj")
_REACH = 3  # "called on Friday for": at most so many words up to the preposition


def verb_uses(reading: Reading, verb: int) -> tuple[tuple[CueWord, ...], frozenset[int]]:
    """The uses of a verb as a cue, tried first with its second word ("point out"), and the tokens of that word."""
    base = lemma(reading, verb)
    for child in related(reading, verb, *_SECOND_WORDS):
        if child > verb and (uses := speech.uses_of(f"{base} {lower(reading, child)}")):
            return tuple(u for u in uses if not u.refused), frozenset({child})
    for child in related(reading, verb, "obl", "advcl"):
        case = first(related(reading, child, "case", "mark"))
        if case is not None and verb < case <= verb + _REACH:
            uses = speech.uses_of(f"{base} {lower(reading, case)}")
            if uses:
                return uses, frozenset({case})
    return tuple(u for u in speech.uses_of(base) if not u.refused), frozenset()


def is_cue(reading: Reading, verb: int) -> bool:
    """Whether a verb can be a cue at all, affirmed or refused."""
    if reading.upos[verb] != "VERB":
        return False
    return bool(verb_uses(reading, verb)[0] or speech.uses_of(lemma(reading, verb)))
