"""What a list of paths holds: files, folders (all files below, sorted, hidden ones left out), standard input."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from diurna.model import BadInput

STDIN = "-"


def files_under(paths: Iterable[str]) -> Iterator[tuple[str, Path | None] | BadInput]:
    """Yield `(name for the record, path)` for every file, path None for standard input, or a refusal.

    The name is the file's own name; below a folder, its path from that folder with forward slashes.
    """
    for given in paths:
        if given == STDIN:
            yield "stdin", None
            continue
        path = Path(given)
        if given.startswith(("http://", "https://")):
            yield BadInput(given, "web addresses cannot be read; save the page and give the file")
        elif path.is_dir():
            yield from _below(path)
        elif path.exists():
            yield path.name, path
        else:
            yield BadInput(given, "no such file or folder")


def _below(folder: Path) -> Iterator[tuple[str, Path | None] | BadInput]:
    found = False
    unreadable: list[OSError] = []
    for where, folders, names in os.walk(folder, onerror=unreadable.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(where, name)
            if not name.startswith(".") and path.is_file():
                found = True
                yield path.relative_to(folder).as_posix(), path
    yield from (BadInput(str(error.filename), error.strerror or "cannot be opened") for error in unreadable)
    if not found and not unreadable:
        yield BadInput(str(folder), "no files in this folder")
