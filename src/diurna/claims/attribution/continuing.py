"""Verbs that go on with an outer speaker although a nearer subject stands beside them.

"The minister said the talks had failed, arguing that ...": trees hang "arguing" on "failed", yet talks do not argue.
"""

from __future__ import annotations

from itertools import pairwise

from diurna.claims.attribution.cues import is_cue
from diurna.claims.attribution.syntax import first, related, subject
from diurna.claims.syntax import lemma, lower
from diurna.language import Reading
from diurna.vocabulary import speech

_NOT_SPEAKING = frozenset({"it", "this", "that", "which", "there"})


def can_speak(reading: Reading, head: int) -> bool:
    """Whether a noun phrase can name a speaker: a name, a personal pronoun, a speaking office or a document."""
    if reading.upos[head] in ("PRON", "PROPN") or reading.name_at(head) is not None:
        return lower(reading, head) not in _NOT_SPEAKING
    return lemma(reading, head) in speech.listed("headline_speakers") | speech.listed("documents")


def carried_on(reading: Reading, verb: int) -> int | None:
    """The outer cue verb whose speaker goes on at a participle or coordinated verb without subject; None elsewhere."""
    relation, governor = reading.deprels[verb].split(":")[0], int(reading.heads[verb])
    if relation not in ("advcl", "conj") or governor < 0 or subject(reading, verb) is not None:
        return None
    if relation == "advcl" and not lower(reading, verb).endswith("ing"):
        return None
    outer, surely = _speaking_above(reading, governor)
    nearest = subject(reading, governor)
    if outer is None:
        return None
    if relation == "advcl" and (surely or lemma(reading, verb) in speech.listed("speaker_keeping")):
        return outer
    mute = nearest is not None and not can_speak(reading, nearest)
    joined = reading.deprels[governor] == "ccomp" and _speaks(reading, verb)
    return outer if mute and (relation == "advcl" or joined) else None


def _speaks(reading: Reading, verb: int) -> bool:
    """Whether a verb is a cue, or lends its subject to a noun that is one ("expressed hope that")."""
    if is_cue(reading, verb):
        return True
    obj = first(related(reading, verb, "obj"))
    return obj is not None and bool(speech.uses_of(lemma(reading, obj), "noun"))


def _speaking_above(reading: Reading, clause: int) -> tuple[int | None, bool]:
    """The nearest verb of speech that the clause is content of, and whether a participle surely goes on with it.

    It surely does after a denial and after a noun ("denied reports that he had agreed, saying ...").
    """
    for below, above in pairwise(reading.path_to_root(clause)):
        relation = reading.deprels[below]
        if relation == "ccomp" and is_cue(reading, above):
            return above, speech.act_of(lemma(reading, above)) == "deny"
        verb = int(reading.heads[above])
        if relation in ("acl", "ccomp") and verb >= 0 and speech.uses_of(lemma(reading, above), "noun"):
            return (verb, True) if is_cue(reading, verb) else (None, False)
    return None, False
