"""Score the network and the rules on documents of OntoGUM: `python -m diurna_training.coreference.compare`.

Both see gold words and sentences; trees and names, from which spans follow, are those of shipped weights or gold.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch

from diurna.language.coreference import read_chains, span_of
from diurna.language.model import LanguageModel
from diurna.language.packing import Tokenized, make_windows
from diurna.language.pieces import PieceTable
from diurna.language.reading import IntArray, NameSpan, Reading
from diurna_corpus.bootstrap import intervals
from diurna_training.coreference.measures import Sums, sums
from diurna_training.coreference.rules import rule_chains
from diurna_training.evaluate import as_tokens
from diurna_training.export import load_tokenizer
from diurna_training.loop import load_averaged
from diurna_training.model import Reader
from diurna_training.samples import Document, spans_of_tags
from diurna_training.sets.gum import load_gum
from diurna_training.sets.ontogum import chains_path, load_chains

Spans = list[list[tuple[int, int]]]


def network_chains(model: Reader, pieces: PieceTable, tokens: Tokenized, firsts: IntArray, reading: Reading) -> Spans:
    """The chains that a network finds in a text, window by window as at run time; spans follow from the reading."""
    parts = []
    with torch.no_grad():
        for window in make_windows(tokens, pieces, firsts):
            inputs = (torch.from_numpy(a)[None] for a in (window.pieces, window.shapes))
            edges = (torch.from_numpy(a)[None] for a in (window.first, window.last))
            found = model(*inputs, None, *edges)
            parts.append([found[name][0].numpy() for name in ("mentions", "coref_at", "coref_to")])
    scores, at, to = (np.concatenate(column) for column in zip(*parts, strict=True))
    chains = read_chains(scores, at, to, model.coref_table.detach().numpy(), tokens.forms)
    return [[span_of(reading, word) for word in chain] for chain in chains]


def gold_reading(document: Document, path: Path) -> Reading:
    """The gold trees and names of a document; `path` is its CoNLL-U file."""
    names, at = [], 0
    for sentence in document.sentences:
        names += [NameSpan(at + a, at + b, label, 1.0) for a, b, label in spans_of_tags(sentence.names or [])]
        at += len(sentence.words)
    return Reading.from_conllu(path.read_text(encoding="utf-8"), names)


def _tidy(chains: Spans) -> list[set[tuple[int, int]]]:
    """Chains as sets of which none shares a span with one before it."""
    taken: set[tuple[int, int]] = set()
    found = []
    for chain in chains:
        found.append({*chain} - taken)
        taken |= found[-1]
    return [chain for chain in found if len(chain) > 1]


def compare(model: Reader, folder: Path, trees: LanguageModel | None) -> dict[str, list[Sums]]:
    """The sums of every document of a folder of GUM by system; gold trees where `trees` is none."""
    model.eval()
    pieces = PieceTable(load_tokenizer())
    found: dict[str, list[Sums]] = {"rules": [], "network": []}
    for document in load_gum(folder / "dep"):
        path = chains_path(folder, document.name)
        tokens, firsts = as_tokens(document)
        reading = gold_reading(document, path) if trees is None else trees.read_tokens(tokens, firsts)
        gold = _tidy(load_chains(path))
        found["rules"].append(sums(_tidy(rule_chains(reading)), gold))
        found["network"].append(sums(_tidy(network_chains(model, pieces, tokens, firsts, reading)), gold))
    return found


@dataclass(frozen=True)
class Gain:
    """How much better one system is than another; sums of both add up."""

    ours: Sums = field(default_factory=Sums)
    theirs: Sums = field(default_factory=Sums)

    def __add__(self, other: Gain) -> Gain:
        return Gain(self.ours + other.ours, self.theirs + other.theirs)

    def figures(self) -> dict[str, float]:
        """The differences of the figures."""
        theirs = self.theirs.figures()
        return {name: value - theirs[name] for name, value in self.ours.figures().items()}


def table(found: dict[str, Sequence[Sums]]) -> str:
    """Figures with their 95 % intervals over documents: of each system, and the gain of the network over the rules."""
    rows = {name: intervals(counts, Sums()) for name, counts in found.items()}
    pairs = zip(found["network"], found["rules"], strict=True)
    rows["gain"] = intervals([Gain(ours, theirs) for ours, theirs in pairs], Gain())
    return "\n".join(
        f"{name:8} " + "  ".join(f"{k} {value:.1f} [{low:.1f}, {high:.1f}]" for k, (value, low, high) in shown.items())
        for name, shown in rows.items()
    )


def main(arguments: list[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="diurna_training.coreference.compare", description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True, help="checkpoint.pt of a run")
    parser.add_argument("--gum", type=Path, required=True, help="a part of GUM: a folder with dep/ and coref/")
    parser.add_argument("--gold-trees", action="store_true", help="take trees and names from the annotation")
    options = parser.parse_args(arguments)
    trees = None if options.gold_trees else LanguageModel.load()
    print(table(compare(load_averaged(options.checkpoint), options.gum, trees)))


if __name__ == "__main__":
    main()
