"""Names in two columns, one word a line: wikigold and CrossNER (politics)."""

from __future__ import annotations

from pathlib import Path

from diurna.language.tokens import find_tokens
from diurna_training.samples import NAME_TAG, DataError, Document, Sentence

CROSSNER = {
    "politician": "PER", "person": "PER", "politicalparty": "ORG", "organisation": "ORG", "country": "LOC",
    "location": "LOC", "election": "EVENT", "event": "EVENT", "misc": "",
}  # fmt: skip
WIKIGOLD = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": ""}
NO_SPACE_BEFORE = frozenset(". , ; : ! ? ) ] } % 's n't 're 've 'll 'd 'm ’s ’ ” ...".split())
NO_SPACE_AFTER = frozenset("( [ { $ £ € # “ ‘".split())


def load_bio(path: Path, source: str, labels: dict[str, str], scheme: str) -> list[Document]:
    """Read the sentences as one document per hundred; `labels` maps labels to ours, the empty string to none.

    Words are split further where our tokens are finer. Words of an unmapped kind (MISC) count as outside; `scheme`
    says what may be among them.
    """
    sentences: list[Sentence] = []
    rows: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8-sig").split("\n"), ""]:
        fields = line.split()
        if len(fields) == 2:
            rows.append((fields[0], fields[1]))
        elif fields:
            raise DataError(f"{path.name}: not two columns: {line[:60]}")
        elif rows:
            sentences.append(_sentence(rows, labels, scheme))
            rows = []
    if not sentences:
        raise DataError(f"{path.name}: no sentences")
    parts = [sentences[k : k + 100] for k in range(0, len(sentences), 100)]
    return [Document(f"{path.stem}-{k}", source, part) for k, part in enumerate(parts)]


def spacing(words: list[str]) -> list[int]:
    """A guess at the space before each word of a text that came as words only."""
    before: list[int] = []
    glue, quoted = True, False
    for word in words:
        closing = word == '"' and quoted
        before.append(0 if glue or word in NO_SPACE_BEFORE or closing else 1)
        quoted = quoted != (word == '"')
        glue = word in NO_SPACE_AFTER or (word == '"' and quoted)
    before[0] = 1
    return before


def _sentence(rows: list[tuple[str, str]], labels: dict[str, str], scheme: str) -> Sentence:
    words: list[str] = []
    before: list[int] = []
    names: list[int] = []
    last = "O"
    for (word, tag), space in zip(rows, spacing([word for word, _ in rows]), strict=True):
        label = _label(tag, labels)
        begins = tag.startswith("B-") or (tag != "O" and _label(last, labels) != label)
        starts, ends = find_tokens(word)
        for k, (a, b) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
            words.append(word[a:b])
            before.append(space if k == 0 else 0)
            edge = "B" if begins and k == 0 else "I"
            names.append(NAME_TAG[f"{edge}-{label}"] if label else 0)
        last = tag
    return Sentence(words, before, names=names, scheme=scheme)


def _label(tag: str, labels: dict[str, str]) -> str:
    if tag == "O":
        return ""
    if tag[2:] not in labels:
        raise DataError(f"unknown label {tag}")
    return labels[tag[2:]]
