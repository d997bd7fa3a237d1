"""The language model at run time: texts to readings.

Every window runs through the network by itself and unpadded, so that what a text is read as depends on nothing but the
text: dynamic quantisation scales activations per tensor, and a batch would share one scale.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from diurna.language import coreference, names, weights
from diurna.language.lemmas import Lemmatizer, read_lexicon
from diurna.language.marks import Marks, WordScores, marks_at, read_marks
from diurna.language.network import Arrays, Floats, Network
from diurna.language.packing import Tokenized, Window, make_windows, tokenize
from diurna.language.pieces import PieceTable
from diurna.language.reading import IntArray, Reading, empty_reading
from diurna.language.spans import NameSpan
from diurna.language.statements import with_whole_quotations
from diurna.language.trees import decode_heads

_MARKS = ("marks", "frame_at", "frame_to")
"""Outputs of the network from which times, statements and events are read."""
_WORDS = ("upos", "xpos", "feats", "rel_dep", "rel_head", "names", "mentions", "coref_at", "coref_to", *_MARKS)
"""Outputs of the network that are put together over the windows of a text."""


@dataclass
class _Columns:
    """What is known of the tokens of one text, window by window; `words` holds the outputs of `_WORDS`."""

    windows: list[int] = field(default_factory=list)
    heads: list[IntArray] = field(default_factory=list)
    starts: list[IntArray] = field(default_factory=list)
    words: dict[str, list[Floats]] = field(default_factory=lambda: defaultdict(list))

    def add(self, window: Window, found: Arrays, kinds: Sequence[str]) -> None:
        """Put the outputs of these kinds for one window behind those of the windows before it."""
        self.windows.append(window.start)
        for kind in kinds:
            self.words[kind].append(found[kind])

    def of(self, kind: str) -> Floats:
        """One output for all tokens of the text."""
        return np.concatenate(self.words[kind])


class LanguageModel:
    """A loaded model. `read` may be called from several threads."""

    def __init__(
        self,
        network: Network,
        table: PieceTable,
        lemmatizer: Lemmatizer,
        labels: dict[str, tuple[str, ...]],
        version: str,
    ) -> None:
        self._network = network
        self._table = table
        self._lemmatizer = lemmatizer
        self._labels = labels
        self._label_arrays = {k: np.array(v, dtype=object) for k, v in labels.items()}
        self._root = labels["deprels"].index("root")
        self.version = version
        """Short name of the weights: the first digits of the SHA-256 of the network."""

    @classmethod
    def load(cls, path: Path | None = None, threads: int = 1) -> LanguageModel:
        """Load a weights folder, by default the one inside the package.

        `threads` is the number of cores one call of the network uses; several processes with one thread each are
        faster than one with several. Raises `diurna.language.weights.WeightsError`.
        """
        folder = weights.WeightsFolder.open(path or weights.default_folder())
        return cls.of(folder, Network.load(folder, threads))

    @classmethod
    def of(cls, folder: weights.WeightsFolder, network: Network) -> LanguageModel:
        """The model of a checked folder, with a network that may be another than the folder's own."""
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(folder.path / weights.TOKENIZER))
        lexicon = read_lexicon((folder.path / weights.LEXICON).read_text(encoding="utf-8"))
        lemmatizer = Lemmatizer(lexicon, frozenset(tokenizer.get_vocab()))
        version = str(folder.config["sha256"][weights.MODEL])[:12]
        return cls(network, PieceTable(tokenizer), lemmatizer, folder.labels, version)

    @property
    def name(self) -> str:
        """diurna's own model with its version."""
        return f"diurna {self.version}"

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """Read texts; one reading per text, in order. A reading does not depend on the other texts."""
        return [self._read_one(tokenize(text)) for text in texts]

    def read_tokens(self, tokens: Tokenized, starts: IntArray | None = None) -> Reading:
        """Read a text whose tokens, and the first tokens of whose sentences, if given, are known."""
        return self._read_one(tokens, starts)

    def find_names(self, tokens: Tokenized, starts: IntArray | None = None) -> tuple[NameSpan, ...]:
        """All spans of names under the labels of the weights, finer than those of a reading, for evaluation."""
        return self._names(self._read_windows(tokens, starts), tokens)

    def marks_at(self, tokens: Tokenized, cues: Sequence[int], events: Sequence[int]) -> Marks:
        """The statements and events of a text with these words as cues and as event words, for evaluation."""
        columns = _Columns()
        for window in make_windows(tokens, self._table):
            columns.add(window, self._network.words(window, _MARKS), _MARKS)
        return marks_at(self._word_scores(columns), self._network.frames, cues, events)

    def _read_one(self, tokens: Tokenized, known_starts: IntArray | None = None) -> Reading:
        if not tokens.forms:
            return empty_reading(tokens.text)
        return self._reading(tokens, self._read_windows(tokens, known_starts))

    def _read_windows(self, tokens: Tokenized, known_starts: IntArray | None) -> _Columns:
        columns = _Columns()
        for window in make_windows(tokens, self._table, known_starts):
            self._read_window(window, tokens, columns, known_starts)
        return columns

    def _read_window(self, window: Window, tokens: Tokenized, columns: _Columns, known_starts: IntArray | None) -> None:
        found = self._network.words(window)
        if known_starts is None:
            begins = (found["start"] > 0) | (tokens.before[window.start : window.end] == 2)
        else:
            begins = np.isin(np.arange(window.start, window.end), known_starts)
        begins[0] = True
        starts = np.flatnonzero(begins).astype(np.int32)
        heads = self._heads(found, starts)
        columns.heads.append(np.where(heads >= 0, heads + np.int32(window.start), np.int32(-1)))
        columns.starts.append(starts + np.int32(window.start))
        columns.add(window, found, _WORDS)

    def _heads(self, found: Arrays, starts: IntArray) -> IntArray:
        dep, head, likelihoods = found["rel_dep"], found["rel_head"], self._network.likelihoods
        return decode_heads(found["arcs"], starts, lambda words, heads: likelihoods(dep[words], head[heads]))

    def _names(self, columns: _Columns, tokens: Tokenized) -> tuple[NameSpan, ...]:
        scores, starts, tags = columns.of("names"), np.concatenate(columns.starts), self._labels["names"]
        path = names.decode_tags(scores, starts, tags)
        return names.tidy(names.spans(path, scores, tags, starts), tokens.forms)

    def _word_scores(self, columns: _Columns) -> WordScores:
        scores, at, to = (columns.of(kind) for kind in _MARKS)
        return WordScores(scores, at, to, self._labels, columns.windows)

    def _reading(self, tokens: Tokenized, columns: _Columns) -> Reading:
        heads = np.concatenate(columns.heads)
        upos, xpos, feats = (self._named(kind, columns.of(kind)) for kind in ("upos", "xpos", "feats"))
        marks = read_marks(self._word_scores(columns), self._network.frames)
        mentions, at, to = (columns.of(kind) for kind in ("mentions", "coref_at", "coref_to"))
        reading = Reading(
            text=tokens.text,
            starts=tokens.starts,
            ends=tokens.ends,
            sentences=np.append(np.concatenate(columns.starts), np.int32(len(tokens.forms))).astype(np.int32),
            forms=tokens.forms,
            lemmas=self._lemmatizer.lemmas(tokens.forms, upos, xpos),
            upos=upos,
            xpos=xpos,
            feats=feats,
            heads=heads,
            deprels=self._relations(heads, columns),
            names=names.as_entities(self._names(columns, tokens)),
            times=marks.times,
            statements=marks.statements,
            events=marks.events,
            chains=tuple(coreference.read_chains(mentions, at, to, self._network.biases, tokens.forms)),
        )
        return with_whole_quotations(reading)

    def _named(self, kind: str, numbers: Floats | IntArray) -> tuple[str, ...]:
        return tuple(self._label_arrays[kind][numbers].tolist())

    def _relations(self, heads: IntArray, columns: _Columns) -> tuple[str, ...]:
        best = self._network.relations(columns.of("rel_dep"), columns.of("rel_head")[np.maximum(heads, 0)])
        return self._named("deprels", np.where(heads < 0, self._root, best))
