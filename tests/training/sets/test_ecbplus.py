"""Mentions of actions as triggers of a kind that is not told, and sentences that hold none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from diurna_training.labels import IGNORED
from diurna_training.layers import LAYERS, WRITTEN, Marked, labels_allowed
from diurna_training.samples import DataError
from diurna_training.sets.ecbplus import load_ecbplus

TEXTS = {
    "11_1ecb": ["The talks began in anger .", "Nobody read this ."],
    "7_1ecb": ["They won the bout ."],
    "20_1ecb": ["A quake struck ."],
}
MENTIONS = [("11_1ecb", 0, [1]), ("11_1ecb", 0, [2]), ("11_1ecb", 0, [4]), ("7_1ecb", 0, [1])]


def write(folder: Path) -> Path:
    setup, lists = folder / "interim" / "cybulska_setup", folder / "ECB+_LREC2014"
    setup.mkdir(parents=True)
    lists.mkdir()
    rows = [
        f"{name}\t{k}\t{n}\t{word}\t-"
        for name, sentences in TEXTS.items()
        for k, words in enumerate(sentences)
        for n, word in enumerate(words.split())
    ]
    (setup / "ECB_Train_corpus.txt").write_text("\n".join(rows))
    mentions = [{"doc_id": d, "sent_id": s, "tokens_number": at, "mention_type": "ACT"} for d, s, at in MENTIONS]
    (setup / "ECB_Train_Event_gold_mentions.json").write_text(json.dumps(mentions))
    (lists / "ECBplus_coreference_sentences.csv").write_text(
        "Topic,File,Sentence Number\n11,1ecb,0\n7,1ecb,0\n20,1ecb,0\n"
    )
    return folder


def triggers(text: Marked) -> dict[str, str]:
    labels = zip(text.tokens.forms, text.layers["trigger"], strict=True)
    return {form: "open" if k == IGNORED else WRITTEN["trigger"][k] for form, k in labels if k}


def test_triggers_of_public_topics_in_annotated_sentences(tmp_path: Path) -> None:
    public, private = load_ecbplus(write(tmp_path))
    assert triggers(public) == {"talks": "B-?", "began": "open", "anger": "open"}
    assert "Nobody" not in public.tokens.forms
    assert triggers(private) == {}


def test_a_trigger_of_no_kind_may_have_every_kind() -> None:
    allowed = dict(zip(WRITTEN["trigger"], labels_allowed("trigger"), strict=True))
    begins = [label.startswith("B-") for label in LAYERS["trigger"]]
    assert allowed["B-?"] == begins
    assert sum(allowed["B-CONSULT"]) == 1
    assert WRITTEN["value"] == LAYERS["value"]


def test_other_files_are_refused(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "ECB+_LREC2014" / "ECBplus_coreference_sentences.csv").write_text("a,b\n")
    with pytest.raises(DataError, match="not the list"):
        load_ecbplus(folder)
    (folder / "interim" / "cybulska_setup" / "ECB_Train_corpus.txt").write_text("11_1ecb\t0\tword\n")
    with pytest.raises(DataError, match="line 1 has not five columns"):
        load_ecbplus(folder)
