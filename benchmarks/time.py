"""Score time expressions against a folder of TimeML files: strict, relaxed, value and type F1, and words a second.

    python -m benchmarks.time --gold DIR [--errors] [--json] [--limit N] [--predictions FILE]

Measures are those of SemEval-2013 Task 1 (TempEval-3), micro-averaged over documents: *strict* is the exact span,
*relaxed* any overlap (one prediction pairs with one gold expression, exact spans first, then the largest overlap),
*value* and *type* are relaxed pairs with the same TIMEX3 attribute. The document's creation time is given, not scored.
Speed is that of the time stage alone (finding and resolving), on readings made beforehand.
Needs `training/src` and `corpus/src` on the Python path.
"""

from __future__ import annotations

import argparse
import collections
import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from diurna.language import Reading, read
from diurna.model import Edtf, Published
from diurna.times import TimeExpression, find_times, resolve_times
from diurna_training.sets.timeml import Document, read_timeml


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


G = TypeVar("G", bound=Spanned)
P = TypeVar("P", bound=Spanned)


def published(document: Document) -> Published:
    """The creation time as a publication date; unknown where it names no day."""
    try:
        return Published(edtf=Edtf.parse(document.created[:10]), basis="metadata")
    except ValueError:
        return Published()


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


def count(document: Document, got: tuple[TimeExpression, ...], show: bool) -> collections.Counter[str]:
    """Count hits of one document, printing what is wrong where asked."""
    counts = collections.Counter(gold=len(document.gold), got=len(got))
    found = list(pairs(document.gold, got))
    for g, p in found:
        exact = (g.start, g.end) == (p.start, p.end)
        counts.update(relaxed=1, strict=int(exact), value=int(g.value == p.value), type=int(g.type == p.type))
        if show and (not exact or g.value != p.value or g.type != p.type):
            context = document.text[max(0, g.start - 60) : g.end + 40].replace("\n", " ")
            print(f"DIFF {document.name}: {g.text!r} {g.type} {g.value} | {p.text!r} {p.type} {p.value} | {context}")
    if show:
        for g in set(document.gold) - {g for g, _ in found}:
            context = document.text[max(0, g.start - 40) : g.end + 40].replace("\n", " ")
            print(f"MISS {document.name}: {g.text!r} {g.type} {g.value} | {context}")
        for p in [p for p in got if p not in [q for _, q in found]]:
            context = document.text[max(0, p.start - 40) : p.end + 40].replace("\n", " ")
            print(f"EXTRA {document.name}: {p.text!r} {p.type} {p.value} | {context}")
    return counts


def f1(hits: int, got: int, gold: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * hits / (got + gold) if got + gold else 0.0


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True, help="folder of .tml files")
    parser.add_argument("--limit", type=int, help="score only the first N documents")
    parser.add_argument("--errors", action="store_true", help="print every difference")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--predictions", type=Path, help="also write the predictions as JSON lines")
    options = parser.parse_args()
    documents = [read_timeml(path) for path in sorted(options.gold.glob("*.tml"))[: options.limit]]
    readings = read([d.text for d in documents])
    total: collections.Counter[str] = collections.Counter()
    started, lines = time.perf_counter(), []
    answers = [_answer(d, r) for d, r in zip(documents, readings, strict=True)]
    seconds = time.perf_counter() - started
    for document, got in zip(documents, answers, strict=True):
        total += count(document, got, options.errors)
        lines += [
            {"doc": document.name, "start": p.start, "end": p.end, "text": p.text, "type": p.type, "value": p.value}
            for p in got
        ]
    if options.predictions:
        options.predictions.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    _report(total, sum(len(r) for r in readings) / seconds, options.json)


def _answer(document: Document, reading: Reading) -> tuple[TimeExpression, ...]:
    return resolve_times(reading, find_times(reading), published(document))


def _report(total: collections.Counter[str], speed: float, as_json: bool) -> None:
    scores = {
        m: round(100 * f1(total[m], total["got"], total["gold"]), 2) for m in ("strict", "relaxed", "value", "type")
    }
    if as_json:
        print(json.dumps({**scores, "gold": total["gold"], "found": total["got"], "words_per_second": round(speed)}))
        return
    for measure, score in scores.items():
        print(f"{measure:8} {score:6.2f}")
    print(f"{total['gold']} gold expressions, {total['got']} found; {speed:,.0f} words/s (time stage alone, one core)")


if __name__ == "__main__":
    main()
