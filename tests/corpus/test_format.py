"""Files in the written form load; others get one line that names the file and the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from diurna_corpus.format import FormatError, PassageFile, load

GOOD = """
writer: w00
passages:
- {id: w00-1, desk: ticker, outlet: Wire, published: 2021-06-09, dated: no, text: No one met., claims: []}
"""


def test_every_scalar_is_a_string(tmp_path: Path) -> None:
    (tmp_path / "w00.yaml").write_text(GOOD)
    passage = load(tmp_path / "w00.yaml", PassageFile).passages[0]
    assert (passage.published, passage.dated) == ("2021-06-09", "no")


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (GOOD.replace("desk:", "mood:"), "mood"),
        (GOOD.replace("dated: no", "dated: maybe"), "maybe"),
        (GOOD.replace("desk: ticker", "id: w00-2"), "stands twice"),
        (GOOD.replace("claims: []", "claims: ["), "expected"),
    ],
)
def test_a_bad_file_gets_one_clear_line(tmp_path: Path, broken: str, reason: str) -> None:
    (tmp_path / "w00.yaml").write_text(broken)
    with pytest.raises(FormatError) as caught:
        load(tmp_path / "w00.yaml", PassageFile)
    assert "w00.yaml" in str(caught.value)
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)
