"""The language model at run time: texts to readings.

Every window runs through the network by itself and unpadded, so that what a text is read as depends on nothing but the
text: dynamic quantisation scales activations per tensor, and a batch would share one scale.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from diurna.language import names, weights
from diurna.language.lemmas import Lemmatizer, read_lexicon
from diurna.language.packing import Tokenized, Window, make_windows, tokenize
from diurna.language.pieces import PieceTable
from diurna.language.reading import IntArray, NameSpan, Reading, empty_reading
from diurna.language.trees import decode_heads

if TYPE_CHECKING:
    import onnxruntime

Floats = npt.NDArray[np.float32]
OUTPUTS = ("start", "upos", "xpos", "feats", "names", "arcs", "rel_dep", "rel_head")


@dataclass
class _Columns:
    """Numbers of the tokens of one text, window by window."""

    upos: list[IntArray] = field(default_factory=list)
    xpos: list[IntArray] = field(default_factory=list)
    feats: list[IntArray] = field(default_factory=list)
    heads: list[IntArray] = field(default_factory=list)
    starts: list[IntArray] = field(default_factory=list)
    rel_dep: list[Floats] = field(default_factory=list)
    rel_head: list[Floats] = field(default_factory=list)
    names: list[NameSpan] = field(default_factory=list)


class LanguageModel:
    """A loaded model. `read` may be called from several threads."""

    def __init__(
        self,
        session: onnxruntime.InferenceSession,
        table: PieceTable,
        lemmatizer: Lemmatizer,
        labels: dict[str, tuple[str, ...]],
        relations: onnxruntime.InferenceSession,
        version: str,
    ) -> None:
        self._session = session
        self._table = table
        self._lemmatizer = lemmatizer
        self._labels = labels
        self._label_arrays = {k: np.array(v, dtype=object) for k, v in labels.items()}
        self._relation_session = relations
        self._root = labels["deprels"].index("root")
        self.version = version
        """Short name of the weights: the first digits of the SHA-256 of the network."""

    @classmethod
    def load(cls, path: Path | None = None, threads: int = 1) -> LanguageModel:
        """Load a weights folder, by default the one inside the package.

        `threads` is the number of cores one call of the network uses; several processes with one thread each are
        faster than one with several. Raises `diurna.language.weights.WeightsError`.
        """
        import onnxruntime
        from tokenizers import Tokenizer

        folder = weights.WeightsFolder.open(path or weights.default_folder())
        tokenizer = Tokenizer.from_file(str(folder.path / weights.TOKENIZER))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        session, relations = (
            onnxruntime.InferenceSession(str(folder.path / name), options, providers=["CPUExecutionProvider"])
            for name in (weights.MODEL, weights.RELATIONS)
        )
        lexicon = read_lexicon((folder.path / weights.LEXICON).read_text(encoding="utf-8"))
        known = frozenset(tokenizer.get_vocab())
        version = str(folder.config["sha256"][weights.MODEL])[:12]
        return cls(session, PieceTable(tokenizer), Lemmatizer(lexicon, known), folder.labels, relations, version)

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
        return names.tidy(self._read_windows(tokens, starts).names, tokens.forms)

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
        inputs = {
            "pieces": window.pieces[None],
            "shapes": window.shapes[None],
            "first": window.first[None],
            "last": window.last[None],
        }
        found = dict(zip(OUTPUTS, (o[0] for o in self._session.run(OUTPUTS, inputs)), strict=True))
        if known_starts is None:
            begins = (found["start"] > 0) | (tokens.before[window.start : window.end] == 2)
        else:
            begins = np.isin(np.arange(window.start, window.end), known_starts)
        begins[0] = True
        starts = np.flatnonzero(begins).astype(np.int32)
        heads = decode_heads(found["arcs"], starts)
        columns.heads.append(np.where(heads >= 0, heads + np.int32(window.start), np.int32(-1)))
        columns.starts.append(starts + np.int32(window.start))
        for kind in ("upos", "xpos", "feats", "rel_dep", "rel_head"):
            getattr(columns, kind).append(found[kind])
        path = names.decode_tags(found["names"], starts, self._labels["names"])
        columns.names += names.spans(path, found["names"], self._labels["names"], starts, window.start)

    def _reading(self, tokens: Tokenized, columns: _Columns) -> Reading:
        heads = np.concatenate(columns.heads)
        upos, xpos, feats = (self._names_of(kind, getattr(columns, kind)) for kind in ("upos", "xpos", "feats"))
        return Reading(
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
            names=names.as_entities(names.tidy(columns.names, tokens.forms)),
        )

    def _names_of(self, kind: str, numbers: list[IntArray]) -> tuple[str, ...]:
        return tuple(self._label_arrays[kind][np.concatenate(numbers)].tolist())

    def _relations(self, heads: IntArray, columns: _Columns) -> tuple[str, ...]:
        dep = np.concatenate(columns.rel_dep)
        head = np.concatenate(columns.rel_head)[np.maximum(heads, 0)]
        (best,) = self._relation_session.run(("best",), {"dep": dep, "head": head})
        best = np.where(heads < 0, self._root, best)
        return tuple(self._label_arrays["deprels"][best].tolist())
