"""GUM: trees, and names out of its entity annotation.

GUM marks every mention. A mention is taken for a name where it is linked to an encyclopaedia article or headed by a
proper noun, and only the proper nouns and what joins them are kept: *the Afghan girls' team* is no name.
"""

from __future__ import annotations

import re
from pathlib import Path

from diurna.vocabulary.countries import country_of_demonym
from diurna_training.samples import NAME_TAG, UNKNOWN, Document, Sentence, spans_of_tags, tags_of_spans
from diurna_training.sets.treebank import blocks, load_treebank

_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "EVENT"}
_MARK = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")
_JOINERS = frozenset({"of", "the", "and", "for", "-", "'s", "’s", "&", ".", "'", "de", "in", "on", "/"})
_TITLES = frozenset("mr mrs ms dr president professor prof sir king queen captain senator minister lord lady".split())


def load_gum(folder: Path) -> list[Document]:
    """The documents of a folder of CoNLL-U files, with names."""
    documents: list[Document] = []
    for path in sorted(folder.glob("*.conllu")):
        found = load_treebank(path, "gum")
        sentences = [s for d in found for s in d.sentences]
        for sentence, (_, rows) in zip(sentences, blocks(path), strict=True):
            words = [row for row in rows if row[0].isdecimal()]
            spans = _names(sentence, mentions_of(words))
            sentence.names = _with_peoples(sentence, tags_of_spans(len(sentence.words), spans))
            sentence.scheme = "gum"
        documents += found
    return documents


def mentions_of(words: list[list[str]]) -> list[tuple[int, int, str]]:
    """Half-open spans in a sentence's rows with the description of each mention, e.g. `1-person-new-...-coref-Link`."""
    open_mentions: dict[str, list[tuple[int, str]]] = {}
    mentions: list[tuple[int, int, str]] = []
    for k, row in enumerate(words):
        marks = [m[7:] for m in row[9].split("|") if m.startswith("Entity=")]
        for opened, closed, ending in _MARK.findall(marks[0] if marks else ""):
            if opened and closed:
                mentions.append((k, k + 1, opened))
            elif opened:
                open_mentions.setdefault(opened.split("-")[0], []).append((k, opened))
            elif open_mentions.get(ending.split("-")[0]):
                start, kind = open_mentions[ending.split("-")[0]].pop()
                mentions.append((start, k + 1, kind))
    return mentions


def _names(sentence: Sentence, mentions: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    assert sentence.tree is not None
    proper = [tag in ("NNP", "NNPS") for tag in sentence.tree.xpos]
    found: list[tuple[int, int, str]] = []
    taken = [False] * len(proper)
    for start, end, kind in sorted(mentions, key=lambda m: m[0] - m[1]):
        label = _TYPES.get(kind.split("-")[1], "")
        span = _core(sentence, proper, start, end) if label else None
        if span is None or any(taken[span[0] : span[1]]):
            continue
        linked = kind.count("-") >= 7
        if label == "EVENT" and not (linked and span[1] - span[0] > 1):
            continue
        taken[span[0] : span[1]] = [True] * (span[1] - span[0])
        found.append((*span, label))
    return sorted(found)


def _with_peoples(sentence: Sentence, names: list[int]) -> list[int]:
    """The tags with peoples told from persons: *Afghans*. Other plurals (*Lords*) carry no loss."""
    assert sentence.tree is not None
    for start, end, label in spans_of_tags(names):
        if label == "PER" and end == start + 1 and sentence.tree.xpos[start] == "NNPS":
            people = country_of_demonym(sentence.words[start])
            names[start] = NAME_TAG["B-NORP"] if people else UNKNOWN
    return names


def _core(sentence: Sentence, proper: list[bool], start: int, end: int) -> tuple[int, int] | None:
    """The stretch of proper nouns around the head of the mention, or none where the head is no proper noun."""
    assert sentence.tree is not None
    heads = [k for k in range(start, end) if not start <= sentence.tree.heads[k] < end]
    if len(heads) != 1 or not proper[heads[0]]:
        return None
    low, high = heads[0], heads[0] + 1
    words = sentence.words
    while low > start and (proper[low - 1] or (_joins(sentence, low - 1) and low - 2 >= start and proper[low - 2])):
        low -= 1
    while high < end and (proper[high] or (_joins(sentence, high) and _more(sentence, proper, high, end))):
        high += 1
    while low < high - 1 and words[low].lower().rstrip(".") in _TITLES:
        low += 1
    while high > low and not proper[high - 1]:
        high -= 1
    lone_title = high - low == 1 and words[low].lower().rstrip(".") in _TITLES
    return (low, high) if high > low and not lone_title else None


def _joins(sentence: Sentence, k: int) -> bool:
    return sentence.words[k].lower() in _JOINERS


def _more(sentence: Sentence, proper: list[bool], k: int, end: int) -> bool:
    """Whether a proper noun follows after at most two joining words."""
    for at in range(k, min(k + 3, end)):
        if proper[at]:
            return True
        if not _joins(sentence, at):
            return False
    return False
