"""`python -m diurna_corpus VERB`: check, measure and convert the claims corpus."""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
import json
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from diurna_corpus import agreement, convert, coverage, files, likeness, near, splits
from diurna_corpus.check import LONGEST, LONGEST_REPORT, check_annotation, check_passage, check_story, hints
from diurna_corpus.format import FormatError, Passage, SecondFile, Story, load, schema
from diurna_corpus.resolve import resolve

COVERAGE = "<!-- coverage -->"
"""Stands before and behind the coverage table in the README."""


def _check(args: argparse.Namespace) -> int:
    errors = 0
    for path in args.files or [*files.passage_files(), *files.story_files(), *files.second_files()]:
        for line in findings(path):
            print(line)
            errors += 1
        for line in _hints(path) if args.hints else ():
            print(f"hint  {line}")
    print(f"{errors} errors")
    return 1 if errors else 0


def findings(path: Path) -> Iterator[str]:
    """The errors in one file of the corpus."""
    if path.parent.name == "second":
        yield from _second_findings(path)
        return
    seen: set[str] = set()
    story: Story | None = None
    for text in files.texts_in([path]):
        passage, story = text.passage, text.story
        if passage.id in seen:
            yield f"{passage.id}: stands twice"
        seen.add(passage.id)
        longest = LONGEST_REPORT if story else LONGEST
        yield from (f"{passage.id}: {problem}" for problem in check_passage(passage, longest))
    if story:
        yield from (f"{story.story}: {problem}" for problem in check_story(story))


def _hints(path: Path) -> Iterator[str]:
    if path.parent.name != "second":
        for passage in (text.passage for text in files.texts_in([path])):
            yield from (f"{passage.id}: {hint}" for hint in hints(resolve(passage.text, passage)))


@cache
def _passages() -> dict[str, Passage]:
    return {text.passage.id: text.passage for text in files.texts()}


def _second_findings(path: Path) -> Iterator[str]:
    first = _passages()
    for annotation in load(path, SecondFile).annotations:
        if annotation.id not in first:
            yield f"{annotation.id}: no such text"
            continue
        passage = first[annotation.id]
        found = resolve(passage.text, annotation)
        for problem in check_annotation(found, dt.date.fromisoformat(passage.published)):
            yield f"{path.stem} {annotation.id}: {problem}"


def _coverage(args: argparse.Namespace) -> int:
    rows = coverage.table(files.texts(), files.stories())
    print(coverage.markdown(rows))
    if args.write:
        readme = files.FOLDER / "README.md"
        before, mark, rest = readme.read_text(encoding="utf-8").partition(COVERAGE)
        after = rest.partition(COVERAGE)[2]
        readme.write_text(f"{before}{mark}\n\n{coverage.markdown(rows)}\n{COVERAGE}{after}", encoding="utf-8")
    short = [row for row in rows if row.count < row.least]
    for row in short:
        print(f"{row.section}: {row.name}: {row.count}, at least {row.least} needed")
    return 1 if short else 0


def _repeats(args: argparse.Namespace) -> int:
    texts = files.texts()
    passages = {t.passage.id: t.passage.text for t in texts if t.story is None}
    pairs = list(near.near_copies(passages))
    for one, two, share in pairs:
        print(f"{one} and {two} share {share:.0%} of their runs of five words")
    found = [resolve(t.passage.text, t.passage) for t in texts]
    for name, counts in (("frame", near.frames(found)), ("opening", near.openings(found))):
        print(f"most frequent {name}s:")
        for words, count in counts.most_common(args.most):
            print(f"  {count:4} {words}")
    print(f"{len(pairs)} pairs of near copies")
    return 1 if pairs else 0


def _copies(args: argparse.Namespace) -> int:
    texts = {t.passage.id: t.passage.text for t in files.texts()}
    runs = list(near.shared_runs(texts, _plain(args.folders)))
    for key, other, words in runs:
        print(f"{key} shares with {other}: {words}")
    print(f"{len(runs)} shared runs of eight words")
    return 1 if runs else 0


