"""Which stretches of a report are names, and of what: the model's spans, corrected by the vocabulary.

The order matters. Spans for people lose the titles inside them; names that the vocabulary knows replace what overlaps
them, unless a longer name holds them; a title with a capitalized word behind it makes a person of that word; and a
word that is somebody's surname once is so wherever the model left it out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from diurna.language import Reading
from diurna.vocabulary.countries import country_named, country_of_capital, country_of_demonym
from diurna.vocabulary.offices import Title, title_at, title_ending
from diurna.vocabulary.organizations import organization_named
from diurna.vocabulary.places import place_country
from diurna.vocabulary.reference import human_nouns, words

NameType = Literal["person", "organization", "country", "place", "demonym", "event"]
_LABELS: dict[str, NameType] = {"PER": "person", "ORG": "organization", "LOC": "place", "EVENT": "event"}
_LONGEST = 7
_PARTY_AND_STATE = re.compile(r"[DRI]-[A-Z]\w*\.?")  # "(D-Nev.)" behind a member of Congress
_NO_BEGINNING = frozenset({"the", "a", "an", '"', "“", "'", "‘", "-", "(", ","})
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
    sure: bool = True

    def __len__(self) -> int:
        return self.end - self.start


def find_names(reading: Reading) -> tuple[Name, ...]:
    """All names of the reading in text order, without overlaps; demonyms and happenings included as such."""
    names = [name for span in reading.names for name in _from_model(reading, span.start, span.end, span.label)]
    names = _with_vocabulary(reading, names)
    names += _after_titles(reading, names)
    names = _as_surnames(reading, names)
    full = {reading.span_text(name.start, name.end) for name in names if name.type == "person"}
    names = [part for name in names for part in _run_on(reading, name, full)]
    names = [_without_title(reading, name) for name in names]
    names += _recurring(reading, names)
    names = [_settled(reading, name) for name in names]
    return tuple(sorted((n for n in names if not _spurious(reading, n)), key=lambda n: n.start))


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


# -- the model's spans ----------------------------------------------------------------------------------------------


def _from_model(reading: Reading, start: int, end: int, label: str) -> Iterator[Name]:
    while start < end and reading.forms[start].casefold() in _NO_BEGINNING:
        start += 1
    while start < end and not any(c.isalnum() for c in reading.forms[end - 1].replace("'s", "").replace("’s", "")):
        end -= 1
    if start >= end:
        return
    if _LABELS.get(label) != "person":
        yield Name(start, end, _LABELS.get(label, "event"))
        return
    if _only_title(reading, start, end):
        return
    start = _behind_titles(reading, start, end)
    end = _before_plain_words(reading, start, end)
    cut = _joint(reading, start, end)
    parts = [(start, cut), (cut + 1, end)] if cut else [(start, _through_hyphen(reading, start, end))]
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


def _glued(reading: Reading, hyphen: int) -> bool:
    """Whether the token is a hyphen with words right before and behind it."""
    return (
        0 < hyphen < len(reading) - 1
        and reading.forms[hyphen] in ("-", "‐", "‑", "–")
        and int(reading.ends[hyphen - 1]) == int(reading.starts[hyphen])
        and int(reading.ends[hyphen]) == int(reading.starts[hyphen + 1])
    )


def _joint(reading: Reading, start: int, end: int) -> int | None:
    """The hyphen that joins two parties ("Putin-Choe"), not two parts of one name ("Jae-in", "Ocasio-Cortez")."""
    for hyphen in range(start + 1, end - 1):
        if _glued(reading, hyphen) and _alone(reading, hyphen - 1) and _alone(reading, hyphen + 1):
            return hyphen
    return None


def _alone(reading: Reading, token: int) -> bool:
    """Whether the word stands elsewhere in the report as a name without a hyphen beside it."""
    form = reading.forms[token]
    return form[:1].isupper() and any(
        other == form and not _glued(reading, i - 1) and not _glued(reading, i + 1) and i != token
        for i, other in enumerate(reading.forms)
    )


def _through_hyphen(reading: Reading, start: int, end: int) -> int:
    while end + 1 < len(reading) and _glued(reading, end) and reading.forms[end + 1].isalpha():
        lower = reading.forms[end + 1].islower()
        suffix = lower and end - start == 1 and reading.upos[end + 1] in ("VERB", "ADJ", "NOUN")
        if suffix or not (lower or is_proper(reading, end + 1)) or _joint(reading, start, end + 2):
            break
        end += 2
    return end


# -- the vocabulary -------------------------------------------------------------------------------------------------


def _with_vocabulary(reading: Reading, names: list[Name]) -> list[Name]:
    surnames = {reading.forms[name.end - 1] for name in names if name.type == "person" and len(name) > 1}
    covered = {token: name for name in names for token in range(name.start, name.end)}
    kept = dict.fromkeys(names)
    found: list[Name] = []
    token = 0
    while token < len(reading):
        old = covered.get(token)
        if old is not None and old.type == "person" and len(old) == 1 and reading.forms[token] in surnames:
            token += 1
            continue
        match = _known_at(reading, token, covered)
        if match is None:
            token += 1
            continue
        for old in {covered[i] for i in range(match.start, match.end) if i in covered}:
            kept.pop(old, None)
        found.append(match)
        token = match.end
    return [*kept, *found]


def _known_at(reading: Reading, start: int, covered: dict[int, Name]) -> Name | None:
    """The longest name of the vocabulary that starts here, unless the model has a longer name around it."""
    if not reading.forms[start][:1].isupper():
        return None
    _, stop = reading.sentence_bounds(reading.sentence_of(start))
    for end in range(min(stop, start + _LONGEST), start, -1):
        if not reading.forms[end - 1][:1].isupper() or not _credible(reading, start, end, covered):
            continue
        name = _look_up(reading, start, end)
        if name is None:
            continue
        around = [covered[i] for i in range(start, end) if i in covered]
        longer = any(len(old) > len(name) and not (old.start >= start and old.end <= end) for old in around)
        return None if (longer and name.type != "demonym") or _inside_person(around, name) else name
    return None


def _inside_person(around: list[Name], name: Name) -> bool:
    return any(old.type == "person" and len(old) > len(name) for old in around) or (
        name.type == "demonym" and any(len(old) > len(name) for old in around)
    )


def _credible(reading: Reading, start: int, end: int, covered: dict[int, Name]) -> bool:
    return end - start > 1 or start in covered or is_proper(reading, start) or reading.upos[start] in ("ADJ", "NOUN")


def _look_up(reading: Reading, start: int, end: int) -> Name | None:
    known = _known(" ".join(reading.span_text(start, end).split()))
    if known is None or (known.type == "demonym" and end - start > 3):
        return None
    if reading.upos[start] in ("ADJ", "NOUN") and end - start == 1 and known.type not in ("country", "demonym"):
        return None
    if known.minor and end - start == 1 and reading.name_at(start) is None:
        return None
    if known.press and _within_title(reading, start, end):
        return None
    return Name(start, end, known.type, known.id, known.country)


@dataclass(frozen=True, slots=True)
class _Known:
    type: NameType
    id: str | None
    country: str | None
    press: bool = False
    minor: bool = False


@lru_cache(maxsize=32768)
def _known(text: str) -> _Known | None:
    """What the vocabulary knows a name as: a country first, then its people, a body, a seat, a place."""
    if country := country_named(text):
        return _Known("country", country.iso3, country.iso3)
    if nation := country_of_demonym(text):
        return _Known("demonym", nation.iso3, nation.iso3)
    if body := organization_named(text):
        return _Known("organization", body.id, body.country, body.sector == "JRN")
    if capital := country_of_capital(text):
        return _Known("place", None, capital.iso3)
    if "," not in text and (iso3 := place_country(text)):
        return _Known("place", None, iso3, minor=True)
    return None


def _within_title(reading: Reading, start: int, end: int) -> bool:
    """Whether the words are part of a title: "Foreign Affairs" the magazine, but "Foreign Affairs spokesman"."""
    return any(
        (match := title_at(reading.forms[first : first + 8])) is not None and first + match[0] >= end
        for first in range(max(0, start - 3), start + 1)
    )


# -- people the model left out ----------------------------------------------------------------------------------------


def _after_titles(reading: Reading, names: list[Name]) -> list[Name]:
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
        end = _through_hyphen(reading, token, end)
        if reading.forms[token] not in words("calendar", "words") or not _dated(reading, token):
            found.append(Name(token, end, "person", title=start))
            covered.update(range(token, end))
    return found


def _as_surnames(reading: Reading, names: list[Name]) -> list[Name]:
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


def _run_on(reading: Reading, name: Name, full: set[str]) -> Iterator[Name]:
    """Two people whom a headline sets side by side without a mark, told apart by their names elsewhere (`full`)."""
    for cut in range(name.start + 2, name.end):
        parts = reading.span_text(name.start, cut), reading.span_text(cut, name.end)
        if name.type == "person" and parts[0] in full and parts[1] in full:
            yield replace(name, end=cut)
            yield replace(name, start=cut)
            return
    yield name


def _without_title(reading: Reading, name: Name) -> Name:
    """A body's name without the title that the model drew into it: "White House Press" before "Secretary"."""
    if name.known is not None or name.type not in ("organization", "place"):
        return name
    for end in range(name.end + 1, min(name.end + 4, len(reading))):
        for cut in range(name.start + 1, name.end):
            match = title_ending(reading.forms[cut:end])
            if match is not None and match[0] == end - cut:
                return _look_up(reading, name.start, cut) or replace(name, end=cut)
    return name


