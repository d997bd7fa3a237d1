"""Which mentions are proper names, and which names and dates of a text its annotation passes over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from diurna.vocabulary.countries import countries
from diurna_corpus.resolve import Resolved
from diurna_corpus.spans import Span

_CAPITAL = re.compile(r"\b[^\W\d_a-z][\w’'-]*")
_CALENDAR = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|"
    r"October|November|December|yesterday|tomorrow|today|tonight|(?:last|next) (?:week|month|year)|(?<=in |of )May|"
    r"(?:19|20)\d\d)\b"
)
_TITLES = frozenset(
    """President Prime Minister Foreign Defence Defense Interior Finance Trade Minister Vice Deputy Premier
    Chancellor King Queen Prince Princess Sheikh Emir Sultan Crown Mr Mrs Ms Dr Sir Lady Lord General Gen
    Colonel Col Major Captain Admiral Lieutenant Brigadier Commander Marshal Chief Justice Judge Senator
    Governor Mayor Secretary State Ambassador Envoy Special Pope Cardinal Bishop Archbishop Imam Ayatollah
    Rabbi Professor Prof Attorney Speaker Chairman Chairwoman Chair Director Representative Rep Sen Gov
    Commissioner Consul I A The Q""".split()
)


_PRONOUNS = frozenset("he she they it we i you his her their its our my who him them us".split())
_JOINERS = frozenset("of the and for de la el al bin ibn du da dos van von der den di del y e ul i".split())


def is_name(words: str) -> bool:
    """True for a mention that is a proper name: capitals but for joining words, no pronoun, no common noun last."""
    parts = re.findall(r"[\w’'-]+", words)
    if not parts or parts[0].lower() in _PRONOUNS or not parts[0][:1].isupper() or parts[-1][:1].islower():
        return False
    if all(part in _TITLES for part in parts):
        return False
    return all(not part[:1].islower() or part in _JOINERS for part in parts)


def unnamed(found: Resolved) -> Iterator[str]:
    """Capitalised words within sentences that are in no mention, and words of the calendar that are in no time."""
    text = found.text
    covered = [m.span for m in found.mentions]
    times = [t.span for t in found.times]
    for match in _CALENDAR.finditer(text):
        span = Span(*match.span())
        if not any(span.overlaps(other) for other in (*times, *covered)):
            yield f"no time covers {match[0]!r}"
    for match in _CAPITAL.finditer(text):
        span = Span(*match.span())
        word = re.sub(r"[’']s?$", "", match[0])
        if word in _TITLES or _CALENDAR.fullmatch(word) or _opens(text, span.start) or word in _demonyms():
            continue
        if not any(span.overlaps(other) for other in (*covered, *times)):
            yield f"no entity covers {match[0]!r}"


def _opens(text: str, start: int) -> bool:
    """True for the first word of a sentence, a quotation or a line."""
    before = text[:start].rstrip(" ")
    return not before or before[-1] in ".!?\n\"“‘':;•–—-(" or before.endswith(("Q", "A"))


@cache
def _demonyms() -> frozenset[str]:
    words = {part for country in countries().values() for name in country.demonyms for part in name.split()}
    return frozenset(words | {word + "s" for word in words})
