"""The claims corpus (`corpus/`): times, statements, triggers with status, participants.

Nationalities are no mentions of their own in the corpus; those that the vocabulary of countries knows are marked here.
Of several mentions of a participant the one nearest to the trigger is to be found; the others carry no loss.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from diurna.language.coreference import KINDS, PRONOUNS
from diurna.language.marks import AXES
from diurna.vocabulary.countries import country_of_demonym
from diurna_corpus import files, kinds, splits
from diurna_corpus.files import FOLDER as CLAIMS
from diurna_corpus.files import Text
from diurna_corpus.format import ids
from diurna_corpus.names import is_name
from diurna_corpus.resolve import Mention, Resolved, Told, resolve
from diurna_corpus.spans import Span
from diurna_training.labels import IGNORED
from diurna_training.layers import Characters, Marked
from diurna_training.samples import NAME_TAG, tags_of_spans

__all__ = ["CLAIMS", "head_among", "head_of", "load_claims", "marked", "mentions_of"]

_NAMES = {
    "person": "PER",
    "organization": "ORG",
    "country": "LOC",
    "place": "LOC",
    "facility": "FAC",
    "event": "EVENT",
}

_FOLLOWING = frozenset(
    "of in for from at on to with by who whom whose which that and or , ( - -- – — 's ’s ' ’".split()
)
"""Words that end the part of a mention that its head stands in."""
_TITLES = frozenset(
    """Mr Mrs Ms Dr Sir Lady Lord President Prime Minister Foreign Defence Defense Interior Finance Vice Deputy Premier
    Chancellor King Queen Prince Princess Sheikh General Gen Colonel Col Major Captain Admiral Senator Sen Governor Gov
    Secretary Ambassador Pope Cardinal Bishop Archbishop Imam Ayatollah Professor Prof Judge Justice The""".split()
)


def load_claims(folder: Path, part: splits.Part) -> list[Marked]:
    """The texts of one part of the corpus. Raises `diurna_corpus.format.FormatError`."""
    return [marked(text) for text in files.texts(folder) if splits.part_of(text) == part]


def marked(text: Text) -> Marked:
    """One text of the corpus with its layers and frames."""
    found = resolve(text.passage.text, text.passage)
    result = Marked.of(text.passage.id, "claims", found.text)
    result.mark_spans("time", [(_characters(t.span), _time_type(t.value)) for t in found.times])
    result.mark_spans("cue", [(_characters(s.cue), "CUE") for s in found.statements.values()])
    triggers = [(_characters(c.trigger), kinds.split(c.written.type)[0]) for c in found.claims]
    result.mark_spans("trigger", triggers)
    at = {result.words(_characters(claim.trigger))[0]: claim for claim in found.claims}
    for axis in AXES:
        result.mark_words(axis, {word: getattr(claim, axis) for word, claim in at.items()})
    result.layers["name"] = _with_peoples(tags_of_spans(len(result), _names(found, result)), result.tokens.forms)
    result.scheme = "claims"
    result.layers |= _chains(found, result)
    for said in found.statements.values():
        parts = [(_characters(span), "content") for span in said.content]
        parts += [(_characters(said.source), "source")] if said.source else []
        result.add_frame(result.words(_characters(said.cue))[0], parts)
    for word, claim in at.items():
        parts, others = _participants(found, claim)
        result.add_frame(word, parts, others)
    return result


def _names(found: Resolved, result: Marked) -> list[tuple[int, int, str]]:
    """The outermost mentions that are names, as spans of words without an article."""
    spans: list[tuple[int, int, str]] = []
    for mention in sorted(found.mentions, key=lambda m: (m.span.start, -m.span.end)):
        label = _NAMES.get(found.written.entities[mention.entity].type)
        first, last = result.words(_characters(mention.span))
        first += first < last and result.tokens.forms[first].lower() in ("the", "a", "an")
        if label and is_name(mention.span.of(found.text)) and (not spans or spans[-1][1] <= first):
            spans.append((first, last, label))
    return spans


def _with_peoples(tags: list[int], words: Sequence[str]) -> list[int]:
    """The tags with nationalities (*Peruvian*, *North Koreans*) wherever no name holds them."""
    k = 0
    while k < len(words):
        sizes = () if words[k].lower() == "the" else (2, 1)
        size = next((n for n in sizes if country_of_demonym(" ".join(words[k : k + n]))), 0)
        if size and not any(tags[k : k + size]):
            tags[k : k + size] = [NAME_TAG["B-NORP"], NAME_TAG["I-NORP"]][:size]
        k += max(size, 1)
    return tags


def _chains(found: Resolved, result: Marked) -> dict[str, list[int]]:
    """The columns of `samples.Chains`.

    Mentions are not all annotated: words that are none carry no loss, and only a name is known to be a first mention.
    """
    columns = {kind: [IGNORED] * len(result) for kind in ("mention", "entity", "opens")}
    seen: dict[str, int] = {}
    for mention in sorted(found.mentions, key=lambda m: (m.span.start, m.span.end)):
        first, last = result.words(_characters(mention.span))
        words = result.tokens.forms[first:last]
        if not words:
            continue
        name = is_name(mention.span.of(found.text))
        at = first + head_of(found, mention, words)
        if columns["entity"][at] == IGNORED:
            columns["mention"][at] = KINDS.index(_kind(words, name))
            columns["opens"][at] = int(name and mention.entity not in seen)
            columns["entity"][at] = seen.setdefault(mention.entity, len(seen))
    return columns


def _kind(words: tuple[str, ...], name: bool) -> str:
    return "pronoun" if len(words) == 1 and words[0].lower() in PRONOUNS else "name" if name else "nominal"


def head_of(found: Resolved, mention: Mention, words: Sequence[str]) -> int:
    """Which of a mention's words heads it, by rule."""
    person = found.written.entities[mention.entity].type == "person"
    return head_among(words, first_of_name=person and is_name(mention.span.of(found.text)))


