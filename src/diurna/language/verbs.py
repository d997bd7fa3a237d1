"""Inflected forms of regular verbs, from the list of base forms in `verbs.txt`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

_VOWELS = frozenset("aeiou")


@cache
def verb_forms() -> Mapping[tuple[str, str], str]:
    """(form, Penn tag) to lemma, for the regular forms (VBD, VBN, VBG, VBZ) of the verbs in the list."""
    lines = (files("diurna.language") / "verbs.txt").read_text(encoding="utf-8").splitlines()
    bases = (base for line in lines if not line.startswith("#") for base in line.split())
    return {key: base.rstrip("*") for base in bases for key in _inflected(base)}


def _inflected(base: str) -> Iterator[tuple[str, str]]:
    word = base.rstrip("*")
    stem = word + word[-1] if base.endswith("*") else word
    for tag in ("VBD", "VBN"):
        yield _past(stem), tag
    yield _gerund(stem), "VBG"
    yield _third_person(word), "VBZ"


def _past(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    return stem[:-1] + "ied" if _ends_in_y(stem) else stem + "ed"


def _gerund(stem: str) -> str:
    if stem.endswith("ie"):
        return stem[:-2] + "ying"
    silent = stem.endswith("e") and not stem.endswith(("ee", "oe", "ye"))
    return (stem[:-1] if silent else stem) + "ing"


def _third_person(word: str) -> str:
    if _ends_in_y(word):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _ends_in_y(word: str) -> bool:
    return word.endswith("y") and word[-2] not in _VOWELS
