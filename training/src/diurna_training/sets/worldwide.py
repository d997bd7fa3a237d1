"""English Worldwide Newswire: names in news from around the world. For evaluation only."""

from __future__ import annotations

from pathlib import Path

from diurna_training.samples import NAME_TAG, Document, Sentence
from diurna_training.sets.bio import spacing

EVALUATION_ONLY = "worldwide_newswire_eval"
_TYPES = {"Person": "PER", "Organization": "ORG", "Location": "LOC", "NORP": "NORP", "Facility": "FAC"}


def load_worldwide(folder: Path) -> list[Document]:
    """The articles, outer names only. `diurna_training.corpus.Corpus` refuses to train on them."""
    documents: list[Document] = []
    for path in sorted(folder.glob("*.tsv")):
        document = Document(path.name, "worldwide")
        rows: list[list[str]] = []
        for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
            if line.strip():
                rows.append(line.split("\t"))
            elif rows:
                document.sentences.append(_sentence(rows))
                rows = []
        documents.append(document)
    return documents


def _sentence(rows: list[list[str]]) -> Sentence:
    names: list[int] = []
    for row in rows:
        edge, _, kind = (row[1] if len(row) > 1 else "O").strip().partition("-")
        names.append(NAME_TAG[f"{edge}-{_TYPES[kind]}"] if kind in _TYPES else 0)
    words = [row[0] for row in rows]
    return Sentence(words, spacing(words), names=names)
