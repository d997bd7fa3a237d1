"""All training and development sets from one data folder."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from diurna.language.model import LanguageModel
from diurna_training.catalogue import check_trainable, share_of
from diurna_training.layers import Marked
from diurna_training.samples import DataError, Document
from diurna_training.sets.bio import CROSSNER, WIKIGOLD, load_bio
from diurna_training.sets.claims import CLAIMS, load_claims
from diurna_training.sets.ecbplus import load_ecbplus
from diurna_training.sets.generated import generate
from diurna_training.sets.gum import load_gum
from diurna_training.sets.gum_dates import add_dates
from diurna_training.sets.gum_rst import load_gum_rst
from diurna_training.sets.megaveridicality import load_megaveridicality
from diurna_training.sets.ontogum import with_chains
from diurna_training.sets.polnear import load_polnear
from diurna_training.sets.re3d import load_re3d
from diurna_training.sets.timeml import load_timeml
from diurna_training.sets.treebank import load_treebank
from diurna_training.sets.uds import load_uds
from diurna_training.sets.uner import add_names

T = TypeVar("T")
GENERATED = 2000
"""Sentences made from templates."""

CHAINED = "ontogum"
"""The set of documents with coreference."""


@dataclass
class Corpus:
    """Training documents, development documents by the name of their set, texts with layers by theirs, and documents
    with coreference, which are read as a whole.

    Raises `EvaluationOnlyError` where a set among those to train on is for evaluation only.
    """

    train: list[Document]
    dev: dict[str, list[Document]]
    marked: dict[str, list[Marked]] = field(default_factory=dict)
    chained: list[Document] = field(default_factory=list)

    def __post_init__(self) -> None:
        texts = (text.source for texts in self.marked.values() for text in texts)
        check_trainable({d.source for d in self.train} | set(self.marked) | set(texts))

    @property
    def sets(self) -> list[str]:
        """The names of the sets that are trained on."""
        return sorted({d.source for d in self.train} | set(self.marked) | ({CHAINED} if self.chained else set()))

    def documents(self, rng: random.Random) -> list[Document]:
        """The documents of one epoch, by the shares of their sets, in random order."""
        by_set: dict[str, list[Document]] = {}
        for document in self.train:
            by_set.setdefault(document.source, []).append(document)
        found = [document for name, texts in by_set.items() for document in _drawn(texts, share_of(name), rng)]
        rng.shuffle(found)
        return found

    def drawn(self, rng: random.Random) -> list[Marked]:
        """The texts with layers of one epoch, by the shares of their sets."""
        return [text for name, texts in self.marked.items() for text in _drawn(texts, share_of(name), rng)]

    def drawn_chains(self, rng: random.Random) -> list[Document]:
        """The documents with coreference of one epoch."""
        return _drawn(self.chained, share_of(CHAINED), rng)

    def draw_trees(self, teacher: LanguageModel) -> None:
        """Let an earlier model draw trees in the texts with layers, whose sets have none.

        The words of these texts are unlike those of the treebanks. With no tree at all in them the network forgets how
        to draw any there, while it goes on to draw good ones in the treebanks' own texts.
        """
        for text in (text for texts in self.marked.values() for text in texts if len(text)):
            text.silver = teacher.read_tokens(text.tokens)

    def words(self) -> dict[str, int]:
        """The words of every set."""
        counts: Counter[str] = Counter()
        for document in self.train:
            counts[document.source] += document.word_count()
        counts.update({name: sum(map(len, texts)) for name, texts in self.marked.items()})
        if self.chained:
            counts[CHAINED] = sum(document.word_count() for document in self.chained)
        return dict(counts)

    def word_shares(self) -> dict[str, float]:
        """The part that every set has of the words that an epoch shows, largest first."""
        shown = {name: share_of(name) * count for name, count in self.words().items()}
        total = max(sum(shown.values()), 1)
        return {name: count / total for name, count in sorted(shown.items(), key=lambda item: -item[1])}


def _drawn(texts: list[T], share: float, rng: random.Random) -> list[T]:
    """Every text as often as `share` says, a part of it by chance."""
    whole, part = divmod(share, 1)
    return texts * int(whole) + rng.sample(texts, round(part * len(texts)))


def load_ewt(folder: Path, split: str) -> list[Document]:
    """EWT with the names of Universal NER; `split` is `train` or `dev`."""
    documents = load_treebank(folder / "ud_ewt" / f"en_ewt-ud-{split}.conllu", "ewt")
    add_names(documents, folder / "uner_ewt" / f"en_ewt-ud-{split}.iob2")
    return documents


def load_gum_marks(folder: Path) -> list[Marked]:
    """Statements and dates of a split of GUM."""
    texts = load_gum_rst(folder)
    add_dates(texts, folder / "dep")
    return texts


def load_corpus(folder: Path, without: Collection[str] = ()) -> Corpus:
    """Read every set below `folder` (the `language` data), those beside it, and the claims corpus.

    Sets named by `without` are left out. Raises `DataError`, also where it names no set, or `OSError`.
    """
    documents, texts = _document_sets(folder), _marked_sets(folder)
    if unknown := set(without) - documents.keys() - texts.keys() - {CHAINED}:
        names = ", ".join([*documents, *texts, CHAINED])
        raise DataError(f"no set is called {', '.join(sorted(unknown))}; there are {names}")
    read = {name: load() for name, load in documents.items() if name not in without}
    dev = {
        "ewt": load_ewt(folder, "dev"),
        "gum": load_gum(folder / "gum" / "dev" / "dep"),
        "crossner": load_bio(folder / "crossner_politics" / "dev.txt", "crossner", CROSSNER, "crossner"),
    }
    marked = {name: load() for name, load in texts.items() if name not in without}
    chained = [] if CHAINED in without else with_chains(read.get("gum", []), folder / "gum" / "train")
    return Corpus([document for found in read.values() for document in found], dev, marked, chained)


def _document_sets(folder: Path) -> dict[str, Callable[[], list[Document]]]:
    politics = folder / "crossner_politics"
    return {
        "ewt": lambda: load_ewt(folder, "train"),
        "gum": lambda: load_gum(folder / "gum" / "train" / "dep"),
        "re3d": lambda: load_re3d(folder / "re3d"),
        "wikigold": lambda: load_bio(folder / "wikigold" / "wikigold.conll.txt", "wikigold", WIKIGOLD, "basic"),
        "crossner": lambda: [
            *load_bio(politics / "train.txt", "crossner", CROSSNER, "crossner"),
            *load_bio(politics / "train2.txt", "crossner", CROSSNER, "crossner"),
        ],
        "generated": lambda: generate(GENERATED, seed=5),
    }


def _marked_sets(folder: Path) -> dict[str, Callable[[], list[Marked]]]:
    beside = folder.parent
    said = beside / "attribution"
    return {
        "claims": lambda: load_claims(CLAIMS, "train"),
        "polnear": lambda: load_polnear(said / "polnear" / "train"),
        "wikiwars": lambda: load_timeml(beside / "time" / "wikiwars"),
        "gum_marks": lambda: load_gum_marks(folder / "gum" / "train"),
        "uds": lambda: load_uds(said / "uds_ih2" / "train.jsonl", load_ewt(folder, "train")),
        "megaveridicality": lambda: load_megaveridicality(said / "megaveridicality_mv2" / "mv2" / "train.jsonl"),
        "ecbplus": lambda: load_ecbplus(beside / "crossdoc" / "ecbplus"),
    }


def load_smoke(path: Path) -> Corpus:
    """A tiny corpus for a smoke run: a CoNLL-U file as it is, or a corner of the data folder."""
    if path.is_file():
        documents = load_treebank(path, "smoke")
        return Corpus(documents, {}, {"claims": load_claims(CLAIMS, "dev")[:8]})
    documents = load_gum(path / "gum" / "dev" / "dep")[:2]
    return Corpus([*documents, *generate(16, seed=5)], {}, {}, with_chains(documents, path / "gum" / "dev"))