def _surnames(reading: Reading, names: list[Name]) -> set[str]:
    people = [name for name in names if name.type == "person"]
    found = {reading.forms[name.end - 1] for name in people if _full(reading, name)}
    return found | {reading.forms[name.start] for name in people if len(name) == 3}


def _recurring(reading: Reading, names: list[Name]) -> list[Name]:
    """Single words that are somebody's family name elsewhere in the report and were not marked here."""
    covered = {token for name in names for token in range(name.start, name.end)}
    surnames = _surnames(reading, names)
    return [
        Name(token, token + 1, "person", sure=False)
        for token in range(len(reading))
        if token not in covered
        and reading.forms[token] in surnames
        and is_proper(reading, token)
        and not (reading.forms[token] in words("calendar", "words") and _dated(reading, token))
    ]


def _full(reading: Reading, name: Name) -> bool:
    return len(name) > 1 or bool(titles_before(reading, name.start)[1])


def _dated(reading: Reading, token: int) -> bool:
    """Whether a word such as "May" stands where a month does."""
    behind = reading.forms[token + 1] if token + 1 < len(reading) else ""
    before = reading.forms[token - 1].casefold() if token else ""
    return behind[:1].isdigit() or before[:1].isdigit() or before in _MONTH_CONTEXT


# -- last corrections -------------------------------------------------------------------------------------------------


