"""Universal Dependencies treebanks in CoNLL-U (EWT and GUM)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from diurna_training.samples import DataError, Document, Sentence, Tree

Block = tuple[list[str], list[list[str]]]


def blocks(path: Path) -> Iterator[Block]:
    """Comments and rows (10 columns) of each sentence of a CoNLL-U file. Raises `DataError` on other rows."""
    comments: list[str] = []
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if not line.strip():
            if rows:
                yield comments, rows
            comments, rows = ([], []) if rows else (comments, rows)
        elif line.startswith("#"):
            comments.append(line)
        else:
            rows.append(line.split("\t"))
            if len(rows[-1]) != 10:
                raise DataError(f"{path.name}: not a CoNLL-U row: {line[:80]}")


def sentence_of_rows(rows: list[list[str]], first_before: int) -> Sentence:
    """The sentence of CoNLL-U rows; `first_before` is the space mark of its first word."""
    inside: set[int] = set()
    glued = False
    ends: dict[int, bool] = {}
    words: list[list[str]] = []
    before: list[int] = []
    for row in rows:
        if "-" in row[0]:
            low, high = (int(x) for x in row[0].split("-"))
            inside.update(range(low + 1, high + 1))
            ends[high] = "SpaceAfter=No" in row[9].split("|")
        elif row[0].isdecimal():
            number = int(row[0])
            before.append(first_before if not words else 0 if glued or number in inside else 1)
            words.append(row)
            glued = ends.get(number, "SpaceAfter=No" in row[9].split("|"))
    tree = Tree(
        upos=[w[3] for w in words],
        xpos=[w[4] for w in words],
        feats=["" if w[5] == "_" else w[5] for w in words],
        lemmas=[w[2] for w in words],
        heads=[int(w[6]) - 1 for w in words],
        deprels=[w[7] for w in words],
    )
    if sum(h == -1 for h in tree.heads) != 1 or max(tree.heads) >= len(words):
        raise DataError(f"not a tree: {' '.join(w[1] for w in words)[:80]}")
    return Sentence([w[1] for w in words], before, tree)


def load_treebank(path: Path, source: str) -> list[Document]:
    """The documents of one CoNLL-U file."""
    documents: list[Document] = []
    for comments, rows in blocks(path):
        new = any(c.startswith("# newdoc") for c in comments)
        if new or not documents:
            names = [c.split("=", 1)[1].strip() for c in comments if c.startswith("# newdoc id")]
            documents.append(Document(names[0] if names else path.stem, source))
        paragraph = any(c.startswith(("# newpar", "# newdoc")) for c in comments)
        sentence = sentence_of_rows(rows, 2 if paragraph else 1)
        sentence.ident = next((c.split("=", 1)[1].strip() for c in comments if c.startswith("# sent_id")), "")
        documents[-1].sentences.append(sentence)
    if not documents:
        raise DataError(f"{path.name}: no sentences")
    return documents
