"""Sources that keep silent: "declined to comment on", "did not say whether", "deferred questions to the ministry"."""

from __future__ import annotations

from diurna.claims.attribution.complements import complement
from diurna.claims.attribution.speakers import speaker_of
from diurna.claims.attribution.syntax import first, has_word, is_negated, preposition, related, tree, verb_group
from diurna.claims.attribution.values import Found
from diurna.claims.syntax import lemma, lower
from diurna.language import Reading
from diurna.vocabulary import speech

_QUESTION_WORDS = frozenset({"whether", "if", "when", "where", "why", "how", "who", "what", "which", "whom"})


def refusal(reading: Reading, verb: int) -> Found | None:
    """The attribution of a source that refuses to speak, with what it does not speak about as content."""
    return _declined(reading, verb) or _negated(reading, verb) or _deferred(reading, verb)


def _declined(reading: Reading, verb: int) -> Found | None:
    """ "declined to comment on P", "refused to say whether P"."""
    governor = int(reading.heads[verb])
    if reading.deprels[verb] not in ("xcomp", "advcl") or governor < 0:
        return None
    if lemma(reading, governor) not in speech.listed("refusals"):
        return None
    tokens = frozenset(range(min(governor, verb), max(governor, verb) + 1))
    return _found(reading, verb, governor, tokens | verb_group(reading, governor), is_negated(reading, governor))


def _negated(reading: Reading, verb: int) -> Found | None:
    """ "did not comment on P", "would not say whether P"; "did not say that P" is an ordinary negated cue."""
    if _yet_to(reading, verb):
        top = int(reading.heads[verb]) if reading.deprels[verb] == "xcomp" else verb
        return _found(reading, verb, top, frozenset(range(verb - 2, verb + 1)), negated=True)
    if not is_negated(reading, verb):
        return None
    asked = any(_asks(reading, c) for c in related(reading, verb, "ccomp", "xcomp", "obj"))
    asked = asked or bool(_question_behind(reading, verb))
    if lemma(reading, verb) not in speech.listed("disclosing") and not asked and not _neither_nor(reading, verb):
        return None
    if has_word(reading, verb, "mark", ("to",)):
        return None
    return _found(reading, verb, verb, verb_group(reading, verb), negated=True)


def _yet_to(reading: Reading, verb: int) -> bool:
    """ "Has yet to comment"."""
    return verb >= 2 and (lower(reading, verb - 2), lower(reading, verb - 1)) == ("yet", "to")


def _neither_nor(reading: Reading, verb: int) -> bool:
    """ "Neither confirmed nor denied P"."""
    pair = {lemma(reading, t) for t in (int(reading.heads[verb]), verb, *related(reading, verb, "conj")) if t >= 0}
    return {"confirm", "deny"} <= pair


def _asks(reading: Reading, clause: int) -> bool:
    return any(lower(reading, t) in _QUESTION_WORDS for t in (clause, *reading.children(clause)))


def _found(reading: Reading, verb: int, top: int, tokens: frozenset[int], negated: bool) -> Found | None:
    speaker = speaker_of(reading, top)
    known = speech.uses_of(lemma(reading, verb))
    uses = [u for u in known if u.refused] or [
        u for u in known if "ccomp" in u.takes and speech.kind_of(u.act) == "speech"
    ]
    if speaker is None or not uses:
        return None
    content = complement(reading, verb, uses[0]) or _question_behind(reading, verb)
    if not content:
        return None
    return Found(verb, tokens, speaker.heads, frozenset(content), "refuse_comment", negated)


def _question_behind(reading: Reading, verb: int) -> set[int]:
    """The clause right behind "did not say" that opens with a question word, read as an adverbial: "when they met"."""
    clauses = (tree(reading, c) for c in related(reading, verb, "advcl"))
    return next((c for c in clauses if min(c) == verb + 1 and lower(reading, verb + 1) in _QUESTION_WORDS), set())


def _deferred(reading: Reading, verb: int) -> Found | None:
    """ "redirected inquiries about P to the ministry"; "when asked about P, deferred to the ministry"."""
    if lemma(reading, verb) not in speech.listed("deferrals"):
        return None
    speaker = speaker_of(reading, verb)
    if speaker is None or not speaker.heads:
        return None
    asked = first(o for o in related(reading, verb, "obj") if lemma(reading, o) in speech.listed("question_nouns"))
    content = tree(reading, asked) if asked is not None else _topic_asked(reading, verb)
    if not content or not any(preposition(reading, o) == "to" for o in _obliques(reading, verb, asked)):
        return None
    return Found(verb, verb_group(reading, verb), speaker.heads, frozenset(content), "refuse_comment")


def _obliques(reading: Reading, verb: int, asked: int | None) -> list[int]:
    below = [] if asked is None else [t for t in tree(reading, asked) if reading.deprels[t].startswith("nmod")]
    return related(reading, verb, "obl") + below


def _topic_asked(reading: Reading, verb: int) -> set[int]:
    holders = (verb, *related(reading, verb, "nsubj"))
    for clause in (c for h in holders for c in related(reading, h, "advcl", "acl")):
        if lemma(reading, clause) == "ask":
            for topic in related(reading, clause, "obl", "advcl", "ccomp"):
                return tree(reading, topic) - set(related(reading, topic, "case"))
    return set()
