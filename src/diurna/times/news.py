"""What a report tells as its news: undated happenings of its opening took place on the day of the news."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from diurna.language.reading import Reading
from diurna.model import Edtf
from diurna.times.values import TimeExpression
from diurna.vocabulary.time_words import time_words

_OPENING = 2
_OPENING_OF_PERFECT = 8
_MAIN = frozenset(("root", "ccomp", "obj", "xcomp", "conj", "parataxis", "nsubj"))


def is_news(reading: Reading, trigger: int) -> bool:
    """Whether the event is the main happening of one of the first sentences.

    A present perfect ("has reached") brings news in a longer opening, unless its adverbs tell of more than one time.
    """
    sentence = reading.sentence_of(trigger)
    if sentence >= _OPENING_OF_PERFECT:
        return False
    path = reading.path_to_root(trigger)
    main = len(path) <= 4 and all(reading.deprels[t].split(":")[0] in _MAIN for t in path)
    return main and (sentence < _OPENING or _is_fresh_perfect(reading, path))


def _is_fresh_perfect(reading: Reading, path: Sequence[int]) -> bool:
    verb = next((t for t in path if reading.upos[t] == "VERB"), None)
    if verb is None:
        return False
    children = reading.children(verb)
    have = [c for c in children if reading.deprels[c] == "aux" and reading.lemmas[c] == "have"]
    if any(reading.lemmas[c].lower() in time_words().many_times for c in children):
        return False
    return any(reading.xpos[c] in ("VBZ", "VBP") for c in have)


def day_of_news(reading: Reading, trigger: int, expressions: Sequence[TimeExpression], published: Edtf) -> Edtf:
    """The past day told in the sentence ("the ministry said on Monday"), or the day of the report or the one before."""
    sentence = reading.sentence_of(trigger)
    for expression in expressions:
        edtf = expression.edtf
        if edtf is None or not edtf.is_day or reading.sentence_of(expression.first) != sentence:
            continue
        if published.latest is None or not Edtf.day(published.latest).before(edtf):
            return edtf
    if published.is_day and published.earliest is not None and sentence >= _OPENING:
        return Edtf.between(published.earliest - dt.timedelta(days=1), published.latest)
    return published
