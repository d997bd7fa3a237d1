"""Titles of offices, ranks and honorifics, found at the start or the end of a run of words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any, Literal, cast

from diurna.vocabulary._files import read_toml
from diurna.vocabulary._text import normal

Gender = Literal["m", "f"]


@dataclass(frozen=True, slots=True)
class Title:
    """A title: `text` in its usual writing, `sector` a PLOVER sector code ("" where it tells none).

    `kind` is office, honorific, military, royal or descriptor ("leader", "diplomat"). `rank` is 1 for heads of
    state or government, 2 for ministers and their peers, 3 for deputies and senior officials, 4 for all others.
    `portfolio` is the same for all names of one ministry: "foreign" for "Foreign Minister", "Minister of External
    Affairs", "Deputy Foreign Minister" and "Foreign Secretary"; "" for other titles.
    """

    text: str
    sector: str
    kind: str
    gender: Gender | None
    rank: int = 4
    portfolio: str = ""


def _parts(word: str) -> list[str]:
    return [part.removesuffix(".") for part in normal(word).replace("-", " ").split()]


def spelled(pattern: str) -> Iterator[tuple[str, str]]:
    """The pattern with each `{list}` in it replaced by each value of that list; and the portfolio it speaks of."""
    head, brace, rest = pattern.partition("{")
    if not brace:
        yield pattern, ""
        return
    name, _, tail = rest.partition("}")
    for value, portfolio in _values(name):
        for text, inner in spelled(f"{head}{value}{tail}"):
            yield text, portfolio or inner


def _values(name: str) -> Iterator[tuple[str, str]]:
    if name in ("portfolio", "of portfolio"):
        for key, names in portfolios().items():
            yield from ((value, key) for value in names["before" if name == "portfolio" else "after"])
    else:
        yield from ((value, "") for value in _data()["lists"][name])


@cache
def _data() -> dict[str, Any]:
    return read_toml("offices.toml")


def portfolios() -> Mapping[str, Mapping[str, list[str]]]:
    """What ministries are for: by a key, the names `before` "Minister" and those `after` "Minister of"."""
    return cast(Mapping[str, Mapping[str, list[str]]], _data()["portfolios"])


@cache
def office_titles() -> Mapping[str, Title]:
    """All titles by their folded words, hyphens read as spaces: "vice president", "minister of foreign affairs"."""
    found: dict[str, Title] = {}
    for group in _data()["group"]:
        sector, kind, gender, rank = group["sector"], group["kind"], group.get("gender"), group.get("rank", 4)
        for pattern in group["titles"]:
            for text, portfolio in spelled(pattern):
                found.setdefault(" ".join(_parts(text)), Title(text, sector, kind, gender, rank, portfolio))
    return MappingProxyType(found)


@cache
def _words() -> frozenset[str]:
    return frozenset(word for name in office_titles() for word in name.split())


@lru_cache(maxsize=8192)
def _folded(word: str) -> tuple[str, ...]:
    """The parts of a word as titles have them, plurals read as singulars ("Presidents Smith and Brown")."""
    return tuple(_singular(part) for part in _parts(word))


def _singular(part: str) -> str:
    for plural, single in (("s", ""), ("ies", "y"), ("men", "man")):
        base = part.removesuffix(plural) + single
        if part not in _words() and part.endswith(plural) and base in _words():
            return base
    return part


@cache
def _edges(ending: bool) -> frozenset[str]:
    """Every run of words with which a title starts (or ends): where none goes on, the search may stop."""
    keys = [name.split() for name in (*office_titles(), *_data()["prefixes"])]
    cuts = (key[-n:] if ending else key[:n] for key in keys for n in range(1, len(key) + 1))
    return frozenset(" ".join(cut) for cut in cuts)


def _splits(words: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """The words as prefix and rest: no prefix, then "deputy", "first deputy" and the like."""
    yield "", words
    for cut in (1, 2):
        prefix = " ".join(words[:cut])
        if len(words) > cut and prefix in _data()["prefixes"]:
            yield prefix, words[cut:]


def _title(words: Sequence[str]) -> Title | None:
    """The title that is exactly these folded words, a deputy's and the like included."""
    for prefix, rest in _splits(words):
        found = office_titles().get(" ".join(rest))
        if found is not None and not prefix:
            return found
        if found is not None and _is_ministerial(found):
            written = prefix.upper() if prefix == "eu" else prefix.title()
            return replace(found, text=f"{written} {found.text}", rank=_data()["prefixes"][prefix])
    return None


def _is_ministerial(title: Title) -> bool:
    return title.kind == "office" and title.rank == 2 and (title.portfolio != "" or title.text == "Minister")


def _longest(words: Iterable[str], *, ending: bool) -> tuple[int, Title] | None:
    edges, best = _edges(ending), None
    joined: list[str] = []
    for taken, word in enumerate(words, 1):
        joined = [*_folded(word), *joined] if ending else [*joined, *_folded(word)]
        if not any(" ".join(rest) in edges for _, rest in _splits(joined)) and joined:
            break
        title = _title(joined) if word != "-" else None
        if title is not None:
            best = (taken, title)
    return best


def title_at(words: Sequence[str]) -> tuple[int, Title] | None:
    """The longest title at the start of the words, in any case, with how many words it takes; or None.

    A hyphen may stand inside a word or be a word of its own ("vice-president", "vice - president").
    """
    return _longest(words, ending=False)


def title_ending(words: Sequence[str]) -> tuple[int, Title] | None:
    """The longest title that ends the words ("Russian Foreign Minister" gives 2 words), with its length; or None."""
    return _longest(reversed(words), ending=True)


@cache
def role_nouns() -> frozenset[str]:
    """Common nouns, singular and plural, for people and groups in offices: minister, counterpart, delegation ..."""
    return frozenset(_data()["role_nouns"]["people"]) | frozenset(_data()["role_nouns"]["groups"])


@cache
def title_modifiers() -> frozenset[str]:
    """Words before or after a title that say when or how it is held: former, acting, then, elect ..."""
    return frozenset(_data()["modifiers"]["words"])
