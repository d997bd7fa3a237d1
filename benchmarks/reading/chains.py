"""Coreference on OntoGUM dev beside rules: gold words and sentences, the model's own trees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.reading.contract import Measure, Tally
from benchmarks.reading.readings import Readings
from benchmarks.reading.trees import GUM
from diurna.language import Reading
from diurna.language.coreference import span_of
from diurna_corpus.figures import Figures, Sums
from diurna_training.coreference.measures import figures, sums
from diurna_training.coreference.rules import rule_chains
from diurna_training.sets.gum import load_gum
from diurna_training.sets.ontogum import chains_path, load_chains
from diurna_training.tokens import as_tokens

Span = tuple[int, int]
ONTOGUM = "data/language/gum/dev/coref/ontogum/conllu"


def count(readings: Readings, data: Path) -> Iterator[Tally]:
    """The sums of every document, for the model and the rules."""
    folder = data / "data" / "language" / "gum" / "dev"
    for document in load_gum(folder / "dep"):
        yield compare(readings.gold(*as_tokens(document)), load_chains(chains_path(folder, document.name)))


def compare(reading: Reading, gold: Iterable[Iterable[Span]]) -> Tally:
    """The sums of one document."""
    ours = ((span_of(reading, word) for word in chain) for chain in reading.chains)
    found = {"model": apart(ours), "rules": apart(rule_chains(reading))}
    theirs = apart(gold)
    return Tally({(name, *key): n for name, chains in found.items() for key, n in sums(chains, theirs).items()})


def formula(counts: Sums) -> Figures:
    """The measures of the model, the CoNLL score of the rules and what the model gains over it."""
    model, rules = (
        figures(Sums({key[1:]: n for key, n in counts.items() if isinstance(key, tuple) and key[0] == name}))
        for name in ("model", "rules")
    )
    return {f"{name} F1": value for name, value in model.items()} | {
        "rules CoNLL F1": rules["CoNLL"],
        "gain over rules": model["CoNLL"] - rules["CoNLL"],
    }


def apart(chains: Iterable[Iterable[Span]]) -> list[set[Span]]:
    """Chains as sets of which none shares a span with one before it."""
    taken: set[Span] = set()
    found = []
    for chain in chains:
        found.append({*chain} - taken)
        taken |= found[-1]
    return [chain for chain in found if len(chain) > 1]


MEASURES = (Measure("coreference", "OntoGUM dev", (*GUM, ONTOGUM), count, formula, {"gain over rules": 8}),)
