"""A date line or dateline at the head of a report: "Published: 5 November 2024", "MOSCOW, November 5 (Interfax) -"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from diurna.language.reading import Reading
from diurna.model import Edtf, Published
from diurna.times.meanings import At, CalendarDate
from diurna.times.values import FoundTime

_HEAD = 700
_LINE_WORDS = frozenset(
    """published updated posted first last modified date dated on at by time the
    gmt utc est edt et bst cet a.m. p.m. am pm""".split()
)
_OPENERS = frozenset(("published", "updated", "posted", "date"))
_WORD = re.compile(r"[^\W\d_][\w.]*")
_NAME = r"(?:[A-Z][\w.'’-]*|of|de|la|el|and)"
_PLACE = re.compile(rf"(?!(?:In|On|At|By|From|Since|Until|After|Before)\b){_NAME}(?:[ ,/]+{_NAME})*[ ,]*")
_AGENCY = re.compile(r"\s*(?:,?\s*\d{1,2}:\d\d)?\s*(?:\([^)\n]{2,40}\)|/[A-Z][^/\n]{1,30}/)?\s*\.?\s*(?:-{1,2}|–|—|:)")


def stated_published(reading: Reading, expressions: Iterable[FoundTime]) -> Published | None:
    """The publication date that the head of the text states in full; None where it does not.

    A date without its year ("MOSCOW, November 5") is no answer here: `infer_published` uses it as evidence.
    """
    for found, date in head_dates(reading, expressions):
        if date.year and date.month and date.day:
            day = Edtf.parse(f"{date.year:04d}-{date.month:02d}-{date.day:02d}")
            return Published(edtf=day, basis="stated", reasons=(f"the date line says {found.text!r}",))
    return None


def head_dates(reading: Reading, expressions: Iterable[FoundTime]) -> Iterator[tuple[FoundTime, CalendarDate]]:
    """Calendar dates in date lines and datelines at the head of the text."""
    for found in expressions:
        if found.start > _HEAD:
            return
        meaning = found.meaning.day if isinstance(found.meaning, At) else found.meaning
        if not (isinstance(meaning, CalendarDate) and meaning.month and meaning.day):
            continue
        if _is_ambiguous(found.text):
            continue
        if _is_date_line(reading.text, found) or _is_dateline(reading.text, found):
            yield found, meaning


def _is_ambiguous(words: str) -> bool:
    """12/03/2018 is in March or in December, depending on the country of the outlet."""
    parts = words.split("/")
    return len(parts) == 3 and parts[0] != parts[1] and int(parts[0]) <= 12 and int(parts[1]) <= 12


def _line_around(text: str, found: FoundTime) -> tuple[str, str]:
    """What stands on the expression's line before it and after it."""
    start = text.rfind("\n", 0, found.start) + 1
    end = text.find("\n", found.end)
    return text[start : found.start], text[found.end : end if end >= 0 else len(text)]


def _is_date_line(text: str, found: FoundTime) -> bool:
    """A line of its own with little beside the date."""
    before, after = _line_around(text, found)
    if len(before) + len(after) > 60 or (text.find("\n", found.end) < 0 and not before.strip()):
        return False
    rest = [w.lower() for w in _WORD.findall(before + " " + after)]
    byline = before.startswith("By ") and before[3:].istitle()
    return byline or all(w in _LINE_WORDS for w in rest) or (bool(rest) and rest[0] in _OPENERS)


def _is_dateline(text: str, found: FoundTime) -> bool:
    """A place in front of the date and an agency or a dash behind it."""
    before, after = _line_around(text, found)
    place = before.rstrip(" ").rsplit(". ", 1)[-1]
    if not before.strip():
        return bool(re.match(r"\s*\([A-Z][^)\n]{1,40}\)\s*(?:-|–|—)", after))
    return bool(_PLACE.fullmatch(place.strip() + " ")) and len(place) <= 60 and bool(_AGENCY.match(after))
