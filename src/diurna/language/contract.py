"""The contract between the language reader and the rest of diurna: texts in, `Reading`s out, whoever reads them.

A reader fills `text`, `starts`, `ends`, `forms` and `sentences` of a `Reading` from what it finds, and `lemmas`,
`upos`, `xpos`, `feats`, `heads`, `deprels` and `names` as well as it can. What it does not know it leaves plain, never
out: `X` as part of speech, an empty tag, no features, the lower-case form as lemma, a flat tree of `dep` relations, no
names. Fields of `Reading` that have a default keep it where a reader has nothing better. `check` tells whether a
reading keeps the contract.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Protocol

import numpy as np

from diurna.language.reading import Reading
from diurna.language.spans import NAME_LABELS, EventSpan, NameSpan, StatementSpan, TimeSpan
from diurna.language.trees import in_cycles
from diurna.model.errors import DiurnaError

UPOS = frozenset("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
"""The parts of speech of Universal Dependencies."""


class Reader(Protocol):
    """Anything that reads texts as the shipped model does.

    The same text must give the same reading on every call, whatever it is read together with.
    """

    @property
    def name(self) -> str:
        """Who reads, and with which version: one short line for people."""
        ...

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """Read the texts; one `Reading` that passes `check` per text, in order."""
        ...


Spanned = NameSpan | TimeSpan | StatementSpan | EventSpan
OpenReader = Callable[[str], Reader]
"""What an entry point of a reader names: takes the option behind the reader's name (empty where there is none).

Raises `NoReader` where that cannot be opened.
"""


class NoReader(DiurnaError):
    """No reader can be had under this name: nobody offers it, or something that it needs is missing. Exit code 2."""

    exit_code = 2


def check(reading: Reading, text: str) -> None:
    """Raise `ValueError` with the first promise that the reading of the text breaks."""
    for promise, kept in _promises(reading, text):
        if not kept:
            raise ValueError(f"not a sound reading: {promise}")


def _promises(r: Reading, text: str) -> Iterator[tuple[str, bool]]:
    """What must hold, and whether it does; later promises make sense once the earlier ones are kept."""
    size = len(r.forms)
    columns = (r.starts, r.ends, r.lemmas, r.upos, r.xpos, r.feats, r.heads, r.deprels)
    yield "the text is verbatim", r.text == text
    yield "every token has all its fields", all(len(column) == size for column in columns)
    yield "no token is empty", bool((r.starts < r.ends).all())
    yield "tokens stand in the text, in order and apart", _rising(np.concatenate(([0], _edges(r), [len(text)])))
    spans = zip(r.starts.tolist(), r.ends.tolist(), strict=True)
    yield "forms are the words of the text", all(text[a:b] == form for form, (a, b) in zip(r.forms, spans, strict=True))
    yield "parts of speech are universal", set(r.upos) <= UPOS
    yield "sentences run from 0 to the number of tokens", r.sentences[0] == 0 and r.sentences[-1] == size
    yield "no sentence is empty", bool((np.diff(r.sentences) > 0).all())
    yield "every sentence is one tree", _are_trees(r)
    yield "roots, and they alone, are called root", [d == "root" for d in r.deprels] == (r.heads < 0).tolist()
    yield "names have a label and a score", all(n.label in NAME_LABELS and 0 <= n.score <= 1 for n in r.names)
    yield "names stand in the text, in order and apart", _are_apart(r, r.names)
    marks = (r.times, r.statements, r.events)
    yield "times, statements and events stand in the text, in order and apart", all(_are_apart(r, m) for m in marks)
    yield "chains hold words of the text in order", all(_are_words(r, chain) for chain in r.chains)


def _edges(r: Reading) -> np.ndarray:
    return np.stack((r.starts, r.ends), axis=1).reshape(-1)


def _rising(values: np.ndarray) -> bool:
    return bool((np.diff(values) >= 0).all())


def _are_trees(r: Reading) -> bool:
    """Whether every sentence has one root, no governor lies outside it, and no token governs itself in the end."""
    size = len(r)
    lengths = np.diff(r.sentences)
    number = np.repeat(np.arange(len(lengths)), lengths)
    within = (r.heads < size) & (number[np.clip(r.heads, 0, max(size - 1, 0))] == number) if size else True
    roots = np.bincount(number[r.heads < 0], minlength=len(lengths))
    return bool(((r.heads < 0) | within).all() and (roots == 1).all() and not in_cycles(r.heads).size)


def _are_apart(r: Reading, found: Sequence[Spanned]) -> bool:
    spans = [(span.start, span.end) for span in found]
    return all(0 <= a < b <= len(r) for a, b in spans) and all(a[1] <= b[0] for a, b in pairwise(spans))


def _are_words(r: Reading, chain: Sequence[int]) -> bool:
    return all(0 <= word < len(r) for word in chain) and all(a < b for a, b in pairwise(chain))
