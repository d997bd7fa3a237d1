"""What a report tells by naming something that has not always been there: a treaty, a state that is gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from diurna.times.publication.candidates import FIRST, LAST, Evidence, weighed, windows
from diurna.times.publication.clues import Clues, words_of
from diurna.vocabulary.lifetimes import Lifetime, lifetimes

_EARLY, _GONE = 0.01, 0.2
"""How often something is named before it exists, and how often after it is gone."""
_LONGEST_NAME = 7


def named_things(clues: Clues) -> Iterator[Evidence]:
    """The youngest thing named bounds the day from below, that which was gone first bounds it from above."""
    words, known = clues.words, _known()
    spans = ((k, k + n) for n in range(1, _LONGEST_NAME) for k in range(len(words)))
    named = {found.name: found for start, end in spans if (found := known.get(words[start:end]))}
    starts = [(one.start, one.name) for one in named.values() if one.start]
    ends = [(one.end, one.name) for one in named.values() if one.end]
    if starts:
        start, name = max(starts)
        yield weighed(
            windows([(start, LAST)]), _EARLY, f"{name} has existed, or been known by this name, since {start}"
        )
    if ends:
        end, name = min(ends)
        yield weighed(windows([(FIRST, end)]), _GONE, f"{name} existed until {end}")


@cache
def _known() -> Mapping[tuple[str, ...], Lifetime]:
    return {words_of(name): one for name, one in lifetimes().items()}
