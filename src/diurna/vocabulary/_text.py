"""How names are compared in every vocabulary: one folding of case, accents, quotes and the leading article."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")

# Letters that Unicode does not decompose into a base letter and an accent, and typographic marks.
_PLAIN = str.maketrans(
    {
        "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae", "Æ": "Ae", "œ": "oe",
        "ð": "d", "þ": "th", "ə": "e", "Ə": "E", "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'",
        "“": '"', "”": '"', "‐": "-", "‑": "-", "–": "-", "\u00a0": " ",
    }
)  # fmt: skip


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """The name without accents and typographic quotes, single-spaced, in its own case."""
    if name.isascii() and "`" not in name:
        return " ".join(name.split())
    decomposed = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).translate(_PLAIN).split())


@lru_cache(maxsize=65536)
def normal(name: str) -> str:
    """The form under which names are compared: `plain`, casefolded, without a leading "the"."""
    return plain(name).casefold().removeprefix("the ")


def _bare(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ")


def is_code(name: str) -> bool:
    """Whether the name is an acronym such as "US", "WHO" or "AP", whose case tells it from a common word."""
    name = _bare(name)
    return len(name) > 1 and name.isascii() and name.isalpha() and name.isupper()


def capitalised(name: str) -> bool:
    """Whether the name is written as one, with a capital after any "the": "the Hague" but not "male"."""
    return _bare(name)[:1].isupper()


class NameIndex(Generic[T]):
    """Finds a value by any of its names, whatever their case and accents, with or without a leading "the".

    Acronyms are found by their own case only, and so are names of one word with an article of their own
    ("The Nation"). A `proper` index does not find names in small letters ("male" is not the capital of the
    Maldives) unless they are listed so ("dpa"). Where two entries share a name the first one added keeps it.
    """

    def __init__(self, entries: Iterable[tuple[str, T]], *, proper: bool = False) -> None:
        self._proper = proper
        self._exact: dict[str, T] = {}
        self._names: dict[str, T] = {}
        for name, value in entries:
            if is_code(name):
                self._exact.setdefault(_bare(name), value)
            elif name.startswith("The ") and name.count(" ") == 1:
                self._exact.setdefault(plain(name), value)
            else:
                self._names.setdefault(normal(name), value)
                if not capitalised(name):
                    self._exact.setdefault(_bare(plain(name)), value)

    def find(self, name: str) -> T | None:
        """The value of this name, or None."""
        written = plain(name)
        for form in (written, _bare(written)):
            if form in self._exact:
                return self._exact[form]
        return None if self._proper and not capitalised(written) else self._names.get(normal(name))
