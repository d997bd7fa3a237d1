"""Scores of a weights folder on development sets, through the run-time package: what users get is what is measured."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from diurna.language.model import LanguageModel
from diurna.language.names import as_entities
from diurna.language.reading import Reading, int_array
from diurna_training.corpus import load_ewt
from diurna_training.samples import Document, spans_of_tags
from diurna_training.sets.bio import CROSSNER, load_bio
from diurna_training.sets.gum import load_gum
from diurna_training.sets.worldwide import EVALUATION_ONLY, load_worldwide
from diurna_training.tokens import as_tokens

Scores = dict[str, float]


@dataclass
class Counts:
    """Counts for precision and recall."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, found: set[object], gold: set[object]) -> None:
        """Count two sets of things."""
        self.right += len(found & gold)
        self.found += len(found)
        self.gold += len(gold)

    @property
    def f1(self) -> float:
        """F1 in percent."""
        return 200 * self.right / max(self.found + self.gold, 1)


def score_gold_tokens(model: LanguageModel, documents: Iterable[Document]) -> Scores:
    """Percent right per word, with gold tokens and sentences."""
    right = {"UPOS": 0, "XPOS": 0, "feats": 0, "lemma": 0, "UAS": 0, "LAS": 0}
    total = 0
    for document in documents:
        tokens, firsts = as_tokens(document)
        reading = model.read_tokens(tokens, firsts)
        trees = [s.tree for s in document.sentences if s.tree is not None]
        total += len(reading)
        for name, column, found in (
            ("UPOS", "upos", reading.upos),
            ("XPOS", "xpos", reading.xpos),
            ("feats", "feats", reading.feats),
            ("lemma", "lemmas", reading.lemmas),
        ):
            gold = [value for tree in trees for value in getattr(tree, column)]
            right[name] += sum(a == b or (name == "lemma" and b == "_") for a, b in zip(found, gold, strict=True))
        heads, rels = _gold_heads(document)
        attached = reading.heads == heads
        right["UAS"] += int(attached.sum())
        right["LAS"] += sum(a and b == c for a, b, c in zip(attached.tolist(), reading.deprels, rels, strict=True))
    return {name: 100 * count / max(total, 1) for name, count in right.items()}


def _gold_heads(document: Document) -> tuple[np.ndarray, list[str]]:
    heads: list[int] = []
    rels: list[str] = []
    for sentence in document.sentences:
        assert sentence.tree is not None
        at = len(heads)
        heads += [h + at if h >= 0 else -1 for h in sentence.tree.heads]
        rels += sentence.tree.deprels
    return int_array(heads), rels


def score_raw_text(model: LanguageModel, documents: Iterable[Document]) -> Scores:
    """F1 of tokens, sentences and labelled attachments from raw text; also words a second on one thread."""
    tokens_f, sentences_f, las_f = Counts(), Counts(), Counts()
    words, spent = 0, 0.0
    for document in documents:
        tokens, firsts = as_tokens(document)
        begun = time.perf_counter()
        reading = model.read([tokens.text])[0]
        spent += time.perf_counter() - begun
        words += len(reading)
        heads, rels = _gold_heads(document)
        gold = _edges(tokens.starts, tokens.ends)
        found = _edges(reading.starts, reading.ends)
        tokens_f.add(set(found), set(gold))
        las_f.add(_attachments(found, reading.heads, reading.deprels), _attachments(gold, heads, rels))
        ends = np.append(firsts[1:], len(gold))
        wanted: set[object] = {
            (gold[a][0], gold[b - 1][1]) for a, b in zip(firsts.tolist(), ends.tolist(), strict=True)
        }
        sentences_f.add(_sentence_spans(reading), wanted)
    return {
        "tokens F1": tokens_f.f1,
        "sentences F1": sentences_f.f1,
        "LAS F1 raw": las_f.f1,
        "words/s": words / max(spent, 1e-9),
    }


def _edges(starts: np.ndarray, ends: np.ndarray) -> list[tuple[int, int]]:
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def _sentence_spans(reading: Reading) -> set[object]:
    bounds = [reading.sentence_bounds(k) for k in range(reading.sentence_count)]
    return {(int(reading.starts[a]), int(reading.ends[b - 1])) for a, b in bounds}


def _attachments(edges: list[tuple[int, int]], heads: np.ndarray, rels: Iterable[str]) -> set[object]:
    triples = zip(edges, heads.tolist(), rels, strict=True)
    return {(edge, edges[head] if head >= 0 else None, rel) for edge, head, rel in triples}


def score_names(
    model: LanguageModel, documents: Iterable[Document], labels: tuple[str, ...], finer: tuple[str, ...] = ()
) -> Scores:
    """F1 of names with gold tokens but no known sentences, in all `labels` together and by label.

    `finer` labels of the set (groups, facilities) are scored apart; a set without them has facilities as places.
    """
    counts = {label: Counts() for label in (*labels, *finer)}
    for document in documents:
        sentences = [s for s in document.sentences if s.names is not None]
        if not sentences:
            continue
        tokens, firsts = as_tokens(Document(document.name, document.source, sentences))
        names = model.find_names(tokens, firsts)
        names = names if finer else as_entities(names)
        gold: list[tuple[int, int, str]] = []
        for first, sentence in zip(firsts.tolist(), sentences, strict=True):
            gold += [(a + first, b + first, label) for a, b, label in spans_of_tags(sentence.names or [])]
        for label, count in counts.items():
            wanted: set[object] = {(a, b) for a, b, kind in gold if kind == label}
            found: set[object] = {(n.start, n.end) for n in names if n.label == label}
            count.add(found, wanted)
    every = Counts(*(sum(getattr(counts[label], part) for label in labels) for part in ("right", "found", "gold")))
    return {"names F1": every.f1, **{label: count.f1 for label, count in counts.items()}}


def evaluate(weights: Path, data: Path, limit: int = 10**9) -> dict[str, Scores]:
    """All scores by set; `data` is the `language` data folder, `limit` the most documents a set."""
    model = LanguageModel.load(weights)
    ewt = load_ewt(data, "dev")[:limit]
    gum = load_gum(data / "gum" / "dev" / "dep")[:limit]
    politics = load_bio(data / "crossner_politics" / "dev.txt", "crossner", CROSSNER, "crossner")[:limit]
    world = load_worldwide(data / EVALUATION_ONLY)[:limit]
    basic = ("PER", "ORG", "LOC")
    return {
        "EWT dev": {**score_gold_tokens(model, ewt), **score_raw_text(model, ewt)},
        "GUM dev": {**score_gold_tokens(model, gum), **score_raw_text(model, gum)},
        "UNER EWT dev": score_names(model, ewt, basic),
        "GUM names dev": score_names(model, gum, (*basic, "EVENT")),
        "CrossNER politics dev": score_names(model, politics, (*basic, "EVENT")),
        "Worldwide newswire": score_names(model, world, basic, ("NORP", "FAC")),
    }


def table(scores: dict[str, Scores]) -> str:
    """The scores as lines of text."""
    lines = []
    for name, found in scores.items():
        shown = "  ".join(f"{k} {v:.0f}" if k == "words/s" else f"{k} {v:.2f}" for k, v in found.items())
        lines.append(f"{name:22} {shown}")
    return "\n".join(lines)
