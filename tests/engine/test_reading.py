"""The batch runner: order is kept, refusals stay in place, one bad report never stops the others."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

from diurna.engine import read_reports
from diurna.model import BadInput, Extraction, Report
from diurna.sources import Document

DOCUMENTS = [Document(file=f"{n}.txt", text=f"\ufeffText {n}.") for n in range(5)]


def read_texts(texts: Sequence[str]) -> list[Any]:
    if any("3" in text for text in texts):
        raise ValueError("no words\nfor this")
    return [SimpleNamespace(text=text) for text in texts]


def read_claims(report: Report, reading: Any) -> Extraction:
    if "1" in report.text:
        raise KeyError("hole")
    assert reading.text == report.text.replace("\ufeff", " ")
    return Extraction(report=report)


def _files(results: list[Extraction | BadInput]) -> list[str]:
    return [str(r) if isinstance(r, BadInput) else r.report.file for r in results]


def test_reports_that_fail_are_refused_in_place() -> None:
    incoming = [DOCUMENTS[0], BadInput("x.txt", "empty"), *DOCUMENTS[1:]]
    found = _files(list(read_reports(incoming, batch=4, read_texts=read_texts, read_claims=read_claims)))
    assert found[0] == "0.txt"
    assert found[1] == "x.txt: empty"
    assert found[2].startswith("1.txt: could not be read (KeyError")
    assert found[3] == "2.txt"
    assert found[4].startswith("3.txt: could not be read (ValueError: no words for this")
    assert found[5] == "4.txt"


def test_progress_counts_documents_and_batches_bound_the_model() -> None:
    done: list[int] = []
    sizes: list[int] = []

    def counting(texts: Sequence[str]) -> list[Any]:
        sizes.append(len(texts))
        return [SimpleNamespace(text=text) for text in texts]

    documents = [DOCUMENTS[0], DOCUMENTS[2], DOCUMENTS[4]]
    list(read_reports(documents, batch=2, progress=done.append, read_texts=counting, read_claims=read_claims))
    assert done == [2, 3]
    assert sizes == [2, 1]


def test_nothing_is_read_before_it_is_asked_for() -> None:
    taken: list[str] = []

    def incoming() -> Any:
        for document in DOCUMENTS:
            taken.append(document.file)
            yield document

    next(read_reports(incoming(), batch=2, read_texts=read_texts, read_claims=read_claims))
    assert taken == ["0.txt", "1.txt"]
