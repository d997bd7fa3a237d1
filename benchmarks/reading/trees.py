"""Tags, lemmas, trees and sentences, with gold words and sentences and from raw text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np

from benchmarks.reading.contract import Measure, Tally, f1_of, spans
from benchmarks.reading.readings import Readings
from diurna.language import Reading
from diurna_corpus.figures import Figures, Sums, share
from diurna_training.corpus import load_ewt
from diurna_training.samples import Document
from diurna_training.sets.gum import load_gum
from diurna_training.tokens import as_tokens

COLUMNS = {"UPOS": "upos", "XPOS": "xpos", "features": "feats", "lemma": "lemmas"}
RAW = ("tokens", "sentences", "LAS")
EWT = ("data/language/ud_ewt/en_ewt-ud-dev.conllu", "data/language/uner_ewt/en_ewt-ud-dev.iob2")
GUM = ("data/language/gum/dev/dep",)
NEWS = "GUM_news"
"""How the names of GUM's news reports begin."""


def gold_words(reading: Reading, document: Document) -> Tally:
    """Words that are right, with gold words and sentences. A lemma that the treebank leaves open is right."""
    trees = [s.tree for s in document.sentences if s.tree is not None]
    tally = Tally({"words": len(reading)})
    for name, column in COLUMNS.items():
        gold = [value for tree in trees for value in getattr(tree, column)]
        found = getattr(reading, column)
        tally[name] = sum(a == b or (name == "lemma" and b == "_") for a, b in zip(found, gold, strict=True))
    heads, relations = governors(document)
    attached = [a == b for a, b in zip(reading.heads.tolist(), heads, strict=True)]
    tally["UAS"] = sum(attached)
    tally["LAS"] = sum(a and b == c for a, b, c in zip(attached, reading.deprels, relations, strict=True))
    return tally


def raw_text(reading: Reading, document: Document) -> Tally:
    """Tokens, sentences and labelled attachments found in a raw text, as spans of characters."""
    tokens, firsts = as_tokens(document)
    gold = _edges(tokens.starts, tokens.ends)
    found = _edges(reading.starts, reading.ends)
    tally = Tally()
    spans(tally, "tokens", set(found), set(gold))
    spans(tally, "LAS", _attachments(found, reading.heads.tolist(), reading.deprels),
          _attachments(gold, *governors(document)))  # fmt: skip
    spans(tally, "sentences", _sentences(found, reading.sentences.tolist()),
          _sentences(gold, [*firsts.tolist(), len(gold)]))  # fmt: skip
    return tally


def governors(document: Document) -> tuple[list[int], list[str]]:
    """The gold governors of a document's words, as words of the document, and their relations."""
    heads: list[int] = []
    relations: list[str] = []
    for sentence in document.sentences:
        assert sentence.tree is not None
        at = len(heads)
        heads += [head + at if head >= 0 else -1 for head in sentence.tree.heads]
        relations += sentence.tree.deprels
    return heads, relations


def formula(sums: Sums) -> Figures:
    """Shares of words, and F1 from raw text."""
    words = {name: share(sums[name], sums["words"]) for name in (*COLUMNS, "UAS", "LAS")}
    return words | {f"raw {name} F1": f1_of(sums, name) for name in RAW}


def _edges(starts: np.ndarray, ends: np.ndarray) -> list[tuple[int, int]]:
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def _sentences(edges: list[tuple[int, int]], firsts: list[int]) -> set[object]:
    """The spans of sentences by their first words, the number of words behind the last one."""
    return {(edges[a][0], edges[b - 1][1]) for a, b in pairwise(firsts)}


def _attachments(edges: list[tuple[int, int]], heads: list[int], relations: Iterable[str]) -> set[object]:
    triples = zip(edges, heads, relations, strict=True)
    return {(edge, edges[head] if head >= 0 else None, relation) for edge, head, relation in triples}


def _counting(load: Callable[[Path], list[Document]]) -> Callable[[Readings, Path], Iterator[Tally]]:
    def count(readings: Readings, data: Path) -> Iterator[Tally]:
        for document in load(data / "data" / "language"):
            tokens, firsts = as_tokens(document)
            yield gold_words(readings.gold(tokens, firsts), document) + raw_text(readings.raw(tokens.text), document)

    return count


def _ewt(folder: Path) -> list[Document]:
    return load_ewt(folder, "dev")


def _gum(folder: Path) -> list[Document]:
    return load_gum(folder / "gum" / "dev" / "dep")


def _news(folder: Path) -> list[Document]:
    return [document for document in _gum(folder) if document.name.startswith(NEWS)]


MEASURES = (
    Measure(
        "trees",
        "EWT dev",
        EWT,
        _counting(_ewt),
        formula,
        {"UPOS": 96.6, "lemma": 98, "LAS": 89.5, "raw sentences F1": 90, "raw LAS F1": 87},
    ),
    Measure("trees", "GUM dev", GUM, _counting(_gum), formula, {"LAS": 89}),
    Measure("trees", "GUM dev, news", GUM, _counting(_news), formula, {"raw sentences F1": 94}),
)
