"""Reports read with another reader than the shipped model: by name, and whatever the reader leaves plain."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diurna.claims import read_claims
from diurna.engine import read_reports
from diurna.language.contract import NoReader, Reader
from diurna.model import Extraction
from diurna.sources import Document

REPORT = "Foreign Minister Anna Lind met President Boris Malk in Geneva on 4 May 2031. She denied that a deal was near."
WORDS = "Anna Lind met the president of Peru on Monday , said Reuters . “ No talks are planned ” He denied it\n".split(
    " "
)


@pytest.fixture(scope="module")
def words_alone() -> Reader:
    """A reader that finds words and sentences only."""
    pytest.importorskip("spacy", reason="needs the extra spacy")
    from diurna.language.spacy_reader import open_pipeline

    return open_pipeline("blank:en")


def test_an_unknown_reader_is_told_before_anything_is_read() -> None:
    with pytest.raises(NoReader, match="no reader 'nobody'"):
        read_reports([], reader="nobody")


def test_the_shipped_model_by_name_is_the_default() -> None:
    documents = [Document("a.txt", REPORT)]
    assert list(read_reports(documents, reader="diurna")) == list(read_reports(documents))


def test_words_alone_make_an_extraction(words_alone: Reader) -> None:
    [found] = read_reports([Document("a.txt", REPORT)], read_texts=words_alone.read)
    assert isinstance(found, Extraction)
    assert found.report.text == REPORT


@settings(max_examples=50, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), max_size=30))
def test_no_words_alone_are_a_defect(words_alone: Reader, words: list[str]) -> None:
    report = Document("a.txt", " ".join(words)).report()
    [reading] = words_alone.read([report.text])
    assert read_claims(report, reading).report.id == report.id
