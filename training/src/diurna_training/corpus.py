"""All training and development sets from one data folder."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from diurna_training.layers import Marked
from diurna_training.samples import Document
from diurna_training.sets.bio import CROSSNER, WIKIGOLD, load_bio
from diurna_training.sets.claims import CLAIMS, load_claims
from diurna_training.sets.generated import generate
from diurna_training.sets.gum import load_gum
from diurna_training.sets.ontogum import with_chains
from diurna_training.sets.polnear import load_polnear
from diurna_training.sets.re3d import load_re3d
from diurna_training.sets.timeml import load_timeml
from diurna_training.sets.treebank import load_treebank
from diurna_training.sets.uner import add_names

T = TypeVar("T")
GENERATED = 2000
"""Sentences made from templates."""


SHARES = {"claims": 1.5, "polnear": 0.2, "wikiwars": 0.5}
"""How often an epoch sees the texts of each set with layers."""
CHAINED = 1.0
"""How often an epoch sees each document with coreference as a whole."""


@dataclass
class Corpus:
    """Training documents, development documents by the name of their set, texts with layers by theirs, and documents
    with coreference, which are to be read as a whole."""

    train: list[Document]
    dev: dict[str, list[Document]]
    marked: dict[str, list[Marked]] = field(default_factory=dict)
    chained: list[Document] = field(default_factory=list)

    def drawn(self, rng: random.Random) -> list[Marked]:
        """The texts with layers of one epoch: each set as often as `SHARES` says, a part of it by chance."""
        found: list[Marked] = []
        for name, texts in self.marked.items():
            found += _draw(texts, SHARES[name], rng)
        return found

    def drawn_chains(self, rng: random.Random) -> list[Document]:
        """The documents with coreference of one epoch."""
        return _draw(self.chained, CHAINED, rng)


def _draw(texts: list[T], share: float, rng: random.Random) -> list[T]:
    whole, part = divmod(share, 1)
    return texts * int(whole) + rng.sample(texts, round(part * len(texts)))


def load_ewt(folder: Path, split: str) -> list[Document]:
    """EWT with the names of Universal NER; `split` is `train` or `dev`."""
    documents = load_treebank(folder / "ud_ewt" / f"en_ewt-ud-{split}.conllu", "ewt")
    add_names(documents, folder / "uner_ewt" / f"en_ewt-ud-{split}.iob2")
    return documents


def load_corpus(folder: Path) -> Corpus:
    """Read every set below `folder` (the `language` data), those beside it, and the claims corpus.

    Raises `DataError` or `OSError`.
    """
    politics = folder / "crossner_politics"
    gum = load_gum(folder / "gum" / "train" / "dep")
    train = [
        *load_ewt(folder, "train"),
        *gum,
        *load_re3d(folder / "re3d"),
        *load_bio(folder / "wikigold" / "wikigold.conll.txt", "wikigold", WIKIGOLD, events=False),
        *load_bio(politics / "train.txt", "crossner", CROSSNER, events=True),
        *load_bio(politics / "train2.txt", "crossner", CROSSNER, events=True),
        *generate(GENERATED, seed=5),
    ]
    dev = {
        "ewt": load_ewt(folder, "dev"),
        "gum": load_gum(folder / "gum" / "dev" / "dep"),
        "crossner": load_bio(politics / "dev.txt", "crossner", CROSSNER, events=True),
    }
    beside = folder.parent
    marked = {
        "claims": load_claims(CLAIMS, "train"),
        "polnear": load_polnear(beside / "attribution" / "polnear" / "train"),
        "wikiwars": load_timeml(beside / "time" / "wikiwars"),
    }
    return Corpus(train, dev, marked, with_chains(gum, folder / "gum" / "train"))


def load_smoke(path: Path) -> Corpus:
    """A tiny corpus for a smoke run: a CoNLL-U file as it is, or a corner of the data folder."""
    if path.is_file():
        documents = load_treebank(path, "smoke")
        return Corpus(documents, {}, {"claims": load_claims(CLAIMS, "dev")[:8]})
    documents = load_gum(path / "gum" / "dev" / "dep")[:2]
    return Corpus([*documents, *generate(16, seed=5)], {}, {}, with_chains(documents, path / "gum" / "dev"))
