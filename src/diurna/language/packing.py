"""Texts cut into windows for the encoder, at places where a sentence very likely starts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from diurna.language.datelines import behind_datelines
from diurna.language.pieces import PieceTable
from diurna.language.reading import IntArray
from diurna.language.tokens import find_tokens

WINDOW = 128
"""Pieces in a window, the two special ones included."""
LONGEST = 224
"""Pieces in a window that one long sentence may fill."""

LongArray = npt.NDArray[np.int64]
_STOPS = frozenset((".", "?", "!", "...", "…", "?!", "!!", "??"))
_CLOSERS = frozenset(('"', "”", "'", "’", "''", ")", "]", "»"))
_OPENERS = frozenset(('"', "“", "'", "‘", "``", "(", "[", "-", "–", "—", "•", "*"))
_SOFT = frozenset((";", ":", "--", "—", "–", ","))
_BREAK = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True)
class Tokenized:
    """The tokens of a text: offsets, forms and the space before each (0 none, 1 space, 2 line break)."""

    text: str
    starts: IntArray
    ends: IntArray
    forms: tuple[str, ...]
    before: npt.NDArray[np.int8]


@dataclass(frozen=True)
class Window:
    """Tokens `start` to `end` (half-open) of one text, with the encoder's inputs."""

    start: int
    end: int
    pieces: LongArray
    shapes: LongArray
    first: LongArray
    last: LongArray


def tokenize(text: str) -> Tokenized:
    """Find the tokens of a text and the space before each."""
    return located(text, *find_tokens(text))


def located(text: str, starts: IntArray, ends: IntArray) -> Tokenized:
    """The tokens of a text that start and end at these code points, with the space before each."""
    edges = list(zip(starts.tolist(), ends.tolist(), strict=True))
    forms = tuple([text[a:b] for a, b in edges])
    before = np.zeros(len(forms), dtype=np.int8)
    if forms:
        before[1:] = starts[1:] > ends[:-1]
        before[0] = 2
        breaks = sorted([m.start() for m in _BREAK.finditer(text)] + behind_datelines(text))
        if breaks:
            behind = np.searchsorted(starts, breaks)
            before[behind[behind < len(forms)]] = 2
    return Tokenized(text, starts, ends, forms, before)


def make_windows(tokens: Tokenized, table: PieceTable, starts: IntArray | None = None) -> list[Window]:
    """Cut the tokens of a text into windows. Sentences are cut only where they are longer than a window.

    `starts` are the first tokens of the sentences where they are known.
    """
    if not tokens.forms:
        return []
    found = table.look_up(tokens.forms)
    counts = np.fromiter((len(ids) for ids, _ in found), dtype=np.int64, count=len(found))
    ids = np.fromiter((piece for pieces, _ in found for piece in pieces), dtype=np.int64, count=int(counts.sum()))
    offsets = np.concatenate(([0], np.cumsum(counts)))
    after = np.ones(len(found), dtype=np.int64)
    after[:-1] = tokens.before[1:] > 0
    shape = np.fromiter((base for _, base in found), dtype=np.int64, count=len(found)) + after
    cuts = _cuts(tokens, offsets, starts)
    return [_window(a, b, ids, offsets, shape, tokens, table) for a, b in pairwise(cuts)]


def _window(
    a: int, b: int, ids: LongArray, offsets: LongArray, shape: LongArray, tokens: Tokenized, table: PieceTable
) -> Window:
    low, high = int(offsets[a]), int(offsets[b])
    pieces = np.empty(high - low + 2, dtype=np.int64)
    pieces[0], pieces[-1] = table.start_id, table.end_id
    pieces[1:-1] = ids[low:high]
    before = tokens.before[a:b].astype(np.int64)
    before[0] = 2
    shapes = np.zeros_like(pieces)
    shapes[1:-1] = np.repeat(shape[a:b] + 2 * before, np.diff(offsets[a : b + 1]))
    first = offsets[a:b] - low + 1
    last = offsets[a + 1 : b + 1] - low
    return Window(a, b, pieces, shapes, first, last)


def _cuts(tokens: Tokenized, offsets: LongArray, starts: IntArray | None) -> list[int]:
    """Token indexes where windows start, and the number of tokens behind the last one."""
    size = len(tokens.forms)
    cuts = [0]
    if int(offsets[-1]) <= WINDOW - 2:
        return [0, size]
    if starts is None:
        border = borders(tokens)
    else:
        border = np.zeros(size, dtype=np.int8)
        border[starts] = 3
    while cuts[-1] < size:
        cuts.append(_next_cut(cuts[-1], size, border, offsets))
    return cuts


def _next_cut(at: int, size: int, border: npt.NDArray[np.int8], offsets: LongArray) -> int:
    reach = int(np.searchsorted(offsets, offsets[at] + WINDOW - 2, side="right")) - 1
    if reach >= size:
        return size
    likely = np.flatnonzero(border[at + 1 : reach + 1] >= 2)
    if likely.size:
        return at + 1 + int(likely[-1])
    far = min(int(np.searchsorted(offsets, offsets[at] + LONGEST - 2, side="right")) - 1, size)
    later = np.flatnonzero(border[reach + 1 : far + 1] >= 2)
    if later.size:
        return reach + 1 + int(later[0])
    if far >= size:
        return size
    soft = np.flatnonzero(border[at + 1 : far + 1] == 1)
    return at + 1 + int(soft[-1]) if soft.size else max(far, at + 1)


def borders(tokens: Tokenized) -> npt.NDArray[np.int8]:
    """How likely a sentence starts at each token: 3 behind a line break, 2 behind a stop, 1 behind a comma, else 0."""
    forms: Sequence[str] = tokens.forms
    found = np.zeros(len(forms), dtype=np.int8)
    for k in range(1, len(forms)):
        previous = forms[k - 1]
        if previous in _STOPS or (k > 1 and previous in _CLOSERS and forms[k - 2] in _STOPS):
            follows = forms[k]
            if (
                follows not in _STOPS
                and follows not in _CLOSERS | _SOFT
                and tokens.before[k]
                and not follows[0].islower()
            ) or (follows in _OPENERS and tokens.before[k]):
                found[k] = 2
        elif previous in _SOFT:
            found[k] = 1
    found[tokens.before == 2] = 3
    return found
