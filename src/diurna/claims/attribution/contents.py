"""What a verb of speech or thought is about: its complement, the clause beside it, or the words quoted beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from diurna.claims.attribution.quotes import Layout, Quotation
from diurna.claims.attribution.speakers import Speaker, says_as
from diurna.claims.attribution.syntax import (
    RELATIVE_PRONOUNS,
    first,
    has_word,
    is_passive,
    is_punct,
    lemma,
    preposition,
    related,
    sentence_span,
    subject,
    tree,
    word,
)
from diurna.language import Reading
from diurna.vocabulary import speech
from diurna.vocabulary.speech import CueWord

_EMPTY_OBJECTS = frozenset({"nothing", "little", "much", "more", "so", "goodbye", "yes", "no", "hello", "prayer"})
_ANNOUNCED = frozenset({"announce", "confirm", "deny", "reveal", "report", "rule_out"})
_ADDRESSING = frozenset({"tell", "ask", "remind", "inform", "assure", "warn", "urge", "advise", "reassure", "brief"})
_CLAUSE_OPENERS = frozenset({"that", "whether"})
_JOINT = 6  # at most so many words between coordinated quotations
_FRAME_GAP = 14  # at most so many words of adverbials between "he said" and the quotation that follows


@dataclass(frozen=True, slots=True)
class Context:
    """A reading with its paragraphs and quotations."""

    reading: Reading
    layout: Layout


def content_of(context: Context, verb: int, use: CueWord, speaker: Speaker) -> set[int]:
    """The tokens of the content of an affirmed cue verb; empty where it has none."""
    reading = context.reading
    if is_passive(reading, verb):
        content = _passive(context, verb, use, speaker)
        return content or (_beside(reading, verb) if "ccomp" in use.takes else set())
    content = complement(context, verb, use)
    if not content and "ccomp" in use.takes:
        content = _next_clause(reading, verb) or _beside(reading, verb)
    content &= set(range(*context.layout.stretch(verb)))
    content = _without_tail(context, verb, content - _trees(reading, [h for h in speaker.heads if h in content]))
    if content and "quote" not in use.takes:
        return content
    return _with_quotations(context, verb, _from_sentence_start(context, verb, content, speaker))


def complement(context: Context, verb: int, use: CueWord) -> set[int]:
    """The tokens of what the verb governs as content: clause, infinitive, object or phrase."""
    reading = context.reading
    if "small" in use.takes:
        return _described(reading, verb)
    if use.act == "cite":
        return _quoted_as_saying(reading, verb)
    return _unbroken(reading, verb, _governed(reading, verb, use))


def _governed(reading: Reading, verb: int, use: CueWord) -> set[int]:
    clauses = related(reading, verb, "ccomp")
    if use.act == "know":  # knowing how to do something is a skill
        clauses = [c for c in clauses if not has_word(reading, c, "mark", ("to",))]
    if "ccomp" in use.takes and clauses:
        return _from_mark(reading, verb, clauses[0], _trees(reading, clauses + _stray_subject(reading, verb, clauses[0])))
    if ("xcomp" in use.takes or use.lemma in ("tell", "ask")) and (content := _infinitive(reading, verb)):
        return content
    objects = [o for o in _objects(reading, verb) if "obj" in use.takes and _is_topic(reading, verb, o, use)]
    if objects and use.act in speech.listed("forward_acts"):
        objects += _adjuncts_behind(reading, verb, objects[-1])
    wanted = {t.partition(":")[2] for t in use.takes if t.startswith("obl:")}
    phrases = _phrases(reading, verb, wanted)
    return _trees(reading, objects) or _trees(reading, phrases) - {c for p in phrases for c in related(reading, p, "case")}


def _unbroken(reading: Reading, verb: int, content: set[int]) -> set[int]:
    """A complement is one stretch of words: what the tree hangs elsewhere between its ends belongs to it."""
    if not content or min(content) < verb:
        return content
    filled = set(range(min(content), max(content) + 1))
    return filled if len(filled) - len(content) <= _FRAME_GAP else content


def _from_mark(reading: Reading, verb: int, clause: int, content: set[int]) -> set[int]:
    """A clause begins with its "that": words before it say when and where it was said."""
    mark = first(m for m in related(reading, clause, "mark") if verb < m < clause and word(reading, m) in _CLAUSE_OPENERS)
    return content if mark is None else {t for t in content if t >= mark or t < verb}


def _trees(reading: Reading, heads: Iterable[int]) -> set[int]:
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
    if lemma(reading, verb) in _ADDRESSING:
        return []
    strays = [o for o in related(reading, verb, "obj", "nsubj") if verb < o < clause]
    return strays if subject(reading, clause) is None else []


def _phrases(reading: Reading, verb: int, prepositions: set[str]) -> list[int]:
    found = [p for p in related(reading, verb, "obl") if preposition(reading, p) in prepositions]
    clauses = [c for c in related(reading, verb, "advcl") if any(has_word(reading, c, "mark", (p,)) for p in prepositions)]
    return found + clauses


def _infinitive(reading: Reading, verb: int) -> set[int]:
    """ "Vowed to P", "urged both to P" (with the object, which is the subject of P), "reported seeing P"."""
    heads = related(reading, verb, "xcomp")
    if not heads:
        return set()
    objects = [o for o in related(reading, verb, "obj", "iobj") if o < heads[0] and lemma(reading, verb) not in ("tell", "promise")]
    called = [o for o in related(reading, verb, "obl") if verb < o < heads[0] and preposition(reading, o) in ("on", "upon")]
    return _trees(reading, [*objects, *called, *heads]) - {c for o in called for c in related(reading, o, "case")}


def _described(reading: Reading, verb: int) -> set[int]:
    """ "Called X Y", "described X as Y": both halves."""
    objects = related(reading, verb, "nsubj:pass" if is_passive(reading, verb) else "obj")
    halves = [x for x in related(reading, verb, "xcomp") if x > verb and not has_word(reading, x, "mark", ("to",))]
    halves += [p for p in related(reading, verb, "obl", "advcl") if "as" in (preposition(reading, p), _mark(reading, p))]
    halves += [c for c in related(reading, verb, "ccomp") if reading.upos[c] != "VERB" and subject(reading, c) is None]
    return _trees(reading, objects + halves) if objects and halves else set()


def _mark(reading: Reading, clause: int) -> str | None:
    mark = first(related(reading, clause, "mark"))
    return None if mark is None else word(reading, mark)


def _quoted_as_saying(reading: Reading, verb: int) -> set[int]:
    clause = first(c for c in related(reading, verb, "advcl", "xcomp", "obl", "ccomp") if says_as(reading, c))
    if clause is None:
        return set()
    return _trees(reading, [*related(reading, verb, "obj", "nsubj:pass"), clause])


def _is_topic(reading: Reading, verb: int, obj: int, use: CueWord) -> bool:
    """Whether the object can be content: what is rejected must be a claim, what "shows" something a document."""
    if lemma(reading, obj) in _EMPTY_OBJECTS or reading.upos[obj] == "NUM":
        return False
    if use.act == "deny" and "ccomp" not in use.takes:
        return lemma(reading, obj) in speech.listed("claims_rejected")
    if use.act == "show":
        shower = subject(reading, verb)
        return shower is not None and lemma(reading, shower) in speech.listed("documents")
    return True


def _passive(context: Context, verb: int, use: CueWord, speaker: Speaker) -> set[int]:
    """ "It is said that P", "X is said to P", "P was confirmed by X", "X was quoted by Y as saying P"."""
    reading = context.reading
    clauses = [c for c in related(reading, verb, "ccomp", "csubj") if "ccomp" in use.takes]
    if clauses:
        return _trees(reading, clauses)
    if "small" in use.takes or use.act == "cite":
        return complement(context, verb, use) if speaker.heads else set()
    about = [s for s in related(reading, verb, "nsubj:pass") if word(reading, s) not in RELATIVE_PRONOUNS]
    if about and word(reading, about[0]) == "it" and (clause := _far_clause(reading, verb)):
        return clause
    infinitives = related(reading, verb, "xcomp")
    if infinitives and use.act != "request":
        known = lemma(reading, verb) in speech.listed("hearsay_passives") or speaker.heads
        return _trees(reading, about + infinitives) if known else set()
    if "obj" in use.takes and about and (speaker.heads or use.act in _ANNOUNCED):
        return _trees(reading, about)
    return set()


def _far_clause(reading: Reading, verb: int) -> set[int]:
    """The "that" clause somewhere below "it was reported by X": trees often hang it on X."""
    marks = (t for t in sorted(tree(reading, verb)) if t > verb and word(reading, t) == "that" and reading.deprels[t] == "mark")
    mark = first(marks)
    return set() if mark is None else {t for t in tree(reading, int(reading.heads[mark])) if t >= mark}


def _beside(reading: Reading, verb: int) -> set[int]:
    """The clause that "X said" is put into or behind, or that "as X said" hangs on."""
    governor, relation = int(reading.heads[verb]), reading.deprels[verb].split(":")[0]
    if governor < 0 or any(lemma(reading, o) in _EMPTY_OBJECTS for o in related(reading, verb, "obj", "advmod")):
        return set()
    as_clause = relation == "advcl" and says_as(reading, verb)
    if lemma(reading, verb) == "put" and not as_clause:
        return set()
    if as_clause or (relation == "parataxis" and (is_passive(reading, verb) or subject(reading, verb) is not None)):
        return tree(reading, governor, [verb])
    return set()


def _next_clause(reading: Reading, verb: int) -> set[int]:
    """The "that" clause right behind the verb, wherever the tree hangs it."""
    if verb + 1 >= len(reading) or word(reading, verb + 1) != "that" or reading.deprels[verb + 1] != "mark":
        return set()
    return {t for t in tree(reading, int(reading.heads[verb + 1])) if t > verb}


def _without_tail(context: Context, verb: int, content: set[int]) -> set[int]:
    """The content without the words right behind a trailing "X said", up to the next comma: they say when and where.

    Trees often hang them on the content ("..., he said in response to questions").
    """
    reading = context.reading
    if not content or min(content) > verb or verb in content:
        return content
    if all(t > verb for t in content if int(reading.heads[t]) not in content):
        return content
    before = {t for t in content if t < verb}
    quoted = any(q.end <= verb and q.end > max(before) for q in context.layout.quotations)
    behind = sorted(content - before)
    if quoted:
        return before | {t for t in behind if context.layout.quotation_at(t) is not None}
    comma = next((t for t in range(verb + 1, behind[-1] if behind else verb) if reading.forms[t] in (",", "—", "–")), None)
    return before | {t for t in behind if comma is not None and t > comma}


def _frame_start(verb: int, speaker: Speaker) -> int:
    return min([verb, *speaker.heads])


def _from_sentence_start(context: Context, verb: int, content: set[int], speaker: Speaker) -> set[int]:
    """Before a trailing "X said", the content begins with the sentence."""
    reading = context.reading
    if not content or reading.deprels[verb] not in ("root", "parataxis"):
        return content
    start, end = sentence_span(reading, verb)
    start = max(start, context.layout.stretch(verb)[0])
    here = {t for t in content if start <= t < end}
    inside = tree(reading, verb) - content
    if not here or max(here) > _frame_start(verb, speaker):
        return content
    introduced = first(q for q in context.layout.quotations if start < q.start and max(here) < q.end <= verb)
    if introduced is not None and reading.forms[introduced.start - 1] == ":":
        return set(range(introduced.start, introduced.end))
    frame = min(t for t in inside if t > max(here)) if any(t > max(here) for t in inside) else verb
    return content | set(range(start, frame))


def _with_quotations(context: Context, verb: int, content: set[int]) -> set[int]:
    """The content with every quotation that it touches, or that stands beside the cue, taken whole."""
    touched = [q for q in context.layout.quotations if not q.start <= verb < q.end and content & set(range(q.start, q.end))]
    found = content | {t for q in touched for t in range(q.start, q.end)}
    found |= _coordinated_quotation(context, verb, found)
    if not found or max(found) < verb:
        behind = _quotation_behind(context, verb, found)
        before = None if found else _quotation_before(context, verb)
        for q in (behind, before):
            if q is not None:
                found |= set(range(q.start, q.end))
    return found


def _coordinated_quotation(context: Context, verb: int, content: set[int]) -> set[int]:
    """What joins the end of the content to a quotation a few words on: "said it was "big" but "nobody" cared"."""
    if not content or max(content) < verb or context.layout.quotation_at(max(content)) is None:
        return set()
    reading, edge = context.reading, max(content)
    following = first(q for q in context.layout.quotations if q.start > edge)
    if following is None or following.start >= sentence_span(reading, verb)[1] or following.start - edge > _JOINT:
        return set()
    joint = range(edge + 1, following.start)
    joined = any(reading.upos[t] == "CCONJ" for t in joint) and not any(reading.upos[t] == "VERB" for t in joint)
    return set(range(edge + 1, following.end)) if joined else set()


def _quotation_behind(context: Context, verb: int, content: set[int]) -> Quotation | None:
    """The quotation that follows the cue: `said on Monday, "..."`, also over a sentence break after a colon."""
    reading = context.reading
    candidate = first(q for q in context.layout.quotations if q.start > verb)
    if related(reading, verb, "obj") and lemma(reading, verb) not in _ADDRESSING:
        return None
    if candidate is None or candidate.start - verb > _FRAME_GAP:
        return None
    between = range(verb + 1, candidate.start)
    last = reading.forms[candidate.start - 1]
    if candidate.start < sentence_span(reading, verb)[1]:
        own = tree(reading, verb) - content
        adjoining = last in (",", ":") or not any(not is_punct(reading, t) for t in between)
        return candidate if adjoining and all(t in own or is_punct(reading, t) for t in between) else None
    next_sentence = reading.sentence_of(candidate.start) == reading.sentence_of(verb) + 1
    return candidate if next_sentence and last in (",", ":") and not content else None


def _quotation_before(context: Context, verb: int) -> Quotation | None:
    """The quotation in front of a cue with its subject: `"...," he said`, `"..." said the minister`."""
    reading = context.reading
    before = [q for q in context.layout.quotations if q.end <= verb]
    if not before or before[-1].end < max(sentence_span(reading, verb)[0], context.layout.stretch(verb)[0] + 1):
        return None
    candidate = before[-1]
    between = [t for t in range(candidate.end, verb) if not is_punct(reading, t)]
    return candidate if set(between) <= tree(reading, verb) and len(between) <= _FRAME_GAP else None
