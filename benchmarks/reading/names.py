"""Names with gold words and sentences: exact spans with their label."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.reading.contract import Measure, Tally, f1_of, spans
from benchmarks.reading.readings import Readings
from benchmarks.reading.trees import EWT, GUM
from diurna.language import NameSpan
from diurna_corpus.figures import Figures, Sums, f1
from diurna_training.corpus import load_ewt
from diurna_training.samples import Document, spans_of_tags
from diurna_training.sets.bio import CROSSNER, load_bio
from diurna_training.sets.gum import load_gum
from diurna_training.sets.worldwide import EVALUATION_ONLY, load_worldwide
from diurna_training.tokens import as_tokens

BASIC = ("PER", "LOC", "ORG")
Name = tuple[int, int, str]


def compare(found: Iterable[NameSpan], gold: Iterable[Name], labels: Iterable[str]) -> Tally:
    """Count the names of every label."""
    tally, ours, theirs = Tally(), {(n.start, n.end, n.label) for n in found}, set(gold)
    for label in labels:
        spans(tally, label, *({name for name in names if name[2] == label} for names in (ours, theirs)))
    return tally


def formula(sums: Sums, together: tuple[str, ...], apart: tuple[str, ...] = ()) -> Figures:
    """F1 of some labels together, and of every label."""
    every = f1(*(sum(sums[label, part] for label in together) for part in ("right", "found", "gold")))
    return {f"{'/'.join(together)} F1": every} | {f"{label} F1": f1_of(sums, label) for label in (*together, *apart)}


def gold_names(document: Document) -> tuple[Document, list[Name]]:
    """The sentences of a document whose names are annotated, and their names as words of these."""
    sentences = [s for s in document.sentences if s.names is not None]
    names: list[Name] = []
    at = 0
    for sentence in sentences:
        names += [(a + at, b + at, label) for a, b, label in spans_of_tags(sentence.names or [])]
        at += len(sentence.words)
    return Document(document.name, document.source, sentences), names


def _measure(
    name: str,
    files: tuple[str, ...],
    load: Callable[[Path], list[Document]],
    together: tuple[str, ...],
    apart: tuple[str, ...] = (),
    bar: float | None = None,
) -> Measure:
    """Labels `apart` are finer than those of a reading: facilities are no places there, and peoples are names."""

    def count(readings: Readings, data: Path) -> Iterator[Tally]:
        for document, gold in map(gold_names, load(data / "data" / "language")):
            if document.sentences:
                place = as_tokens(document)
                found = readings.fine_names(*place) if apart else readings.gold(*place).names
                yield compare(found, gold, (*together, *apart))

    bars = {} if bar is None else {f"{'/'.join(together)} F1": bar}
    return Measure("names", name, files, count, partial(formula, together=together, apart=apart), bars)


MEASURES = (
    _measure("UNER dev", EWT, lambda folder: load_ewt(folder, "dev"), BASIC, bar=80),
    _measure(
        "Worldwide newswire",
        (f"data/language/{EVALUATION_ONLY}",),
        lambda folder: load_worldwide(folder / EVALUATION_ONLY),
        BASIC,
        ("NORP", "FAC"),
        bar=76,
    ),
    _measure(
        "CrossNER politics dev",
        ("data/language/crossner_politics/dev.txt",),
        lambda folder: load_bio(folder / "crossner_politics" / "dev.txt", "crossner", CROSSNER, "crossner"),
        (*BASIC, "EVENT"),
    ),
    _measure("GUM dev", GUM, lambda folder: load_gum(folder / "gum" / "dev" / "dep"), (*BASIC, "EVENT")),
)
