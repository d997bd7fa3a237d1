"""The command line: options before and after the verb, exit codes, streams, one clear line for every error."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from diurna.cli import app
from diurna.cli.app import App
from diurna.model import Edtf

MEETING = """Foreign Minister Anna Lind met President Boris Malk in Geneva on Tuesday, officials said.

The two discussed a fishing treaty. A spokesman for the president said on Wednesday that Mr Malk had no plans to meet
Ms Lind again this year.
"""
FRENCH = "Le ministre des Affaires étrangères se rendra à Tokyo la semaine prochaine pour signer un accord.\n"


def run(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments], input=stdin)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of one report."""
    folder = tmp_path_factory.mktemp("record")
    (folder / "geneva.txt").write_text(MEETING, encoding="utf-8")
    result = run(
        "read", folder / "geneva.txt", "--published", "2021-05-12", "--outlet", "Gazette", "--db", folder / "d.db"
    )
    assert result.exit_code == 0, result.stderr
    return folder / "d.db"


def test_reading_again_changes_nothing(record: Path) -> None:
    before = run("--db", record, "export").stdout
    again = run(
        "read", record.parent / "geneva.txt", "--published", "2021-05-12", "--outlet", "Gazette", "--db", record
    )
    assert again.exit_code == 0
    assert "0 reports recorded" in again.stdout
    assert "1 already known" in again.stdout
    assert run("--db", record, "export").stdout == before


def test_shared_options_work_before_and_after_the_verb(record: Path) -> None:
    before = run("--db", record, "--json", "--as-of", "2021-05-20", "timeline")
    after = run("timeline", "--db", record, "--json", "--as-of", "2021-05-20")
    assert before.exit_code == after.exit_code == 0, before.stderr
    assert before.stdout == after.stdout
    assert json.loads(after.stdout)["entries"]


def test_the_option_after_the_verb_wins(record: Path) -> None:
    assert run("--db", "nowhere.db", "timeline", "--db", record).exit_code == 0


def test_as_of_hides_what_was_said_later(record: Path) -> None:
    early = run("timeline", "--db", record, "--as-of", "2020")
    assert early.exit_code == 1
    assert early.stdout == ""
    assert early.stderr.startswith("diurna: ")


@pytest.mark.parametrize(
    ("option", "before", "after"),
    [("--published-by", "2021-05-11", "2021-05-12"), ("--recorded-by", "2021-05-12T10:00", "2999-01-01")],
)
def test_reports_count_once_they_are_out_and_recorded(record: Path, option: str, before: str, after: str) -> None:
    codes = [run("timeline", option, value, "--db", record).exit_code for value in (before, after)]
    assert codes == [1, 0]


def test_a_month_as_of_means_its_last_day(record: Path) -> None:
    outputs = {run("timeline", "--db", record, "--as-of", day).stdout for day in ("2021-05", "2021-05-31")}
    assert len(outputs) == 1


def test_show_marks_claims_and_keeps_the_text(record: Path) -> None:
    shown = run("show", "geneva.txt", "--db", record)
    assert "[met]{c" in shown.stdout
    assert "discussed" in shown.stdout
    assert json.loads(run("show", "geneva.txt", "--db", record, "--json").stdout)["report"]["text"] == MEETING


def test_explain_takes_abbreviated_ids_of_everything_in_the_export(record: Path) -> None:
    rows = [json.loads(line) for line in run("export", "--db", record).stdout.splitlines()]
    assert {row["kind"] for row in rows} >= {"report", "entity", "claim", "event"}
    for row in rows:
        result = run("explain", row["id"][:9], "--db", record)
        assert result.exit_code == 0, result.stderr
        assert row["id"] in result.stdout or row["kind"] == "statement"


def test_history_quotes_the_deciding_words(record: Path) -> None:
    rows = [json.loads(line) for line in run("export", "--db", record).stdout.splitlines()]
    event = next(row for row in rows if row["kind"] == "event" and row["standing"] == "happened")
    told = run("history", event["id"], "--db", record)
    assert "happened" in told.stdout
    assert "“" in told.stdout


def test_export_writes_a_file_whole(record: Path, tmp_path: Path) -> None:
    for form in ("record", "csv"):
        assert run("export", "--format", form, "-o", tmp_path / form, "--db", record).exit_code == 0
        assert (tmp_path / form).read_text(encoding="utf-8") == run("export", "--format", form, "--db", record).stdout
    assert {path.name for path in tmp_path.iterdir()} == {"record", "csv"}
    assert run("export", "-o", tmp_path / "none" / "file", "--db", record).exit_code == 3


def test_every_date_in_the_export_is_edtf(record: Path) -> None:
    for row in map(json.loads, run("export", "--db", record).stdout.splitlines()):
        for key in ("date", "asserted_on", "said_on", "on"):
            assert row.get(key) is None or Edtf.parse(row[key])


