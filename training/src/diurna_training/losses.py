"""The training loss: one part per head, each over the words that carry its labels."""

from __future__ import annotations

from functools import cache

import torch
from torch import Tensor
from torch.nn import functional

from diurna_training.labels import IGNORED
from diurna_training.layers import LAYERS, labels_allowed
from diurna_training.model import Reader
from diurna_training.schemes import tags_allowed
from diurna_training.windows import Batch

WEIGHTS = {
    "start": 1.0, "upos": 0.4, "xpos": 0.4, "feats": 0.4, "arc": 1.0, "rel": 1.0, "name": 1.5,
    "time": 1.0, "cue": 1.0, "trigger": 2.0, "value": 1.0, "tense": 0.7, "mode": 1.0, "frame": 2.0,
    "mention": 0.5, "coref": 0.5,
}  # fmt: skip
_LOW = -30000.0


def all_losses(model: Reader, scores: dict[str, Tensor], batch: Batch) -> dict[str, Tensor]:
    """The mean loss of every head, by name; zero where no word of the batch carries its label."""
    config = model.config
    start, words = batch["start"], batch["words"]
    asked = start != IGNORED
    upos, xpos, feats = torch.split(scores["tags"].float(), [config.upos, config.xpos, config.feats], dim=-1)
    arcs = mask_arcs(scores["arcs"].float(), batch["sentence"], words)
    head = batch["head"]
    column = torch.where(head == -1, arcs.shape[-1] - 1, head)
    return {
        "start": _mean(
            functional.binary_cross_entropy_with_logits(
                scores["start"].float()[asked], start[asked].float(), reduction="none"
            )
        ),
        "upos": _cross(upos, batch["upos"]),
        "xpos": _cross(xpos, batch["xpos"]),
        "feats": _cross(feats, batch["feats"]),
        "arc": _cross(arcs, column),
        "rel": _relation_loss(model, scores, batch),
        "name": name_loss(scores["names"].float(), batch["name"], batch["scheme"]),
        **_mark_losses(scores["marks"].float(), batch),
        "frame": _frame_loss(model, scores, batch),
        "mention": _cross(scores["mentions"].float(), batch["mention"]),
        "coref": _coreference_loss(model, scores, batch),
    }


def _mark_losses(scores: Tensor, batch: Batch) -> dict[str, Tensor]:
    sizes = [len(labels) for labels in LAYERS.values()]
    parts = torch.split(scores, sizes, dim=-1)
    return {name: layer_loss(part, batch[name], name) for name, part in zip(LAYERS, parts, strict=True)}


def layer_loss(scores: Tensor, gold: Tensor, layer: str) -> Tensor:
    """Loss of a layer (B, W, labels); a span of any kind may have every kind."""
    asked = gold != IGNORED
    return _marginal(scores[asked], _labels_allowed(layer)[gold[asked]])


def _frame_loss(model: Reader, scores: dict[str, Tensor], batch: Batch) -> Tensor:
    """Loss of the labels of all words in all frames."""
    gold, row = batch["frame"], batch["frame_row"]
    if not len(row):
        return scores["frame_at"].sum() * 0
    at = scores["frame_at"][row, batch["frame_at"]][:, None].expand(-1, gold.shape[1], -1)
    return _cross(model.frames(at, scores["frame_to"][row]).float(), gold)


def _coreference_loss(model: Reader, scores: dict[str, Tensor], batch: Batch) -> Tensor:
    row, word = batch["coref_row"], batch["coref_at"]
    if not len(row):
        return scores["coref_at"].sum() * 0
    at, to = (scores[name][row, word].float() for name in ("coref_at", "coref_to"))
    found = model.antecedents(at, to, batch["coref_cells"])
    return antecedent_loss(found, batch["entity"][row, word], batch["opens"][row, word])


def antecedent_loss(scores: Tensor, entity: Tensor, opens: Tensor) -> Tensor:
    """Negative marginal log-likelihood of all right antecedents (Lee et al. 2017): the mean over mentions with any.

    `scores` (N, N + 1) are -inf where a column is no candidate; `entity` (N,); the last column is right where `opens`
    (N,) is 1. A mention that is not known to open a chain, and whose chain has none before it here, carries no loss.
    """
    same = (entity[:, None] == entity[None, :]) & (scores[:, :-1] > -torch.inf)
    right = torch.cat([same, (opens == 1)[:, None]], dim=-1)
    asked = right.any(dim=-1)
    logs = scores[asked].log_softmax(-1).masked_fill(~right[asked], -torch.inf)
    return _mean(-logs.logsumexp(-1))


def mask_arcs(arcs: Tensor, sentence: Tensor, words: Tensor) -> Tensor:
    """Arc scores (B, W, W + 1) with everything outside the word's own sentence, and the word itself, ruled out."""
    same = (sentence[:, :, None] == sentence[:, None, :]) & words[:, None, :]
    same = same & ~torch.eye(sentence.shape[1], dtype=torch.bool)
    root = torch.ones_like(same[:, :, :1])
    return arcs.masked_fill(~torch.cat([same, root], dim=-1), _LOW)


def name_loss(scores: Tensor, gold: Tensor, scheme: Tensor) -> Tensor:
    """Loss of the name tags (B, W, tags): any of the tags that a set's tag may stand for by its scheme is right."""
    asked = gold != IGNORED
    return _marginal(scores[asked], _tags_allowed()[scheme[asked], gold[asked]])


def _marginal(scores: Tensor, right: Tensor) -> Tensor:
    """The mean loss of words (n, labels) of which any of the `right` labels will do."""
    return _mean(-scores.log_softmax(-1).masked_fill(~right, _LOW).logsumexp(-1))


@cache
def _labels_allowed(layer: str) -> Tensor:
    return torch.tensor(labels_allowed(layer))


@cache
def _tags_allowed() -> Tensor:
    return torch.tensor(tags_allowed())


def _relation_loss(model: Reader, scores: dict[str, Tensor], batch: Batch) -> Tensor:
    rows, words = torch.nonzero((batch["head"] >= 0) & (batch["deprel"] != IGNORED), as_tuple=True)
    dep = scores["rel_dep"][rows, words]
    head = scores["rel_head"][rows, batch["head"][rows, words]]
    return _mean(
        functional.cross_entropy(model.relations(dep, head).float(), batch["deprel"][rows, words], reduction="none")
    )


def _cross(scores: Tensor, gold: Tensor) -> Tensor:
    flat = functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=IGNORED, reduction="sum")
    return flat / (gold != IGNORED).sum().clamp(min=1)


def _mean(loss: Tensor) -> Tensor:
    return loss.sum() / max(loss.numel(), 1)
