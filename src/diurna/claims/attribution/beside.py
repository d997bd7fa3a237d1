"""Quoted words that stand beside a cue: before "X said", behind it, or around it."""

from __future__ import annotations

from diurna.claims.attribution.syntax import is_punct, related, sentence_span, tree
from diurna.claims.syntax import lemma
from diurna.language import Reading
from diurna.language.layout import Quotation
from diurna.vocabulary import speech

_SPEAKER = 30  # at most so many words of a speaker between a quotation and "said"
_JOINT = 6  # at most so many words between coordinated quotations
FRAME_GAP = 14  # at most so many words of adverbials between "he said" and the quotation that follows


def with_quotations(reading: Reading, verb: int, content: set[int]) -> set[int]:
    """The content with every quotation that it touches, or that stands beside the cue, taken whole."""
    touched = [q for q in reading.layout.among(content) if not q.start <= verb < q.end]
    found = content | {t for q in touched for t in range(q.start, q.end)}
    found |= _coordinated_quotation(reading, verb, found)
    if not found or max(found) < verb:
        behind = _quotation_behind(reading, verb, found)
        before = None if found else _quotation_before(reading, verb)
        for q in (behind, before):
            if q is not None:
                found |= set(range(q.start, q.end))
    return found


def _coordinated_quotation(reading: Reading, verb: int, content: set[int]) -> set[int]:
    """What joins the end of the content to a quotation a few words on: "said it was "big" but "nobody" cared"."""
    if not content or max(content) < verb or reading.layout.quotation_at(max(content)) is None:
        return set()
    edge = max(content)
    following = reading.layout.behind(edge)
    if following is None or following.start >= sentence_span(reading, verb)[1] or following.start - edge > _JOINT:
        return set()
    joint = range(edge + 1, following.start)
    joined = any(reading.upos[t] == "CCONJ" for t in joint) and not any(reading.upos[t] == "VERB" for t in joint)
    return set(range(edge + 1, following.end)) if joined else set()


def _quotation_behind(reading: Reading, verb: int, content: set[int]) -> Quotation | None:
    """The quotation that follows the cue: `said on Monday, "..."`, also over a sentence break after a colon."""
    candidate = reading.layout.behind(verb)
    if related(reading, verb, "obj") and lemma(reading, verb) not in speech.listed("addressing"):
        return None
    if candidate is None or candidate.start - verb > FRAME_GAP:
        return None
    between = range(verb + 1, candidate.start)
    last = reading.forms[candidate.start - 1]
    if candidate.start < sentence_span(reading, verb)[1]:
        own = tree(reading, verb) - content
        adjoining = last in (",", ":") or not any(not is_punct(reading, t) for t in between)
        return candidate if adjoining and all(t in own or is_punct(reading, t) for t in between) else None
    next_sentence = reading.sentence_of(candidate.start) == reading.sentence_of(verb) + 1
    return candidate if next_sentence and last in (",", ":") and not content else None


def _quotation_before(reading: Reading, verb: int) -> Quotation | None:
    """The quotation in front of a cue with its subject: `"...," he said`, `"..." said the minister`."""
    candidate = reading.layout.before(verb)
    sentence, stretch = sentence_span(reading, verb), reading.layout.stretch(verb)
    if candidate is None or candidate.end < max(sentence[0], stretch[0] + 1):
        return None
    between = [t for t in range(candidate.end, verb) if not is_punct(reading, t)]
    return candidate if set(between) <= tree(reading, verb) and len(between) <= _SPEAKER else None
