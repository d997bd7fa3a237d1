"""Which texts are for training, for development and for testing: by writer and by story, in `splits.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Literal

from diurna_corpus.files import FOLDER, Text

Part = Literal["train", "dev", "test"]


def part_of(text: Text) -> Part:
    """The part that a text belongs to: that of its writer or story, `train` where `splits.toml` does not name it."""
    key = text.story.story if text.story else text.file.stem
    written = _written()
    for part in ("dev", "test"):
        if key in written[part]:
            return part
    return "train"


@cache
def _written() -> dict[str, list[str]]:
    found: dict[str, list[str]] = tomllib.loads((FOLDER / "splits.toml").read_text(encoding="utf-8"))
    return found
