"""Names that the model left out, cut wrongly or took for something else, set right by the rest of the report.

A title with a capitalized word behind it makes a person of that word; a word that is somebody's surname once is so
everywhere in the report.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from diurna.claims.cast.names.lexicon import look_up
from diurna.claims.cast.names.name import Name, dated, is_proper, titles_before
from diurna.claims.cast.names.spans import through_hyphen
from diurna.language import Reading
from diurna.vocabulary.offices import title_at, title_ending
from diurna.vocabulary.reference import words


def after_titles(reading: Reading, names: list[Name]) -> list[Name]:
    """People whom only their title gives away: "Mayor Khan", "Mr. Moon", "Prime Minister May"."""
    covered = {token for name in names for token in range(name.start, name.end)}
    found: list[Name] = []
    for token in range(1, len(reading)):
        if token in covered or not is_proper(reading, token) or not reading.forms[token - 1][:1].isupper():
            continue
        start, titles = titles_before(reading, token)
        if not titles or titles[-1].kind == "descriptor":
            continue
        if titles[-1].kind != "honorific" and title_at(reading.forms[token : token + 3]):
            continue
        end = token + 1
        while end < len(reading) and end not in covered and is_proper(reading, end) and end - token < 4:
            end += 1
        end = through_hyphen(reading, token, end)
        if reading.forms[token] not in words("calendar", "words") or not dated(reading, token):
            found.append(Name(token, end, "person", title=start))
            covered.update(range(token, end))
    return found


def as_surnames(reading: Reading, names: list[Name]) -> list[Name]:
    """Single words that the model took for a body or a place and that are somebody's family name in this report."""
    surnames = _surnames(reading, names)
    return [
        replace(name, type="person")
        if name.known is None
        and name.country is None
        and name.type in ("organization", "place")
        and reading.span_text(name.start, name.end) in surnames
        else name
        for name in names
    ]


def run_on(reading: Reading, name: Name, full: set[str]) -> Iterator[Name]:
    """Two people whom a headline sets side by side without a mark, told apart by their names elsewhere (`full`)."""
    cut = name.end - 1
    parts = reading.span_text(name.start, cut), reading.span_text(cut, name.end)
    if name.type == "person" and len(name) > 2 and parts[0] in full and parts[1] in full:
        yield replace(name, end=cut)
        yield replace(name, start=cut)
    else:
        yield name


def without_title(reading: Reading, name: Name) -> Name:
    """A body's name without the title that the model drew into it: "White House Press" before "Secretary"."""
    if name.known is not None or name.type not in ("organization", "place"):
        return name
    for end in range(name.end + 1, min(name.end + 4, len(reading))):
        for cut in range(name.start + 1, name.end):
            match = title_ending(reading.forms[cut:end])
            if match is not None and match[0] == end - cut:
                return look_up(reading, name.start, cut) or replace(name, end=cut)
    return name


def _surnames(reading: Reading, names: list[Name]) -> set[str]:
    people = [name for name in names if name.type == "person"]
    found = {reading.forms[name.end - 1] for name in people if _full(reading, name)}
    return found | {reading.forms[name.start] for name in people if len(name) == 3}


def recurring(reading: Reading, names: list[Name]) -> list[Name]:
    """Single words that are somebody's family name elsewhere in the report and were not marked here."""
    covered = {token for name in names for token in range(name.start, name.end)}
    surnames = _surnames(reading, names)
    return [
        Name(token, token + 1, "person")
        for token in range(len(reading))
        if token not in covered
        and reading.forms[token] in surnames
        and is_proper(reading, token)
        and not (reading.forms[token] in words("calendar", "words") and dated(reading, token))
    ]


def _full(reading: Reading, name: Name) -> bool:
    return len(name) > 1 or bool(titles_before(reading, name.start)[1])
