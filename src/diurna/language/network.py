"""The network in a weights folder: arrays in, arrays out. What they mean is decided elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from diurna.language import weights
from diurna.language.packing import Window
from diurna.language.reading import IntArray

if TYPE_CHECKING:
    import onnxruntime

Floats = npt.NDArray[np.float32]
Arrays = dict[str, npt.NDArray[Any]]
OUTPUTS = (
    "start", "upos", "xpos", "feats", "names", "arcs", "rel_dep", "rel_head", "marks", "frame_at", "frame_to",
    "mentions", "coref_at", "coref_to",
)  # fmt: skip
"""What the network says of the W words of a window: `start` (W,) logits; `upos`, `xpos`, `feats` (W,) numbers of
labels; `names` (W, tags) log-probabilities; `arcs` (W, W + 1), the root as last column; `marks` (W, all layers) and
`mentions` (W, kinds) logits; the others vectors (W, d) of the words in one of two parts that they can play."""


@dataclass(frozen=True)
class Network:
    """The encoder with its heads, and what scores pairs of words once it is known which pairs matter."""

    encoder: onnxruntime.InferenceSession
    pairs: onnxruntime.InferenceSession
    roles: onnxruntime.InferenceSession
    biases: Floats
    """The table of biases of coreference, see `diurna.language.coreference`."""

    @classmethod
    def load(cls, folder: weights.WeightsFolder, threads: int = 1) -> Network:
        """Load the network of a checked folder; `threads` is the number of cores that one call uses."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        encoder, pairs, roles = (
            onnxruntime.InferenceSession(str(folder.path / name), options, providers=["CPUExecutionProvider"])
            for name in (weights.MODEL, weights.RELATIONS, weights.FRAMES)
        )
        return cls(encoder, pairs, roles, np.load(folder.path / weights.COREFERENCE))

    def words(self, window: Window, outputs: Sequence[str] = OUTPUTS) -> Arrays:
        """What the encoder says of the words of one window."""
        inputs = {name: getattr(window, name)[None] for name in ("pieces", "shapes", "first", "last")}
        return dict(zip(outputs, (found[0] for found in self.encoder.run(outputs, inputs)), strict=True))

    def relations(self, dep: Floats, head: Floats) -> IntArray:
        """The numbers (n,) of the best relations between words, by their `rel_dep`, and their governors' `rel_head`."""
        found: IntArray = self.pairs.run(("best",), {"dep": dep, "head": head})[0]
        return found

    def likelihoods(self, dep: Floats, head: Floats) -> Floats:
        """The log-probabilities (n,) of these best relations."""
        found: Floats = self.pairs.run(("likelihood",), {"dep": dep, "head": head})[0]
        return found

    def frames(self, at: Floats, to: Floats) -> Floats:
        """Probabilities (F, W, roles) of what W words (`frame_to`) are to F cues or event words (`frame_at`)."""
        found: Floats = self.roles.run(("shares",), {"at": at, "to": to})[0]
        return found
