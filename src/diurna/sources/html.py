"""HTML pages: the article's text, its title, date and outlet, found by trafilatura.

Offsets of the record refer to the extracted text, which begins with the headline: a headline asserts things too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from diurna.model import BadInput, Edtf
from diurna.sources.contract import MAX_TEXT_BYTES, Document
from diurna.sources.dates import published_date
from diurna.sources.decoding import read_limited

_MAX_PAGE_BYTES = 4 * MAX_TEXT_BYTES
# The date only where the page says so, never a guess from its other words; no clock: any year is believed.
_DATE_SEARCH = {"extensive_search": False, "original_date": True, "max_date": "2200-01-01"}


class HtmlReader:
    """Reads one document from a web page."""

    def read(self, stream: BinaryIO, file: str) -> Iterator[Document | BadInput]:
        """Yield the page's article as one document."""
        try:
            page = read_limited(stream, file, _MAX_PAGE_BYTES)
        except BadInput as refusal:
            yield refusal
            return
        yield _article(page, file)


def _article(page: bytes, file: str) -> Document | BadInput:
    from trafilatura import bare_extraction

    found: Any = bare_extraction(
        page, include_comments=False, include_tables=False, with_metadata=True, date_extraction_params=_DATE_SEARCH
    )
    if found is None or not (found.text or "").strip():
        return BadInput(file, "no article text found in the page")
    published = _date(found.date)
    return Document(
        file=file,
        text=_with_headline(found.text, found.title),
        title=found.title or None,
        outlet=found.sitename or None,
        url=found.url or None,
        published=published,
        basis="metadata" if published else "unknown",
    )


def _date(text: str | None) -> Edtf | None:
    try:
        return published_date(text) if text else None
    except ValueError:
        return None


def _with_headline(text: str, title: str | None) -> str:
    if not title or text.lstrip().startswith(title):
        return text
    return f"{title}\n\n{text}"
