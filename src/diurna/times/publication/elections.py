"""Elections that a report says are near: "just before the French elections", "days after the vote in Russia"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diurna.language.reading import Reading
from diurna.times.named_days import country_cue
from diurna.times.publication.candidates import Evidence, around, weighed
from diurna.times.publication.clues import Clues
from diurna.vocabulary.calendar import ELECTIONS, OF_ANY_KIND, election_dates

_ELECTION = frozenset(("election", "elections", "polls", "vote"))
_SLIP = 0.1
# How near "before" and "after" are, in days, by the words in front of them.
_NEAR = (
    (re.compile(r"(?:just|shortly|right|immediately|on the eve of|a? ?day|days|hours)$"), 14),
    (re.compile(r"(?:a week|weeks|week)$"), 45),
    (re.compile(r"(?:ahead of|months?|run-up to|in the lead-up to)$"), 240),
)


def near_election(clues: Clues) -> Iterator[Evidence]:
    """An election of a named country that lies shortly before or after the news."""
    reading = clues.reading
    for i, form in enumerate(reading.forms):
        if form.lower() not in _ELECTION:
            continue
        side, near, words = _relation(reading, i)
        country = country_cue(reading, i, i + 1) if side else None
        if not country:
            continue
        days = [d for d in election_dates(country) if _is_kind(reading, i, d.name)]
        if days:
            before, after = (near, 0) if side < 0 else (0, near)
            reason = f"{words!r}: within {near} days of a national election ({country})"
            yield weighed(around([d.day for d in days], before, after), _SLIP, reason)


def _relation(reading: Reading, i: int) -> tuple[int, int, str]:
    """Before (-1), after (1) or neither (0), how many days at most, and the words that say so."""
    start, _ = reading.sentence_bounds(reading.sentence_of(i))
    for k in range(i - 1, max(start - 1, i - 8), -1):
        word = reading.forms[k].lower()
        if word in ("before", "after") or (word == "of" and reading.forms[k - 1].lower() in ("ahead", "eve")):
            cue = " ".join(f.lower() for f in reading.forms[max(start, k - 3) : k + (word == "of")])
            near = next((days for pattern, days in _NEAR if pattern.search(cue)), 0)
            side = 1 if word == "after" else -1
            return (side, near, reading.span_text(max(start, k - 1), i + 1)) if near else (0, 0, "")
    return 0, 0, ""


def _is_kind(reading: Reading, i: int, name: str) -> bool:
    """Whether an election is of the kind that the words name; unqualified, a midterm election is not meant."""
    words = [f.lower() for f in reading.forms[max(0, i - 3) : i]]
    kinds = [k for k in ELECTIONS if k in words or (k == "midterm" and {"mid-term", "midterms"} & set(words))]
    if not kinds:
        return not name.startswith("midterm")
    return any(name.startswith(k) for k in kinds) or kinds[0] in OF_ANY_KIND
