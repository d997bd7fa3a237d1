"""The lexicon of lemmas: what treebanks and a list of irregular words say and the rules of spelling do not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from importlib.resources import files

from diurna.language.lemmas import NAMES, lemma_of, plain, tags_of
from diurna_training.samples import Document

Entries = dict[tuple[str, str], str]
"""(form, tag) to lemma."""
Seen = dict[tuple[str, tuple[str, ...]], Counter[str]]
"""How often a form with these tags has which lemma."""

IRREGULAR = 10
"""How often an irregular word counts as seen with its lemma."""
ENOUGH = 2
"""How often a name, or a word with its capitals, must be seen with its lemma."""
_UPOS = {"V": "VERB", "N": "NOUN", "J": "ADJ", "R": "ADV"}
_TAGS = {
    "v": ("VBD", "VBN"),
    "z": ("VBZ",),
    "g": ("VBG",),
    "n": ("NNS",),
    "a": ("JJR", "RBR"),
    "s": ("JJS", "RBS"),
}


def irregular_words() -> Entries:
    """The list of irregular words beside this module: (form, tag) to lemma.

    Its lines hold a kind (verb past tense or participle, plural noun ...), the lemma and the forms.
    """
    found: Entries = {}
    text = files("diurna_training").joinpath("data/irregular.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            kind, lemma, *forms = line.split()
            for form in forms:
                for tag in _TAGS[kind]:
                    found.setdefault((form, tag), lemma)
    return found


def build_lexicon(documents: Iterable[Document], known: frozenset[str]) -> Entries:
    """Everything that the rules alone get wrong, in the forms and tags of `diurna.language.lemmas`.

    The most frequent lemma counts: with coarse tags first, then with fine ones where these say otherwise; of a form in
    whatever capitals first, then of those spellings whose capitals matter.
    """
    lexicon: Entries = {}
    for seen in _seen(documents):
        pooled = _pooled(seen)
        for evidence in (pooled, _with_capitals(seen, pooled)):
            for (form, tags), lemmas in sorted(evidence.items()):
                lemma = _usual(lemmas)
                if lemma_of(form, tags, lexicon, known) != lemma:
                    lexicon[form, tags[0]] = lemma
    return lexicon


def _seen(documents: Iterable[Document]) -> tuple[Seen, Seen]:
    """What trees and the list of irregular words say, by form and coarse tag and by form and all tags."""
    coarse: Seen = defaultdict(Counter)
    fine: Seen = defaultdict(Counter)
    for (form, tag), lemma in irregular_words().items():
        coarse[form, (tag,)][lemma] += IRREGULAR
        fine[form, (f"{_UPOS[tag[0]]}/{tag}", tag)][lemma] += IRREGULAR
    for tree, words in ((s.tree, s.words) for d in documents for s in d.sentences if s.tree is not None):
        for word, lemma, upos, xpos in zip(words, tree.lemmas, tree.upos, tree.xpos, strict=True):
            if lemma != "_" and xpos not in ("GW", "ADD"):
                form, tags = plain(word), tags_of(upos, xpos)
                coarse[form, tags[-1:]][lemma] += 1
                fine[form, tags][lemma] += 1
    return coarse, fine


def _pooled(seen: Seen) -> Seen:
    """The evidence for forms in lower case: all their spellings together, of names only those that are no acronyms."""
    pooled: Seen = defaultdict(Counter)
    for (form, tags), lemmas in seen.items():
        if tags[-1] not in NAMES or form.islower() or form.istitle():
            pooled[form.lower(), tags] += lemmas
    return {key: lemmas for key, lemmas in pooled.items() if key[1][-1] not in NAMES or _often(lemmas)}


def _with_capitals(seen: Seen, pooled: Seen) -> Seen:
    """The evidence for single spellings: of names, and of other words where they change nothing but capitals."""
    found: Seen = {}
    for (form, tags), lemmas in seen.items():
        lower = form.lower()
        name = tags[-1] in NAMES
        if _often(lemmas) and (name or (form != lower and _alike(lemmas, pooled[lower, tags]))):
            found[form, tags] = lemmas
    return found


def _usual(lemmas: Counter[str]) -> str:
    return lemmas.most_common(1)[0][0]


def _alike(some: Counter[str], others: Counter[str]) -> bool:
    return _usual(some).lower() == _usual(others).lower()


def _often(lemmas: Counter[str]) -> bool:
    return lemmas[_usual(lemmas)] >= ENOUGH


def lexicon_text(lexicon: Entries) -> str:
    """The text that `diurna.language.lemmas.read_lexicon` reads."""
    return "".join(f"{form}\t{tag}\t{lemma}\n" for (form, tag), lemma in sorted(lexicon.items()))
