"""Universal NER over EWT: names in IOB2 beside the treebank, sentence by sentence."""

from __future__ import annotations

from pathlib import Path

from diurna_training.samples import NAME_TAG, UNKNOWN, DataError, Document

_ID = "# sent_id = "
_MAY_DIFFER = 0.01


def load_tags(path: Path) -> dict[str, list[tuple[str, str]]]:
    """Form and tag of every word, by the id of the sentence."""
    sentences: dict[str, list[tuple[str, str]]] = {}
    rows: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        fields = line.split("\t")
        if line.startswith(_ID):
            rows = sentences.setdefault(line.removeprefix(_ID).strip(), [])
        elif fields[0].isdecimal():
            rows.append((fields[1], fields[2]))
    return sentences


def add_names(documents: list[Document], path: Path) -> None:
    """Write the names of an IOB2 file into the documents of the same sentences.

    Words tagged as other names (`OTH`) count as outside; words with a disputed tag (`B-O`) carry no loss. A sentence
    with other words stays without names; raises `DataError` where those are more than one in a hundred.
    """
    found = load_tags(path)
    sentences = [s for d in documents for s in d.sentences]
    missed = 0
    for sentence in sentences:
        tagged = found.get(sentence.ident, [])
        if [form for form, _ in tagged] == sentence.words:
            sentence.names = [_tag(tag) for _, tag in tagged]
        else:
            missed += 1
    if missed > _MAY_DIFFER * len(sentences):
        raise DataError(f"{path.name}: {missed} of {len(sentences)} sentences differ")


def _tag(tag: str) -> int:
    if tag == "O" or tag.endswith("-OTH"):
        return 0
    if tag == "B-O":
        return UNKNOWN
    if tag not in NAME_TAG:
        raise DataError(f"unknown name tag {tag}")
    return NAME_TAG[tag]
