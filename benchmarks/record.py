"""How far the record of a story agrees with a reference record.

    python -m benchmarks.record tests/golden/andes tests/golden/demo=src/diurna/demo/reports [--misses] [--json]
    python -m benchmarks.record GOLD.yaml=TEXTS --record EXPORTED.jsonl

A story is a folder with `gold.yaml`, or a reference record; its reports lie in the same folder unless `=FOLDER` says
otherwise. They are read, linked and asked here and now, unless `--record` names an exported record (which answers no
questions). A report gets its date and outlet from the reference where a reader has them from outside the text
(`published_basis: metadata`); otherwise the date has to be found.

Measures: report dates (inside the reference, a day of grace); entities (all names of a party, and no other's, in one
entity); claims found (a trigger inside the quote, of a kind that fits) and, of those found, their status, innermost
source and day of saying; not falsely happened; events found (one event of the record for each), with their dates,
standings and participants; linking (B-cubed F1 over found claims); events that look alike kept apart; changes;
questions.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.gold import Gold, answer_agrees
from benchmarks.scoring import Score, score_record
from diurna.engine import read_reports, understand
from diurna.export import record_rows
from diurna.ledger import Ledger
from diurna.model import BadInput, Edtf
from diurna.sources import Document
from diurna.views import answer, answer_json

Ask = Callable[[str, date], dict[str, Any]]


def documents(gold: Gold) -> list[Document]:
    """The reports of a story as they come in, with what is known of them from outside the text."""
    return [
        Document(
            file=report["file"],
            text=gold.texts[report["id"]],
            outlet=report.get("outlet"),
            published=Edtf.parse(str(report["published"])) if report["published_basis"] == "metadata" else None,
            basis="metadata" if report["published_basis"] == "metadata" else "unknown",
        )
        for report in gold["reports"]
    ]


def score_story(gold: Gold) -> Score:
    """Read the story's reports into a fresh record and score it, questions included. Raises BadInput for a refusal."""
    with Ledger.open(":memory:") as ledger:
        for extraction in read_reports(documents(gold)):
            if isinstance(extraction, BadInput):
                raise extraction
            ledger.record([extraction])
        score = score_record(gold, record_rows(ledger.view()))
        score_questions(gold, lambda ask, day: _ask(ledger, ask, day), score)
    return score


def _ask(ledger: Ledger, ask: str, day: date) -> dict[str, Any]:
    return answer_json(answer(ledger.view(as_of=day), understand(ask, day), day))


def score_questions(gold: Gold, ask: Ask, score: Score) -> None:
    """Put every question of the reference and count the right answers."""
    for question in gold["questions"]:
        ours = ask(question["ask"], date.fromisoformat(str(question["as_of"])))
        right = any(answer_agrees(gold, wanted, ours) for wanted in [question["answer"], *question.get("also", [])])
        said = f"{ours.get('answer')} {ours.get('dates', '')} {ours.get('names', '')}"
        score.count("questions", right, f"{question['ask']} ({question['as_of']}): {said} for {question['answer']}")


def load_story(story: str) -> Gold:
    """The reference record that `FILE`, `FOLDER` or either with `=TEXTS` names."""
    file, _, texts = story.partition("=")
    path = Path(file)
    return Gold.load(path / "gold.yaml" if path.is_dir() else path, Path(texts) if texts else None)


def table(scores: dict[str, Score]) -> str:
    """The measures as lines, the stories as columns."""
    measures = dict.fromkeys(measure for score in scores.values() for measure in score.shares())
    lines = ["".join([f"{'':22}", *(f"{name[:16]:>18}" for name in scores)])]
    for measure in measures:
        lines.append("".join([f"{measure:22}", *(f"{_cell(score, measure):>18}" for score in scores.values())]))
    return "\n".join(lines)


def _cell(score: Score, measure: str) -> str:
    share = score.shares().get(measure)
    if share is None:
        return "-"
    counts = score.tallies.get(measure)
    return f"{counts[0]}/{counts[1]}  {share:.2f}" if counts else f"{share:.2f}"


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="+", metavar="STORY[=TEXTS]")
    parser.add_argument("--record", type=Path, help="score this exported record (of one story) instead of reading")
    parser.add_argument("--misses", action="store_true", help="print every case that was missed")
    parser.add_argument("--json", action="store_true", help="print the shares as JSON")
    given = parser.parse_args()
    if given.record and len(given.stories) > 1:
        parser.error("--record goes with one story")
    scores = {}
    for story in given.stories:
        gold = load_story(story)
        path = Path(story.partition("=")[0])
        name = path.name if path.is_dir() else path.stem
        scores[name] = score_record(gold, _rows(given.record)) if given.record else score_story(gold)
    if given.json:
        print(json.dumps({name: score.shares() for name, score in scores.items()}, indent=2))
        return
    for name, score in scores.items() if given.misses else ():
        print(f"{name}\n  " + "\n  ".join(score.misses) + "\n")
    print(table(scores))


def _rows(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    main()
