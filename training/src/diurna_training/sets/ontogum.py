"""OntoGUM (Zhu et al. 2021): the coreference of GUM in the scheme of OntoNotes, without mentions that stand alone.

Which words head mentions at all is learned from the entities of GUM itself; those in no chain open one of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from diurna.language.coreference import KINDS, head_of
from diurna.language.reading import Reading
from diurna_training.samples import UNKNOWN, Chains, DataError, Document
from diurna_training.sets.gum import mentions_of
from diurna_training.sets.treebank import blocks

Gold = list[list[tuple[int, int]]]
"""Chains of half-open spans of words of a document."""


def load_chains(path: Path) -> Gold:
    """The chains of one CoNLL-U file of OntoGUM, of two mentions at least."""
    found: dict[str, list[tuple[int, int]]] = {}
    for start, end, entity in _spans(path):
        found.setdefault(entity, []).append((start, end))
    return [sorted(chain) for chain in found.values() if len(chain) > 1]


def with_chains(documents: list[Document], folder: Path) -> list[Document]:
    """Documents of GUM with the chains of OntoGUM; `folder` holds both (`dep`, `coref`). Raises `DataError`."""
    return [_with_chains(document, folder) for document in documents]


def chains_path(folder: Path, name: str) -> Path:
    """The file of OntoGUM with a document of that name."""
    return folder / "coref" / "ontogum" / "conllu" / f"{name}.conllu"


def _with_chains(document: Document, folder: Path) -> Document:
    path = chains_path(folder, document.name)
    reading = Reading.from_conllu(path.read_text(encoding="utf-8"))
    if list(reading.forms) != [word for sentence in document.sentences for word in sentence.words]:
        raise DataError(f"{path.name}: not the words of {document.name}")
    entities = dict.fromkeys((head_of(reading, a, b) for a, b, _ in _spans(folder / "dep" / path.name)), -1)
    for number, chain in enumerate(load_chains(path)):
        entities |= {head_of(reading, start, end): number for start, end in reversed(chain)}
    return _marked(document, reading, entities)


def _marked(document: Document, reading: Reading, entities: dict[int, int]) -> Document:
    """The document with the mentions that words head; -1 is the number of mentions in no chain."""
    chains = Chains([0] * len(reading), [UNKNOWN] * len(reading), [UNKNOWN] * len(reading))
    seen: Counter[int] = Counter()
    alone = max(entities.values(), default=0) + 1
    for word, number in sorted(entities.items()):
        chains.kinds[word] = KINDS.index(_kind(reading, word))
        chains.entities[word] = alone + word if number < 0 else number
        chains.opens[word] = int(number < 0 or not seen[number])
        seen[number] += 1
    sentences, at = [], 0
    for sentence in document.sentences:
        part = slice(at, at + len(sentence.words))
        held = Chains(chains.kinds[part], chains.entities[part], chains.opens[part])
        sentences.append(replace(sentence, chains=held))
        at = part.stop
    return replace(document, sentences=sentences)


def _kind(reading: Reading, word: int) -> str:
    return {"PRON": "pronoun", "PROPN": "name"}.get(reading.upos[word], "nominal")


def _spans(path: Path) -> Iterator[tuple[int, int, str]]:
    """The spans of a file with their descriptions, as words of the document."""
    at = 0
    for _, rows in blocks(path):
        words = [row for row in rows if row[0].isdecimal()]
        yield from ((start + at, end + at, entity) for start, end, entity in mentions_of(words))
        at += len(words)
