"""PolNeAR (Newell et al. 2018): statements with source, cue and content as brat spans over news text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from diurna_training.layers import Characters, Marked
from diurna_training.samples import DataError

_PLACE = re.compile(r"(\d+) (\d+)")
_ROW = re.compile(r"[TE]\d+\t")
"""Rows of spans and relations; the words of a span may go on in lines of their own."""

Relation = dict[str, list[Characters]]
"""The spans of one statement under `Source`, `Cue` and `Content`."""


@dataclass(frozen=True)
class Annotated:
    """A text with the relations that one annotator found in it."""

    name: str
    text: str
    relations: list[Relation]


def load_polnear(folder: Path) -> list[Marked]:
    """The documents of `folder` (`train` or `dev`), once an annotator; those without a cue are left out.

    Raises `DataError`.
    """
    documents = [_marked(document) for document in read_polnear(folder)]
    return [document for document in documents if document.frames]


def read_polnear(folder: Path) -> Iterator[Annotated]:
    """The documents of `folder`, once an annotator, with relations that have a cue or a content. Raises `DataError`."""
    for path in sorted((folder / "attributions").glob("*.ann")):
        with (folder / "text" / f"{path.stem.rpartition('_')[0]}.txt").open(encoding="utf-8", newline="") as stream:
            text = stream.read()
        yield Annotated(path.stem, text, [parts for parts in _relations(path) if parts["Cue"] or parts["Content"]])


def _marked(document: Annotated) -> Marked:
    result = Marked.of(document.name, "polnear", document.text)
    relations = [parts for parts in document.relations if parts["Cue"]]
    result.mark_spans("cue", [(min(parts["Cue"]), "CUE") for parts in relations])
    for parts in relations:
        spans = [(span, role.lower()) for role in ("Content", "Source") for span in parts[role]]
        result.add_frame(result.words(min(parts["Cue"]))[0], spans)
    return result


def _relations(path: Path) -> Iterator[Relation]:
    spans: dict[str, list[Characters]] = {}
    written = path.read_text(encoding="utf-8")
    rows = [row.split("\t") for row in written.split("\n") if _ROW.match(row)]
    if written.strip() and not rows:
        raise DataError(f"{path.name}: no brat rows")
    for key, rest, *_ in rows:
        if key.startswith("T"):
            places = rest.partition(" ")[2]
            spans[key] = [(int(a), int(b)) for a, b in _PLACE.findall(places)]
        elif key.startswith("E"):
            relation: Relation = {"Source": [], "Cue": [], "Content": []}
            for role, _, value in (part.partition(":") for part in rest.split()):
                relation.get(re.sub(r"\d+$", "", role), []).extend(spans.get(value, []))
            yield relation
