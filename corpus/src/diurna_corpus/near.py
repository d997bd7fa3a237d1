"""Whether the corpus repeats itself, or a text from elsewhere.

Shingles are runs of words in lower case. A frame is what is left of a sentence when names, dates and
numbers are masked.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from diurna_corpus.resolve import Resolved

_WORD = re.compile(r"\w+(?:['’]\w+)?")
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’']?\s+(?=[\"“‘'A-Z])|\n+")
_MASK = "_"


def shingles(text: str, size: int) -> set[tuple[str, ...]]:
    """Every run of `size` words."""
    words = [word.lower() for word in _WORD.findall(text)]
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}


def near_copies(texts: dict[str, str], size: int = 5, share: float = 0.5) -> Iterator[tuple[str, str, float]]:
    """Pairs of texts of which the shorter one shares more than `share` of its shingles with the other."""
    sets = {key: shingles(text, size) for key, text in texts.items()}
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key, runs in sets.items():
        for run in runs:
            holders[run].append(key)
    common = Counter(pair for keys in holders.values() if len(keys) > 1 for pair in combinations(sorted(keys), 2))
    for (one, two), count in common.items():
        part = count / min(len(sets[one]), len(sets[two]))
        if part > share:
            yield one, two, part


def frames(texts: Iterable[Resolved], least: int = 5) -> Counter[str]:
    """Frames of sentences with at least `least` words that are not masked, with how often they occur."""
    found: Counter[str] = Counter()
    for text in texts:
        for sentence in _SENTENCE.split(_masked(text)):
            words = [w.lower() for w in re.findall(r"\w+", sentence)]
            frame = " ".join(w for i, w in enumerate(words) if w != _MASK or i == 0 or words[i - 1] != _MASK)
            if sum(w != _MASK for w in words) >= least:
                found[frame] += 1
    return found


def openings(texts: Iterable[Resolved], length: int = 5) -> Counter[str]:
    """The first words of every text, names and dates masked, with how often they occur."""
    found: Counter[str] = Counter()
    for text in texts:
        found[" ".join(re.findall(r"\w+", _masked(text).lower())[:length])] += 1
    return found


def shared_runs(texts: dict[str, str], others: dict[str, str], size: int = 8) -> Iterator[tuple[str, str, str]]:
    """Runs of `size` words that a text shares with a text from elsewhere: (text, other, words)."""
    holders: dict[tuple[str, ...], str] = {}
    for key, text in others.items():
        for run in shingles(text, size):
            holders.setdefault(run, key)
    for key, text in texts.items():
        yield from ((key, holders[run], " ".join(run)) for run in sorted(shingles(text, size)) if run in holders)


def _masked(text: Resolved) -> str:
    letters = list(text.text)
    for span in [*(m.span for m in text.mentions), *(t.span for t in text.times)]:
        letters[span.start : span.end] = [_MASK] * (span.end - span.start)
    masked = re.sub(r"_+", _MASK, "".join(letters))
    return re.sub(r"\b[\d.,:]+\b|(?<=[a-z,] )[A-Z]\w+", _MASK, masked)
