"""All files of the corpus, and every annotated text in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from diurna_corpus.format import Annotation, FormatError, Passage, PassageFile, SecondFile, Story, load

FOLDER = Path(__file__).resolve().parents[2]
"""`corpus/` in a checkout."""
FIRST = "first.yaml"
"""In `second/`: the first annotations of the texts that were annotated twice, from before differences were settled."""


@dataclass(frozen=True)
class Text:
    """One annotated text with where it comes from: the file of a writer, or a story."""

    passage: Passage
    file: Path
    story: Story | None = None


def passage_files(folder: Path = FOLDER) -> list[Path]:
    """The files of passages, in order."""
    return sorted((folder / "passages").glob("*.yaml"))


def story_files(folder: Path = FOLDER) -> list[Path]:
    """The files of stories, in order."""
    return sorted((folder / "stories").glob("*.yaml"))


def second_files(folder: Path = FOLDER) -> list[Path]:
    """The files of second annotations, in order."""
    return sorted(file for file in (folder / "second").glob("*.yaml") if file.name != FIRST)


def stories(folder: Path = FOLDER) -> list[Story]:
    """Every story."""
    return [load(file, Story) for file in story_files(folder)]


def texts(folder: Path = FOLDER) -> list[Text]:
    """Every passage and every report of a story. Raises `FormatError`."""
    return [*texts_in(passage_files(folder)), *texts_in(story_files(folder))]


def texts_in(files: Iterable[Path]) -> Iterator[Text]:
    """The annotated texts of some files, be they of passages or stories. Raises `FormatError`."""
    for file in files:
        if _is_story(file):
            story = load(file, Story)
            yield from (Text(report, file, story) for report in story.reports)
        else:
            yield from (Text(passage, file) for passage in load(file, PassageFile).passages)


def second_annotations(folder: Path = FOLDER) -> list[SecondFile]:
    """Every file of second annotations."""
    return [load(file, SecondFile) for file in second_files(folder)]


def doubly_annotated(folder: Path = FOLDER) -> list[tuple[str, Annotation, Annotation]]:
    """Every doubly annotated text with its first annotation, from before differences were settled, and its second."""
    words = {text.passage.id: text.passage.text for text in texts(folder)}
    first = {a.id: a for a in load(folder / "second" / FIRST, SecondFile).annotations}
    return [(words[a.id], first[a.id], a) for second in second_annotations(folder) for a in second.annotations]


def _is_story(file: Path) -> bool:
    try:
        with file.open(encoding="utf-8") as lines:
            return any(line.startswith("story:") for line in lines)
    except (OSError, UnicodeDecodeError) as error:
        raise FormatError(f"{file.name}: {error}") from error
