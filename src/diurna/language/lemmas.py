"""Lemmas: a list of regular verbs and a lexicon of form and tag first, suffix rules after them.

The lexicon holds what the rules get wrong (irregular forms, capitals that stay); both together give the lemmas of the
treebanks that the model learnt from.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from diurna.language.verbs import verb_forms

Lexicon = Mapping[tuple[str, str], str]
"""(form, Penn tag) to lemma; forms are lower-case unless the lemma depends on the capitals."""

_VOWELS = frozenset("aeiou")
_UNDOUBLED = frozenset(("ll", "ss", "zz", "ff"))
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'"})


def read_lexicon(text: str) -> dict[tuple[str, str], str]:
    """A lexicon from lines of form, tag and lemma with tabs between them. Raises `ValueError` on other lines."""
    found: dict[tuple[str, str], str] = {}
    for line in text.splitlines():
        form, tag, lemma = line.split("\t")
        found[form, tag] = lemma
    return found


class Lemmatizer:
    """Finds lemmas, remembering the ones found."""

    def __init__(self, lexicon: Lexicon, known: Container[str]) -> None:
        self._lexicon = lexicon
        self._known = known
        self._found: dict[tuple[str, str, str], str] = {}

    def lemmas(self, forms: Sequence[str], upos: Sequence[str], xpos: Sequence[str]) -> tuple[str, ...]:
        """The lemma of every word, given its form, universal and Penn tags."""
        found = self._found
        result: list[str] = []
        for key in zip(forms, upos, xpos, strict=True):
            lemma = found.get(key)
            if lemma is None:
                if len(found) > 300_000:
                    found.clear()
                lemma = found[key] = self.lemma(*key)
            result.append(lemma)
        return tuple(result)

    def lemma(self, form: str, upos: str, xpos: str) -> str:
        """The lemma of one word."""
        form = form.translate(_APOSTROPHES)
        key = (form.lower(), xpos)
        exact = verb_forms().get(key) or self._lexicon.get((form, xpos))
        if exact is not None:
            return exact
        lower = None if upos == "PROPN" else self._lexicon.get(key)
        return lower if lower is not None else rule_lemma(form, upos, xpos, self._known)


def rule_lemma(form: str, upos: str, xpos: str, known: Container[str]) -> str:
    """The lemma by suffix rules; `known` says which stems are words."""
    if upos == "PROPN" or xpos in ("CD", "FW", "ADD", "SYM", "NFP", "GW"):
        return form
    word = form.lower()
    if xpos == "NNS":
        return _singular(word)
    if xpos == "VBZ":
        return _singular(word, known)
    if xpos in ("VBD", "VBN") and word.endswith("ed") and len(word) > 3:
        return "".join((word[:-3], "y")) if word.endswith("ied") and len(word) > 4 else _stem(word[:-2], known)
    if xpos == "VBG" and word.endswith(("ing", "in'")) and len(word) > 4:
        return _stem(word[:-3], known)
    if xpos in ("JJR", "RBR") and word.endswith("er") and len(word) > 4:
        return word[:-3] + "y" if word.endswith("ier") else _stem(word[:-2], known)
    if xpos in ("JJS", "RBS") and word.endswith("est") and len(word) > 5:
        return word[:-4] + "y" if word.endswith("iest") else _stem(word[:-3], known)
    return word


def _singular(word: str, known: Container[str] = ()) -> str:
    """A plural noun or a third person without its ending."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-1] if word[:-1] in known else word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 2:
        return word[:-1]
    return word


def _stem(stem: str, known: Container[str]) -> str:
    """The word behind a stem that lost its ending: as it is, with an *e*, or without a doubled consonant."""
    doubled = len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS
    if doubled and stem[-2:] not in _UNDOUBLED:
        return stem if stem in known and stem[:-1] not in known else stem[:-1]
    if doubled:
        return stem if stem in known or stem[:-1] not in known else stem[:-1]
    if stem + "e" in known and (_short(stem) or not (stem in known and _closed(stem))):
        return stem + "e"
    if stem in known:
        return stem
    return stem + "e" if _wants_e(stem) else stem


def _short(stem: str) -> bool:
    """Whether the stem is one syllable with one vowel and one consonant behind it: it would have been doubled."""
    return (
        len(stem) > 2
        and stem[-1] not in _VOWELS | {"w", "x", "y"}
        and stem[-2] in _VOWELS
        and not _VOWELS & set(stem[:-2])
    )


def _closed(stem: str) -> bool:
    """Whether the stem ends like a word that takes no *e*: two consonants, two vowels, or an unstressed ending."""
    return stem[-1:] not in _VOWELS and (
        stem[-2:-1] not in _VOWELS
        or stem[-3:-1] in ("ee", "ea", "oo", "ou", "ai", "oa", "ei", "ie")
        or stem.endswith(("en", "er", "on", "or", "it", "et", "el", "op"))
    )


def _wants_e(stem: str) -> bool:
    if stem.endswith(
        ("at", "iz", "is", "ut", "us", "ur", "uc", "c", "v", "dg", "ng", "u", "rs", "ns", "ls", "as", "os")
    ):
        return not stem.endswith(("ong", "ung", "ing"))
    return len(stem) > 2 and stem.endswith(("bl", "tl", "gl", "pl", "dl", "kl", "fl", "zl"))
