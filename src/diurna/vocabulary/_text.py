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
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


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
    """Finds a value by any of its names; acronyms by their own case only, all other names in any case.

    An acronym of four letters or more is also found in the British newspaper style ("Nato", "Unesco").
    Where two entries share a name the first one added keeps it.
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._codes: dict[str, T] = {}
        self._names: dict[str, T] = {}
        for name, value in entries:
            if is_code(name):
                code = _bare(name)
                self._codes.setdefault(code, value)
                if len(code) >= 4:
                    self._codes.setdefault(code.capitalize(), value)
            else:
                self._names.setdefault(normal(name), value)

    def find(self, name: str) -> T | None:
        """The value of this name, or None."""
        found = self._codes.get(_bare(plain(name)))
        return found if found is not None else self._names.get(normal(name))

    def __len__(self) -> int:
        return len(self._codes) + len(self._names)
