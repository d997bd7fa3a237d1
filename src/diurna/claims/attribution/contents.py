"""What a verb of speech or thought is about: its complement, the clause beside it, or the words quoted beside it."""

from __future__ import annotations

from dataclasses import replace

from diurna.claims.attribution.beside import FRAME_GAP, with_quotations
from diurna.claims.attribution.complements import complement
from diurna.claims.attribution.passives import passive_content
from diurna.claims.attribution.phrases import noun_tree, phrase
from diurna.claims.attribution.speakers import Speaker, says_as
from diurna.claims.attribution.syntax import (
    RELATIVE_PRONOUNS,
    has_word,
    is_passive,
    is_punct,
    related,
    sentence_span,
    subject,
    tree,
)
from diurna.claims.syntax import lemma, lower
from diurna.language import Reading
from diurna.language.layout import Quotation
from diurna.vocabulary import speech
from diurna.vocabulary.speech import CueWord


def content_of(reading: Reading, verb: int, use: CueWord, speaker: Speaker) -> set[int]:
    """The tokens of the content of an affirmed cue verb; empty where it has none."""
    if is_passive(reading, verb):
        content = passive_content(reading, verb, use, speaker)
        return content or (_beside(reading, verb) if "ccomp" in use.takes else set())
    content = complement(reading, verb, use)
    if not content and "ccomp" in use.takes:
        content = _next_clause(reading, verb) or _beside(reading, verb)
    content &= set(range(*reading.layout.stretch(verb)))
    content -= {t for h in speaker.heads for t in _speaker_words(reading, verb, h)}
    content = _without_tail(reading, verb, content)
    if content and "quote" not in use.takes:
        return content
    if _is_manner(reading, verb, content):
        content = set()
    return with_quotations(reading, verb, _from_sentence_start(reading, verb, content, speaker))


def _is_manner(reading: Reading, verb: int, content: set[int]) -> bool:
    """Whether a participle behind a quotation's cue was read as content: `"...," he said, looking at the crowd`."""
    if not content or min(content) < verb or reading.layout.among(content):
        return False
    quotation = reading.layout.before(verb)
    if quotation is None or verb - quotation.end > FRAME_GAP or reading.forms[quotation.end - 2] == ".":
        return False
    head = next((t for t in sorted(content) if int(reading.heads[t]) not in content), verb)
    return reading.forms[verb + 1] == "," and lower(reading, head).endswith("ing") and subject(reading, head) is None


def _beside(reading: Reading, verb: int) -> set[int]:
    """The clause that "X said" is put into or behind, or that "as X said" hangs on."""
    governor, relation = int(reading.heads[verb]), reading.deprels[verb].split(":")[0]
    if any(lemma(reading, o) in speech.listed("empty_objects") for o in related(reading, verb, "obj", "advmod")):
        return set()
    if governor < 0:
        return _second_subject(reading, verb)
    as_clause = relation == "advcl" and says_as(reading, verb)
    if lemma(reading, verb) == "put" and not as_clause:
        return set()
    if as_clause or (relation == "parataxis" and (is_passive(reading, verb) or subject(reading, verb) is not None)):
        return tree(reading, governor, [verb])
    if _is_interpolated(reading, verb) and int(reading.heads[governor]) >= 0:
        return tree(reading, int(reading.heads[governor]), [verb])
    return set()


def _second_subject(reading: Reading, verb: int) -> set[int]:
    """The headline clause that the tree takes for another subject: "Minister to visit Cairo, ministry says"."""
    own = subject(reading, verb)
    others = [] if own is None else [s for s in related(reading, verb, "nsubj") if s < min(own, verb)]
    if own is None or not others:
        return set()
    clause = {t for t in tree(reading, others[0]) if t < min(own, verb)}
    edge = max(t for t in clause if t == others[0] or not is_punct(reading, t))
    return clause if reading.forms[edge + 1] == "," else set()


def _is_interpolated(reading: Reading, verb: int) -> bool:
    """Whether "X said" between commas was read as a relative clause: "The summit, the ministry said, was over"."""
    own = tree(reading, verb)
    named = subject(reading, verb)
    if reading.deprels[verb] != "acl:relcl" or named is None or lower(reading, named) in RELATIVE_PRONOUNS:
        return False
    start = min(t for t in own if not is_punct(reading, t))
    behind = next((t for t in range(verb + 1, len(reading)) if t not in own or reading.forms[t] == ","), verb)
    return reading.forms[start - 1] == "," and reading.forms[behind] == ","


