"""The folder of weights: which files it holds, and that they are whole."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from diurna.model.errors import DamagedModel

FORMAT = 3
"""Version of the folder's layout and of the model's inputs and outputs."""

CONFIG = "config.json"
MODEL = "model.onnx"
TOKENIZER = "tokenizer.json"
LEXICON = "lexicon.tsv"
RELATIONS = "relations.onnx"
FRAMES = "frames.onnx"
COREFERENCE = "coreference.npy"
SIMILARITY = "similarity.npz"
FILES = (MODEL, TOKENIZER, LEXICON, RELATIONS, FRAMES, COREFERENCE, SIMILARITY)


class WeightsError(DamagedModel):
    """A weights folder is missing, incomplete, damaged or of another format. `path` is the file at fault."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"language model: {path.name}: {reason} (in {path.parent})", path=str(path), reason=reason)
        self.path = path
        self.reason = reason


def default_folder() -> Path:
    """The weights inside the package."""
    return Path(__file__).resolve().parent / "weights"


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal digits."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        for block in iter(lambda: stream.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


@dataclass(frozen=True)
class WeightsFolder:
    """A checked folder of weights."""

    path: Path
    config: dict[str, Any]

    @classmethod
    def open(cls, path: Path) -> WeightsFolder:
        """Read the configuration and check every file against it. Raises `WeightsError`."""
        config = _read_config(path / CONFIG)
        if config.get("format") != FORMAT:
            raise WeightsError(path / CONFIG, f"format {config.get('format')!r}, this version reads format {FORMAT}")
        for name in FILES:
            expected = config.get("sha256", {}).get(name)
            if not (path / name).is_file():
                raise WeightsError(path / name, "missing")
            if sha256_of(path / name) != expected:
                raise WeightsError(path / name, "damaged: its SHA-256 is not the one in config.json")
        return cls(path, config)

    @cached_property
    def labels(self) -> dict[str, tuple[str, ...]]:
        """The label inventories by kind: `upos`, `xpos`, `feats`, `deprels`, `names` and the `marks.LAYERS`."""
        return {kind: tuple(names) for kind, names in self.config["labels"].items()}


def _read_config(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise WeightsError(path, "missing") from None
    except (OSError, ValueError) as error:
        raise WeightsError(path, f"unreadable: {error}") from error
    if not isinstance(found, dict):
        raise WeightsError(path, "not a JSON object")
    return found
