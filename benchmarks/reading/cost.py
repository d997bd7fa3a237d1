"""What the model costs: the size of its files and words a second on one core, beside spaCy's where it is installed."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.reading.readings import Readings, Spent
from benchmarks.reading.results import Row
from diurna.language import weights

MEGABYTES = 30


def size(folder: Path) -> Row:
    """The size of all files of a weights folder in megabytes."""
    total = sum((folder / name).stat().st_size for name in (*weights.FILES, weights.CONFIG)) / 1e6
    return Row("files", "weights folder", "megabytes", total, total, total, bar=MEGABYTES, at_most=True)


def speed(readings: Readings) -> Iterator[str]:
    """Words a second by stage over the texts that were read raw, in lines of text."""
    if not readings.texts:
        yield "no raw text was read: no speed"
        return
    yield from stages(readings.spent)
    yield beside(readings.texts, readings.spent.words)


def stages(spent: Spent) -> Iterator[str]:
    """Words a second by stage, and the share that the encoder has of the time."""
    whole = spent.tokenising + spent.reading
    for name, seconds in (
        ("tokenising", spent.tokenising),
        ("encoding", spent.encoding),
        ("decoding", spent.reading - spent.encoding),
        ("all", whole),
    ):
        yield f"{name:12}{spent.words / seconds:10,.0f} words/s"
    yield f"{100 * spent.encoding / whole:.0f} % of the time is spent in the encoder ({spent.words:,} words, one core)"


def beside(texts: Sequence[str], words: int) -> str:
    """Words a second of an English pipeline of spaCy on the same texts, in a line of text."""
    try:
        import spacy
    except ImportError:
        return "spaCy is not installed: nothing beside these figures"
    pipelines = sorted(name for name in spacy.util.get_installed_models() if name.startswith("en_"))
    if not pipelines:
        return "no English pipeline of spaCy is installed: nothing beside these figures"
    pipeline = spacy.load(pipelines[0])
    pipeline(texts[0])
    begun = time.perf_counter()
    for text in texts:
        pipeline(text)
    return f"{pipelines[0]:12}{words / (time.perf_counter() - begun):10,.0f} words/s"
