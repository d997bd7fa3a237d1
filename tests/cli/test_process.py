"""The command line as a process: how it starts, ends, and behaves at the end of a pipe."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

DIURNA = [sys.executable, "-m", "diurna.cli"]
HEAVY = ("numpy", "onnxruntime", "tokenizers", "rich", "trafilatura", "rapidfuzz", "sqlite3")


def test_help_loads_nothing_heavy() -> None:
    script = "import sys, diurna.cli; print([m for m in sys.argv[1:] if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", script, *HEAVY], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_output_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    result = subprocess.run(
        [*DIURNA, "--db", tmp_path / "Übersicht.db", "timeline"], capture_output=True, env=environment, check=False
    )
    assert result.returncode == 3
    assert "Übersicht.db" in result.stderr.decode("utf-8")


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="needs SIGPIPE")
def test_a_closed_pipe_ends_quietly() -> None:
    with subprocess.Popen([*DIURNA, "--help"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_ctrl_c_ends_with_one_line(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*DIURNA, "read", "-", "--db", tmp_path / "d.db"], stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stderr
        deadline = time.monotonic() + 30
        while not (tmp_path / "d.db").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        said = process.stderr.read().decode()
    assert process.returncode == 130
    assert said.count("\n") == 1
    assert "stopped" in said
