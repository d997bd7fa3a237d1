"""GUM's `<date>` elements as time expressions, on texts of its documents that are there already.

GUM marks dates and clock times, whatever words they are in, but no durations, sets or vague times. So an element is
taken only where all its words are of dates, and counts of years or days, which TimeML calls durations, are not taken.
Words of time outside all elements (*for three weeks*, *recently*) carry no loss, nor do their neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from diurna.language import Reading
from diurna.vocabulary.time_words import time_words
from diurna_training.layers import Characters, Marked
from diurna_training.samples import DataError
from diurna_training.sets.treebank import blocks

_TAG = re.compile(r"<date([^>]*)>|</date>")
_TIMES = frozenset("PNc")
_COUNTS = frozenset("uU")
_OF_TIME = frozenset("MDKSTVRX") | _TIMES | _COUNTS
"""Classes of `diurna.vocabulary.time_words` that tell of a time by themselves."""
_YEAR = re.compile(r"1\d{3}|20\d\d|\d{1,2}:\d\d")
_AROUND = 2
"""Words on either side of a word of time that may belong to its expression."""


@dataclass(frozen=True)
class _Element:
    start: int
    end: int
    attributes: str


def add_dates(texts: Iterable[Marked], folder: Path) -> None:
    """Set the `time` layer of texts by their CoNLL-U files in `folder`. Raises `DataError`."""
    for text in texts:
        path = folder / f"{text.name}.conllu"
        reading = Reading.from_conllu(path.read_text(encoding="utf-8"))
        if reading.text != text.tokens.text:
            raise DataError(f"{path.name}: another text than that of {text.source}")
        elements = list(_elements(path))
        kinds = [(element, _kind(reading, element)) for element in elements]
        inside = {k for element in elements for k in range(element.start, element.end)}
        spans = [(_characters(reading, e.start, e.end), kind) for e, kind in kinds if kind]
        unsure = [_characters(reading, e.start, e.end) for e, kind in kinds if not kind]
        outside = (k for k in range(len(reading)) if k not in inside and _tells_time(reading.forms[k]))
        for k in outside:
            unsure.append(_characters(reading, max(0, k - _AROUND), min(len(reading), k + _AROUND + 1)))
        text.mark_spans("time", spans, unsure)


def _elements(path: Path) -> Iterator[_Element]:
    """The elements that stand in the last column as `XML=<date when:::"2003">` ... `XML=</date>`."""
    opened: list[tuple[int, str]] = []
    words = [row for _, rows in blocks(path) for row in rows if row[0].isdecimal()]
    for k, row in enumerate(words):
        for note in row[9].split("|"):
            for tag in _TAG.finditer(note) if note.startswith("XML=") else ():
                if tag[1] is not None:
                    opened.append((k, tag[1]))
                elif opened:
                    start, attributes = opened.pop()
                    yield _Element(start, k + 1, attributes)
                else:
                    raise DataError(f"{path.name}: a date ends at word {k + 1} that did not begin")
    if opened:
        raise DataError(f"{path.name}: a date begins at word {opened[0][0] + 1} and does not end")


def _kind(reading: Reading, element: _Element) -> str:
    """`DATE` or `TIME`, or nothing where the element is none that TimeML would mark so."""
    forms = reading.forms[element.start : element.end]
    classes = {_class(form) for form in forms}
    counted = bool(classes & _COUNTS) and "from" in element.attributes and _numbered(forms)
    told = any(_tells_time(form) or _digits(form) for form in forms)
    if not told or counted or not all(_may_belong(form) for form in forms):
        return ""
    return "TIME" if classes & _TIMES or any(":" in form for form in forms) else "DATE"


def _may_belong(form: str) -> bool:
    return bool(_class(form)) or form == "," or form.lower() in time_words().modifiers or _digits(form)


def _numbered(forms: Iterable[str]) -> bool:
    return any(_class(form) == "w" or form.isdecimal() for form in forms)


def _digits(form: str) -> bool:
    return form[:1].isdecimal()


def _tells_time(form: str) -> bool:
    return _class(form) in _OF_TIME or bool(_YEAR.fullmatch(form))


def _class(form: str) -> str:
    """The class of a word in `time_words`, or the empty string."""
    return time_words().classes.get(form.lower(), ("", None))[0]


def _characters(reading: Reading, start: int, end: int) -> Characters:
    return int(reading.starts[start]), int(reading.ends[end - 1])
