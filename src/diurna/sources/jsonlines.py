"""JSON lines: one document a line, `{"text", "title"?, "published"?, "outlet"?, "url"?, "file"?}`."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from diurna.model import BadInput
from diurna.sources.contract import MAX_TEXT_BYTES, Document
from diurna.sources.dates import published_date

_MAX_LINE_BYTES = 6 * MAX_TEXT_BYTES
"""JSON may write one byte of text as six."""


_SPREAD_OUT = (b"{", b"[", b"[{")
"""A line that says that the file is JSON, but not JSON lines."""


class _Row(msgspec.Struct):
    text: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    file: str | None = None


class JsonLinesReader:
    """Reads one document a line; unknown keys are let pass, empty lines skipped."""

    def read(self, stream: BinaryIO, file: str) -> Iterator[Document | BadInput]:
        """Yield a document or a refusal for each line; refusals name the line."""
        for number, line in enumerate(_lines(stream), start=1):
            where = f"{file}, line {number}"
            if line is not None and line.strip() in _SPREAD_OUT:
                yield BadInput(
                    where, "one JSON document spread over several lines; write each on one line", line=number
                )
                return
            if line is None:
                yield BadInput(where, f"too large: more than {_MAX_LINE_BYTES // 1_000_000} MB", line=number)
            elif stripped := line.removeprefix(codecs.BOM_UTF8).strip():
                yield _document(stripped, where, f"{file}:{number}")


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """The lines of the stream, None for one that is too long; memory stays bounded."""
    while line := stream.readline(_MAX_LINE_BYTES + 1):
        if len(line) <= _MAX_LINE_BYTES:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_MAX_LINE_BYTES)
        yield None


def _document(line: bytes, where: str, file: str) -> Document | BadInput:
    try:
        row = msgspec.json.decode(line, type=_Row)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return BadInput(where, f"not a JSON document: {error}")
    try:
        published = published_date(row.published) if row.published else None
    except ValueError as error:
        return BadInput(where, f"published: {error}")
    return Document(
        file=row.file or file,
        text=row.text,
        title=row.title or None,
        outlet=row.outlet or None,
        url=row.url or None,
        published=published,
        basis="metadata" if published else "unknown",
    )
