"""Attributions whose cue is no verb: "the claim that", "according to X", "in the words of X", "reportedly"."""

from __future__ import annotations

from collections.abc import Iterator

from diurna.claims.attribution.phrases import co_heads
from diurna.claims.attribution.speakers import giver_of, stranded_subject
from diurna.claims.attribution.syntax import (
    first,
    has_word,
    is_negated,
    is_nobody,
    is_punct,
    preposition,
    related,
    sentence_span,
    subject,
    tree,
    verb_group,
)
from diurna.claims.attribution.values import Found
from diurna.claims.syntax import lemma, lower
from diurna.language import Reading
from diurna.vocabulary import speech
from diurna.vocabulary.speech import CueWord

_CLAUSE_MARKS = frozenset({"that", "whether", "if", "how", "why", "when"})


def nominal_attributions(reading: Reading) -> Iterator[Found]:
    """Every attribution whose cue is a noun, adjective, adverb or preposition, in text order of the cues."""
    for i in range(len(reading)):
        found = _cue_at(reading, i)
        if found is not None:
            yield found


def _cue_at(reading: Reading, i: int) -> Found | None:
    if lower(reading, i) in ("according", "per"):
        return _according_to(reading, i)
    match reading.upos[i]:
        case "NOUN":
            return _in_the_words_of(reading, i) or _noun(reading, i)
        case "ADJ":
            return _adjective(reading, i)
        case "ADV":
            return _adverb(reading, i)
    return None


# --- nouns ---------------------------------------------------------------------------------------------------


def _noun(reading: Reading, noun: int) -> Found | None:
    for use in speech.uses_of(lemma(reading, noun), "noun"):
        content = _noun_content(reading, noun, use)
        if content:
            negated = is_nobody(reading, noun) or _existence_denied(reading, noun)
            sources = () if is_nobody(reading, noun) else _noun_sources(reading, noun, content)
            return Found(noun, frozenset({noun}), sources, frozenset(content), use.act, negated)
    return None


def _noun_content(reading: Reading, noun: int, use: CueWord) -> set[int]:
    if "acl" in use.takes:
        clauses = [
            c for c in related(reading, noun, "acl", "ccomp", "advcl") if _is_content_clause(reading, noun, c, use)
        ]
        if not clauses and (verb := _existence_verb(reading, noun)) is not None:
            clauses = [c for c in related(reading, verb, "ccomp") if _marked(reading, c)]
        if clauses:
            return tree(reading, clauses[0])
    phrases = [p for p in related(reading, noun, "nmod") if preposition(reading, p) in use.takes]
    if not phrases and (verb := _existence_verb(reading, noun)) is not None:
        phrases = [p for p in related(reading, verb, "obl") if preposition(reading, p) in use.takes - {"of", "on"}]
    return tree(reading, phrases[0]) - set(related(reading, phrases[0], "case")) if phrases else set()


def _is_content_clause(reading: Reading, noun: int, clause: int, use: CueWord) -> bool:
    if reading.deprels[clause] == "acl:relcl" or clause < noun:
        return False
    if _marked(reading, clause):
        return True
    return use.act in speech.listed("infinitive_acts") and has_word(reading, clause, "mark", ("to",))


def _marked(reading: Reading, clause: int) -> bool:
    openers = related(reading, clause, "mark", "advmod")
    subjects = related(reading, clause, "nsubj")
    if len(subjects) > 1:  # "that" read as one subject more
        openers = openers + subjects[:1]
    return any(lower(reading, m) in _CLAUSE_MARKS and m < clause for m in openers)


def _existence_verb(reading: Reading, noun: int) -> int | None:
    """The verb of "there is speculation" or "speculation remains", if the noun is the subject of one."""
    verb = int(reading.heads[noun])
    if verb < 0 or not reading.deprels[noun].startswith("nsubj"):
        return None
    return verb if lemma(reading, verb) in speech.listed("existence_verbs") else None


def _existence_denied(reading: Reading, noun: int) -> bool:
    verb = _existence_verb(reading, noun)
    return verb is not None and is_negated(reading, verb)


def _noun_sources(reading: Reading, noun: int, content: set[int]) -> tuple[int, ...]:
    """The owner ("Iran's claim"), the author ("a report by X"), the giver ("X made the claim"), or the document."""
    owner = first(related(reading, noun, "nmod:poss"))
    owner = owner if owner is not None else first(
        p for p in related(reading, noun, "nmod") if preposition(reading, p) in ("by", "from") and p not in content
    )  # fmt: skip
    if owner is not None:
        return co_heads(reading, owner)
    giver = giver_of(reading, noun)
    if giver is not None:
        return giver.heads
    return (noun,) if lemma(reading, noun) in speech.listed("documents") else ()


# --- adjectives and adverbs ------------------------------------------------------------------------------------


