"""The command and the floors read TimeML files with the shipped model."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks.reading.dates import counting
from benchmarks.reading.readings import Readings

from benchmarks.time import __main__ as command
from diurna.language import weights

TIMEML = """<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2031-03-05" functionInDocument="CREATION_TIME"
>2031-03-05</TIMEX3></DCT><TEXT>The envoys met on <TIMEX3 tid="t1" type="DATE" value="2031-03-03">Monday</TIMEX3>
and will meet again on <TIMEX3 tid="t2" type="DATE" value="2031-03-07">6 March</TIMEX3>.</TEXT></TimeML>"""
RIGHT = {"gold": 2, "found": 2, "relaxed": 2, "strict": 2, "value": 1, "type": 2}  # the second gold value is wrong


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    if not (weights.default_folder() / weights.CONFIG).exists():
        pytest.skip("the weights are not in this checkout")
    (tmp_path / "one.tml").write_text(TIMEML)
    return tmp_path


def test_the_command_tells_figures_and_differences(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command.main(["--gold", str(folder), "--peers", "--errors"])
    printed = capsys.readouterr().out
    assert "DIFF one: '6 March' DATE 2031-03-07 | '6 March' DATE 2031-03-06" in printed
    assert "1 documents, 2 gold" in printed


def test_the_command_writes_json_and_predictions(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written = folder / "found.jsonl"
    command.main(["--gold", str(folder), "--peers", "--json", "--predictions", str(written)])
    told = json.loads(capsys.readouterr().out)
    assert told["readers"]["diurna"]["value F1"][0] == 50
    lines = [json.loads(line) for line in written.read_text().splitlines()]
    assert [line["value"] for line in lines if line["reader"] == "diurna"] == ["2031-03-03", "2031-03-06"]


def test_a_folder_without_texts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        command.main(["--gold", str(tmp_path), "--peers"])


def test_the_floors_count_the_same(folder: Path) -> None:
    assert list(counting(Path(folder.name))(Readings(), folder.parent)) == [RIGHT]
