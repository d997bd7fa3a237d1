"""What is no name of somebody who acts: happenings, days, datelines, common words that open a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from diurna.claims.cast.names.name import Name, dated, is_proper, titles_before
from diurna.language import Reading
from diurna.vocabulary.countries import countries
from diurna.vocabulary.reference import human_nouns, words

_PARTY_AND_STATE = re.compile(r"[DRI]-[A-Z][\w.]*")  # "(D-Nev.)" behind a member of Congress
_COMMON: dict[str, Callable[[], frozenset[str]]] = {
    "person": lambda: human_nouns() | words("countries", "directions"),
    "organization": lambda: words("organizations", "nouns") | words("countries", "directions"),
    "place": lambda: words("places", "nouns") | words("countries", "directions"),
    "country": frozenset,
}


@cache
def _shared_words() -> frozenset[str]:
    """The last words that several countries' names share: "the Koreas" is no place of its own."""
    last = [country.name.casefold().split()[-1] for country in countries().values()]
    return frozenset(word for word in last if last.count(word) > 1)


def settled(reading: Reading, name: Name) -> Name:
    """The name with its last corrections: happenings typed as such, people with the beginning of their titles."""
    last = reading.forms[name.end - 1]
    if name.known is None and name.type != "person" and last in words("happenings", "last_words"):
        return replace(name, type="event")
    if name.type == "person":
        return replace(name, title=titles_before(reading, name.start)[0])
    return replace(name, title=name.start)


def spurious(reading: Reading, name: Name) -> bool:
    """Whether the span is no name at all: the calendar's words, and common words that open a sentence or a headline."""
    if name.known is not None or name.type in ("demonym", "event"):
        return False
    forms = reading.forms[name.start : name.end]
    if all(form in words("calendar", "words") or form.isdigit() for form in forms):
        return name.title == name.start and (len(forms) > 1 or dated(reading, name.start) or forms[0] != "May")
    if name.type == "place" and _dateline(reading, name):
        return True
    if _PARTY_AND_STATE.fullmatch(reading.span_text(name.start, name.end)):
        return True
    if name.title == name.start and len(forms) == 1 and forms[0].casefold() in _COMMON[name.type]():
        return True
    plural = len(forms) == 1 and reading.xpos[name.start] == "NNPS"
    if plural and (name.type == "person" or forms[0].casefold().removesuffix("s") in _shared_words()):
        return True
    return not any(is_proper(reading, token) for token in range(name.start, name.end))


def _dateline(reading: Reading, name: Name) -> bool:
    """Whether the place only says where the report was filed: "WASHINGTON —", "Paris (AFP) -", opening a paragraph."""
    before = reading.text[: int(reading.starts[name.start])]
    opens = not before.strip() or before.rstrip(" ").endswith("\n")
    behind = reading.forms[name.end : name.end + 2]
    dated = behind[:1] == (",",) and behind[1:] and behind[1] in words("calendar", "words")
    dashed = behind[:1] in {("—",), ("–",), ("―",), ("--",)}
    shouted = reading.span_text(name.start, name.end).isupper() and (dashed or behind[:1] == ("-",))
    return shouted or (opens and (bool(dated) or dashed or behind[:1] == ("(",)))
