"""Dropout for CPUs: masks are slices at random offsets of one pool of random bits.

Drawing fresh random numbers for every activation takes a fifth of a training step on a CPU; a slice costs nothing and
the offsets make repetition irrelevant.
"""

from __future__ import annotations

import random

import torch
from torch import Tensor

_POOL = 1 << 23
_pools: dict[tuple[float, torch.dtype], Tensor] = {}


def _pool(p: float, dtype: torch.dtype) -> Tensor:
    key = (p, dtype)
    if key not in _pools:
        generator = torch.Generator().manual_seed(round(p * 1000))
        keep = torch.rand(_POOL, generator=generator) >= p
        _pools[key] = (keep / (1 - p)).to(dtype)
    return _pools[key]


def dropout(x: Tensor, p: float, training: bool) -> Tensor:
    """Zero a share `p` of `x` and scale up the rest while training; the `random` module chooses the offset."""
    if not training or p <= 0:
        return x
    pool, size = _pool(p, x.dtype), x.numel()
    if size >= _POOL:
        return torch.nn.functional.dropout(x, p)
    at = random.randrange(_POOL - size)
    return x * pool[at : at + size].view(x.shape)
