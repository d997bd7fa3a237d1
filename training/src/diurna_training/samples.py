"""Sentences and documents as the loaders hand them over."""

from __future__ import annotations

from dataclasses import dataclass, field

UNKNOWN = -100
"""In a list of name tags: this word is not annotated, no loss."""

NAME_LABELS = ("PER", "ORG", "LOC", "EVENT", "NORP", "FAC")
"""Persons, organizations, countries and places, named events, nationalities with religious and political groups
(OntoNotes' NORP), facilities."""
NAME_TAGS = ("O", *(f"{edge}-{label}" for label in NAME_LABELS for edge in "BI"))
NAME_TAG = {tag: k for k, tag in enumerate(NAME_TAGS)}


@dataclass
class Tree:
    """Gold tags and tree of one sentence; `heads` are indexes into the sentence, -1 for the root."""

    upos: list[str]
    xpos: list[str]
    feats: list[str]
    lemmas: list[str]
    heads: list[int]
    deprels: list[str]


@dataclass
class Chains:
    """Coreference, word by word: numbers of `diurna.language.coreference.KINDS`, or `UNKNOWN`; the number of the entity
    that the word, as the head of a mention, stands for, or `UNKNOWN`; whether it is known to be its first mention.
    """

    kinds: list[int]
    entities: list[int]
    opens: list[int]


@dataclass
class Sentence:
    """Words with the space before each (0 none, 1 space, 2 newline), and what is annotated on them.

    `tree` or `names` is `None` where a set does not annotate them. `names` holds indexes of `NAME_TAGS` or `UNKNOWN`.
    `scheme` names what the set calls our names (`diurna_training.schemes`).
    `ident` is the sentence's id in its treebank. `chains` number entities alike in all sentences of a document.
    """

    words: list[str]
    before: list[int]
    tree: Tree | None = None
    names: list[int] | None = None
    scheme: str = "basic"
    ident: str = ""
    bounded: bool = True
    """Whether the sentence is one sentence for sure; false for stretches of raw text."""
    chains: Chains | None = None

    def __post_init__(self) -> None:
        if len(self.words) != len(self.before):
            raise ValueError("one space mark a word")
        if self.names is not None and len(self.names) != len(self.words):
            raise ValueError("one name tag a word")
        if self.tree is not None and len(self.tree.heads) != len(self.words):
            raise ValueError("one head a word")


@dataclass
class Document:
    """Sentences that follow each other; `source` names the data set."""

    name: str
    source: str
    sentences: list[Sentence] = field(default_factory=list)

    def word_count(self) -> int:
        """The number of words."""
        return sum(len(s.words) for s in self.sentences)


class DataError(ValueError):
    """A data file is not what its loader expects."""


def tags_of_spans(size: int, spans: list[tuple[int, int, str]]) -> list[int]:
    """Name tags for half-open, non-overlapping spans over `size` words."""
    tags = [0] * size
    for start, end, label in spans:
        tags[start] = NAME_TAG[f"B-{label}"]
        for k in range(start + 1, end):
            tags[k] = NAME_TAG[f"I-{label}"]
    return tags


def spans_of_tags(tags: list[int], names: tuple[str, ...] = NAME_TAGS) -> list[tuple[int, int, str]]:
    """Half-open spans of tags, numbers of `names`; an `I-` that continues nothing starts a span."""
    spans: list[tuple[int, int, str]] = []
    start, label = -1, ""
    for k, tag in enumerate([*tags, 0]):
        name = names[tag] if tag >= 0 else "O"
        if start >= 0 and name != f"I-{label}":
            spans.append((start, k, label))
            start = -1
        if name != "O" and start < 0:
            start, label = k, name[2:]
    return spans
