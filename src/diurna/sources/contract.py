"""What every way in delivers: a `Document` before it is a `Report`, or a refusal with one clear line."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from diurna.model import BadInput, Edtf, Published, Report
from diurna.model.ids import content_id
from diurna.model.nouns import Basis

MAX_TEXT_BYTES = 5_000_000
"""The longest text that is read, in bytes of UTF-8: about fifteen novels, and never one news report."""


@dataclass(frozen=True, slots=True)
class Document:
    """One document as it came in.

    `file` is the name that the record keeps: no folder of this machine is in it, so that ids are the same
    everywhere. `text` is verbatim; all offsets of the record are code points into it. `basis` says how `published`
    is known: `stated` by the person who handed it in, or `metadata` of the document.
    """

    file: str
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: Edtf | None = None
    basis: Basis = "unknown"

    def report(self) -> Report:
        """Return the document as a `Report`; its id derives from file, outlet, title, stated date and text."""
        digest = hashlib.sha256(self.text.encode()).hexdigest()
        return Report(
            id=content_id("r", self.file, self.outlet, self.title, self.published, digest),
            file=self.file,
            text=self.text,
            sha256=digest,
            title=self.title,
            outlet=self.outlet,
            url=self.url,
            published=self._published(),
        )

    def _published(self) -> Published:
        if self.published is None:
            return Published()
        said = "stated when the report was handed in" if self.basis == "stated" else "the document's own metadata"
        return Published(edtf=self.published, basis=self.basis, reasons=(said,))


class Reader(Protocol):
    """One format. Yields what the stream holds; what cannot be read is yielded as a `BadInput`, never raised."""

    def read(self, stream: BinaryIO, file: str) -> Iterator[Document | BadInput]:
        """Read the stream, called `file` in the record and in refusals."""
        ...
