"""TimeML documents (TimeBank, AQUAINT, WikiWars): their text, creation time and TIMEX3 expressions."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import Path

from diurna_training.layers import LAYERS, Marked
from diurna_training.samples import DataError

_TEXT = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
_TAG = re.compile(r"<(/?)(\w+)([^>]*?)(/?)>", re.DOTALL)
_ATTRIBUTE = re.compile(r'(\w+)\s*=\s*"([^"]*)"')
_CREATED = re.compile(r'<TIMEX3[^>]*functionInDocument="CREATION_TIME"[^>]*>', re.DOTALL)


@dataclass(frozen=True)
class Timex:
    """One expression: half-open span of code points, TIMEX3 type and value."""

    start: int
    end: int
    text: str
    type: str
    value: str


@dataclass(frozen=True)
class Document:
    """A TimeML document as plain text with its creation time and its expressions in order."""

    name: str
    text: str
    created: str
    gold: tuple[Timex, ...]


def load_timeml(folder: Path) -> list[Marked]:
    """Every `.tml` file below the folder. Raises `DataError` for one without a TEXT."""
    return [_marked(read_timeml(path)) for path in sorted(folder.rglob("*.tml"))]


def read_timeml(path: Path) -> Document:
    """One file; text and offsets are those of the content of TEXT without its tags. Raises `DataError` without one."""
    raw = path.read_text(encoding="utf-8", errors="replace")
    created, body = _CREATED.search(raw), _TEXT.search(raw)
    if body is None:
        raise DataError(f"{path.name}: no TEXT")
    text, spans = _without_tags(body[1])
    gold = tuple(
        Timex(start, end, text[start:end], found.get("type", ""), found.get("value", ""))
        for start, end, found in sorted(spans, key=lambda span: span[:2])
        if text[start:end].strip()
    )
    day = dict(_ATTRIBUTE.findall(created[0])).get("value", "") if created else ""
    return Document(path.stem, text, day, gold)


def _without_tags(content: str) -> tuple[str, list[tuple[int, int, dict[str, str]]]]:
    """The text, and the spans of TIMEX3 tags with their attributes."""
    text, at = "", 0
    opened: list[tuple[int, dict[str, str]]] = []
    spans: list[tuple[int, int, dict[str, str]]] = []
    for tag in _TAG.finditer(content):
        text += html.unescape(content[at : tag.start()])
        at = tag.end()
        if tag[2] != "TIMEX3" or tag[4]:
            continue
        if not tag[1]:
            opened.append((len(text), dict(_ATTRIBUTE.findall(tag[3]))))
        elif opened:
            start, attributes = opened.pop()
            spans.append((start, len(text), attributes))
    return text + html.unescape(content[at:]), spans


def _marked(document: Document) -> Marked:
    result = Marked.of(document.name, "timeml", document.text)
    known = {label[2:] for label in LAYERS["time"]}
    kinds = (((time.start, time.end), time.type or "DATE") for time in document.gold)
    result.mark_spans("time", [(span, kind) for span, kind in kinds if kind in known])
    return result
