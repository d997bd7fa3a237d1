"""The network: a short BERT encoder with word-level heads.

The encoder follows BERT (Devlin et al. 2019) with the weights of all-MiniLM-L6-v2 in its first layers; the tree head
is a biaffine arc scorer (Dozat and Manning 2017) with a cheap low-rank label scorer in place of the full biaffine.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from diurna.language.coreference import CELLS
from diurna_training.dropout import dropout


@dataclass(frozen=True)
class ModelConfig:
    """Sizes of the network. Label counts come from the label inventory."""

    upos: int
    xpos: int
    feats: int
    deprels: int
    names: int
    shapes: int
    layers_of_words: tuple[int, ...] = ()
    roles: int = 0
    layers: int = 4
    hidden: int = 384
    heads: int = 12
    inner: int = 1536
    vocabulary: int = 30522
    positions: int = 512
    arc: int = 256
    rel: int = 192
    frame: int = 160
    mentions: int = 0
    coreference: int = 128
    dropout: float = 0.1
    head_dropout: float = 0.3

    def as_dict(self) -> dict[str, Any]:
        """The sizes as a plain dictionary, for checkpoints."""
        return asdict(self)


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.heads = config.heads
        self.scale = (config.hidden // config.heads) ** -0.5
        self.dropout = config.dropout
        self.qkv = nn.Linear(config.hidden, 3 * config.hidden)
        self.out = nn.Linear(config.hidden, config.hidden)
        self.norm1 = nn.LayerNorm(config.hidden, eps=1e-12)
        self.up = nn.Linear(config.hidden, config.inner)
        self.down = nn.Linear(config.inner, config.hidden)
        self.norm2 = nn.LayerNorm(config.hidden, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """`x` (B, T, hidden), `mask` (B, 1, 1, T): 0 where there is a piece, else very low; like `x` comes back."""
        size, length, hidden = x.shape
        qkv = self.qkv(x).view(size, length, 3, self.heads, hidden // self.heads).permute(2, 0, 3, 1, 4)
        scores = qkv[0] @ qkv[1].transpose(-1, -2)
        if self.scale != 1.0:
            scores = scores * self.scale
        if mask is not None:
            scores = scores + mask
        mixed = (scores.softmax(-1).to(x.dtype) @ qkv[2]).transpose(1, 2).reshape(size, length, hidden)
        x = self.norm1(x + dropout(self.out(mixed), self.dropout, self.training))
        down = self.down(functional.gelu(self.up(x)))
        result: Tensor = self.norm2(x + dropout(down, self.dropout, self.training))
        return result

    @torch.no_grad()
    def fold_scale(self) -> None:
        """Move the scale of the attention scores into the query weights: one operation less at run time."""
        size = self.out.in_features
        self.qkv.weight[:size] *= self.scale
        self.qkv.bias[:size] *= self.scale
        self.scale = 1.0


class Encoder(nn.Module):
    """Piece, position and word-shape embeddings followed by the layers. Piece embeddings stay frozen."""

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.pieces = nn.Embedding(config.vocabulary, config.hidden)
        self.pieces.weight.requires_grad_(False)
        self.positions = nn.Embedding(config.positions, config.hidden)
        self.shapes = nn.Embedding(config.shapes, config.hidden)
        nn.init.normal_(self.shapes.weight, std=0.02)
        self.norm = nn.LayerNorm(config.hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(config) for _ in range(config.layers))
        self.dropout = config.dropout

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None) -> Tensor:
        """`pieces` and `shapes` (B, T) ids, `mask` (B, T) or none; hidden states (B, T, hidden) come back."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.norm(self.pieces(pieces) + self.positions(places) + self.shapes(shapes))
        x = dropout(x, self.dropout, self.training)
        wide = None if mask is None else (~mask).to(x.dtype)[:, None, None, :] * -30000.0
        for layer in self.layers:
            x = layer(x, wide)
        result: Tensor = x
        return result

    def fold_scales(self) -> None:
        """Move the scales of the attention scores into the weights; training goes on without them."""
        for layer in self.layers:
            assert isinstance(layer, Layer)
            layer.fold_scale()

    def load_start(self, path: Path) -> None:
        """Take over embeddings and the first layers of a MiniLM `model.safetensors`. Raises `KeyError` on a misfit."""
        found = load_file(str(path))
        state = {
            "pieces.weight": found["embeddings.word_embeddings.weight"],
            "positions.weight": found["embeddings.position_embeddings.weight"]
            + found["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": found["embeddings.LayerNorm.weight"],
            "norm.bias": found["embeddings.LayerNorm.bias"],
            "shapes.weight": self.shapes.weight,
        }
        for k in range(len(self.layers)):
            state.update(_layer_state(found, k))
        self.load_state_dict(state)


def _layer_state(found: dict[str, Tensor], k: int) -> dict[str, Tensor]:
    old, new = f"encoder.layer.{k}.", f"layers.{k}."
    parts = [f"{old}attention.self.{name}." for name in ("query", "key", "value")]
    state = {new + "qkv." + kind: torch.cat([found[part + kind] for part in parts]) for kind in ("weight", "bias")}
    names = {
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for ours, theirs in names.items():
        for kind in ("weight", "bias"):
            state[f"{new}{ours}.{kind}"] = found[f"{old}{theirs}.{kind}"]
    return state


class Reader(nn.Module):
    """Encoder plus heads: sentence starts, tags, features, tree, names, layers, frames, coreference."""

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.config = config
        self.encoder = Encoder(config)
        hidden = config.hidden
        self.start = nn.Linear(hidden, 1)
        self.tags = nn.Linear(hidden, config.upos + config.xpos + config.feats)
        self.name_hidden = nn.Linear(hidden, hidden)
        self.names = nn.Linear(hidden, config.names)
        self.arc_dep = nn.Linear(hidden, config.arc)
        self.arc_head = nn.Linear(hidden, config.arc)
        self.arc_root = nn.Linear(config.arc, 1)
        self.arc_middle = nn.Linear(config.arc, config.arc, bias=False)
        self.arc_bias = nn.Linear(config.arc, 1, bias=False)
        self.rel_dep = nn.Linear(hidden, config.rel)
        self.rel_head = nn.Linear(hidden, config.rel)
        self.rel_out = nn.Linear(2 * config.rel, config.deprels)
        nn.init.eye_(self.arc_middle.weight)
        self.mark_hidden = nn.Linear(hidden, hidden)
        self.marks = nn.Linear(hidden, sum(config.layers_of_words))
        self.frame_at = nn.Linear(hidden, config.frame)
        self.frame_to = nn.Linear(hidden, config.frame)
        self.frame_out = nn.Linear(2 * config.frame, config.roles)
        self.coref_hidden = nn.Linear(hidden, hidden)
        self.mentions = nn.Linear(hidden, config.mentions)
        self.coref_at = nn.Linear(hidden, config.coreference)
        self.coref_to = nn.Linear(hidden, config.coreference)
        self.coref_table = nn.Parameter(torch.zeros(CELLS))

    def _drop(self, x: Tensor) -> Tensor:
        return dropout(x, self.config.head_dropout, self.training)

    def words(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None, first: Tensor, last: Tensor) -> Tensor:
        """Word vectors (B, W, hidden): the mean of each word's first and last piece; `first`, `last` are (B, W)."""
        x = self.encoder(pieces, shapes, mask)
        at = torch.arange(x.shape[0], device=x.device)[:, None]
        mean: Tensor = (x[at, first] + x[at, last]) * 0.5
        return mean

    def forward(
        self, pieces: Tensor, shapes: Tensor, mask: Tensor | None, first: Tensor, last: Tensor
    ) -> dict[str, Tensor]:
        """Scores of all heads for a batch of windows.

        `start` (B, W) logits; `tags` (B, W, upos + xpos + feats); `names` (B, W, names); `arcs` (B, W, W + 1) with the
        root as last column; `rel_dep`, `rel_head` (B, W, rel) for `relations`; `marks` (B, W, all layers together);
        `frame_at`, `frame_to` (B, W, frame) for `frames`; `mentions` (B, W, kinds of mentions); `coref_at`, `coref_to`
        (B, W, coreference) for `antecedents`.
        """
        x = self._drop(self.words(pieces, shapes, mask, first, last))
        dep, head = self._drop(functional.gelu(self.arc_dep(x))), self._drop(functional.gelu(self.arc_head(x)))
        scale = float(self.config.arc) ** -0.5
        named = self._drop(functional.gelu(self.coref_hidden(x)))
        arcs = self.arc_middle(dep) @ head.transpose(1, 2) * scale + self.arc_bias(head).transpose(1, 2)
        return {
            "start": self.start(x).squeeze(-1),
            "tags": self.tags(x),
            "names": self.names(self._drop(functional.gelu(self.name_hidden(x)))),
            "arcs": torch.cat([arcs, self.arc_root(dep)], dim=-1),
            "rel_dep": self._drop(self.rel_dep(x)),
            "rel_head": self._drop(self.rel_head(x)),
            "marks": self.marks(self._drop(functional.gelu(self.mark_hidden(x)))),
            "frame_at": self._drop(functional.gelu(self.frame_at(x))),
            "frame_to": self._drop(functional.gelu(self.frame_to(x))),
            "mentions": self.mentions(named),
            "coref_at": self.coref_at(named) * float(self.config.coreference) ** -0.5,
            "coref_to": self.coref_to(named),
        }

    def relations(self, dep: Tensor, head: Tensor) -> Tensor:
        """Label scores (..., deprels) for pairs of `rel_dep` and `rel_head` vectors (..., rel)."""
        scores: Tensor = self.rel_out(torch.cat([dep * head, functional.relu(dep + head)], dim=-1))
        return scores

    def frames(self, at: Tensor, to: Tensor) -> Tensor:
        """Scores (..., roles) of what words (`frame_to` vectors) are to a cue or trigger (`frame_at` vectors)."""
        scores: Tensor = self.frame_out(torch.cat([at * to, functional.relu(at + to)], dim=-1))
        return scores

    def antecedents(self, at: Tensor, to: Tensor, cells: Tensor) -> Tensor:
        """Scores (N, N + 1) of each of N mentions, by `coref_at` and `coref_to` (N, coreference), as meant by another.

        `cells` (N, N) are those of `diurna.language.coreference.pair_cells`. The last column, always zero, stands for
        no earlier mention at all. The vectors need no bias of their own: a product of affine maps holds them.
        """
        scores = at @ to.T + self.coref_table[cells.clamp(min=0)]
        return torch.cat([scores.masked_fill(cells < 0, -torch.inf), scores.new_zeros(len(at), 1)], dim=-1)
