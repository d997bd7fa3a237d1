"""spaCy pipelines as readers (extra `spacy`): a `Doc` becomes a `Reading`.

`spacy:en_core_web_sm` names an installed pipeline, `spacy:/path/to/pipeline` a folder, `spacy:blank:en` one that only
finds words. Trees in the style of spaCy's English pipelines are turned into universal ones (`diurna.language.clear`);
a pipeline that draws universal trees keeps them. What a pipeline does not find stays plain, as the contract says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from diurna.language import clear
from diurna.language.contract import UPOS, NoReader
from diurna.language.packing import borders, located
from diurna.language.reading import IntArray, Reading, int_array
from diurna.language.spans import NameSpan

try:
    import spacy
except ImportError as error:
    raise NoReader(f"spaCy cannot be imported ({error}): pip install 'diurna[spacy]'") from error

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

USUAL = "en_core_web_sm"
"""The pipeline of `spacy` without a name behind it."""

NAMES = {
    "PERSON": "PER",
    "PER": "PER",
    "ORG": "ORG",
    "GPE": "LOC",  # countries, cities, states
    "LOC": "LOC",
    "FAC": "LOC",  # buildings, airports, bridges
    "EVENT": "EVENT",
}
"""spaCy's (OntoNotes') labels of entities with ours. Others are no names to us: NORP ("Kenyans"), DATE, MONEY ..."""

_AROUND = frozenset(("the", "'s", "’s"))
"""Words at the ends of OntoNotes' entities that are no part of a name."""


class SpacyReader:
    """A loaded pipeline as a reader."""

    def __init__(self, pipeline: Language) -> None:
        self._pipeline = pipeline
        parser = pipeline.get_pipe("parser") if pipeline.has_pipe("parser") else None
        self._relations: tuple[str, ...] = tuple(getattr(parser, "labels", ()))

    @property
    def name(self) -> str:
        """The versions of spaCy and of the pipeline."""
        meta = self._pipeline.meta
        return f"spacy {spacy.__version__} {meta['lang']}_{meta['name']} {meta['version']}"

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """Read texts; one reading per text, in order. Raises `ValueError` where the pipeline changes a text."""
        readings = [reading_of(doc, self._relations) for doc in self._pipeline.pipe(texts)]
        for text, reading in zip(texts, readings, strict=True):
            if reading.text != text:
                raise ValueError("the spaCy pipeline changed the text")
        return readings


def open_pipeline(option: str) -> SpacyReader:
    """Load the pipeline that the option names, `USUAL` where it is empty. Raises `NoReader`."""
    name = option or USUAL
    try:
        return SpacyReader(spacy.load(name))
    except (OSError, ImportError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise NoReader(f"spaCy pipeline {name} cannot be loaded: {reason}", pipeline=name, reason=reason) from error


def reading_of(doc: Doc, relations: Sequence[str] = ()) -> Reading:
    """The reading of an analysed text.

    `relations` are those that the parser can give, where they are known; they tell the style of its trees.
    """
    tokens = [token for token in doc if not token.is_space]
    starts = int_array([token.idx for token in tokens])
    ends = int_array([token.idx + len(token) for token in tokens])
    upos = tuple(token.pos_ if token.pos_ in UPOS else "X" for token in tokens)
    xpos = tuple(token.tag_ for token in tokens)
    forms = tuple(token.text for token in tokens)
    sentences = _sentences(doc, tokens, starts, ends)
    heads, deprels = _trees(doc, tokens, sentences)
    if clear.is_clear(relations or deprels):
        heads, deprels = _universal(clear.Tree(forms, upos, xpos, heads, deprels), sentences)
    return Reading(
        text=doc.text,
        starts=starts,
        ends=ends,
        sentences=sentences,
        forms=forms,
        lemmas=tuple(token.lemma_ or token.lower_ for token in tokens),
        upos=upos,
        xpos=xpos,
        feats=tuple(str(token.morph) for token in tokens),
        heads=int_array(heads),
        deprels=tuple(deprels),
        names=tuple(_names(doc, tokens)),
    )


def _sentences(doc: Doc, tokens: Sequence[Token], starts: IntArray, ends: IntArray) -> IntArray:
    """Where sentences start, and the number of tokens; by line breaks and full stops where the pipeline finds none."""
    if not tokens:
        return int_array([0])
    if doc.has_annotation("SENT_START"):
        number = [k for k, sentence in enumerate(doc.sents) for _ in sentence]
        begins = np.diff([-1, *(number[token.i] for token in tokens)]) > 0
    else:
        begins = borders(located(doc.text, starts, ends)) >= 2
        begins[0] = True
    return int_array([*np.flatnonzero(begins).tolist(), len(tokens)])


def _trees(doc: Doc, tokens: Sequence[Token], sentences: IntArray) -> tuple[list[int], list[str]]:
    """Governors (-1 for roots) and relations, with one root in every sentence.

    A token below white space, which is no token to us, hangs on what the white space hangs on. A second root hangs on
    the first, and so does every token where the pipeline draws no trees.
    """
    place = {token.i: k for k, token in enumerate(tokens)}
    drawn = doc.has_annotation("DEP")
    heads, deprels = [-1] * len(tokens), ["root"] * len(tokens)
    for start, end in pairwise(sentences.tolist()):
        root = -1
        for k in range(start, end):
            head = place.get(_governor(tokens[k]), -1) if drawn else -1
            if start <= head < end and head != k:
                heads[k], deprels[k] = head, tokens[k].dep_ or "dep"
            elif root < 0:
                root = k
            else:
                heads[k], deprels[k] = root, "dep"
    return heads, deprels


def _governor(token: Token) -> int:
    head = token.head
    while head.is_space and head.head.i != head.i:
        head = head.head
    return int(head.i)


def _universal(tree: clear.Tree, sentences: IntArray) -> tuple[list[int], list[str]]:
    """Governors and relations of the trees of a text, turned sentence by sentence."""
    heads: list[int] = []
    deprels: list[str] = []
    for start, end in pairwise(sentences.tolist()):
        inside = slice(start, end)
        own = [head - start if head >= 0 else -1 for head in tree.heads[inside]]
        one = clear.Tree(tree.forms[inside], tree.upos[inside], tree.xpos[inside], own, tree.deprels[inside])
        clear.make_universal(one)
        heads += [head + start if head >= 0 else -1 for head in one.heads]
        deprels += one.deprels
    return heads, deprels


def _names(doc: Doc, tokens: Sequence[Token]) -> Iterator[NameSpan]:
    """The entities that are names, without articles and possessive marks; spaCy gives no scores."""
    places = [token.i for token in tokens]
    for entity in doc.ents:
        start, end = np.searchsorted(places, (entity.start, entity.end)).tolist()
        while start < end and tokens[start].lower_ in _AROUND:
            start += 1
        while start < end and tokens[end - 1].lower_ in _AROUND:
            end -= 1
        if start < end and entity.label_ in NAMES:
            yield NameSpan(start, end, NAMES[entity.label_], 1.0)
