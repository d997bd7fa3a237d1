"""Score time expressions against a folder of TimeML files: strict, relaxed, value and type F1, and words a second.

    python benchmarks/time.py --gold DIR [--errors] [--json] [--limit N] [--predictions FILE]

Measures are those of SemEval-2013 Task 1 (TempEval-3), micro-averaged over documents: *strict* is the exact span,
*relaxed* any overlap (one prediction pairs with one gold expression, exact spans first, then the largest overlap),
*value* and *type* are relaxed pairs with the same TIMEX3 attribute. The document's creation time is given, not scored.
Speed is that of the time stage alone (finding and resolving), on readings made beforehand.
"""

from __future__ import annotations

import argparse
import collections
import html
import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from diurna.language import Reading, read
from diurna.model import Edtf, Published
from diurna.times import TimeExpression, find_times, resolve_times

_TEXT = re.compile(r"<TEXT>(.*?)</TEXT>", re.S)
_TAG = re.compile(r"<(/?)(\w+)([^>]*?)(/?)>", re.S)
_ATTRIBUTE = re.compile(r'(\w+)\s*=\s*"([^"]*)"')
_CREATED = re.compile(r'<TIMEX3[^>]*functionInDocument="CREATION_TIME"[^>]*>', re.S)


@dataclass(frozen=True)
class Timex:
    """One expression: half-open span of code points, TIMEX3 type and value."""

    start: int
    end: int
    text: str
    type: str
    value: str


@dataclass(frozen=True)
class Document:
    """A TimeML document as plain text with its creation time and gold expressions."""

    name: str
    text: str
    created: str
    gold: tuple[Timex, ...]


def load(path: Path) -> Document:
    """Read one TimeML file; text and offsets are those of the content of TEXT without its tags."""
    raw = path.read_text(encoding="utf-8", errors="replace")
    created = _CREATED.search(raw)
    body = _TEXT.search(raw)
    text, at = "", 0
    opened: list[tuple[int, dict[str, str]]] = []
    spans: list[tuple[int, int, dict[str, str]]] = []
    content = body[1] if body else ""
    for tag in _TAG.finditer(content):
        text += html.unescape(content[at : tag.start()])
        at = tag.end()
        if tag[2] != "TIMEX3" or tag[4]:
            continue
        if not tag[1]:
            opened.append((len(text), dict(_ATTRIBUTE.findall(tag[3]))))
        elif opened:
            start, attributes = opened.pop()
            spans.append((start, len(text), attributes))
    text += html.unescape(content[at:])
    gold = tuple(
        Timex(s, e, text[s:e], a.get("type", ""), a.get("value", ""))
        for s, e, a in sorted(spans, key=lambda span: span[:2])
        if text[s:e].strip()
    )
    day = dict(_ATTRIBUTE.findall(created[0])).get("value", "") if created else ""
    return Document(path.stem, text, day, gold)


def published(document: Document) -> Published:
    """The creation time as a publication date; unknown where it names no day."""
    try:
        return Published(edtf=Edtf.parse(document.created[:10]), basis="metadata")
    except ValueError:
        return Published()


def pairs(gold: tuple[Timex, ...], got: tuple[TimeExpression, ...]) -> Iterator[tuple[Timex, TimeExpression]]:
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
    documents = [load(path) for path in sorted(options.gold.glob("*.tml"))[: options.limit]]
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
