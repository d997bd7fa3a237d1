"""A damaged language model is one error, not a refusal of every report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from diurna.engine import read_reports
from diurna.language.reading import Reading
from diurna.language.weights import WeightsError
from diurna.model import DiurnaError
from diurna.sources import read_documents


def test_a_damaged_model_stops_the_reading_with_one_error(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The two ministers met in Oslo on Monday to talk about the border.")

    def broken(texts: Sequence[str]) -> list[Reading]:
        raise WeightsError(tmp_path / "model.onnx", "damaged")

    with pytest.raises(DiurnaError, match=r"model\.onnx") as caught:
        list(read_reports(read_documents([str(tmp_path)]), read_texts=broken))
    assert caught.value.exit_code == 3
