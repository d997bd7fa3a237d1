"""What an active verb of speech or thought governs as content: a clause, an infinitive, an object or a phrase."""

from __future__ import annotations

from collections.abc import Iterable

from diurna.claims.attribution.phrases import is_time
from diurna.claims.attribution.speakers import says_as
from diurna.claims.attribution.syntax import first, has_word, is_passive, is_punct, preposition, related, subject, tree
from diurna.claims.syntax import lemma, lower
from diurna.language import Reading
from diurna.vocabulary import speech
from diurna.vocabulary.speech import CueWord

_CLAUSE_OPENERS = frozenset({"that", "whether"})


def complement(reading: Reading, verb: int, use: CueWord) -> set[int]:
    """The tokens of what the verb governs as content: clause, infinitive, object or phrase."""
    if "small" in use.takes:
        return _described(reading, verb)
    if use.act == "cite":
        return _quoted_as_saying(reading, verb)
    return _unbroken(reading, verb, _governed(reading, verb, use))


def _governed(reading: Reading, verb: int, use: CueWord) -> set[int]:
    clauses = related(reading, verb, "ccomp") or [o for o in related(reading, verb, "obj") if _is_question(reading, o)]
    if use.act == "know":  # knowing how to do something is a skill
        clauses = [c for c in clauses if not has_word(reading, c, "mark", ("to",))]
    if "ccomp" in use.takes and clauses:
        clauses = clauses + [c for c in related(reading, verb, "conj") if has_word(reading, c, "mark", ("that",))]
        return _from_mark(
            reading, verb, clauses[0], trees(reading, clauses + _stray_subject(reading, verb, clauses[0]))
        )
    if ("xcomp" in use.takes or use.lemma in ("tell", "ask")) and (content := _infinitive(reading, verb)):
        return content
    objects = [o for o in _objects(reading, verb) if "obj" in use.takes and is_topic(reading, verb, o, use)]
    if objects and use.act in speech.listed("forward_acts"):
        objects += _adjuncts_behind(reading, verb, objects[-1])
    wanted = {t.partition(":")[2] for t in use.takes if t.startswith("obl:")}
    phrases = _phrases(reading, verb, wanted)
    return trees(reading, objects) or trees(reading, phrases) - {
        c for p in phrases for c in related(reading, p, "case")
    }


def _is_question(reading: Reading, obj: int) -> bool:
    """Whether an object is an indirect question or free relative: "explained how it works", "know what happened"."""
    return reading.xpos[obj] in ("WP", "WRB", "WDT") and bool(related(reading, obj, "acl", "advcl"))


def _unbroken(reading: Reading, verb: int, content: set[int]) -> set[int]:
    """A complement is one stretch of words: what the tree hangs elsewhere between its ends belongs to it."""
    if not content or min(content) < verb:
        return content
    gap = set(range(min(content), max(content) + 1)) - content
    return content if any(is_punct(reading, t) for t in gap) else content | gap


def _from_mark(reading: Reading, verb: int, clause: int, content: set[int]) -> set[int]:
    """A clause begins with its "that": words before it say when and where it was said."""
    mark = first(
        m for m in related(reading, clause, "mark") if verb < m < clause and lower(reading, m) in _CLAUSE_OPENERS
    )
    if mark is not None:
        return {t for t in content if t >= mark or t < verb} | set(range(mark, clause))
    return content - _day_of_speaking(reading, verb, clause)


def _day_of_speaking(reading: Reading, verb: int, clause: int) -> set[int]:
    """The day between the cue and the subject of its clause, which trees hang on the clause: "said on Monday he"."""
    own = subject(reading, clause)
    for phrase in related(reading, clause, "obl", "nmod"):
        span = tree(reading, phrase)
        if is_time(reading, phrase) and min(span) == verb + 1 and own is not None and max(span) < own:
            return span if reading.forms[max(span) + 1] != "," else set()
    return set()


def trees(reading: Reading, heads: Iterable[int]) -> set[int]:
    """The tokens of the subtrees of all heads."""
    return {t for head in heads for t in tree(reading, head)}


