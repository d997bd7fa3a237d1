"""Whose words a verb of speech or thought reports."""

from __future__ import annotations

from dataclasses import dataclass

from diurna.claims.attribution.continuing import can_speak, carried_on
from diurna.claims.attribution.cues import verb_uses
from diurna.claims.attribution.phrases import co_heads, noun_tree
from diurna.claims.attribution.syntax import (
    RELATIVE_PRONOUNS,
    first,
    has_word,
    is_nobody,
    is_passive,
    is_punct,
    preposition,
    related,
    sentence_span,
    subject,
)
from diurna.claims.syntax import lemma, lower
from diurna.language import Reading
from diurna.vocabulary import speech

_BOUNDARIES = frozenset({",", "”", '"', "''", "—", "–", "?", "!"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_DEPTH = 6  # how many verbs up a shared subject is looked for


@dataclass(frozen=True, slots=True)
class Speaker:
    """The heads of the co-sources; none for an implicit source ("it was reported", "no official has confirmed")."""

    heads: tuple[int, ...]
    subject: int | None = None
    """The subject that the speaker was read from, also where it denies its own reference."""


IMPLICIT = Speaker(())


def speaker_of(reading: Reading, verb: int) -> Speaker | None:
    """The speaker of a verb, or None where the verb has nobody to speak."""
    if is_passive(reading, verb):
        return _agent(reading, verb)
    return _trailing_speaker(reading, verb) or _speaker_up(reading, verb, _DEPTH)


def _trailing_speaker(reading: Reading, verb: int) -> Speaker | None:
    """The speaker of a verb behind its clause, where trees often err: "P, an aide said", "P, said an aide".

    They hang the speaker on P as a second subject behind its verb, make P's subject the speaker, or an inverted
    subject an object.
    """
    clause = first(c for c in related(reading, verb, "ccomp") if c < verb)
    if clause is None:
        return None
    clauses = [clause, *(c for c in related(reading, clause, "conj") if reading.xpos[c] == "VBN")]
    late = [s for c in clauses for s in related(reading, c, "nsubj") if clause < s < verb]
    late = [s for s in late if _stands_before(reading, s, verb)]
    own = subject(reading, verb)
    moved = own is None or (
        own < clause and reading.forms[verb - 1] in _BOUNDARIES and not _takes_objects(reading, verb)
    )
    inverted = [o for o in related(reading, verb, "obj", "iobj") if moved and o > verb]
    head = first(late or inverted) or _between_comma_and(reading, clause, verb)
    return None if head is None else _named(reading, head)


def _takes_objects(reading: Reading, verb: int) -> bool:
    return any("obj" in use.takes for use in verb_uses(reading, verb)[0]) or lemma(reading, verb) in speech.listed(
        "addressing"
    )


def stranded_subject(reading: Reading, verb: int) -> int | None:
    """The subject that a tree hung on what stands before it: "According to A, B reported" with B as apposition of A."""
    finite = reading.xpos[verb] in ("VBD", "VBZ", "VBP") or bool(related(reading, verb, "aux"))
    if not finite or reading.deprels[verb] != "root" or subject(reading, verb) is not None:
        return None
    return _between_comma_and(reading, sentence_span(reading, verb)[0], verb)


def _stands_before(reading: Reading, noun: int, verb: int) -> bool:
    """Whether a noun phrase, set off on its left, reaches up to the verb."""
    phrase = [t for t in noun_tree(reading, noun) if t < verb]
    if reading.forms[min(phrase) - 1] not in _BOUNDARIES and not is_punct(reading, min(phrase)):
        return False
    between = range(max(phrase) + 1, verb)
    return all(is_punct(reading, t) or reading.upos[t] in ("AUX", "ADV", "PART") for t in between)


def _between_comma_and(reading: Reading, clause: int, verb: int) -> int | None:
    """The head of the noun phrase that alone stands between the last comma and the verb."""
    start = verb
    while start > clause + 1 and reading.forms[start - 1] not in _BOUNDARIES and reading.upos[start - 1] != "VERB":
        start -= 1
    if start == verb or reading.forms[start - 1] not in _BOUNDARIES:
        return None
    heads = [t for t in range(start, verb) if not start <= int(reading.heads[t]) < verb and reading.upos[t] in _NOMINAL]
    return heads[0] if len(heads) == 1 else None


def _speaker_up(reading: Reading, verb: int, depth: int) -> Speaker | None:
    own = subject(reading, verb)
    own = own if own is not None else stranded_subject(reading, verb)
    if own is not None:
        return _from_subject(reading, verb, own)
    if depth == 0 or reading.heads[verb] < 0:
        return None
    governor, relation = int(reading.heads[verb]), reading.deprels[verb]
    if relation == "acl:relcl":
        return _named(reading, _antecedent(reading, governor, verb))
    if relation == "xcomp":
        return _controller(reading, governor, depth)
    if relation.split(":")[0] in ("advcl", "acl") and not lower(reading, verb).endswith("ing"):
        asked = lemma(reading, verb) == "ask" and not related(reading, verb, "xcomp")
        return IMPLICIT if asked else None
    if relation == "acl":
        return _of_noun(reading, governor, depth)
    if relation.split(":")[0] in ("conj", "advcl", "parataxis", "dep"):
        outer = carried_on(reading, verb)
        governor = governor if outer is None else outer
        return _as_saying(reading, verb, governor) or _speaker_up(reading, governor, depth - 1)
    return None


def _from_subject(reading: Reading, verb: int, own: int) -> Speaker | None:
    if lower(reading, own) in RELATIVE_PRONOUNS and reading.deprels[verb] == "acl:relcl":
        return _named(reading, _antecedent(reading, int(reading.heads[verb]), own))
    if lower(reading, own) in ("it", "there") and reading.deprels[own] == "expl":
        return None
    return _named(reading, own)


def _named(reading: Reading, head: int) -> Speaker:
    if is_nobody(reading, head) or lemma(reading, head) in speech.listed("unsourced"):
        return Speaker((), head)
    return Speaker(co_heads(reading, head), head)


def _agent(reading: Reading, verb: int) -> Speaker:
    for phrase in related(reading, verb, "obl:agent", "obl"):
        if preposition(reading, phrase) == "by":
            return _named(reading, phrase)
    return Speaker((), subject(reading, verb))


def _antecedent(reading: Reading, noun: int, pronoun: int) -> int:
    """What "who" or "which" stands for: the noun it hangs on or, where that cannot speak, the one right before it."""
    named = int(reading.heads[noun]) if reading.deprels[noun] == "appos" else noun
    if can_speak(reading, named):
        return named
    token = pronoun - 1
    while token > noun and is_punct(reading, token):
        token -= 1
    while token > noun:
        if reading.deprels[token].split(":")[0] not in ("flat", "compound", "case", "det") and can_speak(
            reading, token
        ):
            return token
        token = int(reading.heads[token])
    return noun


def _of_noun(reading: Reading, noun: int, depth: int) -> Speaker | None:
    """ "Issued a statement saying": the issuer; "officials saying": the officials; "held talks, saying": the holder."""
    verb = int(reading.heads[noun])
    if verb >= 0 and not can_speak(reading, noun) and not reading.deprels[noun].startswith("nsubj"):
        above = next((t for t in reading.ancestors(noun) if reading.upos[t] == "VERB"), None)
        clause = None if above is None or is_passive(reading, above) else _speaker_up(reading, above, depth - 1)
        if clause is not None and all(can_speak(reading, h) for h in clause.heads):
            return clause
    return giver_of(reading, noun) or _named(reading, noun)


def giver_of(reading: Reading, noun: int) -> Speaker | None:
    """Who gives the words that the noun names, where it is the object of a light verb ("X made the claim")."""
    verb = int(reading.heads[noun])
    if verb < 0 or reading.deprels[noun] != "obj" or lemma(reading, verb) not in speech.listed("light_verbs"):
        return None
    giver = speaker_of(reading, verb)
    return giver if giver is not None and giver.heads else None


def _controller(reading: Reading, governor: int, depth: int) -> Speaker | None:
    """The understood subject of an infinitive: the object of "quoted X as saying", else the subject above."""
    if lemma(reading, governor) in ("quote", "cite"):
        return quoted_person(reading, governor)
    return _speaker_up(reading, governor, depth - 1)


def _as_saying(reading: Reading, verb: int, governor: int) -> Speaker | None:
    if lemma(reading, governor) not in ("quote", "cite"):
        return None
    return quoted_person(reading, governor) if says_as(reading, verb) else None


def says_as(reading: Reading, verb: int) -> bool:
    """Whether the verb stands behind "as": "quoted as saying"."""
    return has_word(reading, verb, "mark", ("as",)) or has_word(reading, verb, "case", ("as",))


def quoted_person(reading: Reading, quoting: int) -> Speaker | None:
    """Who is quoted by "quote" or "cite": the object, or the subject of the passive."""
    person = first(related(reading, quoting, "nsubj:pass")) if is_passive(reading, quoting) else None
    person = person if person is not None else first(related(reading, quoting, "obj"))
    return None if person is None else _named(reading, person)
