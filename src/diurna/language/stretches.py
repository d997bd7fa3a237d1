"""Stretches of words that are one thing, out of how surely every word is it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating]
Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


class Stretch(NamedTuple):
    """First word, word behind the last one, what they are (a number), how well they fit to it on the average."""

    start: int
    end: int
    kind: int
    score: float


def runs(inside: Flags, begins: Flags, scores: Floats, near: float = np.inf) -> list[Stretch]:
    """The stretches of words that are `inside` (W,), a new one at every word that `begins` (W,) one.

    `scores` (W,) says how well the words fit into any, and a word beside one goes on with it from `near` on. The kind
    of a stretch is its number.
    """
    numbers = np.where(inside, np.cumsum(begins), 0)
    fit = np.broadcast_to(scores[:, None], (len(scores), int(numbers.max(initial=0)) + 1))
    return stretches(numbers, fit, np.full(fit.shape[1], near))


def stretches(sure: Numbers, shares: Floats, near: Floats, gap: int = 0) -> list[Stretch]:
    """The stretches of words of one kind, in text order.

    `sure` (W,) numbers the kinds of the words, 0 for none. `shares` (W, kinds) says how well they fit to each kind, and
    `near` (kinds,) how well a word beside a stretch must fit to go on with it: a high threshold to begin and a low one
    to go on, as Canny (1986) has them for edges in images. `gap` words of no kind may stand inside.
    """
    if not sure.any():
        return []
    kinds = _grown(sure, shares, near)
    inside = np.flatnonzero(kinds)
    kinds = kinds[inside]
    cuts = np.flatnonzero((np.diff(inside) > gap + 1) | (kinds[1:] != kinds[:-1])) + 1
    firsts, ends = np.append(0, cuts), np.append(cuts, len(inside))
    means = np.add.reduceat(shares[inside, kinds], firsts) / np.diff(np.append(firsts, len(inside)))
    found = zip(inside[firsts].tolist(), inside[ends - 1].tolist(), kinds[firsts].tolist(), means.tolist(), strict=True)
    return [Stretch(first, last + 1, kind, round(mean, 4)) for first, last, kind, mean in found]


def _grown(kinds: Numbers, shares: Floats, near: Floats) -> Numbers:
    """The kinds of words, those of no kind in that of a neighbour to which they fit well enough."""
    if near.min() > 1:
        return kinds
    around = np.zeros(len(kinds) + 2, kinds.dtype)
    around[1:-1] = kinds
    grown = around[1:-1]
    while True:
        words = np.flatnonzero((grown == 0) & ((around[:-2] > 0) | (around[2:] > 0)))
        beside = np.stack((around[words], around[words + 2]))
        fit = shares[words, beside] * ((beside > 0) & (shares[words, beside] >= near[beside]))
        fits = fit.max(axis=0, initial=0) > 0
        if not fits.any():
            return grown
        grown[words[fits]] = np.where(fit[0] >= fit[1], *beside)[fits]
