"""How reports come in: one file a format behind one contract, and one call for all of them."""

from diurna.sources.contract import MAX_TEXT_BYTES, Document, Reader
from diurna.sources.dates import published_date
from diurna.sources.documents import read_documents

__all__ = ["MAX_TEXT_BYTES", "Document", "Reader", "published_date", "read_documents"]
