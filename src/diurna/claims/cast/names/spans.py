"""The model's spans as names: people without the titles and plain words that the model drew into their spans.

A hyphen joins parts of one name ("Jae-in", "Ocasio-Cortez") or two parties ("Peru-Chile"); the report tells which,
because parties are also named without the hyphen.
"""

from __future__ import annotations

from collections.abc import Iterator

from diurna.claims.cast.names.name import Name, NameType, is_proper, titles_before
from diurna.language import Reading
from diurna.vocabulary.countries import country_named, country_of_demonym
from diurna.vocabulary.offices import title_ending
from diurna.vocabulary.organizations import organization_named
from diurna.vocabulary.reference import words

_LABELS: dict[str, NameType] = {"PER": "person", "ORG": "organization", "LOC": "place", "EVENT": "event"}
_NO_BEGINNING = frozenset({"the", "a", "an", '"', "“", "'", "‘", "-", "(", ","})


def from_model(reading: Reading, start: int, end: int, label: str) -> Iterator[Name]:
    """The names in one span of the model: none, one, or two parties that a hyphen joins."""
    while start < end and reading.forms[start].casefold() in _NO_BEGINNING:
        start += 1
    while start < end and not any(c.isalnum() for c in reading.forms[end - 1].replace("'s", "").replace("’s", "")):
        end -= 1
    if start >= end:
        return
    if _LABELS.get(label) != "person":
        while end - start > 1 and reading.upos[end - 1] in ("ADP", "DET", "CCONJ", "PART"):
            end -= 1
        yield Name(start, end, _LABELS.get(label, "event"))
        return
    if _only_title(reading, start, end):
        return
    start = _behind_titles(reading, start, end)
    if end - start > 2 and reading.forms[start].isupper() and organization_named(reading.forms[start]):
        start += 1
    end = _before_plain_words(reading, start, end)
    cut = joint(reading, start, end)
    parts = [(start, cut), (cut + 1, end)] if cut else [(start, through_hyphen(reading, start, end))]
    for low, high in parts:
        if low < high and not _only_title(reading, low, high):
            yield Name(low, high, "person")


def _only_title(reading: Reading, start: int, end: int) -> bool:
    """Whether a span is a title without a name: "Canadian Prime Minister"."""
    match = title_ending(reading.forms[start:end])
    if match is not None and any(title.kind == "honorific" for title in titles_before(reading, start)[1]):
        return False
    front = reading.span_text(start, end - match[0]) if match else ""
    return match is not None and (not front or bool(country_of_demonym(front) or country_named(front)))


def _behind_titles(reading: Reading, start: int, end: int) -> int:
    for cut in range(end - 1, start, -1):
        match = title_ending(reading.forms[start:cut])
        if match is not None and reading.forms[cut] not in ("-", "'s", "’s", "of"):
            return cut
    return start


def _before_plain_words(reading: Reading, start: int, end: int) -> int:
    """Where the person's name ends: before a verb, a preposition or any other word that is not part of a name."""
    for token in range(start + 1, end):
        form = reading.forms[token]
        plain = form.islower() and form not in words("names", "particles") and reading.forms[token - 1] != "-"
        if plain or reading.xpos[token] in ("VBZ", "VBD", "VBP", "MD", "TO", "POS") or form in (",", "(", ":"):
            return token
    return end


def glued(reading: Reading, hyphen: int) -> bool:
    """Whether the token is a hyphen with words right before and behind it."""
    return (
        0 < hyphen < len(reading) - 1
        and reading.forms[hyphen] in ("-", "‐", "‑", "–")
        and int(reading.ends[hyphen - 1]) == int(reading.starts[hyphen])
        and int(reading.ends[hyphen]) == int(reading.starts[hyphen + 1])
    )


def joint(reading: Reading, start: int, end: int) -> int | None:
    """The hyphen that joins two parties ("Ruiz-Mehta"), not two parts of one name ("Jae-in", "Ocasio-Cortez")."""
    for hyphen in range(start + 1, end - 1):
        if glued(reading, hyphen) and _alone(reading, hyphen - 1) and _alone(reading, hyphen + 1):
            return hyphen
    return None


def _alone(reading: Reading, token: int) -> bool:
    """Whether the word stands elsewhere in the report as a name without a hyphen beside it."""
    form = reading.forms[token]
    return form[:1].isupper() and any(
        other == form and not glued(reading, i - 1) and not glued(reading, i + 1) and i != token
        for i, other in enumerate(reading.forms)
    )


def through_hyphen(reading: Reading, start: int, end: int) -> int:
    """Where a name ends that goes on behind a hyphen: "Moon Jae-in"."""
    while end + 1 < len(reading) and glued(reading, end) and reading.forms[end + 1].isalpha():
        lower = reading.forms[end + 1].islower()
        suffix = lower and end - start == 1 and reading.upos[end + 1] in ("VERB", "ADJ", "NOUN")
        if suffix or not (lower or is_proper(reading, end + 1)) or joint(reading, start, end + 2):
            break
        end += 2
    return end
