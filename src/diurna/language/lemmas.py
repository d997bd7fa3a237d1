"""Lemmas: a lexicon of form and tag and a list of regular verbs first, rules of spelling after them.

The lexicon holds what the rules get wrong (irregular forms, capitals that stay); both together give the lemmas of the
treebanks that the model learnt from. The Penn tag decides on capitals: proper nouns keep them. Punctuation has one tag
here, since treebanks differ in its Penn tags.

A lexicon is a file of lines of form, tag and lemma with tabs between them. A form in lower case stands for every
spelling of itself that has no line of its own. A tag is a Penn tag, or universal and Penn tag (`VERB/NNP`), which is
looked up first.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from itertools import groupby

from diurna.language.verbs import verb_forms

Lexicon = Mapping[tuple[str, str], str]
"""(form, tag) to lemma."""

_VOWELS = frozenset("aeiou")
_UNDOUBLED = frozenset(("ll", "ss", "zz", "ff"))
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'"})
_MARKS = frozenset((",", ".", ":", "''", "``", "-LRB-", "-RRB-", "HYPH"))
_AS_WRITTEN = frozenset(("FW", "ADD", "SYM", "NFP", "GW", "PUNCT"))
_WITH_E = tuple(
    "ag at az oz yz is iz ys us as os ls ns ps rs ut uc c v u ur ir dg lg ng rg "
    "rad ced lud rib cul dul pil fin lin min nam".split()
)
"""How stems of verbs end that lost an *e*."""
NAMES = ("NNP", "NNPS")
"""The tags of proper nouns, whose capitals belong to them."""
_ACRONYM = 5
"""The most letters of a name in capitals that is taken for an acronym."""


def read_lexicon(text: str) -> dict[tuple[str, str], str]:
    """A lexicon from the text of its file. Raises `ValueError` on lines of another make."""
    found: dict[tuple[str, str], str] = {}
    for line in text.splitlines():
        form, tag, lemma = line.split("\t")
        found[form, tag] = lemma
    return found


def plain(form: str) -> str:
    """The form with one kind of apostrophe, as lexicons have it."""
    return form.translate(_APOSTROPHES)


def tags_of(upos: str, xpos: str) -> tuple[str, ...]:
    """The tags under which a lexicon may have a word, the finest first."""
    mark = upos == "PUNCT" and xpos in _MARKS
    return (upos,) if mark else (f"{upos}/{xpos}", xpos)


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
        return lemma_of(plain(form), tags_of(upos, xpos), self._lexicon, self._known)


def lemma_of(form: str, tags: Sequence[str], lexicon: Lexicon, known: Container[str]) -> str:
    """The lemma of a plain form with the tags of `tags_of`; `known` says which stems are words."""
    lower = form.lower()
    spellings = (form,) if tags[-1] in NAMES else (form, lower)
    for key in ((spelling, tag) for tag in tags for spelling in spellings):
        if (lemma := lexicon.get(key)) is not None:
            return lemma
    return verb_forms().get((lower, tags[-1])) or rule_lemma(form, tags[-1], known)


def rule_lemma(form: str, tag: str, known: Container[str]) -> str:
    """The lemma by rules of spelling, given the coarsest tag; `known` says which stems are words."""
    if tag in NAMES:
        name = form.capitalize() if form.isupper() and form.isalpha() and len(form) > _ACRONYM else form
        return _singular(name) if tag == "NNPS" else name
    if tag in _AS_WRITTEN or (tag == "NN" and len(form) == 1) or (tag == "JJ" and _of_people(form)):
        return form
    if tag == "CD":
        return form.replace(",", "")
    word = form.lower()
    if tag == "NNS":
        return _singular(word)
    if tag == "VBZ":
        return _singular(word, known)
    if (tag in ("VBD", "VBN") and word.endswith("ed") and len(word) > 3) or (tag in ("VB", "VBP") and _is_past(word)):
        return "".join((word[:-3], "y")) if word.endswith("ied") and len(word) > 4 else _stem(word[:-2], known)
    if tag == "VBG" and word.endswith(("ing", "in'")) and len(word) > 4:
        return _stem(word[:-3], known)
    if tag in ("JJR", "RBR") and word.endswith("er") and len(word) > 4:
        return word[:-3] + "y" if word.endswith("ier") else _stem(word[:-2], known)
    if tag in ("JJS", "RBS") and word.endswith("est") and len(word) > 5:
        return word[:-4] + "y" if word.endswith("iest") else _stem(word[:-3], known)
    return word if word in known else _unstretched(word, known)


def _of_people(form: str) -> bool:
    """Whether an adjective is made from a name: *Peruvian*, *Senegalese*."""
    return form.istitle() and form.endswith(("ian", "ean", "ese"))


def _unstretched(word: str, known: Container[str]) -> str:
    """The word behind one whose letters are repeated for emphasis (*soooo*), where it is known."""
    runs = [(letter, len(list(run))) for letter, run in groupby(word)]
    if not word.isalpha() or all(times < 3 for _, times in runs):
        return word
    shorter = ("".join(letter * (times if times < 3 else kept) for letter, times in runs) for kept in (1, 2))
    return next((found for found in shorter if found in known), word)


def _is_past(word: str) -> bool:
    """Whether a verb that is tagged as a base form can only be a past form ("confirmed", but "embed", "succeed")."""
    return word.endswith("ed") and not word.endswith("eed") and len(word) > 5


def _singular(word: str, known: Container[str] = ()) -> str:
    """A plural noun or a third person without its ending."""
    if word.endswith("'s"):
        return word[:-2]
    if word[:-1].isdigit():
        return word
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 5 and word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-1] if word[:-1] in known else word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "sis")) and len(word) > 2:
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
    """Whether an unknown stem ends like those that take an *e*."""
    if stem.endswith(_WITH_E):
        return not stem.endswith(("ong", "ung", "ing"))
    return len(stem) > 2 and stem[-1] == "l" and stem[-2] in "bcdfgkpstz"
