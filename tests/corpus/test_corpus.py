"""The corpus itself: valid, covering what it says it covers, no copies, annotators who agree."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from diurna_corpus import agreement, coverage, files, near, splits
from diurna_corpus.__main__ import findings
from diurna_corpus.files import FOLDER, Text
from diurna_corpus.format import schema
from diurna_corpus.names import is_name
from diurna_corpus.resolve import Resolved, resolve

FRAMES = 5
"""How often one frame of a sentence may occur: a handful."""
AGREEMENT = {"trigger F1": 0.85, "type": 0.85, "status": 0.90, "innermost source": 0.90}


@cache
def texts() -> list[Text]:
    return files.texts()


@cache
def resolved() -> list[Resolved]:
    return [resolve(text.passage.text, text.passage) for text in texts()]


def all_files() -> Iterator[Path]:
    yield from (*files.passage_files(), *files.story_files(), *files.second_files())


@pytest.mark.parametrize("path", [*all_files()], ids=lambda path: path.stem)
def test_every_file_is_valid(path: Path) -> None:
    assert list(findings(path)) == []


def test_ids_are_unique_and_name_their_file() -> None:
    ids = [text.passage.id for text in texts()]
    assert len(ids) == len(set(ids))
    assert all(text.passage.id.startswith(text.file.stem + "-") for text in texts())


def test_coverage_reaches_every_minimum_and_the_readme_tells_it() -> None:
    rows = coverage.table(texts(), files.stories())
    assert [row for row in rows if row.count < row.least] == []
    assert coverage.markdown(rows).strip() in (FOLDER / "README.md").read_text(encoding="utf-8")


def test_no_two_passages_share_most_of_their_words() -> None:
    passages = {text.passage.id: text.passage.text for text in texts() if text.story is None}
    assert list(near.near_copies(passages)) == []


def test_no_sentence_is_made_from_a_mould() -> None:
    for counts in (near.frames(resolved()), near.openings(resolved(), 7)):
        assert [frame for frame, count in counts.items() if count > FRAMES and frame.count("_") < 3] == []


def test_parts_share_no_person() -> None:
    parts: dict[str, set[str]] = {"train": set(), "dev": set(), "test": set()}
    for text, found in zip(texts(), resolved(), strict=True):
        people = {key for key, entity in found.written.entities.items() if entity.type == "person"}
        names = {m.span.of(found.text) for m in found.mentions if m.entity in people}
        parts[splits.part_of(text)] |= {name for name in names if " " in name and is_name(name)}
    assert not parts["test"] & (parts["train"] | parts["dev"])
    assert not parts["dev"] & parts["train"]


def test_annotators_agree() -> None:
    twice = files.doubly_annotated()
    assert len(twice) >= len(texts()) // 10
    figures = agreement.measure(twice)
    assert {name: figures[name][0] >= bar for name, bar in AGREEMENT.items()} == dict.fromkeys(AGREEMENT, True)


def test_the_schema_is_current() -> None:
    assert json.loads((FOLDER / "schema.json").read_text(encoding="utf-8")) == json.loads(json.dumps(schema()))


def test_nothing_is_copied_from_development_data(data: Path) -> None:
    others = {
        str(path): path.read_text(encoding="utf-8", errors="replace")
        for folder in ("seeds", "stories", "data/attribution/polnear")
        for path in (data / folder).rglob("*.txt")
    }
    own = {text.passage.id: text.passage.text for text in texts()}
    shared = [run for run in near.shared_runs(own, others) if not _names_only(own[run[0]], run[2])]
    assert shared == []


def _names_only(text: str, run: str) -> bool:
    """True where at least half of the words of a run stand with capitals in the text: names and titles."""
    words = run.split()
    return sum(word.title() in text for word in words) * 2 >= len(words)
