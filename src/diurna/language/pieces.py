"""From words to what the encoder takes in: word pieces and word shapes.

The vocabulary of the encoder is uncased, so that capitals, digits and spacing reach it as a *shape* beside the pieces.
Training and run time share this module; changing it needs a new model.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

MAX_WORD_PIECES = 8
"""Longer words (addresses, noise) keep their first pieces and their last one."""

_STRAIGHT = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"', "″": '"',
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'", "′": "'",
        "–": "-", "—": "-", "―": "-", "‐": "-", "‑": "-", "−": "-",
        "…": "...", "\u00a0": " ", "\u200b": "", "\u00ad": "",
    }
)  # fmt: skip
_RUNS = {"''": '"', "``": '"', "--": "-", "---": "-", "----": "-"}

BASE_SHAPES = (
    "lower", "capital", "upper", "title", "mixed", "digits", "number", "alnum", "quote", "punct", "symbol", "acronym",
)  # fmt: skip
_BASE = {name: k for k, name in enumerate(BASE_SHAPES)}
SHAPE_COUNT = 1 + len(BASE_SHAPES) * 6
"""Shape 0 is for the special pieces; the others are base x (space before: 3) x (space after: 2)."""


def plain(word: str) -> str:
    """The word as the tokenizer sees it: straight quotes, plain hyphens, no curly or long variants."""
    word = word.translate(_STRAIGHT)
    return _RUNS.get(word, word)


def base_shape(word: str) -> int:
    """Which of `BASE_SHAPES` the word has, as a number."""
    if word.isalpha():
        return _BASE[_shape_of_letters(word)]
    if word.isdecimal():
        return _BASE["digits"]
    if any(c.isalnum() for c in word):
        return _BASE[_shape_of_mixture(word)]
    first = plain(word)[:1]
    return _BASE["quote" if first in ('"', "'") else "punct" if first and first in ".,;:!?-()[]{}/" else "symbol"]


def _shape_of_letters(word: str) -> str:
    if word.islower():
        return "lower"
    if len(word) == 1:
        return "capital"
    if word.isupper():
        return "upper"
    return "title" if word[0].isupper() and word[1:].islower() else "mixed"


def _shape_of_mixture(word: str) -> str:
    if any(c.isdigit() for c in word):
        return "number" if word[0].isdigit() and not any(c.isalpha() for c in word) else "alnum"
    if "." in word and word[0].isupper():
        return "acronym"
    if word.islower():
        return "lower"
    return "title" if word[0].isupper() and not word.isupper() else "mixed"


class PieceTable:
    """Pieces and base shapes of words, remembered by form.

    Looking a word up in a dictionary is much cheaper than running the tokenizer over every text; the table forgets
    everything when it holds `limit` forms.
    """

    def __init__(self, tokenizer: Tokenizer, limit: int = 200_000) -> None:
        self._tokenizer = tokenizer
        self._limit = limit
        self._known: dict[str, tuple[tuple[int, ...], int]] = {}
        self.start_id, self.end_id, self._unknown = (
            tokenizer.encode_batch([name], add_special_tokens=False)[0].ids[0] for name in ("[CLS]", "[SEP]", "[UNK]")
        )

    def look_up(self, words: Sequence[str]) -> list[tuple[tuple[int, ...], int]]:
        """For every word its piece ids (at least one) and the number of its base shape."""
        known = self._known
        missing = [word for word in set(words) if word not in known]
        if missing:
            if len(known) > self._limit:
                known.clear()
                missing = list(set(words))
            encoded = self._tokenizer.encode_batch([plain(word) for word in missing], add_special_tokens=False)
            for word, encoding in zip(missing, encoded, strict=True):
                ids = tuple(encoding.ids) or (self._unknown,)
                if len(ids) > MAX_WORD_PIECES:
                    ids = (*ids[: MAX_WORD_PIECES - 1], ids[-1])
                known[word] = (ids, 1 + 6 * base_shape(word))
        return [known[word] for word in words]
