"""How alike two short texts are, without the encoder: one vector for every word piece, added up over a text.

The table is distilled from a sentence encoder as in model2vec (Tulkens and van Dongen 2024), its pieces weighted by
smooth inverse frequency (Arora et al. 2017); `training/` makes it. It knows words, not their order: "A sued B" and
"B sued A" are the same to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from diurna.language import weights

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Floats = npt.NDArray[np.float32]

BATCH = 64
"""Texts whose pieces are looked up at once: enough for speed, few enough that whole reports fit into memory."""


class Similarity:
    """A loaded table. `vectors` may be called from several threads."""

    def __init__(self, tokenizer: Tokenizer, directions: npt.NDArray[np.int8], scales: Floats) -> None:
        """`directions` (pieces, d) times `scales` (pieces,) are the vectors; a piece without meaning has scale 0."""
        self._tokenizer = tokenizer
        self._directions = directions
        self._scales = scales[:, None]

    @classmethod
    def load(cls, path: Path | None = None) -> Similarity:
        """Load the table of a weights folder, by default of the one inside the package.

        Raises `diurna.language.weights.WeightsError`.
        """
        from tokenizers import Tokenizer

        folder = weights.WeightsFolder.open(path or weights.default_folder())
        tokenizer = Tokenizer.from_file(str(folder.path / weights.TOKENIZER))
        with np.load(folder.path / weights.SIMILARITY) as table:
            return cls(tokenizer, table["directions"], table["scales"])

    def vectors(self, texts: Sequence[str]) -> Floats:
        """A vector of unit length for every text, (n, d); zero for a text without words.

        The product of two vectors is the cosine of the texts. A vector does not depend on the other texts.
        """
        found = np.zeros((len(texts), self._directions.shape[1]), np.float32)
        for start in range(0, len(texts), BATCH):
            found[start : start + BATCH] = self._sums(texts[start : start + BATCH])
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        np.divide(found, lengths, out=found, where=lengths > 0)
        return found

    def _sums(self, texts: Sequence[str]) -> Floats:
        """The sum of the vectors of its pieces for every text, (n, d)."""
        pieces = [encoding.ids for encoding in self._tokenizer.encode_batch(texts, add_special_tokens=False)]
        counts = np.fromiter(map(len, pieces), np.intp, len(pieces))
        flat = np.fromiter(chain.from_iterable(pieces), np.intp, counts.sum())
        found = np.zeros((len(texts), self._directions.shape[1]), np.float32)
        some = counts > 0
        if some.any():
            starts = np.cumsum(counts) - counts
            found[some] = np.add.reduceat(self._directions[flat] * self._scales[flat], starts[some])
        return found
