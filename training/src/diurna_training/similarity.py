"""The similarity table: a vector for every word piece, distilled from the start weights.

Every piece of the vocabulary goes through the whole MiniLM alone, as in model2vec (Tulkens and van Dongen 2024), and is
weighted by smooth inverse frequency (Arora et al. 2017). The vectors are then moved, as little as need be, so that
their sums over sentences of the training texts point to what the MiniLM makes of the sentences; principal components
come last.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from diurna_training.corpus import Corpus
from diurna_training.export import load_tokenizer
from diurna_training.minilm import LAYERS, piece_states, sentence_vectors, start_encoder

SIZE = 256
"""Numbers in a vector."""
SMOOTHING = 1e-3
"""The share of a text at which a piece weighs half as much as a rare one: `a` of Arora et al."""
PRIOR = 10_000
"""How many pieces of text the prior on frequencies counts for."""
FIRST_WORD = 1996
"""Pieces from this number on are words, roughly in the order of their frequency; before it are single characters."""
SENTENCES = 16_000
"""Sentences that the vectors are fitted to."""
WORDS = range(6, 61)
"""How many words such a sentence may have."""
STIFFNESS = 0.001
"""What moving a vector costs, beside missing a sentence by as much."""
ROUNDS = 30
"""Rounds of the fit."""
FLATTENING = 0.5
"""How far components of large variance are scaled down: 0 not at all, 1 to one variance for all."""

_ENDS = re.compile(r"(?<=[.!?])\s+|\n+")
Words = npt.NDArray[np.bool_]


def texts_of(corpus: Corpus) -> list[str]:
    """The training texts, those of the trees sentence by sentence."""
    sentences = [" ".join(sentence.words) for document in corpus.train for sentence in document.sentences]
    return sentences + [text.tokens.text for texts in corpus.marked.values() for text in texts]


def write_table(texts: Sequence[str], path: Path, layers: int = LAYERS) -> None:
    """Write the table that `diurna.language.similarity` reads, made from these texts.

    Each vector is kept as eight-bit numbers and one scale, which holds its weight too.
    """
    tokenizer, encoder = load_tokenizer(), start_encoder(layers)
    words = _are_words(tokenizer)
    weights = np.where(words, SMOOTHING / (SMOOTHING + _shares(tokenizer, texts)), 0)
    alone = piece_states(encoder, tokenizer).double()
    sentences = [encoding.ids for encoding in tokenizer.encode_batch(_sentences(texts))]
    targets = sentence_vectors(encoder, sentences).double()
    sums = _sparse(sentences, torch.from_numpy(weights))
    vectors = _components(_fitted(alone - alone[words].mean(dim=0), sums, targets).numpy(), words)
    steps = np.abs(vectors).max(axis=1) / 127
    directions = np.round(vectors / steps[:, None]).astype(np.int8)
    fresh = path.with_name(f".{path.name}.tmp")
    with fresh.open("wb") as stream:
        np.savez(stream, directions=directions, scales=(steps * weights).astype(np.float32))
    os.replace(fresh, path)


def _are_words(tokenizer: Tokenizer) -> Words:
    """Which pieces hold a letter or a digit; special pieces, unused ones and punctuation do not count, (pieces,)."""
    names = (tokenizer.id_to_token(number) for number in range(tokenizer.get_vocab_size()))
    return np.array([name[:1] != "[" and any(c.isalnum() for c in name) for name in names])


def _shares(tokenizer: Tokenizer, texts: Sequence[str]) -> npt.NDArray[np.float64]:
    """The share of every piece in the texts, smoothed towards Zipf's law in the order of the vocabulary, (pieces,)."""
    size = tokenizer.get_vocab_size()
    encodings = tokenizer.encode_batch(texts, add_special_tokens=False)
    counts = np.bincount([piece for encoding in encodings for piece in encoding.ids], minlength=size)
    rank = np.arange(size) - FIRST_WORD + 1
    zipf = 1 / np.where(rank > 0, rank, FIRST_WORD)
    prior = PRIOR * zipf / zipf.sum()
    return (counts + prior) / (counts.sum() + PRIOR)


def _sentences(texts: Sequence[str]) -> list[str]:
    """Sentences of the texts, each once, drawn by chance where there are more than `SENTENCES`."""
    found = sorted({part for text in texts for part in _ENDS.split(text) if len(part.split()) in WORDS})
    return random.Random(0).sample(found, min(SENTENCES, len(found)))


def _sparse(sentences: Sequence[Sequence[int]], weights: Tensor) -> Tensor:
    """The matrix (n, pieces) by which piece vectors become the weighted sums of sentences."""
    rows = torch.tensor([row for row, pieces in enumerate(sentences) for _ in pieces])
    pieces = torch.tensor([piece for pieces in sentences for piece in pieces])
    places = torch.stack([rows, pieces])
    shape = len(sentences), len(weights)
    return torch.sparse_coo_tensor(places, weights[pieces], shape, check_invariants=True).coalesce()


def _fitted(start: Tensor, sums: Tensor, targets: Tensor) -> Tensor:
    """Piece vectors near `start` (pieces, hidden) whose `sums` (n, pieces) are near `targets` (n, hidden).

    Ridge regression by conjugate gradients (Hestenes and Stiefel 1952), every column by itself. The sums count as of
    unit length, the targets as centred. Pieces that are in no sentence stay as they are.
    """
    used = sums.indices()[1].unique()
    vectors, up = start[used], sums.index_select(1, used)
    up = up * (1 / (up @ vectors).norm(dim=1, keepdim=True).clamp(min=1e-9))
    down = up.t().coalesce()
    targets = functional.normalize(targets - targets.mean(dim=0), dim=1)
    moved = torch.zeros_like(vectors)
    left = down @ (targets - up @ vectors)
    step, size = left, left.square().sum(dim=0)
    for _ in range(ROUNDS):
        through = down @ (up @ step) + STIFFNESS * step
        far = size / (step * through).sum(dim=0).clamp(min=1e-300)
        moved, left = moved + far * step, left - far * through
        before, size = size, left.square().sum(dim=0)
        step = left + size / before.clamp(min=1e-300) * step
    return start.index_add(0, used, moved)


def _components(vectors: npt.NDArray[np.float64], words: Words) -> npt.NDArray[np.float64]:
    """The first `SIZE` principal components of the vectors, flattened, (pieces, SIZE)."""
    variances, axes = np.linalg.eigh(vectors[words].T @ vectors[words])
    order = np.argsort(-variances)[:SIZE]
    return vectors @ axes[:, order] * (variances[order] / variances.max()) ** (-FLATTENING / 2)
