"""How the corpus compares with real news: its words, its trigrams, the length and depth of its sentences."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from diurna.language import Reading, read

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis"})
FREQUENT = 5000
OUTLET = 20
"""Texts of one outlet that are measured."""


@dataclass(frozen=True)
class Likeness:
    """Figures of one collection of texts. Shares are from 0 to 1; depth counts clauses below the main one."""

    words: int
    frequent_share: float
    trigram_share: float
    sentence_length: float
    sentence_length_spread: float
    clause_depth: float


def words_of(texts: Iterable[str]) -> list[str]:
    """The words of texts, in lower case."""
    return [word.lower() for text in texts for word in WORD.findall(text)]


def frequent(words: Iterable[str]) -> list[str]:
    """The most frequent words, most frequent first."""
    return [word for word, _ in Counter(words).most_common(FREQUENT)]


def trigrams(words: list[str]) -> Counter[tuple[str, str, str]]:
    """Runs of three words with their counts."""
    return Counter(zip(words, words[1:], words[2:], strict=False))


def measure(texts: list[str], reference: list[str]) -> Likeness:
    """Compare texts with the words of a reference collection; sentences and trees are read by diurna's own model."""
    words = words_of(texts)
    used = set(words)
    common = frequent(reference)
    known = trigrams(reference)
    mine = trigrams(words)
    lengths, depths = _sentences(texts)
    mean = sum(lengths) / len(lengths)
    return Likeness(
        len(words),
        sum(word in used for word in common) / len(common),
        sum(count for run, count in mine.items() if run in known) / max(sum(mine.values()), 1),
        mean,
        (sum((n - mean) ** 2 for n in lengths) / len(lengths)) ** 0.5,
        sum(depths) / len(depths),
    )


def table(own: list[str], news: dict[str, str]) -> dict[str, Likeness]:
    """The corpus, as many words of real news, and every outlet of the news (what stands before `_` in a file's name).

    Shares are those of the rest of the news: what is left when the sample of real news is taken out, and for an outlet
    its own texts too.
    """
    files = sorted(news)
    random.Random(1).shuffle(files)
    size, taken = len(words_of(own)), 0
    while taken < size and len(files) > 1:
        taken += len(words_of([news[files.pop()]]))
    rest = set(files)
    found = {
        "corpus": measure(own, words_of(news[f] for f in rest)),
        "as much real news": measure([news[f] for f in news if f not in rest], words_of(news[f] for f in rest)),
    }
    for outlet in sorted({file.partition("_")[0] for file in rest}):
        mine = [file for file in sorted(rest) if file.startswith(f"{outlet}_")]
        others = words_of(news[file] for file in rest if file not in mine)
        found[outlet] = measure([news[file] for file in mine[:OUTLET]], others)
    return found


def _sentences(texts: list[str]) -> tuple[list[int], list[int]]:
    """The length in words and the clause depth of every sentence of two words or more."""
    lengths: list[int] = []
    depths: list[int] = []
    for reading in read(texts):
        for k in range(reading.sentence_count):
            start, end = reading.sentence_bounds(k)
            count = sum(reading.upos[i] not in ("PUNCT", "SYM") for i in range(start, end))
            if count > 1:
                lengths.append(count)
                depths.append(max(_depth(reading, i) for i in range(start, end)))
    return lengths, depths


def _depth(reading: Reading, word: int) -> int:
    count = 0
    while word >= 0:
        count += reading.deprels[word].split(":")[0] in CLAUSES
        word = int(reading.heads[word])
    return count