def test_unknown_names_and_ids_end_with_code_1(record: Path) -> None:
    for arguments in (("timeline", "Nobody Known"), ("history", "zzz"), ("explain", "zzz"), ("show", "none.txt")):
        result = run(*arguments, "--db", record)
        assert (result.exit_code, result.stdout) == (1, "")
        assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("read",),
        ("timeline", "--as-of", "yesterday"),
        ("timeline", "--from", "2021-05", "--to", "2021-04"),
        ("read", "x.txt", "--published", "May"),
        ("export", "--format", "pdf"),
        ("diff", "--from", "2021-05-01"),
        ("watch",),
    ],
)
def test_wrong_usage_ends_with_code_2(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")


def test_bad_documents_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    contents = {
        "binary.txt": b"\x00\x01\x02",
        "empty.txt": b"",
        "french.txt": FRENCH.encode(),
        "good.txt": MEETING.encode(),
        "huge.txt": MEETING.encode() * 25_000,
        "lines.jsonl": json.dumps({"text": MEETING}).encode() + b'\n{"text": \n',
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    result = run("read", folder, tmp_path / "missing.txt", "--db", tmp_path / "d.db", "--json")
    outcome = json.loads(result.stdout)
    assert result.exit_code == 3
    assert len(outcome["new"]) == 2
    assert len(outcome["refused"]) == 6
    assert outcome["refused"][1] == {"where": "empty.txt", "reason": "empty: no text in it"}
    lines = result.stderr.splitlines()
    assert len(lines) == 6
    for line, words in zip(
        lines, ("binary", "empty", "French", "too large", "lines.jsonl, line 2", "no such file"), strict=True
    ):
        assert line.startswith("diurna: ")
        assert words in line


def test_standard_input_is_read(tmp_path: Path) -> None:
    result = run("read", "-", "--db", tmp_path / "d.db", stdin=MEETING)
    assert result.exit_code == 0, result.stderr
    assert "1 report recorded" in result.stdout


def test_a_file_that_is_no_record_is_refused(tmp_path: Path) -> None:
    (tmp_path / "no.db").write_text("This is a letter, not a database. " * 50)
    for verb in (("timeline",), ("read", tmp_path / "no.db"), ("export",)):
        result = run(*verb, "--db", tmp_path / "no.db")
        assert (result.exit_code, result.stdout) == (3, "")
        assert "no.db" in result.stderr


def test_looking_into_no_record_makes_none(tmp_path: Path) -> None:
    result = run("timeline", "--db", tmp_path / "none.db")
    assert result.exit_code == 3
    assert "no record here" in result.stderr
    assert not (tmp_path / "none.db").exists()


def test_questions_get_the_promised_json(record: Path) -> None:
    asked = run("ask", "Did Anna Lind meet Boris Malk?", "--as-of", "2021-06-01", "--db", record, "--json")
    answer = json.loads(asked.stdout)
    assert list(answer) == ["question", "as_of", "answer", "dates", "names", "count", "events", "claims"]
    assert (asked.exit_code, answer["answer"], answer["as_of"]) == (0, "happened", "2021-06-01")
    assert set(answer["claims"][0]) == {"report", "quote", "status", "sources", "asserted_on"}


def test_what_is_not_on_record_ends_with_code_1(record: Path) -> None:
    result = run("ask", "Did Anna Lind meet Emmanuel Macron?", "--db", record)
    assert result.exit_code == 1
    assert result.stdout.startswith("No record of this")


def test_doctor_finds_everything_sound(record: Path) -> None:
    result = run("doctor", "--db", record, "--json")
    assert result.exit_code == 0
    assert {check["name"]: check["ok"] for check in json.loads(result.stdout)}["language model"]


def test_doctor_tells_the_readers_and_the_one_in_use(tmp_path: Path) -> None:
    result = run("doctor", "--db", tmp_path / "d.db", "--json", "--reader", "nobody")
    checks = {check["name"]: check for check in json.loads(result.stdout)}
    assert result.exit_code == 3
    assert checks["language model"]["ok"]
    assert checks["readers installed"]["found"].split(";")[0] == "diurna"
    assert not checks["reader used"]["ok"]
    assert "no reader 'nobody'" in checks["reader used"]["found"]


@pytest.mark.parametrize("by", ["option", "environment"])
def test_an_unknown_reader_is_refused_before_a_record_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by: str
) -> None:
    (tmp_path / "geneva.txt").write_text(MEETING, encoding="utf-8")
    if by == "environment":
        monkeypatch.setenv("DIURNA_READER", "nobody")
    option = ["--reader", "nobody"] if by == "option" else []
    result = run("read", tmp_path / "geneva.txt", "--db", tmp_path / "d.db", *option)
    assert result.exit_code == 2
    assert result.stderr.startswith("diurna: no reader 'nobody'; installed: diurna")
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "d.db").exists()


def test_the_option_wins_over_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "geneva.txt").write_text(MEETING, encoding="utf-8")
    monkeypatch.setenv("DIURNA_READER", "nobody")
    result = run("read", tmp_path / "geneva.txt", "--db", tmp_path / "d.db", "--reader", "diurna")
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_defect_is_one_line_and_no_traceback(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("two\nlines")

    monkeypatch.setattr("diurna.views.timeline", broken)
    result = run("timeline", "--db", record)
    assert result.exit_code == 70
    assert result.stderr.startswith("diurna: defect: RuntimeError: two lines")
    assert len(result.stderr.splitlines()) == 1


def test_every_verb_explains_itself_with_the_shared_options() -> None:
    assert isinstance(app, App)
    for verb in app.commands:
        result = run(verb, "--help")
        assert result.exit_code == 0
        assert all(
            option in result.stdout for option in ("--db", "--as-of", "--published-by", "--recorded-by", "--json")
        )
