"""Sources behind the source: "the paper said, citing officials", "according to Yonhap, quoting KCNA"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from diurna.claims.attribution.phrases import co_heads, phrase
from diurna.claims.attribution.speakers import says_as
from diurna.claims.attribution.syntax import first, is_passive, related, tree
from diurna.claims.attribution.values import Found
from diurna.claims.syntax import lemma
from diurna.language import Reading
from diurna.vocabulary import speech


def cited_sources(reading: Reading, found: Sequence[Found]) -> Iterator[Found]:
    """The attributions of cited sources, each inside the attribution that cites it where there is one."""
    by_sentence: defaultdict[int, list[Found]] = defaultdict(list)
    for f in found:
        by_sentence[reading.sentence_of(f.cue)].append(f)
    for i, base in enumerate(reading.lemmas):
        if base.lower() in ("cite", "quote") and reading.upos[i] == "VERB" and not is_passive(reading, i):
            cited = _cited(reading, i, by_sentence[reading.sentence_of(i)])
            if cited is not None:
                yield cited


def _cited(reading: Reading, verb: int, found: Sequence[Found]) -> Found | None:
    source = first(o for o in related(reading, verb, "obj") if _can_speak(reading, o))
    if source is None or not reading.forms[verb].lower().endswith("ing"):
        return None
    if any(says_as(reading, c) for c in related(reading, verb, "advcl", "xcomp", "obl")):
        return None
    outer = _citer(reading, verb, found)
    if outer is not None:
        own = range(verb, phrase(reading, source, outer.content if source not in outer.content else set())[1])
        content = outer.content - set(own)
        return Found(verb, frozenset({verb}), co_heads(reading, source), content, "say", inside=outer.cue)
    governor = int(reading.heads[verb])
    content = frozenset(tree(reading, governor, [verb])) if governor >= 0 else frozenset()
    return Found(verb, frozenset({verb}), co_heads(reading, source), content, "say") if content else None


def _can_speak(reading: Reading, i: int) -> bool:
    name = reading.name_at(i)
    if name is not None and name.label in ("PER", "ORG"):
        return True
    base = lemma(reading, i)
    return base in speech.listed("headline_speakers") or base in speech.listed("documents")


def _citer(reading: Reading, verb: int, found: Sequence[Found]) -> Found | None:
    """Of the sentence's attributions the one whose cue or source governs the participle, else the nearest before it."""
    above = set(reading.ancestors(verb))
    for other in found:
        if other.cue in above or above & set(other.sources):
            return other
    before = [f for f in found if f.cue < verb and verb not in f.content]
    return max(before, key=lambda f: f.cue, default=None)