def _likeness(args: argparse.Namespace) -> int:
    own = [t.passage.text for t in files.texts()]
    rows = likeness.table(own, _plain(args.folders))
    names = [field.name for field in dataclasses.fields(likeness.Likeness)]
    print(f"{'':28}" + "".join(f"{name.replace('_', ' '):>24}" for name in names))
    for name, figures in rows.items():
        values = (getattr(figures, field) for field in names)
        print(f"{name:28}" + "".join(f"{v:>24,}" if isinstance(v, int) else f"{v:>24.3f}" for v in values))
    return 0


def _agreement(args: argparse.Namespace) -> int:
    triples = files.doubly_annotated()
    if args.differences:
        for text, one, two in triples:
            for line in agreement.disagreements(resolve(text, one), resolve(text, two)):
                print(f"{one.id}: {line}")
    print(f"{len(triples)} texts")
    for name, (value, low, high) in agreement.measure(triples).items():
        print(f"  {name:18} {value:.3f} [{low:.3f}, {high:.3f}]")
    return 0


def _convert(args: argparse.Namespace) -> int:
    args.out.mkdir(parents=True, exist_ok=True)
    records: dict[str, list[dict[str, object]]] = {"train": [], "dev": [], "test": []}
    for text in files.texts():
        part = splits.part_of(text)
        records[part].append(convert.training_record(text, part))
    for name, items in records.items():
        lines = "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items)
        (args.out / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    for story in files.stories():
        record, reports = convert.reference_record(story)
        folder = args.out / "stories" / story.story
        folder.mkdir(parents=True, exist_ok=True)
        written = yaml.safe_dump(record, allow_unicode=True, sort_keys=False, width=120)
        (folder / "gold.yaml").write_text(written, encoding="utf-8")
        for file, words in reports.items():
            (folder / file).write_text(words, encoding="utf-8")
    print(", ".join(f"{part}: {len(items)} texts" for part, items in records.items()))
    return 0


def _schema(args: argparse.Namespace) -> int:
    print(json.dumps(schema(), indent=1))
    return 0


def _plain(folders: list[Path]) -> dict[str, str]:
    """The texts of every .txt file below some folders."""
    found = [file for folder in folders for file in sorted(folder.rglob("*.txt"))]
    return {file.name: file.read_text(encoding="utf-8", errors="replace") for file in found}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m diurna_corpus", description=__doc__)
    verbs = parser.add_subparsers(required=True)
    check = verbs.add_parser("check", help="validate files (all of the corpus by default)")
    check.add_argument("files", nargs="*", type=Path)
    check.add_argument("--hints", action="store_true", help="also name what may have been forgotten")
    check.set_defaults(run=_check)
    cover = verbs.add_parser("coverage", help="print the coverage table; exit code 1 where a row falls short")
    cover.add_argument("--write", action="store_true", help="put the table into the README")
    cover.set_defaults(run=_coverage)
    repeats = verbs.add_parser("repeats", help="near copies, and the most frequent frames and openings")
    repeats.add_argument("--most", type=int, default=10)
    repeats.set_defaults(run=_repeats)
    copies = verbs.add_parser("copies", help="runs of eight words shared with the .txt files of some folders")
    copies.add_argument("folders", nargs="+", type=Path)
    copies.set_defaults(run=_copies)
    like = verbs.add_parser("likeness", help="words and sentences beside those of real news (.txt files)")
    like.add_argument("folders", nargs="+", type=Path)
    like.set_defaults(run=_likeness)
    agree = verbs.add_parser("agreement", help="first against second annotations")
    agree.add_argument("--differences", action="store_true", help="list every difference")
    agree.set_defaults(run=_agreement)
    converted = verbs.add_parser("convert", help="write training files and reference records")
    converted.add_argument("out", type=Path)
    converted.set_defaults(run=_convert)
    written = verbs.add_parser("schema", help="print the written form as a JSON Schema")
    written.set_defaults(run=_schema)
    return parser


def main() -> int:
    """Run one verb; exit code 1 for findings, 3 for a file that cannot be read."""
    args = _parser().parse_args()
    try:
        code: int = args.run(args)
    except FormatError as error:
        print(error, file=sys.stderr)
        return 3
    return code


if __name__ == "__main__":
    sys.exit(main())
