"""Statements on PolNeAR dev: the counts of the data's own scorer (see `benchmarks/attribution.py`)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from benchmarks.attribution import POLNEAR, SCORER, by_model, scorer
from benchmarks.reading.contract import Measure, Tally
from benchmarks.reading.readings import Readings
from diurna_corpus.figures import Figures, Sums, f1
from diurna_training.sets.polnear import read_polnear

ROLES = ("Source", "Cue", "Content")


def count(readings: Readings, data: Path) -> Iterator[Tally]:
    """Count the relations of every text, against each annotator where it has more than one."""
    module = scorer(data)
    for text, documents in groupby(read_polnear(data / POLNEAR), key=lambda document: document.text):
        one = module.Scorer()
        for document in documents:
            one.add(text, document.relations, by_model(readings.raw(text)))
        yield Tally(one.c)


def formula(sums: Sums) -> Figures:
    """F1 of exact spans and of words by role, and of relations that share words of their cues or contents."""
    figures = {
        f"{role.lower()} {name} F1": f1(*(sums[role, f"{letter}_{part}"] for part in ("tp", "p", "g")))
        for name, letter in (("exact", "A"), ("token", "T"))
        for role in ROLES
    }
    return figures | {"relation detect F1": f1(*(sums["rel", part] for part in ("al", "p", "g")))}


MEASURES = (
    Measure(
        "statements",
        "PolNeAR dev",
        (POLNEAR, SCORER),
        count,
        formula,
        {
            "source exact F1": 74,
            "cue exact F1": 68,
            "content exact F1": 62,
            "content token F1": 85,
            "relation detect F1": 81,
        },
    ),
)
