"""From tag scores to names: the best sequence of BIO tags in which every `I-` continues a name of its label."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

import numpy as np
import numpy.typing as npt

from diurna.language.reading import IntArray
from diurna.language.spans import NameSpan
from diurna.language.stretches import runs

Scores = npt.NDArray[np.float32]
Votes = dict[str, float]
_EDGES = frozenset(", ; : ( ) [ ] - – — \" “ ” ' ’ ‘ / . ? !".split())
"""Punctuation that no name starts or ends with."""
LIKELY = 0.55
"""The least score of a name."""
_NEVER = np.float32(-1e4)


@cache
def _allowed(tags: tuple[str, ...]) -> npt.NDArray[np.bool_]:
    """(tags, tags): may the second tag follow the first?"""
    return np.array([[not b.startswith("I-") or a[2:] == b[2:] for b in tags] for a in tags])


def decode_tags(scores: Scores, starts: IntArray, tags: tuple[str, ...]) -> IntArray:
    """The best valid tag of every word: `scores` (W, tags) log-probabilities, `starts` first words of sentences.

    Most often the best tag of every word is valid; otherwise the Viterbi path is found.
    """
    allowed = _allowed(tags)
    best: IntArray = scores.argmax(axis=1).astype(np.int32)
    before = np.empty_like(best)
    before[1:] = best[:-1]
    before[starts] = 0
    if allowed[before, best].all():
        return best
    for low, high in zip(starts.tolist(), [*starts[1:].tolist(), len(best)], strict=True):
        if not allowed[before[low:high], best[low:high]].all():
            best[low:high] = _viterbi(scores[low:high], allowed)
    return best


def _viterbi(scores: Scores, allowed: npt.NDArray[np.bool_]) -> IntArray:
    penalty = np.where(allowed, np.float32(0), _NEVER)
    total = scores[0] + penalty[0]
    back = np.zeros(scores.shape, dtype=np.int32)
    for k in range(1, len(scores)):
        paths = total[:, None] + penalty
        back[k] = paths.argmax(axis=0)
        total = paths.max(axis=0) + scores[k]
    path = np.empty(len(scores), dtype=np.int32)
    path[-1] = int(total.argmax())
    for k in range(len(scores) - 1, 0, -1):
        path[k - 1] = back[k, path[k]]
    return path


def spans(path: IntArray, scores: Scores, tags: tuple[str, ...], starts: IntArray) -> list[NameSpan]:
    """The names of a valid tag sequence; the score is the mean probability.

    Words of one label side by side are one name, whichever of them the tags begin: names of one kind are kept apart by
    commas and conjunctions.
    """
    labels = np.array([tag[2:] for tag in tags])[path]
    begins = np.append(True, labels[1:] != labels[:-1])
    begins[starts] = True
    chances = np.exp(np.take_along_axis(scores, path[:, None], axis=1)[:, 0])
    return [
        NameSpan(one.start, one.end, str(labels[one.start]), min(one.score, 1.0))
        for one in runs(path > 0, begins, chances)
    ]


def tidy(found: list[NameSpan], forms: Sequence[str]) -> tuple[NameSpan, ...]:
    """The names of one text without punctuation at their ends, and with one label for one form of name.

    The same words are one kind of name in one text: the label with the largest sum of scores. A surname alone counts
    as a person where a longer name of a person has it at its end or start. What no label is likely for is no name.
    """
    trimmed = [name for name in (_trim(name, forms) for name in found) if name.end > name.start]
    votes: dict[tuple[str, ...], Votes] = {}
    for name in trimmed:
        votes.setdefault(tuple(forms[name.start : name.end]), defaultdict(float))[name.label] += name.score
    for words, counts in list(votes.items()):
        if len(words) > 1 and _winner(counts) == "PER":
            for part in {words[0], words[-1]}:
                if (part,) in votes:
                    votes[part,]["PER"] += 1.0
    voted = (_vote(name, votes[tuple(forms[name.start : name.end])]) for name in trimmed)
    return tuple(name for name in voted if name.score >= LIKELY)


def as_entities(found: Iterable[NameSpan]) -> tuple[NameSpan, ...]:
    """The spans that name an entity, under `NAME_LABELS`, whatever finer labels the weights have.

    A facility is a place. Nationalities, faiths and followers of parties (`NORP`) describe somebody and name nobody.
    """
    return tuple(replace(name, label="LOC") if name.label == "FAC" else name for name in found if name.label != "NORP")


def _trim(name: NameSpan, forms: Sequence[str]) -> NameSpan:
    start, end = name.start, name.end
    while end > start and forms[end - 1] in _EDGES:
        end -= 1
    while end > start and forms[start] in _EDGES:
        start += 1
    return name if (start, end) == (name.start, name.end) else NameSpan(start, end, name.label, name.score)


def _winner(votes: Votes) -> str:
    return min(votes, key=lambda label: (-votes[label], label))


def _vote(name: NameSpan, votes: Votes) -> NameSpan:
    label = _winner(votes)
    if label == name.label:
        return name
    return NameSpan(name.start, name.end, label, round(votes[label] / sum(votes.values()), 4))
