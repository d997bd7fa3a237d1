"""Who is named with an office in a report, before the name or in apposition behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from diurna.times.named_days import countries_mentioned, country_of
from diurna.times.publication.clues import Clues, words_of
from diurna.vocabulary.countries import countries
from diurna.vocabulary.incumbents import Tenure, tenures

FORMER = frozenset(("former", "ex", "then", "late", "onetime", "ousted", "deposed"))
NEW = frozenset(("new", "newly", "incoming"))
_LESSER = frozenset(("vice", "deputy", "assistant", "shadow", "acting"))
_ARTICLES = frozenset(("the", "a", "then"))
_LONGEST_NAME = 5
_REACH = 8
"""In how many words before a name its title may stand."""
_BETWEEN = 4
"""How many words stand between a name and a title behind it at most: "Li Peng, the Chinese premier"."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """Somebody named with an office: the words that say so, the tenures that they can mean, the word before them."""

    words: str
    tenures: tuple[Tenure, ...]
    cue: str


def holders(clues: Clues) -> Iterator[Held]:
    """Everybody named together with an office that the vocabulary knows."""
    words = clues.words
    at_hand = frozenset(("", "USA", *countries_mentioned(clues.reading), *filter(None, map(country_of, set(words)))))
    start = 0
    while start < len(words):
        length = next((n for n in range(_LONGEST_NAME, 0, -1) if words[start : start + n] in _named()), 0)
        if length and (held := _held(words, start, start + length, at_hand)):
            yield held
        start += max(length, 1)


def _held(words: Words, start: int, end: int, at_hand: frozenset[str]) -> Held | None:
    """The office that the title before or behind a name says; a short name needs its country in the report."""
    short, meant = end - start == 1, _named()[words[start:end]]
    if short:
        meant = tuple(one for one in meant if one.country in at_hand or one.country not in countries())
    length, held = _longest({one: _title_before(_folded(words[max(0, start - _REACH) : start]), one) for one in meant})
    if held:
        title = _last_parts(words[:start], length)
        cue = _cue_before(words[: start - len(title)], _folded(title)[:-length])
        if cue in _LESSER or (short and words[start - 1].islower()):
            return None
        return Held(" ".join((*title, *words[start:end])), held, cue)
    length, held = _longest({one: _title_behind(words, end, one) for one in meant if not short})
    cue = next((word.lower() for word in words[end : end + length] if word.lower() in FORMER | NEW), "")
    return Held(" ".join(words[start : end + length]), held, cue) if held else None


def _cue_before(words: Words, joined: Words) -> str:
    """The word that tells of the title: what a hyphen joins to it, or what stands before it and its country."""
    if joined:
        return joined[-1]
    k = next((k for k in range(len(words) - 1, -1, -1) if country_of(words[k]) is None), None)
    return "" if k is None else words[k].lower()


def _last_parts(words: Words, length: int) -> Words:
    """The last words that hold so many parts between hyphens."""
    first = len(words)
    while len(_folded(words[first:])) < length:
        first -= 1
    return words[first:]


def _longest(lengths: Mapping[Tenure, int]) -> tuple[int, tuple[Tenure, ...]]:
    """The most words that a title takes, and the tenures that it takes them for: a vice president is no president."""
    most = max(lengths.values(), default=0)
    return most, tuple(one for one, length in lengths.items() if length == most > 0)


def _title_before(before: Words, one: Tenure) -> int:
    """How many words at the end of `before` are a title of the office; 0 where none are."""
    return max((len(title) for title in _titles(one) if before[-len(title) :] == title), default=0)


def _title_behind(words: Words, end: int, one: Tenure) -> int:
    """How many words from `end` on are an apposition such as "the Chinese premier"; 0 where there is none."""
    for skipped in range(_BETWEEN):
        for title in _titles(one):
            last = end + skipped + len(title)
            if _folded(words[end + skipped : last]) == title and words[last - 1].islower():
                return skipped + len(title)
        if not _may_stand_between(words[end + skipped : end + skipped + 1]):
            break
    return 0


def _may_stand_between(word: Words) -> bool:
    return bool(word) and (word[0] in _ARTICLES or word[0].lower() in FORMER or country_of(word[0]) is not None)


def _folded(words: Words) -> Words:
    """The parts of words between hyphens in small letters, as titles are compared."""
    return tuple(part for word in words for part in word.lower().split("-"))


@cache
def _titles(one: Tenure) -> frozenset[Words]:
    return frozenset(_folded(words_of(title)) for title in one.titles)


@cache
def _named() -> Mapping[Words, tuple[Tenure, ...]]:
    """All tenures under the words of each full and each short name of their holder."""
    found: dict[Words, list[Tenure]] = {}
    for one in tenures():
        for words in {words_of(name) for name in (*one.names, *one.short_names)}:
            found.setdefault(words, []).append(one)
    return MappingProxyType({words: tuple(held) for words, held in found.items()})
