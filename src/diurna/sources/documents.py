"""All ways in behind one call: paths to documents, with what cannot be read as refusals in between."""

from __future__ import annotations

import dataclasses
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import BinaryIO

from diurna.model import BadInput, Edtf
from diurna.sources.contract import MAX_TEXT_BYTES, Document, Reader
from diurna.sources.english import why_not_english
from diurna.sources.folder import files_under
from diurna.sources.html import HtmlReader
from diurna.sources.jsonlines import JsonLinesReader
from diurna.sources.plain import PlainReader

_PLAIN, _HTML, _JSON_LINES = PlainReader(), HtmlReader(), JsonLinesReader()
_BY_SUFFIX: dict[str, Reader] = {
    ".txt": _PLAIN,
    ".text": _PLAIN,
    ".md": _PLAIN,
    ".markdown": _PLAIN,
    ".html": _HTML,
    ".htm": _HTML,
    ".xhtml": _HTML,
    ".jsonl": _JSON_LINES,
    ".ndjson": _JSON_LINES,
}
_LOOKS_LIKE_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S)
_LOOKS_LIKE_JSON = re.compile(rb'(?:\xef\xbb\xbf)?\s*\[?\s*\{\s*"')
_PEEK_BYTES = 2048


def read_documents(
    paths: Iterable[str],
    *,
    stdin: BinaryIO | None = None,
    published: Edtf | None = None,
    outlet: str | None = None,
) -> Iterator[Document | BadInput]:
    """Yield every document under the paths in order (`-` is `stdin`), and a BadInput for each that is refused.

    `published` and `outlet` are taken for documents that do not say it themselves. Nothing is raised for bad input.
    """
    for entry in files_under(paths):
        for found in [entry] if isinstance(entry, BadInput) else _read_file(*entry, stdin):
            yield found if isinstance(found, BadInput) else _accepted(_completed(found, published, outlet))


def _read_file(file: str, path: Path | None, stdin: BinaryIO | None) -> Iterator[Document | BadInput]:
    try:
        if path is None:
            if stdin is None:
                raise BadInput("-", "no standard input here")
            yield from _read_stream(stdin, file)
        else:
            with path.open("rb") as stream:
                yield from _read_stream(stream, file)
    except BadInput as refusal:
        yield refusal
    except OSError as error:
        yield BadInput(file, f"cannot be read ({error.strerror or type(error).__name__})")


def _read_stream(stream: BinaryIO, file: str) -> Iterator[Document | BadInput]:
    reader = _BY_SUFFIX.get(PurePath(file).suffix.lower())
    if reader is None:
        stream = stream if hasattr(stream, "peek") else io.BufferedReader(stream)  # type: ignore[type-var, unused-ignore]
        reader = _by_content(stream.peek(_PEEK_BYTES)[:_PEEK_BYTES])
    return reader.read(stream, file)


def _by_content(beginning: bytes) -> Reader:
    if _LOOKS_LIKE_HTML.match(beginning):
        return _HTML
    return _JSON_LINES if _LOOKS_LIKE_JSON.match(beginning) else _PLAIN


def _completed(document: Document, published: Edtf | None, outlet: str | None) -> Document:
    if outlet and not document.outlet:
        document = dataclasses.replace(document, outlet=outlet)
    if published and not document.published:
        document = dataclasses.replace(document, published=published, basis="stated")
    return document


def _accepted(document: Document) -> Document | BadInput:
    """The document, or why it cannot become a report; one gate for all formats."""
    text, file = document.text, document.file
    if not text.strip("\ufeff \t\r\n\f\v"):
        return BadInput(file, "empty: no text in it")
    try:
        size = len(text.encode())
    except UnicodeEncodeError:
        return BadInput(file, "not text (broken Unicode)")
    if size > MAX_TEXT_BYTES:
        return BadInput(file, f"too large: more than {MAX_TEXT_BYTES // 1_000_000} MB of text")
    if problem := why_not_english(text):
        return BadInput(file, problem)
    return document
