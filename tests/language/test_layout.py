"""Paragraphs and quotations of plain text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.language.plain import plain


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('She said "not yet" and left.', ['"not yet"']),
        ("“We came. We saw,” he said. “Nothing else.”", ["“We came. We saw,”", "“Nothing else.”"]),
        ("He called it ``a step'' forward.", ["``a step''"]),
        ("The minister's office and the Alps' peaks.", []),
        ("They spoke of a ‘new dawn’ there.", ["‘new dawn’"]),
        ("“It isn't ‘over’ yet,” she said.", ["“It isn't ‘over’ yet,”"]),
        ('A 6" pipe burst.', []),
        ("“Nobody closed this.", ["“Nobody closed this."]),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    reading = plain(text)
    assert [reading.span_text(q.start, q.end) for q in reading.layout.quotations] == quoted


def test_a_speech_runs_through_paragraphs_that_open_it_again() -> None:
    reading = plain("“One.\n\n“Two.\n\n“Three,” he said.\n\n“Another.”")
    assert [q.continues for q in reading.layout.quotations] == [False, True, True, False]
    spoken = reading.layout.speech_at(5)
    assert spoken is not None
    assert reading.span_text(*spoken).startswith("“One.")
    assert reading.span_text(*spoken).endswith("“Three,”")
    assert reading.layout.speech_at(len(reading) - 1) != spoken
    assert reading.layout.speech_at(reading.forms.index("said")) is None


def test_paragraphs_are_parted_by_blank_lines_or_else_by_line_ends() -> None:
    wrapped = plain("One line\ngoes on.\n\nThe next.")
    assert [wrapped.span_text(*p) for p in wrapped.layout.paragraphs] == ["One line\ngoes on.", "The next."]
    lines = plain("One line\ngoes on.")
    assert [lines.layout.paragraph_of(t) for t in range(len(lines))] == [0, 0, 1, 1, 1]


def test_a_quotation_with_a_full_stop_ends_its_stretch() -> None:
    reading = plain('He said "it is over." She left.')
    she = reading.forms.index("She")
    assert reading.layout.stretch(she) == (she, len(reading))
    assert reading.layout.stretch(0) == (0, she)


@given(st.text(alphabet="ab. \n\"'“”‘’", max_size=60))
@example("“”“\n“a")
def test_any_text_has_a_layout(text: str) -> None:
    reading = plain(text)
    layout = reading.layout
    assert all(a.end <= b.start for a, b in zip(layout.quotations, layout.quotations[1:], strict=False))
    for token in range(len(reading)):
        start, end = layout.stretch(token)
        assert start <= token < end
        first, last = layout.paragraphs[layout.paragraph_of(token)]
        assert first <= token < last
        assert (layout.quotation_at(token) is None) == (layout.speech_at(token) is None)
