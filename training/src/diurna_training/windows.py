"""Windows of consecutive sentences and batches of windows, as tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor

from diurna.language.coreference import Mentions, pair_cells
from diurna.language.packing import make_windows
from diurna.language.pieces import PieceTable
from diurna.language.reading import Reading
from diurna_training.augment import NamePool, augment
from diurna_training.labels import IGNORED, Labels
from diurna_training.layers import LAYERS, Frame, Marked
from diurna_training.samples import Chains, Document, Sentence
from diurna_training.schemes import NUMBERS as SCHEME_NUMBERS

WINDOW = 128
MASK_PIECE = 103
"""The `[MASK]` of the vocabulary, which stands for hidden words while training."""
HIDDEN_WORDS = 0.05
"""The share of training words whose pieces are hidden: context has to do."""
LONGEST = 224
"""Pieces in the longest window: a single long sentence may have this many, a longer one is left out of training."""

TREE_KINDS = ("start", "upos", "xpos", "feats", "head", "deprel", "name")
"""What sentences of treebanks and name sets carry, word by word."""
CHAIN_KINDS = ("mention", "entity", "opens")
"""What sentences and texts with coreference carry, word by word; see `samples.Chains`."""

_INVENTORY = {"deprel": "deprels"}
"""The inventories of labels that are called otherwise than the columns."""


@dataclass
class Window:
    """One window as arrays: `pieces`, `shapes` over pieces; everything else over words, whose `forms` are kept."""

    pieces: list[int]
    shapes: list[int]
    columns: dict[str, list[int]]
    forms: Sequence[str]
    frames: list[Frame] = field(default_factory=list)


class Encoder:
    """Turns sentences into windows with the labels of an inventory."""

    def __init__(self, table: PieceTable, labels: Labels) -> None:
        self.table = table
        self.numbers = {kind: {name: k for k, name in enumerate(names)} for kind, names in labels.as_dict().items()}

    def length(self, sentence: Sentence) -> int:
        """The number of pieces of the sentence."""
        return sum(len(ids) for ids, _ in self.table.look_up(sentence.words))

    def window(self, sentences: list[Sentence]) -> Window:
        """One window of the sentences. Its words carry the columns that `Batch` describes."""
        words = [w for s in sentences for w in s.words]
        before = [b for s in sentences for b in s.before]
        before[0] = 2
        pieces, shapes = [self.table.start_id], [0]
        first: list[int] = []
        last: list[int] = []
        for k, (ids, base) in enumerate(self.table.look_up(words)):
            after = 1 if k + 1 == len(words) or before[k + 1] else 0
            first.append(len(pieces))
            pieces.extend(ids)
            shapes.extend([base + 2 * before[k] + after] * len(ids))
            last.append(len(pieces) - 1)
        pieces.append(self.table.end_id)
        shapes.append(0)
        columns = {"first": first, "last": last, **self._labels(sentences)}
        return Window(pieces, shapes, columns, words)

    def marked(self, text: Marked) -> Iterator[Window]:
        """The windows of a text with layers and frames, cut as at run time. A frame stays in the window of its word."""
        for found in make_windows(text.tokens, self.table):
            low, high = found.start, found.end
            columns = {kind: [IGNORED] * (high - low) for kind in (*TREE_KINDS, *CHAIN_KINDS, *LAYERS)}
            columns |= {"first": found.first.tolist(), "last": found.last.tolist()}
            columns |= {"sentence": [0] * (high - low), "scheme": [SCHEME_NUMBERS[text.scheme]] * (high - low)}
            columns |= self._silver(text.silver, low, high) if text.silver is not None else {}
            columns |= {name: labels[low:high] for name, labels in text.layers.items()}
            frames = [Frame(f.at - low, f.labels[low:high]) for f in text.frames if low <= f.at < high]
            yield Window(found.pieces.tolist(), found.shapes.tolist(), columns, text.tokens.forms[low:high], frames)

    def _silver(self, silver: Reading, low: int, high: int) -> dict[str, list[int]]:
        """Sentences, tags and trees that an earlier model found in the words from `low` to `high`."""
        number = np.searchsorted(silver.sentences, np.arange(low, high), side="right")
        heads = silver.heads[low:high]
        inside = (low <= heads) & (heads < high)
        tags = {"upos": silver.upos, "xpos": silver.xpos, "feats": silver.feats, "deprel": silver.deprels}
        columns = {
            kind: [self.numbers[_INVENTORY.get(kind, kind)].get(v, IGNORED) for v in values[low:high]]
            for kind, values in tags.items()
        }
        columns["sentence"] = (number - number[0]).tolist()
        columns["start"] = [1, *(np.diff(number) > 0).astype(int).tolist()]
        columns["head"] = np.where(heads < 0, -1, np.where(inside, heads - low, IGNORED)).tolist()
        return columns

    def _labels(self, sentences: list[Sentence]) -> dict[str, list[int]]:
        size = sum(len(s.words) for s in sentences)
        columns: dict[str, list[int]] = {kind: [] for kind in (*TREE_KINDS, *CHAIN_KINDS, "sentence", "scheme")}
        columns |= {name: [IGNORED] * size for name in LAYERS}
        for number, sentence in enumerate(sentences):
            size, at = len(sentence.words), len(columns["start"])
            known = sentence.bounded
            columns["start"] += [1 if known else IGNORED, *[0 if known else IGNORED] * (size - 1)]
            columns["sentence"] += [number] * size
            columns["name"] += sentence.names or [IGNORED] * size
            columns["scheme"] += [SCHEME_NUMBERS[sentence.scheme]] * size
            chains = sentence.chains or Chains(*([IGNORED] * size for _ in CHAIN_KINDS))
            columns["mention"] += chains.kinds
            columns["entity"] += chains.entities
            columns["opens"] += chains.opens
            tree = sentence.tree
            for kind in ("upos", "xpos", "feats"):
                named = self.numbers[kind]
                columns[kind] += (
                    [IGNORED] * size if tree is None else [named.get(v, IGNORED) for v in getattr(tree, kind)]
                )
            columns["head"] += [IGNORED] * size if tree is None else [h + at if h >= 0 else -1 for h in tree.heads]
            rels = self.numbers["deprels"]
            columns["deprel"] += [IGNORED] * size if tree is None else [rels.get(r, IGNORED) for r in tree.deprels]
        return columns


def hide_words(window: Window, rng: random.Random) -> Window:
    """The window with the pieces of a few words masked; their shapes stay."""
    for first, last in zip(window.columns["first"], window.columns["last"], strict=True):
        if rng.random() < HIDDEN_WORDS:
            window.pieces[first : last + 1] = [MASK_PIECE] * (last + 1 - first)
    return window


Batch = dict[str, Tensor]
"""Tensors by name: `pieces`, `shapes`, `mask` (B, T); the rest (B, W), padded: `first`, `last` (0), `words` (true where
there is a word), `start`, `upos`, `xpos`, `feats`, `deprel`, `name` and the layers (label or `IGNORED`), `head` (-1 the
root or `IGNORED`), `sentence` (number in the window or -1), `scheme` (number). Of N frames: `frame_row` and `frame_at`
(N), the window and the word they belong to, and `frame` (N, W), label or `IGNORED`. Of M words that head mentions of
known entities, in order: `coref_row` and `coref_at` (M), their windows and words, and `coref_cells` (M, M) of
`diurna.language.coreference.pair_cells`, -1 for the words of another text. `mention`, `entity` and `opens` (B, W) are
those of `samples.Chains`."""


def collate(windows: list[Window], whole: bool = False) -> Batch:
    """Pad the windows into one batch. They are one text in order where it is `whole`, else a text each."""
    size, length = len(windows), max(len(w.pieces) for w in windows)
    width = max(len(w.columns["first"]) for w in windows)
    pieces, shapes = np.zeros((size, length), np.int64), np.zeros((size, length), np.int64)
    mask = np.zeros((size, length), bool)
    fill = {"first": 0, "last": 0, "sentence": -1, "scheme": 0}
    words = {kind: np.full((size, width), fill.get(kind, IGNORED), np.int64) for kind in windows[0].columns}
    for k, window in enumerate(windows):
        pieces[k, : len(window.pieces)] = window.pieces
        shapes[k, : len(window.shapes)] = window.shapes
        mask[k, : len(window.pieces)] = True
        for kind, values in window.columns.items():
            words[kind][k, : len(values)] = values
    frames = [(k, frame) for k, window in enumerate(windows) for frame in window.frames]
    frame = np.full((len(frames), width), IGNORED, np.int64)
    for n, (_, found) in enumerate(frames):
        frame[n, : len(found.labels)] = found.labels
    arrays = {"pieces": pieces, "shapes": shapes, "mask": mask, "words": words["sentence"] >= 0, **words}
    arrays |= {"frame": frame, "frame_row": np.array([k for k, _ in frames], np.int64)}
    arrays |= {"frame_at": np.array([f.at for _, f in frames], np.int64)}
    arrays |= _mentions(windows, whole)
    return {name: torch.from_numpy(array) for name, array in arrays.items()}


def _mentions(windows: list[Window], whole: bool) -> dict[str, np.ndarray]:
    """The part of a batch that is about coreference."""
    heads = [
        (row, k, kind)
        for row, window in enumerate(windows)
        for k, (kind, entity) in enumerate(zip(window.columns["mention"], window.columns["entity"], strict=True))
        if entity != IGNORED
    ]
    row, word, kind = np.array(heads, np.int64).reshape(-1, 3).T
    before = np.cumsum([0, *(len(window.forms) for window in windows)])
    forms = [form for window in windows for form in window.forms]
    cells = pair_cells(Mentions(before[row] + word, kind), forms)
    if not whole:
        cells[row[:, None] != row[None, :]] = -1
    return {"coref_row": row, "coref_at": word, "coref_cells": cells}


def pack(sentences: list[Sentence], encoder: Encoder, rng: random.Random | None) -> Iterator[list[Sentence]]:
    """Consecutive sentences that fit into one window; with `rng` some windows are closed early."""
    held: list[Sentence] = []
    room = WINDOW - 2
    for sentence in sentences:
        length = encoder.length(sentence)
        if held and (length > room or (rng is not None and rng.random() < 0.06)):
            yield held
            held, room = [], WINDOW - 2
        if length <= LONGEST - 2:
            held.append(sentence)
            room -= length
    if held:
        yield held


def epoch(
    documents: list[Document],
    marked: list[Marked],
    chained: list[Document],
    encoder: Encoder,
    pool: NamePool,
    seed: int,
    size: int,
) -> Iterator[Batch]:
    """One pass over the documents in random order, augmented, as batches of about `size` windows of one length.

    Documents of `chained` are left as they are and make a batch of their own each, or several where they are longer.
    """
    rng = random.Random(seed)
    windows = [hide_words(window, rng) for text in marked for window in encoder.marked(text)]
    for document in documents:
        sentences = augment(document.sentences, pool, rng)
        skip = rng.randrange(3) if len(sentences) > 6 else 0
        for part in (sentences[:skip], sentences[skip:]):
            windows += [hide_words(encoder.window(held), rng) for held in pack(part, encoder, rng)]
    rng.shuffle(windows)
    batches: list[tuple[list[Window], bool]] = [
        (held, True) for document in chained for held in _whole(document, encoder, size, rng)
    ]
    for low in range(0, len(windows), 64 * size):
        chunk = sorted(windows[low : low + 64 * size], key=lambda w: len(w.pieces))
        batches += ((held, False) for held in _cut(chunk, size * WINDOW))
    rng.shuffle(batches)
    for held, whole in batches:
        yield collate(held, whole)


def _whole(document: Document, encoder: Encoder, size: int, rng: random.Random) -> Iterator[list[Window]]:
    """The windows of a document in order, at most `size` at a time."""
    windows = [hide_words(encoder.window(held), rng) for held in pack(document.sentences, encoder, rng)]
    for low in range(0, len(windows), size):
        yield windows[low : low + size]


def _cut(windows: list[Window], pieces: int) -> Iterator[list[Window]]:
    held: list[Window] = []
    for window in windows:
        if held and (len(held) + 1) * len(window.pieces) > pieces:
            yield held
            held = []
        held.append(window)
    if held:
        yield held