def _adjective(reading: Reading, adjective: int) -> Found | None:
    uses = speech.uses_of(lemma(reading, adjective), "adjective")
    holder = subject(reading, adjective)
    clauses = related(reading, adjective, "ccomp")
    if not uses or holder is None or not clauses or reading.deprels[holder] == "expl":
        return None
    sources = () if is_nobody(reading, holder) or lower(reading, holder) == "it" else co_heads(reading, holder)
    copulas = set(related(reading, adjective, "cop"))
    tokens = verb_group(reading, adjective) | copulas
    content = frozenset(tree(reading, clauses[0]))
    return Found(adjective, tokens, sources, content, uses[0].act, is_negated(reading, adjective))


def _adverb(reading: Reading, adverb: int) -> Found | None:
    uses = speech.uses_of(lower(reading, adverb), "adverb")
    governor = int(reading.heads[adverb])
    if not uses or governor < 0:
        return None
    content = _clause_around(reading, governor, adverb)
    return Found(adverb, frozenset({adverb}), (), frozenset(content), uses[0].act)


def _clause_around(reading: Reading, governor: int, adverb: int) -> set[int]:
    """The clause that the adverb qualifies, without coordinated clauses that have a subject of their own."""
    others = [c for c in related(reading, governor, "conj", "parataxis") if subject(reading, c) is not None]
    return tree(reading, governor, [adverb, *others])


# --- "according to X", "in the words of X" ----------------------------------------------------------------------


def _according_to(reading: Reading, i: int) -> Found | None:
    governor = int(reading.heads[i])
    if lower(reading, i) == "per":
        return _phrase_cue(reading, i, governor, frozenset({i}), governor) if _is_per_name(reading, i) else None
    if i + 1 >= len(reading) or lower(reading, i + 1) != "to":
        return None
    tokens = frozenset({i, i + 1})
    if reading.deprels[i] in ("case", "mark"):
        return _phrase_cue(reading, i, governor, tokens, governor)
    source = first(o for o in related(reading, i, "obl", "nmod", "obj") if o > i)
    return None if source is None else _phrase_cue(reading, i, source, tokens, i)


def _is_per_name(reading: Reading, i: int) -> bool:
    head = int(reading.heads[i])
    name = reading.name_at(head) if head >= 0 else None
    return reading.deprels[i] == "case" and name is not None and name.label in ("PER", "ORG")


def _in_the_words_of(reading: Reading, noun: int) -> Found | None:
    act = next((act for act, nouns in speech.source_phrases().items() if lemma(reading, noun) in nouns), None)
    if act is None or preposition(reading, noun) != "in" or not reading.deprels[noun].startswith("obl"):
        return None
    source = first(related(reading, noun, "nmod:poss")) or first(
        p for p in related(reading, noun, "nmod") if preposition(reading, p) == "of"
    )
    if source is None:
        return None
    opener = related(reading, noun, "case")[0]
    tokens = frozenset(t for t in range(opener, noun + 1) if t not in tree(reading, source))
    return _phrase_cue(reading, noun, source, tokens, noun, act)


def _phrase_cue(
    reading: Reading, cue: int, source: int, tokens: frozenset[int], top: int, act: str = "say"
) -> Found | None:
    """The attribution of a phrase with head `top`: its clause, or its sentence where commas set the phrase off."""
    if source < 0:
        return None
    phrase = tree(reading, top) | tree(reading, source) | set(tokens)
    governor = int(reading.heads[top])
    stray = stranded_subject(reading, governor) if governor >= 0 else None
    if stray is not None:
        phrase -= tree(reading, stray)
    if governor < 0 or _set_off(reading, phrase):
        content = _enclosing(reading, cue) - phrase
    else:
        content = tree(reading, governor) - phrase
    for q in reading.layout.among(content):
        if not phrase & set(range(q.start, q.end)):
            content |= set(range(q.start, q.end))
    return Found(cue, tokens, co_heads(reading, source), frozenset(content), act) if content else None


def _set_off(reading: Reading, phrase: set[int]) -> bool:
    """Whether the phrase opens or closes its sentence, as "According to X, ..." and "..., according to X." do."""
    start, end = sentence_span(reading, min(phrase))
    head_free = all(is_punct(reading, t) for t in range(start, min(phrase)))
    tail_free = all(is_punct(reading, t) for t in range(max(phrase) + 1, end))
    return head_free or tail_free


def _enclosing(reading: Reading, cue: int) -> set[int]:
    """The sentence of the cue, or the part of it that stands in the cue's own quotation."""
    start, end = sentence_span(reading, cue)
    quotation = reading.layout.quotation_at(cue)
    if quotation is not None:
        start, end = max(start, quotation.start), min(end, quotation.end)
    return set(range(start, end))
