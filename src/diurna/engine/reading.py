"""Documents in, extractions out: the batch runner of the pure function from a report to its claims.

Knows no database, no clock and no network. Many reports are read at once because the language model is faster that
way; one that fails is handed back as a refusal and never stops the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from diurna.model import BadInput, DiurnaError, Extraction, Report
from diurna.sources import Document

if TYPE_CHECKING:
    from diurna.language import Reading

BATCH = 16
"""Reports read together: enough to fill the language model's batches, few enough to keep memory flat."""

ReadTexts = Callable[[Sequence[str]], "list[Reading]"]
ReadClaims = Callable[[Report, "Reading"], Extraction]
Progress = Callable[[int], None]


def read_reports(
    documents: Iterable[Document | BadInput],
    *,
    batch: int = BATCH,
    progress: Progress | None = None,
    reader: str | None = None,
    read_texts: ReadTexts | None = None,
    read_claims: ReadClaims | None = None,
) -> Iterator[Extraction | BadInput]:
    """Yield one extraction per document, in order; refusals pass through and new ones take a document's place.

    `progress` is called with the number of documents done after each batch. `reader` names another language reader
    than the shipped model, in words that mean the same in every process; it is opened at once, so that
    `diurna.language.contract.NoReader` is raised before anything is read. `read_texts` and `read_claims` stand in for
    the language reader and the claim reader.
    """
    return _read_all(documents, batch, progress, read_texts or _language(reader), read_claims or _claims())


def _read_all(
    documents: Iterable[Document | BadInput],
    batch: int,
    progress: Progress | None,
    texts: ReadTexts,
    claims: ReadClaims,
) -> Iterator[Extraction | BadInput]:
    waiting = iter(documents)
    done = 0
    while group := list(islice(waiting, batch)):
        yield from _read_group(group, texts, claims)
        done += len(group)
        if progress:
            progress(done)


def _language(reader: str | None) -> ReadTexts:
    if reader is None:
        from diurna.language import read

        return read
    from diurna.language.readers import find_reader

    return find_reader(reader).read


def _claims() -> ReadClaims:
    from diurna.claims import read_claims

    return read_claims


def _read_group(
    group: Sequence[Document | BadInput], read_texts: ReadTexts, read_claims: ReadClaims
) -> Iterator[Extraction | BadInput]:
    reports = {at: document.report() for at, document in enumerate(group) if isinstance(document, Document)}
    readings = dict(zip(reports, _readings(list(reports.values()), read_texts), strict=True))
    for at, entry in enumerate(group):
        if isinstance(entry, BadInput):
            yield entry
        else:
            reading = readings[at]
            yield reading if isinstance(reading, BadInput) else _extraction(reports[at], reading, read_claims)


def _readings(reports: Sequence[Report], read_texts: ReadTexts) -> list[Reading | BadInput]:
    """The readings of all reports at once; where that fails, one by one to find the report that cannot be read."""
    if not reports:
        return []
    try:
        return list(read_texts([_readable(report.text) for report in reports]))
    except DiurnaError:
        raise
    except Exception as error:  # whatever one text does to the model must not stop the others
        if len(reports) == 1:
            return [_refused(reports[0], error)]
        return [reading for report in reports for reading in _readings([report], read_texts)]


def _readable(text: str) -> str:
    """The text with its byte order mark as a blank, so that offsets stay and the first word is whole."""
    return text.replace("\ufeff", " ")


def _extraction(report: Report, reading: Reading, read_claims: ReadClaims) -> Extraction | BadInput:
    try:
        return read_claims(report, reading)
    except Exception as error:  # a defect met in one report is that report's refusal
        return _refused(report, error)


def _refused(report: Report, error: Exception) -> BadInput:
    said = " ".join(str(error).split())[:200]
    return BadInput(report.file, f"could not be read ({type(error).__name__}: {said})", report=report.id)
