"""Titles of offices, ranks and honorifics, found at the start or the end of a run of words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, cast

from diurna.vocabulary._files import read_toml
from diurna.vocabulary._text import normal

Gender = Literal["m", "f"]
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """A title: `text` in its usual writing, `sector` a PLOVER sector code ("" where it tells none).

    `kind` is office, honorific, military, royal or descriptor ("leader", "diplomat"). `rank` is 1 for heads of
    state or government, 2 for ministers and their peers, 3 for deputies and senior officials, 4 for all others.
    """

    text: str
    sector: str
    kind: str
    gender: Gender | None
    rank: int = 4


def _key(text: str) -> Key:
    return tuple(normal(text).replace("-", " ").split())


def _spelled(pattern: str, lists: Mapping[str, list[str]]) -> Iterator[str]:
    """The pattern with each `{list}` in it replaced by each value of that list."""
    head, brace, rest = pattern.partition("{")
    if not brace:
        yield pattern
        return
    name, _, tail = rest.partition("}")
    for value in lists[name]:
        yield from _spelled(f"{head}{value}{tail}", lists)


@cache
def _data() -> dict[str, Any]:
    return read_toml("offices.toml")


@cache
def office_titles() -> Mapping[str, Title]:
    """All titles by their folded words, hyphens read as spaces: "vice president", "minister of foreign affairs"."""
    found: dict[str, Title] = {}
    for group in _data()["group"]:
        gender = cast(Gender | None, group.get("gender"))
        for pattern in group["titles"]:
            for text in _spelled(pattern, _data()["lists"]):
                title = Title(text, group["sector"], group["kind"], gender, group.get("rank", 4))
                found.setdefault(" ".join(_key(text)), title)
    return MappingProxyType(found)


@cache
def _longest() -> int:
    return max(len(name.split()) for name in office_titles())


def _parts(word: str) -> list[str]:
    return [part for part in normal(word).replace("-", " ").split() if part]


def title_at(words: Sequence[str]) -> tuple[int, Title] | None:
    """The longest title at the start of the words, in any case, with how many words it takes; or None.

    A hyphen may stand inside a word or be a word of its own ("vice-president", "vice - president").
    """
    titles, longest, best = office_titles(), _longest(), None
    joined: list[str] = []
    for taken, word in enumerate(words, 1):
        joined += _parts(word)
        if len(joined) > longest:
            break
        title = titles.get(" ".join(joined))
        if title is not None and word != "-":
            best = (taken, title)
    return best


def title_ending(words: Sequence[str]) -> tuple[int, Title] | None:
    """The longest title that ends the words ("Russian Foreign Minister" gives 2 words), with its length; or None."""
    titles, longest, best = office_titles(), _longest(), None
    joined: list[str] = []
    for taken, word in enumerate(reversed(words), 1):
        joined = _parts(word) + joined
        if len(joined) > longest:
            break
        title = titles.get(" ".join(joined))
        if title is not None and word != "-":
            best = (taken, title)
    return best


@cache
def role_nouns() -> frozenset[str]:
    """Common nouns, singular and plural, for people and groups in offices: minister, counterpart, delegation ..."""
    return frozenset(_data()["role_nouns"]["people"]) | frozenset(_data()["role_nouns"]["groups"])


@cache
def title_modifiers() -> frozenset[str]:
    """Words before or after a title that say when or how it is held: former, acting, then, elect ..."""
    return frozenset(_data()["modifiers"]["words"])
