"""Variants of training sentences that news needs and treebanks lack.

Headlines in capitals or title case, missing final stops, quotations that end sentences, line breaks for spaces, and
names swapped for other names of the same kind and length.
"""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import replace

from diurna_training.samples import Document, Sentence, Tree, spans_of_tags

_SMALL = frozenset("a an and as at but by for from in of on or over s the to with n't 's ’s".split())
NamePool = dict[tuple[str, int], list[list[str]]]


def collect_names(documents: list[Document]) -> NamePool:
    """The names of the training sets by label and number of words, but for groups: *Swedish* is no *Swedes*."""
    pool: dict[tuple[str, int], list[list[str]]] = defaultdict(list)
    for sentence in (s for d in documents for s in d.sentences if s.names):
        assert sentence.names is not None
        for start, end, label in spans_of_tags(sentence.names):
            words = sentence.words[start:end]
            if words[0][:1].isupper() and label != "NORP":
                pool[label, end - start].append(words)
    return dict(pool)


def augment(sentences: list[Sentence], pool: NamePool, rng: random.Random) -> list[Sentence]:
    """A variant of the sentences of a document; the originals stay as they are."""
    changed = [_vary(s, pool, rng) for s in sentences]
    for k, sentence in enumerate(changed):
        if rng.random() < 0.06 and _quotable(sentence):
            last = k
            while last + 1 < len(changed) and rng.random() < 0.3 and _quotable(changed[last + 1]):
                last += 1
            changed[k] = _with_quote(changed[k], at_end=False)
            changed[last] = _with_quote(changed[last], at_end=True)
    return changed


def _vary(sentence: Sentence, pool: NamePool, rng: random.Random) -> Sentence:
    sentence = replace(sentence, words=list(sentence.words), before=list(sentence.before))
    if sentence.names and rng.random() < 0.35:
        _swap_names(sentence, pool, rng)
    chance = rng.random()
    if chance < 0.02:
        sentence.words = [w.upper() for w in sentence.words]
    elif chance < 0.05:
        sentence.words = [w.lower() for w in sentence.words]
    elif chance < 0.08:
        sentence.words = [w if w.lower() in _SMALL else w[:1].upper() + w[1:] for w in sentence.words]
    if rng.random() < 0.06:
        sentence = _without_stop(sentence)
    if sentence.before[0] == 2 and rng.random() < 0.5:
        sentence.before[0] = 1
    elif sentence.before[0] == 1 and sentence.bounded and rng.random() < 0.1:
        sentence.before[0] = 2
    return sentence


def _swap_names(sentence: Sentence, pool: NamePool, rng: random.Random) -> None:
    assert sentence.names is not None
    for start, end, label in spans_of_tags(sentence.names):
        others = pool.get((label, end - start), [])
        if others and rng.random() < 0.5 and sentence.words[start][:1].isupper():
            sentence.words[start:end] = rng.choice(others)


def _without_stop(sentence: Sentence) -> Sentence:
    """The sentence without its final full stop."""
    last = len(sentence.words) - 1
    tree = sentence.tree
    if last < 2 or sentence.words[last] != "." or (tree is not None and last in tree.heads):
        return sentence
    cut = None if tree is None else _first_words(tree, last)
    names = None if sentence.names is None else sentence.names[:last]
    return replace(sentence, words=sentence.words[:last], before=sentence.before[:last], tree=cut, names=names)


def _first_words(tree: Tree, size: int) -> Tree:
    return Tree(
        tree.upos[:size],
        tree.xpos[:size],
        tree.feats[:size],
        tree.lemmas[:size],
        tree.heads[:size],
        tree.deprels[:size],
    )


def _quotable(sentence: Sentence) -> bool:
    words = sentence.words
    return (
        sentence.bounded
        and len(words) > 3
        and words[-1] in (".", "?", "!")
        and not any(w in ('"', "“", "”", "''", "``") for w in words)
    )


def _with_quote(sentence: Sentence, *, at_end: bool) -> Sentence:
    """The sentence with an opening quotation mark before it or a closing one behind it."""
    at = len(sentence.words) if at_end else 0
    words, before = list(sentence.words), list(sentence.before)
    words.insert(at, '"')
    before.insert(at, 0 if at_end else before[0])
    if not at_end:
        before[1] = 0
    names = None if sentence.names is None else [*sentence.names[:at], 0, *sentence.names[at:]]
    tree = None if sentence.tree is None else _tree_with_quote(sentence.tree, at, "''" if at_end else "``")
    return replace(sentence, words=words, before=before, names=names, tree=tree)


def _tree_with_quote(tree: Tree, at: int, tag: str) -> Tree:
    heads = [h + 1 if h >= at else h for h in tree.heads]
    root = heads.index(-1)
    heads.insert(at, root if root < at else root + 1)
    columns = (tree.upos, tree.xpos, tree.feats, tree.lemmas)
    upos, xpos, feats, lemmas = (
        [*column[:at], new, *column[at:]] for column, new in zip(columns, ("PUNCT", tag, "", '"'), strict=True)
    )
    return Tree(upos, xpos, feats, lemmas, heads, [*tree.deprels[:at], "punct", *tree.deprels[at:]])
