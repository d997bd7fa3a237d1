"""All training and development sets from one data folder."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path

from diurna_training.layers import Marked
from diurna_training.samples import Document
from diurna_training.sets.bio import CROSSNER, WIKIGOLD, load_bio
from diurna_training.sets.claims import CLAIMS, load_claims
from diurna_training.sets.generated import generate
from diurna_training.sets.gum import load_gum
from diurna_training.sets.gum_dates import add_dates
from diurna_training.sets.gum_rst import load_gum_rst
from diurna_training.sets.polnear import load_polnear
from diurna_training.sets.re3d import load_re3d
from diurna_training.sets.timeml import load_timeml
from diurna_training.sets.treebank import load_treebank
from diurna_training.sets.uner import add_names

GENERATED = 2000
"""Sentences made from templates."""


SHARES = {"claims": 1.5, "polnear": 0.2, "wikiwars": 0.5, "gum_marks": 0.3}
"""How often an epoch sees the texts of each set with layers."""


@dataclass
class Corpus:
    """Training documents, development documents by the name of their set, and texts with layers by theirs."""

    train: list[Document]
    dev: dict[str, list[Document]]
    marked: dict[str, list[Marked]] = field(default_factory=dict)

    def drawn(self, rng: random.Random) -> list[Marked]:
        """The texts with layers of one epoch: each set as often as `SHARES` says, a part of it by chance."""
        found: list[Marked] = []
        for name, texts in self.marked.items():
            whole, part = divmod(SHARES[name], 1)
            found += texts * int(whole) + rng.sample(texts, round(part * len(texts)))
        return found


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


def load_corpus(folder: Path) -> Corpus:
    """Read every set below `folder` (the `language` data), those beside it, and the claims corpus.

    Raises `DataError` or `OSError`.
    """
    politics = folder / "crossner_politics"
    train = [
        *load_ewt(folder, "train"),
        *load_gum(folder / "gum" / "train" / "dep"),
        *load_re3d(folder / "re3d"),
        *load_bio(folder / "wikigold" / "wikigold.conll.txt", "wikigold", WIKIGOLD, "basic"),
        *load_bio(politics / "train.txt", "crossner", CROSSNER, "crossner"),
        *load_bio(politics / "train2.txt", "crossner", CROSSNER, "crossner"),
        *generate(GENERATED, seed=5),
    ]
    dev = {
        "ewt": load_ewt(folder, "dev"),
        "gum": load_gum(folder / "gum" / "dev" / "dep"),
        "crossner": load_bio(politics / "dev.txt", "crossner", CROSSNER, "crossner"),
    }
    beside = folder.parent
    marked = {
        "claims": load_claims(CLAIMS, "train"),
        "polnear": load_polnear(beside / "attribution" / "polnear" / "train"),
        "wikiwars": load_timeml(beside / "time" / "wikiwars"),
        "gum_marks": load_gum_marks(folder / "gum" / "train"),
    }
    return Corpus(train, dev, marked)


def load_smoke(path: Path) -> Corpus:
    """A tiny corpus for a smoke run: a CoNLL-U file as it is, or a corner of the data folder."""
    if path.is_file():
        documents = load_treebank(path, "smoke")
        return Corpus(documents, {}, {"claims": load_claims(CLAIMS, "dev")[:8]})
    documents = load_gum(path / "gum" / "dev" / "dep")[:2]
    return Corpus([*documents, *generate(16, seed=5)], {})
