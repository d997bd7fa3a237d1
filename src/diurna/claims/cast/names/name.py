"""What a name is: its span, what it names, and the titles in front of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diurna.language import Reading
from diurna.vocabulary.offices import Title, title_ending

NameType = Literal["person", "organization", "country", "place", "demonym", "event"]
_MONTH_CONTEXT = frozenset({"in", "last", "next", "this", "since", "until", "till", "early", "late", "mid", "of", "-"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name: the half-open span `[start, end)` of its own words, and where the title in front of it begins.

    `title` equals `start` when there is none. `known` is the vocabulary's id; `country` ISO3 where the name tells it.
    """

    start: int
    end: int
    type: NameType
    known: str | None = None
    country: str | None = None
    title: int = -1

    def __len__(self) -> int:
        return self.end - self.start


def is_proper(reading: Reading, token: int) -> bool:
    """Whether the token is tagged and written as part of a name."""
    form = reading.forms[token]
    return form[:1].isupper() and (reading.upos[token] == "PROPN" or reading.xpos[token] in ("NNP", "NNPS"))


def titles_before(reading: Reading, start: int) -> tuple[int, tuple[Title, ...]]:
    """Where the titles that end right before token `start` begin, and the titles, outermost first."""
    first, _ = reading.sentence_bounds(reading.sentence_of(start))
    found: list[Title] = []
    while start > first and len(found) < 3:
        match = title_ending(reading.forms[max(first, start - 6) : start])
        if match is None or reading.forms[start - 1] == "'s":
            break
        start -= match[0]
        found.insert(0, match[1])
    return start, tuple(found)


def dated(reading: Reading, token: int) -> bool:
    """Whether a word such as "May" stands where a month does."""
    behind = reading.forms[token + 1] if token + 1 < len(reading) else ""
    before = reading.forms[token - 1].casefold() if token else ""
    return behind[:1].isdigit() or before[:1].isdigit() or before in _MONTH_CONTEXT
