"""The whole encoder of the start weights, as the teacher of the similarity table."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional
from torch.nn.utils.rnn import pad_sequence

from diurna_training.export import start_folder
from diurna_training.model import Encoder, ModelConfig

LAYERS = 6
"""Layers of the start weights."""


def start_encoder(layers: int = LAYERS) -> Encoder:
    """The MiniLM of the start weights, all of it unless told; it has no word shapes."""
    encoder = Encoder(ModelConfig(0, 0, 0, 0, 0, shapes=1, layers=layers)).eval()
    torch.nn.init.zeros_(encoder.shapes.weight)
    encoder.load_start(start_folder() / "model.safetensors")
    return encoder


@torch.inference_mode()
def piece_states(encoder: Encoder, tokenizer: Tokenizer, batch: int = 256) -> Tensor:
    """The last state of every piece that stands alone between the two special ones, (pieces, hidden)."""
    start, end = (tokenizer.token_to_id(name) for name in ("[CLS]", "[SEP]"))
    found = []
    for some in torch.arange(tokenizer.get_vocab_size()).split(batch):
        alone = torch.stack([torch.full_like(some, start), some, torch.full_like(some, end)], dim=1)
        found.append(encoder(alone, torch.zeros_like(alone), None)[:, 1])
    return torch.cat(found)


@torch.inference_mode()
def sentence_vectors(encoder: Encoder, pieces: Sequence[Sequence[int]], batch: int = 32) -> Tensor:
    """The mean of the last states of every sentence, of unit length, (n, hidden); `pieces` with the special ones."""
    order = sorted(range(len(pieces)), key=lambda number: len(pieces[number]))
    found = torch.zeros(len(pieces), encoder.norm.weight.shape[0])
    for start in range(0, len(order), batch):
        some = order[start : start + batch]
        padded = pad_sequence([torch.tensor(pieces[number]) for number in some], batch_first=True, padding_value=-1)
        mask = padded >= 0
        states = encoder(padded.clamp(min=0), torch.zeros_like(padded), mask) * mask[..., None]
        found[some] = functional.normalize(states.sum(dim=1), dim=-1)
    return found