def _next_clause(reading: Reading, verb: int) -> set[int]:
    """The "that" clause behind the verb, also past a phrase between commas, wherever the tree hangs it."""
    end = sentence_span(reading, verb)[1]
    mark = verb + 1
    if mark < end and reading.forms[mark] == ",":
        mark = 1 + next((t for t in range(mark + 1, end) if reading.forms[t] == ","), end)
    if mark >= end or lower(reading, mark) != "that":
        return set()
    clause = int(reading.heads[mark])
    complete = any(s > mark for s in related(reading, clause, "nsubj")) if clause > mark else False
    if clause < mark or (reading.deprels[mark] != "mark" and not complete):
        return set()
    return {t for t in tree(reading, clause) if t >= mark} | set(range(mark, clause))


def _without_tail(reading: Reading, verb: int, content: set[int]) -> set[int]:
    """The content without the words right behind a trailing "X said", up to the next comma: they say when and where.

    Trees often hang them on the content ("..., he said in response to questions").
    """
    if not content or min(content) > verb or verb in content:
        return content
    if all(t > verb for t in content if int(reading.heads[t]) not in content):
        return content
    before = {t for t in content if t < verb}
    last = reading.layout.before(verb)
    quoted = last is not None and last.end >= max(before)
    behind = sorted(content - before)
    if quoted:
        return before | {t for t in behind if reading.layout.quotation_at(t) is not None}
    end = behind[-1] if behind else verb
    comma = next((t for t in range(verb + 1, end) if reading.forms[t] in (",", "—", "–")), None)
    if comma is None or _is_aside(reading, comma + 1):
        return before
    return before | {t for t in behind if t > comma}


def _is_aside(reading: Reading, start: int) -> bool:
    """Whether the reporter's own words begin here, behind "..., X said,": "but ...", "in what would be ..."."""
    opening = tuple(form.lower() for form in reading.forms[start : start + 2])
    return opening[0] == "but" or opening == ("in", "what")


def _frame_start(verb: int, speaker: Speaker) -> int:
    return min([verb, *speaker.heads])


def _between_commas(reading: Reading, verb: int, speaker: Speaker, start: int) -> bool:
    """Whether "X said" stands between commas and no quotation follows: "In May, he said, the talks had failed"."""
    before, behind = _phrase_start(reading, verb, speaker) - 1, verb + 1
    if before <= start or behind + 1 >= len(reading) or reading.layout.quotation_at(behind + 1) is not None:
        return False
    return reading.forms[before] == "," and reading.forms[behind] == ","


def _speaker_words(reading: Reading, verb: int, head: int) -> set[int]:
    """The tokens of a speaker beside its verb; none where the verb stands inside it ("officials saying")."""
    words = noun_tree(reading, head) | set(range(*phrase(reading, head)))
    return set() if verb in words else words


def _phrase_start(reading: Reading, verb: int, speaker: Speaker) -> int:
    heads = [h for h in speaker.heads if h < verb]
    return min([verb, *(t for h in heads for t in _speaker_words(reading, verb, h))])


def _has_that(reading: Reading, verb: int) -> bool:
    return any(has_word(reading, c, "mark", ("that",)) for c in related(reading, verb, "ccomp"))


def _follows_colon(reading: Reading, quotation: Quotation, last: int) -> bool:
    """Whether a quotation that holds the last token of a content is introduced by a colon."""
    return last < quotation.end and reading.forms[quotation.start - 1] == ":"


def _from_sentence_start(reading: Reading, verb: int, content: set[int], speaker: Speaker) -> set[int]:
    """Before a trailing "X said", the content begins with the sentence."""
    if not content or reading.deprels[verb] not in ("root", "parataxis"):
        return content
    start, end = sentence_span(reading, verb)
    start = max(start, reading.layout.stretch(verb)[0])
    start += reading.upos[start] == "CCONJ"
    here = {t for t in content if start <= t < end}
    if here and min(here) > verb and _between_commas(reading, verb, speaker, start) and not _has_that(reading, verb):
        return content | set(range(start, _phrase_start(reading, verb, speaker)))
    if not here or max(here) > _frame_start(verb, speaker):
        return content
    introduced = reading.layout.before(verb)
    if introduced is not None and start < introduced.start and _follows_colon(reading, introduced, max(here)):
        return set(range(introduced.start, introduced.end))
    late = replace(speaker, heads=tuple(h for h in speaker.heads if h > max(here)))
    frame = _phrase_start(reading, verb, late)
    return content | set(range(start, frame))