def head_among(words: Sequence[str], first_of_name: bool) -> int:
    """Which of a mention's words heads it, by rule: the last before what follows a noun, or the first behind titles."""
    if first_of_name:
        return next((k for k, word in enumerate(words) if word.rstrip(".") not in _TITLES), len(words) - 1)
    ends = (k for k, word in enumerate(words) if k and word.lower() in _FOLLOWING)
    return next(ends, len(words)) - 1


def _participants(found: Resolved, claim: Told) -> tuple[list[tuple[Characters, str]], list[Characters]]:
    parts: list[tuple[Characters, str]] = []
    others: list[Characters] = []
    for role in ("actor", "recipient", "other", "place"):
        for key in ids(getattr(claim.written, role)):
            spans = [mention.span for mention in mentions_of(found, key)]
            if spans:
                nearest = min(spans, key=lambda span: _distance(span, claim.trigger, found.text))
                parts.append((_characters(nearest), role))
                others += [_characters(span) for span in spans if span != nearest]
    if time := found.time_of(claim.written):
        parts.append((_characters(time.span), "time"))
    return parts, others


def mentions_of(found: Resolved, key: str) -> list[Mention]:
    """The mentions of an entity, and of groups that it belongs to."""
    groups = {name for name, entity in found.written.entities.items() if key in entity.members}
    return [m for m in found.mentions if m.entity == key or m.entity in groups]


def _distance(span: Span, trigger: Span, text: str) -> tuple[int, int]:
    """How far a mention is from a trigger: sentences between them first, then characters."""
    low, high = min(span.end, trigger.end), max(span.start, trigger.start)
    between = text[low:high]
    return sum(between.count(mark) for mark in (". ", "? ", "! ", "\n")), high - low


def _time_type(value: str) -> str:
    if value.startswith("each "):
        return "SET"
    if value.startswith("P"):
        return "DATE" if value.endswith("_REF") else "DURATION"
    return "TIME" if "T" in value and not value.endswith("_REF") else "DATE"


def _characters(span: Span) -> Characters:
    return span.start, span.end
