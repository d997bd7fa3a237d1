"""The vocabulary of attribution: which words say that somebody says, thinks or shows something.

The data is `speech.toml`, with comments on every group; this module only looks words up in it. Words are lemmas in
lower case, and a verb with a fixed second word is written with a blank ("point out").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from diurna.vocabulary._files import read_toml

Stance = Literal["CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "Uu", "none"]
Kind = Literal["speech", "thought", "evidence"]
WordClass = Literal["verb", "noun", "adjective", "adverb", "preposition"]

_TABLES: dict[WordClass, str] = {
    "verb": "verbs",
    "noun": "nouns",
    "adjective": "adjectives",
    "adverb": "adverbs",
    "preposition": "prepositions",
}


@dataclass(frozen=True, slots=True)
class CueWord:
    """One use of a word as a cue.

    `stance` is what the source commits to (a FactBank value, or "none" where the word does not tell). `takes` is
    where the content stands: "ccomp", "xcomp", "small", "obj", "quote" or "obl:of"; for nouns "acl" or a preposition.
    `refused` is true of a word that is a cue only when what it names does not happen ("declined to comment").
    """

    lemma: str
    act: str
    stance: Stance
    takes: frozenset[str]
    refused: bool = False


def _data() -> Mapping[str, Any]:
    return read_toml("speech.toml")


@cache
def cue_words(word_class: WordClass) -> Mapping[str, tuple[CueWord, ...]]:
    """All cue words of a word class: lemma -> its uses, in the order of the file."""
    found: defaultdict[str, list[CueWord]] = defaultdict(list)
    for group in _data()[_TABLES[word_class]]:
        for word in group["words"]:
            takes = frozenset(group.get("takes", ()))
            found[word].append(CueWord(word, group["act"], group["stance"], takes, group.get("only") == "refused"))
    return {word: tuple(uses) for word, uses in found.items()}


def uses_of(lemma: str, word_class: WordClass = "verb") -> tuple[CueWord, ...]:
    """The uses of a lemma as a cue; empty where it is none."""
    return cue_words(word_class).get(lemma, ())


def act_of(lemma: str, word_class: WordClass = "verb") -> str | None:
    """The act that a cue names first of all ("deny" for "refute"), or None where the lemma is no cue."""
    uses = uses_of(lemma, word_class)
    return uses[0].act if uses else None


def stance_of(lemma: str, word_class: WordClass = "verb") -> Stance | None:
    """What the source of an affirmative cue commits to, as a FactBank value; None where the lemma is no cue."""
    uses = uses_of(lemma, word_class)
    return uses[0].stance if uses else None


def kind_of(act: str) -> Kind:
    """Whether an act is speech, thought or evidence. Raises `KeyError` for an act that the vocabulary lacks."""
    return cast(Kind, _data()["acts"][act])


@cache
def source_phrases() -> Mapping[str, frozenset[str]]:
    """Nouns after "in" that make a source of their possessor ("in the words of X"), by act."""
    return {act: frozenset(words) for act, words in _data()["source_phrases"].items()}


@cache
def listed(name: str) -> frozenset[str]:
    """A word list of the vocabulary by name, such as `documents`. Raises `KeyError` for an unknown list."""
    return frozenset(_data()["lists"][name])