def _objects(reading: Reading, verb: int) -> list[int]:
    """The objects of a verb, also behind a predicative: "rejected as baseless the report"."""
    found = related(reading, verb, "obj")
    predicatives = [c for c in related(reading, verb, "advcl", "obl") if says_as(reading, c)]
    return found or [o for p in predicatives for o in related(reading, p, "obj")]


def _adjuncts_behind(reading: Reading, verb: int, obj: int) -> list[int]:
    """The phrases right behind the object: with "rule out", "expect" they say when the expected thing is to be."""
    found, edge = [], max(tree(reading, obj))
    for phrase in related(reading, verb, "obl"):
        if min(tree(reading, phrase)) == edge + 1:
            found.append(phrase)
            edge = max(tree(reading, phrase))
    return found


def _stray_subject(reading: Reading, verb: int, clause: int) -> list[int]:
    """The subject of the content clause, hung on the cue as an object: "said X was Y", "shows X doing Y"."""
    if lemma(reading, verb) in speech.listed("addressing"):
        return []
    strays = [o for o in related(reading, verb, "obj", "nsubj") if verb < o < clause]
    return strays if subject(reading, clause) is None else []


def _phrases(reading: Reading, verb: int, prepositions: set[str]) -> list[int]:
    found = [p for p in related(reading, verb, "obl") if preposition(reading, p) in prepositions]
    clauses = [
        c for c in related(reading, verb, "advcl") if any(has_word(reading, c, "mark", (p,)) for p in prepositions)
    ]
    return found + clauses


def _infinitive(reading: Reading, verb: int) -> set[int]:
    """ "Vowed to P", "urged both to P" (with the object, which is the subject of P), "reported seeing P"."""
    heads = related(reading, verb, "xcomp")
    if not heads:
        return set()
    objects = [
        o
        for o in related(reading, verb, "obj", "iobj")
        if o < heads[0] and lemma(reading, verb) not in ("tell", "promise")
    ]
    called = [
        o for o in related(reading, verb, "obl") if verb < o < heads[0] and preposition(reading, o) in ("on", "upon")
    ]
    return trees(reading, [*objects, *called, *heads]) - {c for o in called for c in related(reading, o, "case")}


def _described(reading: Reading, verb: int) -> set[int]:
    """ "Called X Y", "described X as Y": both halves."""
    objects = related(reading, verb, "nsubj:pass" if is_passive(reading, verb) else "obj")
    halves = [x for x in related(reading, verb, "xcomp") if x > verb and reading.upos[x] != "VERB"]
    halves += [
        p for p in related(reading, verb, "obl", "advcl") if "as" in (preposition(reading, p), _mark(reading, p))
    ]
    halves += [c for c in related(reading, verb, "ccomp") if reading.upos[c] != "VERB" and subject(reading, c) is None]
    halves += [a for o in objects for a in related(reading, o, "appos") if reading.upos[a] == "ADJ"]
    return trees(reading, objects + halves) if objects and halves else set()


def _mark(reading: Reading, clause: int) -> str | None:
    mark = first(related(reading, clause, "mark"))
    return None if mark is None else lower(reading, mark)


def _quoted_as_saying(reading: Reading, verb: int) -> set[int]:
    clause = first(c for c in related(reading, verb, "advcl", "xcomp", "obl", "ccomp") if says_as(reading, c))
    if clause is None:
        return set()
    return trees(reading, [*related(reading, verb, "obj", "nsubj:pass"), clause])


def is_topic(reading: Reading, verb: int, obj: int, use: CueWord) -> bool:
    """Whether the object can be content: what is rejected must be a claim, what "shows" something a document."""
    if lemma(reading, obj) in speech.listed("empty_objects") or reading.upos[obj] == "NUM":
        return False
    if use.act == "deny" and "ccomp" not in use.takes:
        return lemma(reading, obj) in speech.listed("claims_rejected")
    if use.act == "deny" and (lemma(reading, obj) in speech.listed("withheld") or related(reading, verb, "iobj")):
        return False
    if use.act == "show":
        shower = subject(reading, verb)
        return shower is not None and lemma(reading, shower) in speech.listed("documents")
    return True
