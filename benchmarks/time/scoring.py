"""Measures of SemEval-2013 Task 1 (TempEval-3): what of the gold time expressions of a document is found and resolved.

*Strict* is the exact span, *relaxed* any overlap (one expression found pairs with one gold expression, exact spans
first, then the largest overlap), *value* and *type* are relaxed pairs with the same TIMEX3 attribute. The creation time
of a document is given and not scored. Counts of documents are added up before F1 is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from benchmarks.reading.contract import Tally
from diurna_corpus.figures import Figures, Sums, f1
from diurna_training.sets.timeml import Document

MEASURES = ("strict", "relaxed", "value", "type")


class Spanned(Protocol):
    """Anything with a half-open span of code points."""

    @property
    def start(self) -> int:
        """Where it starts."""
        ...

    @property
    def end(self) -> int:
        """Where it ends."""
        ...


class Timed(Spanned, Protocol):
    """A time expression: the words of a span, a TIMEX3 type and a TIMEX3 value."""

    @property
    def text(self) -> str:
        """Its words."""
        ...

    @property
    def type(self) -> str:
        """DATE, TIME, DURATION or SET."""
        ...

    @property
    def value(self) -> str:
        """Its value in ISO 8601 as TIMEX3 extends it."""
        ...


G = TypeVar("G", bound=Spanned)
P = TypeVar("P", bound=Spanned)


def pairs(gold: Sequence[G], got: Sequence[P]) -> Iterator[tuple[G, P]]:
    """Pair one to one: exact spans first, then by the number of shared characters."""
    options = sorted(
        (
            (g.start, g.end) != (p.start, p.end),
            -(min(g.end, p.end) - max(g.start, p.start)),
            i,
            j,
        )
        for i, g in enumerate(gold)
        for j, p in enumerate(got)
        if min(g.end, p.end) > max(g.start, p.start)
    )
    used: set[tuple[str, int]] = set()
    for _, _, i, j in options:
        if ("gold", i) not in used and ("got", j) not in used:
            used |= {("gold", i), ("got", j)}
            yield gold[i], got[j]


def count(gold: Sequence[Timed], got: Sequence[Timed]) -> Tally:
    """What is right in one document."""
    tally = Tally({"gold": len(gold), "found": len(got)})
    for g, p in pairs(gold, got):
        tally["relaxed"] += 1
        tally["strict"] += _exact(g, p)
        tally["value"] += g.value == p.value
        tally["type"] += g.type == p.type
    return tally


def formula(sums: Sums) -> Figures:
    """F1 by every measure."""
    return {f"{name} F1": f1(sums[name], sums["found"], sums["gold"]) for name in MEASURES}


def differences(document: Document, got: Sequence[Timed]) -> Iterator[str]:
    """A line for every expression that is wrong, missed (MISS) or not in the gold annotation (EXTRA)."""
    found = list(pairs(document.gold, got))
    for g, p in found:
        if not _exact(g, p) or (g.value, g.type) != (p.value, p.type):
            yield f"DIFF {document.name}: {_told(g)} | {_told(p)} | {_around(document.text, g)}"
    for g in document.gold:
        if all(g is not paired for paired, _ in found):
            yield f"MISS {document.name}: {_told(g)} | {_around(document.text, g)}"
    for p in got:
        if all(p is not paired for _, paired in found):
            yield f"EXTRA {document.name}: {_told(p)} | {_around(document.text, p)}"


def _exact(a: Spanned, b: Spanned) -> bool:
    return (a.start, a.end) == (b.start, b.end)


def _told(time: Timed) -> str:
    return f"{time.text!r} {time.type} {time.value}"


def _around(text: str, span: Spanned) -> str:
    return text[max(0, span.start - 60) : span.end + 40].replace("\n", " ")
