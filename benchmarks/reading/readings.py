"""Readings of a model, each made once, with the time that they took."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from diurna.language import Reading, weights
from diurna.language.marks import Marks
from diurna.language.model import LanguageModel
from diurna.language.network import Network
from diurna.language.packing import Tokenized, tokenize
from diurna.language.reading import IntArray
from diurna.language.spans import NameSpan


@dataclass
class Spent:
    """Words, and the seconds that they took: to find them, to read them, and in the encoder alone."""

    words: int = 0
    tokenising: float = 0.0
    reading: float = 0.0
    encoding: float = 0.0


class Readings:
    """The readings of the model in a weights folder, by default of the one inside the package."""

    def __init__(self, path: Path | None = None) -> None:
        folder = weights.WeightsFolder.open(path or weights.default_folder())
        network = Network.load(folder)
        self._encoder = _Clocked(network.encoder)
        self.folder = folder.path
        self.model = LanguageModel.of(folder, replace(network, encoder=self._encoder))
        self.model.read(["The first call is slower than those behind it."])
        self._kept: dict[tuple[Any, ...], Reading] = {}
        self.texts: list[str] = []
        """The texts that were read raw."""
        self.spent = Spent()
        """What these took."""

    def raw(self, text: str) -> Reading:
        """The reading of a text of which nothing is known."""
        key = (text,)
        if key not in self._kept:
            encoded, begun = self._encoder.seconds, time.perf_counter()
            tokens = tokenize(text)
            found = time.perf_counter()
            self._kept[key] = self.model.read_tokens(tokens)
            self.spent.reading += time.perf_counter() - found
            self.spent.tokenising += found - begun
            self.spent.encoding += self._encoder.seconds - encoded
            self.spent.words += len(tokens.forms)
            self.texts.append(text)
        return self._kept[key]

    def gold(self, tokens: Tokenized, firsts: IntArray) -> Reading:
        """The reading of a text whose tokens and first words of sentences are known."""
        key = (tokens.text, tokens.starts.tobytes(), firsts.tobytes())
        if key not in self._kept:
            self._kept[key] = self.model.read_tokens(tokens, firsts)
        return self._kept[key]

    def fine_names(self, tokens: Tokenized, firsts: IntArray) -> tuple[NameSpan, ...]:
        """The names of a text under the labels of the weights, finer than those of a reading."""
        return self.model.find_names(tokens, firsts)

    def marks_at(self, text: str, cues: list[int], events: list[int]) -> Marks:
        """What a text says of given cues and event words."""
        return self.model.marks_at(tokenize(text), cues, events)


class _Clocked:
    """A session of the run time that knows how long it ran."""

    def __init__(self, session: Any) -> None:
        self._session = session
        self.seconds = 0.0

    def run(self, *arguments: Any) -> Any:
        begun = time.perf_counter()
        found = self._session.run(*arguments)
        self.seconds += time.perf_counter() - begun
        return found
