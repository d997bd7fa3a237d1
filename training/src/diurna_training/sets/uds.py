"""UDS-It-Happened (White et al. 2018, Rudinger et al. 2018): whether events of EWT happened, from -3 to 3.

Annotators were asked about the world, so what lies ahead counts as not happened there. Only verbs in a past tense are
taken, and of those the clear ones; `planned` cannot be learned from this set.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from diurna_training.layers import Marked
from diurna_training.samples import DataError, Document, Tree
from diurna_training.tokens import as_tokens

CLEAR = 1.5
_MAY_DIFFER = 0.1
"""The share of sentences that another release of the treebank may have changed."""
_OPEN = ("if", "unless", "whether", "to")
"""Marks of clauses that do not tell what happened."""
Words = tuple[str, ...]


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The lines of a JSON lines file with a `text` and its `targets`. Raises `DataError` for others."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        row = json.loads(line) if line.startswith("{") else {}
        if not isinstance(row.get("text"), str) or not isinstance(row.get("targets"), list):
            raise DataError(f"{path.name}: line {number} has no text with targets")
        yield row


def load_uds(path: Path, treebank: Iterable[Document]) -> list[Marked]:
    """The treebank's documents with values at verbs in a past tense, questions left out.

    A document in which nothing is said not to have happened is left out: what happened is plenty in the others.

    Raises `DataError` where too many sentences are not the treebank's.
    """
    scores: dict[Words, dict[int, float]] = {}
    for row in rows(path):
        found = scores.setdefault(tuple(row["text"].split()), {})
        found |= {target["span1"][0]: float(target["label"]) for target in row["targets"]}
    documents = list(treebank)
    known = {tuple(s.words) for document in documents for s in document.sentences}
    missing = len(scores.keys() - known)
    if missing > _MAY_DIFFER * len(scores):
        raise DataError(f"{path.name}: {missing} of {len(scores)} sentences are not in the treebank")
    texts = (_document(document, scores) for document in documents)
    return [text for text in texts if text.layers]


def _document(document: Document, scores: dict[Words, dict[int, float]]) -> Marked:
    tokens, firsts = as_tokens(document)
    values: dict[int, str] = {}
    for first, sentence in zip(firsts.tolist(), document.sentences, strict=True):
        assert sentence.tree is not None
        if sentence.words[-1] == "?":
            continue
        for k, score in scores.get(tuple(sentence.words), {}).items():
            if abs(score) >= CLEAR and is_past(sentence.tree, k):
                values[first + k] = "CT+" if score > 0 else "CT-"
    result = Marked(document.name, "uds", tokens)
    if "CT-" in values.values():
        result.mark_words("value", values)
    return result


def is_past(tree: Tree, k: int) -> bool:
    """Whether word `k` is a verb in a past tense or the perfect: no modal, infinitive, condition or `going to`."""
    below = [c for c, head in enumerate(tree.heads) if head == k]
    going = tree.lemmas[k] == "go" and any(tree.deprels[c] == "xcomp" for c in below)
    if tree.upos[k] != "VERB" or going:
        return False
    helpers = [c for c in below if tree.deprels[c].startswith("aux")]
    if any(tree.xpos[c] == "MD" for c in helpers) or any(tree.lemmas[c] in _OPEN for c in below):
        return False
    perfect = tree.xpos[k] == "VBN" and any(tree.lemmas[c] == "have" and tree.xpos[c] != "VB" for c in helpers)
    return tree.xpos[k] == "VBD" or perfect or any(tree.xpos[c] == "VBD" for c in helpers)
