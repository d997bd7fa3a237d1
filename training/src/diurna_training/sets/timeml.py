"""TimeML documents (WikiWars): TIMEX3 expressions with their types."""

from __future__ import annotations

import html
import re
from pathlib import Path

from diurna_training.layers import LAYERS, Characters, Marked
from diurna_training.samples import DataError

_TEXT = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
_TAG = re.compile(r"<(/?)(\w+)([^>]*?)/?>", re.DOTALL)
_TYPE = re.compile(r'\btype\s*=\s*"(\w+)"')


def load_timeml(folder: Path) -> list[Marked]:
    """Every `.tml` file below the folder. Raises `DataError` for one without a TEXT."""
    return [_document(path) for path in sorted(folder.rglob("*.tml"))]


def _document(path: Path) -> Marked:
    body = _TEXT.search(path.read_text(encoding="utf-8", errors="replace"))
    if body is None:
        raise DataError(f"{path.name}: no TEXT")
    text, at = "", 0
    spans: list[tuple[Characters, str]] = []
    opened: list[tuple[int, str]] = []
    for tag in _TAG.finditer(body[1]):
        text += html.unescape(body[1][at : tag.start()])
        at = tag.end()
        if tag[2] == "TIMEX3" and not tag[1]:
            kind = _TYPE.search(tag[3])
            opened.append((len(text), kind[1] if kind else "DATE"))
        elif tag[2] == "TIMEX3" and opened:
            start, kind_name = opened.pop()
            spans.append(((start, len(text)), kind_name))
    text += html.unescape(body[1][at:])
    result = Marked.of(path.stem, "timeml", text)
    known = {label[2:] for label in LAYERS["time"]}
    result.mark_spans("time", [(span, kind) for span, kind in sorted(spans) if kind in known])
    return result
