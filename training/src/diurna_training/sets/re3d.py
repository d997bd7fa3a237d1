"""Dstl's re3d: entities over reports on Syria and Iraq, raw text with offsets."""

from __future__ import annotations

import json
from pathlib import Path

from diurna.language.tokens import find_tokens
from diurna_training.samples import UNKNOWN, DataError, Document, Sentence, tags_of_spans

_TYPES = {"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "NORP"}
_STRETCH = 60
_JOINERS = frozenset(("of", "-", "and", "the", "for", "'s", "’s", "al", "in", "'", "’"))
_DROPPED = frozenset(
    """
    the he his she her my our your we they their it its mr mrs ms dr president prime minister foreign secretary
    spokesperson spokesman spokeswoman ambassador general lieutenant gen lt maj major col colonel sheikh king sir
    state us u.s british american russian syrian iraqi iranian turkish australian deputy assistant special envoy chief
    """.split()
)
"""Titles and the like at the start of an entity, which are no part of the name."""
Span = tuple[int, int, str]


def load_re3d(folder: Path) -> list[Document]:
    """The documents of all parts, cut into stretches of about sixty words; no sentence starts are known."""
    documents: list[Document] = []
    for part in sorted(p for p in folder.iterdir() if p.is_dir()):
        entities: dict[str, list[Span]] = {}
        for record in _lines(part / "entities.json"):
            if record["type"] in _TYPES and float(str(record["confidence"])) >= 0.5:
                span = (int(str(record["begin"])), int(str(record["end"])), _TYPES[str(record["type"])])
                entities.setdefault(str(record["documentId"]), []).append(span)
        for record in _lines(part / "documents.json"):
            text, key = str(record["text"]), str(record["_id"])
            documents.append(Document(key, "re3d", list(_stretches(text, entities.get(key, [])))))
    if not documents:
        raise DataError(f"{folder.name}: no documents")
    return documents


def _lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip()]


def _stretches(text: str, entities: list[Span]) -> list[Sentence]:
    starts, ends = (a.tolist() for a in find_tokens(text))
    words = [text[a:b] for a, b in zip(starts, ends, strict=True)]
    gaps = [text[a:b] for a, b in zip([0, *ends], starts, strict=False)]
    before = [2 if "\n" in gap else 1 if gap else 0 for gap in gaps]
    tags = _tags(words, starts, ends, entities)
    sentences: list[Sentence] = []
    low = 0
    for k in range(1, len(words) + 1):
        if k == len(words) or (k - low >= _STRETCH and words[k - 1] == "." and before[k]):
            sentences.append(
                Sentence(words[low:k], [1, *before[low + 1 : k]], names=tags[low:k], bounded=False, scheme="re3d")
            )
            low = k
    return sentences


def _tags(words: list[str], starts: list[int], ends: list[int], entities: list[Span]) -> list[int]:
    """Name tags: capitalised cores of the entities; words of other entities carry no loss.

    Of entities in each other the shortest is the name, but a nationality only where no name holds its words.
    """
    spans: list[Span] = []
    unsure: list[int] = []
    taken: set[int] = set()
    for low, high, label in sorted(entities, key=lambda e: (e[2] == "NORP", e[1] - e[0])):
        whole = [k for k in range(len(words)) if starts[k] >= low and ends[k] <= high]
        inside = whole if label == "NORP" else _core(words, whole)
        blocked = {k for a, b, _ in spans for k in range(a, b)} if label == "NORP" else taken
        if not whole or blocked & set(whole):
            continue
        taken.update(inside)
        if inside and all(words[k][0].isupper() or words[k].lower() in _JOINERS for k in inside):
            spans.append((inside[0], inside[-1] + 1, label))
        else:
            unsure += whole
    tags = tags_of_spans(len(words), sorted(spans))
    for k in unsure:
        tags[k] = tags[k] or UNKNOWN
    return tags


def _core(words: list[str], inside: list[int]) -> list[int]:
    """An entity without what stands before its name."""
    name = (n for n, k in enumerate(inside) if words[k][0].isupper() and words[k].lower().rstrip(".") not in _DROPPED)
    return inside[next(name, len(inside)) :]
