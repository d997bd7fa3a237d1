"""From bytes to text, verbatim: no line end, no blank and no mark is changed on the way."""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO

from diurna.model import BadInput
from diurna.sources.contract import MAX_TEXT_BYTES

# Control characters that no text holds (tab, line feed, form feed and carriage return are fine).
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_SIGNATURES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\x1f\x8b": "a gzip archive",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"SQLite format 3": "a database",
    b"\x7fELF": "a program",
    b"{\\rtf": "an RTF document",
    b"<?xml": "XML",
}


def read_limited(stream: BinaryIO, file: str, limit: int = MAX_TEXT_BYTES) -> bytes:
    """Return all bytes of the stream; raises BadInput when there are more than `limit`."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise BadInput(file, f"too large: more than {limit // 1_000_000} MB of text")
    return data


def decode(data: bytes, file: str) -> str:
    """Return the text in the bytes, every code point kept, a byte order mark of UTF-8 included.

    UTF-8 first; UTF-16 when its mark says so; else Windows-1252, the usual encoding of old Western web pages, when
    the result looks like text. Raises BadInput for anything else.
    """
    if what := next((name for mark, name in _SIGNATURES.items() if data.startswith(mark)), None):
        raise BadInput(file, f"not plain text (looks like {what})")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _as_text(data, "utf-16", file)
    if b"\x00" in data:
        raise BadInput(file, "not text (binary data)")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _as_text(data, "cp1252", file)
    if _CONTROLS.search(text):
        raise BadInput(file, "not text (control characters)")
    return text


def _as_text(data: bytes, encoding: str, file: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise BadInput(file, "not text in UTF-8 or Windows-1252") from error
    wordlike = sum(c.isalpha() or c.isspace() for c in text)
    if wordlike < 0.7 * len(text) or _CONTROLS.search(text):
        raise BadInput(file, "not text (binary data)")
    return text
