"""The shipped language model: texts in, `Reading`s out.

`read` reads many texts at once with the model inside the package; `load_model` loads another one. `load_similarity`
loads the table by which short texts are compared without the model. The run-time libraries (onnxruntime, tokenizers)
are imported on first use.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from diurna.language.reading import IntArray, Reading
from diurna.language.spans import NAME_LABELS, EventSpan, NameSpan, Part, StatementSpan, TimeSpan

if TYPE_CHECKING:
    from diurna.language.model import LanguageModel
    from diurna.language.similarity import Similarity

__all__ = [
    "NAME_LABELS",
    "EventSpan",
    "IntArray",
    "NameSpan",
    "Part",
    "Reading",
    "StatementSpan",
    "TimeSpan",
    "load_model",
    "load_similarity",
    "read",
]


@cache
def _default_model() -> LanguageModel:
    from diurna.language.model import LanguageModel

    return LanguageModel.load()


def load_model(path: Path | None = None) -> LanguageModel:
    """Load the model from a weights folder, by default the one inside the package (loaded once and kept).

    Raises `diurna.language.weights.WeightsError` where a file is missing or damaged.
    """
    if path is None:
        return _default_model()
    from diurna.language.model import LanguageModel

    return LanguageModel.load(path)


def read(texts: Sequence[str]) -> list[Reading]:
    """Read the texts with the default model; one `Reading` per text, in the same order.

    Many texts at once are faster than one by one: sentences of all of them are packed and sorted by length.
    """
    return _default_model().read(texts)


@cache
def load_similarity(path: Path | None = None) -> Similarity:
    """Load the similarity table of a weights folder, by default of the one inside the package (loaded once and kept).

    Raises `diurna.language.weights.WeightsError` where a file is missing or damaged.
    """
    from diurna.language.similarity import Similarity

    return Similarity.load(path)
