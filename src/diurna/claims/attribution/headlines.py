"""Headlines that name the source with a mark only: "Kremlin: no meeting planned", "Chief to visit Cairo - sources"."""

from __future__ import annotations

from collections.abc import Iterator

from diurna.claims.attribution.syntax import is_punct
from diurna.claims.attribution.values import Found
from diurna.claims.syntax import lemma
from diurna.language import Reading
from diurna.vocabulary import speech

_DASHES = frozenset({"-", "–", "—", "--", "|"})
_SPEAKER_WORDS = 6  # a longer phrase before the colon is no speaker
_WORDS = 25  # a longer line is no headline


def headline_attributions(reading: Reading) -> Iterator[Found]:
    """The attribution of every line that looks like a headline with a named source."""
    for a, b in reading.layout.paragraphs:
        quoted = reading.layout.quotation_at(a) is not None
        if (
            (3 <= b - a <= _WORDS or quoted)
            and reading.forms[b - 1] not in (".", "…", "?")
            and "\n" not in reading.span_text(a, b)
        ):
            found = _colon(reading, a, b) or _dash(reading, a, b)
            if found is not None:
                yield found


def _colon(reading: Reading, start: int, end: int) -> Found | None:
    mark = next((t for t in range(start + 1, min(start + 1 + _SPEAKER_WORDS, end)) if reading.forms[t] == ":"), None)
    if mark is None or end - mark < 4:
        return None
    head = _speaker(reading, start, mark)
    return None if head is None else _found(mark, head, range(mark + 1, end))


def _dash(reading: Reading, start: int, end: int) -> Found | None:
    marks = [t for t in range(max(start + 3, end - 1 - _SPEAKER_WORDS), end - 1) if _spaced_dash(reading, t)]
    if not marks:
        return None
    head = _speaker(reading, marks[-1] + 1, end)
    return None if head is None else _found(marks[-1], head, range(start, marks[-1]))


def _spaced_dash(reading: Reading, t: int) -> bool:
    return reading.forms[t] in _DASHES and int(reading.starts[t]) > int(reading.ends[t - 1])


def _found(mark: int, head: int, content: range) -> Found:
    return Found(mark, frozenset({mark}), (head,), frozenset(content), "say")


def _speaker(reading: Reading, start: int, end: int) -> int | None:
    """The head of a phrase that can be a speaker: a name, or a noun such as "sources"; labels ("Photo:") are none."""
    words = [t for t in range(start, end) if not is_punct(reading, t)]
    if not words or any(lemma(reading, t) in speech.listed("labels") for t in words):
        return None
    if any(reading.upos[t] in ("VERB", "AUX", "SCONJ") for t in words):
        return None
    tops = [t for t in words if not start <= int(reading.heads[t]) < end]
    head = tops[0] if len(tops) == 1 else words[-1]
    name = reading.name_at(head)
    named = name is not None and name.label in ("PER", "ORG", "LOC")
    return head if named or reading.forms[head].lower() in _speakers() or lemma(reading, head) in _speakers() else None


def _speakers() -> frozenset[str]:
    return speech.listed("headline_speakers")
