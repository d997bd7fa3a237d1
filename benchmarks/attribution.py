"""Attribution on PolNeAR dev and on the hard cases: `python -m benchmarks.attribution [--by model] [--errors]`.

Needs `training/src` and `corpus/src` on the Python path and the development data (`DIURNA_DATA`, default `../shared`
beside the repository). PolNeAR figures are those of the data's own scorer, for the statements that the rules or the
model find: exact and token-level spans of source, cue and content, and relations found. A hard case is right when
every statement in it has the expected chain of named sources, outermost first.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from benchmarks.data import data_folder
from diurna.claims.attribution import Attribution, chain, find_attributions
from diurna.language import Reading, StatementSpan, read
from diurna_training.sets.polnear import Relation, read_polnear

POLNEAR = Path("data", "attribution", "polnear", "dev")
SCORER = Path("score_attribution.py")
"""Where the set and its scorer are in the folder of development data."""


def scorer(data: Path) -> ModuleType:
    """The scorer that comes with the data."""
    spec = importlib.util.spec_from_file_location("score_attribution", data / SCORER)
    if spec is None or spec.loader is None:
        raise SystemExit("score_attribution.py not found in the development data")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def characters(reading: Reading, span: tuple[int, int]) -> tuple[int, int]:
    """The code points of a token span."""
    return int(reading.starts[span[0]]), int(reading.ends[span[1] - 1])


def as_relation(reading: Reading, a: Attribution) -> Relation:
    """An attribution in PolNeAR's form: one source span over all co-sources."""
    sources = [(min(s for s, _ in a.sources), max(e for _, e in a.sources))] if a.sources else []
    return {
        "Source": [characters(reading, s) for s in sources],
        "Cue": [characters(reading, a.cue_span)],
        "Content": [characters(reading, s) for s in a.content],
    }


def of_statement(reading: Reading, said: StatementSpan) -> Relation:
    """A statement that the model marked in PolNeAR's form."""
    spans = {role: [(p.start, p.end) for p in said.parts if p.role == role.lower()] for role in ("Source", "Content")}
    spans["Cue"] = [(said.start, said.end)]
    return {role: [characters(reading, span) for span in found] for role, found in spans.items()}


def by_rules(reading: Reading) -> list[Relation]:
    """The attributions that the rules find. PolNeAR has one level only, so nested ones are left out."""
    return [as_relation(reading, a) for a in find_attributions(reading) if a.parent is None]


def by_model(reading: Reading) -> list[Relation]:
    """The statements that the model marks."""
    return [of_statement(reading, said) for said in reading.statements]


FINDERS: dict[str, Callable[[Reading], list[Relation]]] = {"rules": by_rules, "model": by_model}


def polnear(data: Path, sample: int, errors: bool, by: str) -> None:
    """Score on PolNeAR dev, or about `sample` documents of it, and print the figures."""
    total = scorer(data).Scorer()
    documents = list(read_polnear(data / POLNEAR))
    for document in documents[:: max(1, len(documents) // sample) if sample else 1]:
        predicted = FINDERS[by](read([document.text])[0])
        total.add(document.text, document.relations, predicted)
        if errors:
            show_errors(document.name, document.text, document.relations, predicted)
    total.report(f"PolNeAR dev, {by}" + (f", about {sample} documents" if sample else ""))


def show_errors(name: str, text: str, gold: list[Relation], predicted: list[Relation]) -> None:
    """Print relations without a partner (cues that do not touch) on either side."""

    def cues(relations: list[Relation]) -> set[int]:
        return {c for r in relations for a, b in r["Cue"] for c in range(a, b)}

    def line(r: Relation) -> str:
        return " | ".join(f"{role}: {' ... '.join(text[a:b] for a, b in r[role])[:150]!r}" for role in r)

    print(f"## {name}")
    for mark, these, others in (("-", gold, cues(predicted)), ("+", predicted, cues(gold))):
        for r in these:
            if not others & cues([r]):
                print(mark, line(r))


def hard_cases(data: Path, errors: bool) -> None:
    """Print how many of the hard cases have the right chain for every attribution."""
    cases = json.loads((data / "data" / "attribution" / "hard_cases.json").read_text(encoding="utf-8"))
    right = 0
    for case in cases:
        wrong = wrong_chains(case)
        right += not wrong
        if wrong and errors:
            print(f"hard case {case['id']}: {case['text']}", *wrong, sep="\n    ")
    print(f"hard cases: all chains right in {right} of {len(cases)}")


def wrong_chains(case: dict[str, object]) -> list[str]:
    """What is wrong in the chains of one case: expected against found, per event; spurious sources too."""
    context = str(case["context"] or "")
    offset = len(context) + 2 if context else 0
    text = f"{context}\n\n{case['text']}" if context else str(case["text"])
    reading = read([text])[0]
    attributions = [a for a in find_attributions(reading) if a.cue >= reading.tokens_between(offset, len(text))[0]]
    gold = {str(a["id"]): a for a in case["attributions"]}  # type: ignore[attr-defined]
    wrong = []
    for g in gold.values():
        expected = _gold_chain(gold, g)
        start, end = (g["content"][0]["start"] + offset, g["content"][-1]["end"] + offset)
        inside = set(range(*reading.tokens_between(start, end)))
        found = [_found_chain(reading, attributions, a) for a in attributions if _covers(reading, a, inside)]
        if [name for name in expected if name] not in found and any(expected):
            wrong.append(f"expected {expected}, found {found}")
    if not gold and attributions:
        wrong.append(f"expected none, found {[reading.span_text(*a.cue_span) for a in attributions]}")
    return wrong


def _gold_chain(gold: dict[str, dict], g: dict) -> list[str]:  # type: ignore[type-arg]
    outer = _gold_chain(gold, gold[g["parent"]]) if g["parent"] else []
    name = g["source"]["text"] if g["source"] else ""
    return [*outer, "" if name.startswith("no ") else name]


def _found_chain(reading: Reading, attributions: list[Attribution], a: Attribution) -> list[str]:
    levels = chain(find_attributions(reading), a)
    return [" and ".join(reading.span_text(*s) for s in level.sources) for level in levels if level.sources]


def _covers(reading: Reading, a: Attribution, inside: set[int]) -> bool:
    """Whether the content and the expected content share more than half of their tokens."""
    own = {t for s, e in a.content for t in range(s, e)}
    return 2 * len(own & inside) > len(own | inside)


def main() -> None:
    """Run both measures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--sample", type=int, default=0, metavar="N", help="about N documents of PolNeAR dev (default: all)"
    )
    parser.add_argument("--by", choices=FINDERS, default="rules", help="who finds the statements of PolNeAR")
    parser.add_argument("--errors", action="store_true", help="print what was missed and what was too much")
    parser.add_argument("--hard-only", action="store_true", help="only the hard cases")
    options = parser.parse_args()
    data = data_folder()
    if not data.is_dir():
        sys.exit("development data not found: set DIURNA_DATA")
    hard_cases(data, options.errors)
    if not options.hard_only:
        polnear(data, options.sample, options.errors, options.by)


if __name__ == "__main__":
    main()
