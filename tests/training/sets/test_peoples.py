"""Nationalities and facilities: what the loaders of names make of them."""

from __future__ import annotations

import json
from pathlib import Path

from diurna_training.samples import UNKNOWN, Sentence, spans_of_tags
from diurna_training.sets.generated import generate
from diurna_training.sets.re3d import load_re3d


def names(sentence: Sentence) -> list[tuple[str, str]]:
    return [(" ".join(sentence.words[a:b]), label) for a, b, label in spans_of_tags(sentence.names or [])]


def test_a_nationality_beside_names_and_in_longer_entities(tmp_path: Path) -> None:
    text = "Swedish minister Liv Aas met Danish forces at Farm Base ."
    folder = tmp_path / "part"
    folder.mkdir()
    (folder / "documents.json").write_text(json.dumps({"_id": "d", "text": text}))
    rows: list[str] = []
    for part, kind in (
        ("Swedish", "Nationality"),
        ("Danish", "Nationality"),
        ("Danish forces", "Organisation"),
        ("Liv Aas", "Person"),
        ("Farm Base", "Location"),
    ):
        low = text.index(part)
        row = {"documentId": "d", "confidence": 1, "type": kind, "begin": low, "end": low + len(part)}
        rows.append(json.dumps(row))
    (folder / "entities.json").write_text("\n".join(rows))
    sentence = load_re3d(tmp_path)[0].sentences[0]
    assert sentence.scheme == "re3d"
    assert names(sentence) == [("Swedish", "NORP"), ("Liv Aas", "PER"), ("Danish", "NORP"), ("Farm Base", "LOC")]
    assert (sentence.names or [])[sentence.words.index("forces")] == UNKNOWN


def test_generated_sentences_hold_groups_and_facilities() -> None:
    sentences = [s for d in generate(600, seed=4) for s in d.sentences]
    found = {label for s in sentences for _, label in names(s)}
    assert {"NORP", "FAC"} <= found
    assert {s.scheme for s in sentences} == {"all"}
    assert not any(name.startswith(("the ", "The ")) for s in sentences for name, label in names(s) if label == "FAC")
