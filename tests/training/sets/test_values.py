"""Values of events from UDS-It-Happened and MegaVeridicality, on a tiny treebank and made-up answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from diurna_training.layers import LAYERS, Marked
from diurna_training.samples import DataError, Document, Sentence, Tree
from diurna_training.sets.megaveridicality import load_megaveridicality
from diurna_training.sets.uds import load_uds


def sentence(words: str, xpos: str, heads: list[int], deprels: str, lemmas: str) -> Sentence:
    tags = xpos.split()
    upos = [
        "VERB" if tag.startswith("V") and rel != "aux" else "X" for tag, rel in zip(tags, deprels.split(), strict=True)
    ]
    tree = Tree(upos, tags, [""] * len(tags), lemmas.split(), heads, deprels.split())
    return Sentence(words.split(), [1] * len(tags), tree)


LEFT = sentence("She left", "PRP VBD", [1, -1], "nsubj root", "she leave")
STAYED = sentence("He did not stay", "PRP VBD RB VB", [3, 3, 3, -1], "nsubj aux advmod root", "he do not stay")
WILL = sentence("It will end", "PRP MD VB", [2, 2, -1], "nsubj aux root", "it will end")
IF = sentence("If they left", "IN PRP VBD", [2, 2, -1], "mark nsubj root", "if they leave")


def written(path: Path, answers: list[tuple[str, int, float]]) -> Path:
    rows = [
        {"text": text, "targets": [{"span1": [at, at + 1], "span_text": text.split()[at], "label": label}]}
        for text, at, label in answers
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return path


def values(text: Marked) -> dict[str, str]:
    return {form: LAYERS["value"][k] for form, k in zip(text.tokens.forms, text.layers["value"], strict=True) if k >= 0}


def test_clear_answers_on_past_events(tmp_path: Path) -> None:
    answers = [("She left", 1, 2.5), ("He did not stay", 3, -2.0), ("It will end", 2, -3.0), ("If they left", 2, -3.0)]
    document = Document("a", "ewt", [LEFT, STAYED, WILL, IF])
    (text,) = load_uds(written(tmp_path / "a.jsonl", answers), [document])
    assert values(text) == {"left": "CT+", "stay": "CT-"}


def test_documents_without_a_denial_and_unclear_answers_are_left_out(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", [("She left", 1, 2.5), ("He did not stay", 3, -1.0)])
    assert load_uds(path, [Document("a", "ewt", [LEFT, STAYED])]) == []


def test_answers_to_other_texts_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", [("She left", 1, 2.5)])
    with pytest.raises(DataError, match="1 of 1 sentences are not in the treebank"):
        load_uds(path, [Document("a", "ewt", [STAYED])])
    path.write_text("She left\n")
    with pytest.raises(DataError, match="line 1 has no text"):
        load_uds(path, [])


def test_megaveridicality(tmp_path: Path) -> None:
    answers = [
        ("Somebody regretted that a thing happened", 5, 2.7),
        ("Somebody refused to go .", 3, -2.1),
        ("Somebody hoped to go .", 3, 0.4),
    ]
    (text,) = load_megaveridicality(written(tmp_path / "a.jsonl", answers))
    assert values(text) == {"happened": "CT+", "go": "CT-"}
    assert text.tokens.text == "Somebody regretted that a thing happened. Somebody refused to go."
    row = {"text": "A thing happened", "targets": [{"span1": [1, 2], "span_text": "happened", "label": 3}]}
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    with pytest.raises(DataError, match="no 'happened' at word 1"):
        load_megaveridicality(tmp_path / "a.jsonl")