def _dateline(reading: Reading, name: Name) -> bool:
    """Whether the place only says where the report was filed: "WASHINGTON —", "Paris (AFP) -", opening a paragraph."""
    before = reading.text[: int(reading.starts[name.start])]
    opens = not before.strip() or before.rstrip(" ").endswith("\n")
    behind = reading.forms[name.end : name.end + 2]
    dated = behind[:1] == (",",) and behind[1:] and behind[1] in words("calendar", "words")
    return opens and (bool(dated) or behind[:1] in {("—",), ("–",), ("―",), ("--",), ("(",)})


def _settled(reading: Reading, name: Name) -> Name:
    last = reading.forms[name.end - 1]
    if name.known is None and name.type != "person" and last in words("happenings", "last_words"):
        return replace(name, type="event")
    if name.type == "person":
        return replace(name, title=titles_before(reading, name.start)[0])
    return replace(name, title=name.start)


_COMMON: dict[str, Callable[[], frozenset[str]]] = {
    "person": lambda: human_nouns() | words("countries", "directions"),
    "organization": lambda: words("organizations", "nouns") | words("countries", "directions"),
    "place": lambda: words("places", "nouns") | words("countries", "directions"),
    "country": frozenset,
}


def _spurious(reading: Reading, name: Name) -> bool:
    """Whether the span is no name at all: the calendar's words, and common words that open a sentence or a headline."""
    if name.known is not None or name.type in ("demonym", "event"):
        return False
    forms = reading.forms[name.start : name.end]
    if all(form in words("calendar", "words") or form.isdigit() for form in forms):
        return name.title == name.start and (len(forms) > 1 or _dated(reading, name.start) or forms[0] != "May")
    if name.type == "place" and _dateline(reading, name):
        return True
    if _PARTY_AND_STATE.fullmatch(reading.span_text(name.start, name.end)):
        return True
    if name.title == name.start and len(forms) == 1 and forms[0].casefold() in _COMMON[name.type]():
        return True
    if name.type == "person" and len(forms) == 1 and reading.xpos[name.start] == "NNPS":
        return True
    return not any(is_proper(reading, token) for token in range(name.start, name.end))
