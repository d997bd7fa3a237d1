"""Runs the commands of the README's tour on the bundled sample and pastes in what they print.

    python docs/refresh.py

A block of the README that begins with `$ diurna` is a session: lines that begin with `$ ` are commands, the others are
what they printed. The commands are run in order in an empty folder with the sample's reports. An id in a command that
nothing has printed yet stands for the first id of its kind in the output of the block before.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
SESSION = re.compile(r"(?<=```\n)\$ diurna .*?(?=```\n)", re.S)
ID = re.compile(r"\b(ev|ch|c|r|s|p)[0-9a-f]{12}\b")


class Tour:
    """One run of the tour: where it runs, and what was printed so far."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.printed = ""
        self.last = ""

    def session(self, block: re.Match[str]) -> str:
        """The block with its commands run anew."""
        commands = [line[2:] for line in block[0].splitlines() if line.startswith("$ ")]
        shown = ""
        for command in commands:
            known = ID.sub(self._known, command)
            shown += f"$ {known}\n{self._run(known)}"
        self.last = shown
        self.printed += shown
        return shown

    def _known(self, found: re.Match[str]) -> str:
        if found[0] in self.printed:
            return found[0]
        return next((other[0] for other in ID.finditer(self.last) if other[1] == found[1]), found[0])

    def _run(self, command: str) -> str:
        path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
        environment = {**os.environ, "PATH": path, "COLUMNS": "100", "NO_COLOR": "1"}
        done = subprocess.run(
            command, shell=True, cwd=self.folder, env=environment, capture_output=True, text=True, check=False
        )
        return done.stdout + done.stderr


def main() -> None:
    """Rewrite the README in place."""
    with tempfile.TemporaryDirectory() as folder:
        for report in (ROOT / "src/diurna/demo/reports").glob("*.txt"):
            shutil.copy(report, folder)
        text = README.read_text(encoding="utf-8")
        README.write_text(SESSION.sub(Tour(Path(folder)).session, text), encoding="utf-8")


if __name__ == "__main__":
    main()
