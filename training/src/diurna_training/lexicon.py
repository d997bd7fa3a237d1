"""The lexicon of lemmas: what treebanks and a list of irregular words say and the suffix rules do not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from importlib.resources import files

from diurna.language.lemmas import Lemmatizer
from diurna_training.samples import Document

_TAGS = {
    "v": ("VBD", "VBN"),
    "z": ("VBZ",),
    "g": ("VBG",),
    "n": ("NNS",),
    "a": ("JJR", "RBR"),
    "s": ("JJS", "RBS"),
}


def irregular_words() -> dict[tuple[str, str], str]:
    """The list of irregular words beside this module: (form, tag) to lemma.

    Its lines hold a kind (verb past tense or participle, plural noun ...), the lemma and the forms.
    """
    found: dict[tuple[str, str], str] = {}
    text = files("diurna_training").joinpath("data/irregular.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            kind, lemma, *forms = line.split()
            for form in forms:
                for tag in _TAGS[kind]:
                    found.setdefault((form, tag), lemma)
    return found


def build_lexicon(documents: Iterable[Document], known: frozenset[str]) -> dict[tuple[str, str], str]:
    """Everything that the rules alone get wrong, by form (lower-case where capitals do not matter) and Penn tag."""
    lower: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    exact: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    upos: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in (s for d in documents for s in d.sentences if s.tree is not None):
        assert sentence.tree is not None
        tree = sentence.tree
        for word, lemma, tag, kind in zip(sentence.words, tree.lemmas, tree.xpos, tree.upos, strict=True):
            form = word.replace("’", "'").replace("‘", "'")
            if lemma != "_" and tag not in ("GW", "ADD"):
                lower[form.lower(), tag][lemma] += 1
                exact[form, tag][lemma] += 1
                upos[form, tag][kind] += 1
    lexicon = irregular_words()
    for table in (lower, exact):
        for (form, tag), counts in sorted(table.items()):
            _add(lexicon, form, tag, counts, upos[form, tag] if upos.get((form, tag)) else None, known)
    return lexicon


def _add(
    lexicon: dict[tuple[str, str], str],
    form: str,
    tag: str,
    counts: Counter[str],
    upos: Counter[str] | None,
    known: frozenset[str],
) -> None:
    lemma, times = counts.most_common(1)[0]
    if upos is None or (lemma != form and times < 2 and lemma.lower() != form.lower() and form != form.lower()):
        return
    if Lemmatizer(lexicon, known).lemma(form, upos.most_common(1)[0][0], tag) != lemma:
        lexicon[form, tag] = lemma


def lexicon_text(lexicon: dict[tuple[str, str], str]) -> str:
    """The lexicon as lines of form, tag and lemma with tabs between them."""
    return "".join(f"{form}\t{tag}\t{lemma}\n" for (form, tag), lemma in sorted(lexicon.items()))
