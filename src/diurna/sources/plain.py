"""Plain text and Markdown: the whole file is the text, verbatim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from diurna.model import BadInput
from diurna.sources.contract import Document
from diurna.sources.decoding import decode, read_limited

_HEADLINE_WORDS = range(3, 21)


class PlainReader:
    """Reads one document from a text or Markdown file."""

    def read(self, stream: BinaryIO, file: str) -> Iterator[Document | BadInput]:
        """Yield the file as one document. A first line that looks like a headline is noted as the title."""
        try:
            text = decode(read_limited(stream, file), file)
        except BadInput as refusal:
            yield refusal
            return
        yield Document(file=file, text=text, title=headline(text))


def headline(text: str) -> str | None:
    """Return the first line when it stands alone and reads like a headline: a few words, no full stop, then a blank.

    Information only: the line stays in the text.
    """
    lines = text.lstrip("\ufeff \t\r\n").splitlines()
    if len(lines) < 3 or lines[1].strip():
        return None
    first = lines[0].strip()
    if first.startswith("#"):
        return first.lstrip("#").strip() or None
    if first.endswith((".", ",", ":", ";", "—", "-")) or len(first.split()) not in _HEADLINE_WORDS:
        return None
    return first
