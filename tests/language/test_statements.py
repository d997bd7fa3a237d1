"""Contents of statements taken to the ends of their quotations."""

from __future__ import annotations

from tests.language.plain import plain

from diurna.language import Part, Reading, StatementSpan
from diurna.language.statements import with_whole_quotations


def said(reading: Reading, cue: str, *contents: str, source: str = "she") -> StatementSpan:
    """A statement whose parts are found by their words."""
    parts = [Part(*span(reading, source), "source", 0.9), *(Part(*span(reading, c), "content", 0.8) for c in contents)]
    return StatementSpan(*span(reading, cue), 0.9, tuple(parts))


def span(reading: Reading, words: str) -> tuple[int, int]:
    start = reading.text.index(words)
    return reading.tokens_between(start, start + len(words))


def contents(text: str, *statements: tuple[str, ...]) -> list[list[str]]:
    """The contents of the statements when their quotations are whole."""
    reading = plain(text)
    whole = with_whole_quotations(plain(text, statements=tuple(said(reading, *one) for one in statements)))
    return [[whole.span_text(p.start, p.end) for p in s.parts if p.role == "content"] for s in whole.statements]


def test_a_content_takes_its_whole_quotation() -> None:
    text = "Then she said: “We tried. It failed. We go on.”"
    assert contents(text, ("said", "We tried.")) == [["“We tried. It failed. We go on.”"]]
    assert contents(text, ("said", "It failed")) == [["“We tried. It failed. We go on.”"]]


def test_a_content_goes_on_where_paragraphs_open_the_quotation_again() -> None:
    text = "Then she said: “We tried.\n\n“It failed.”\n\n“Why?” he asked."
    assert contents(text, ("said", "We tried.")) == [["“We tried.\n\n“It failed.”"]]


def test_the_quotation_behind_the_speaker_belongs_to_the_statement() -> None:
    text = "“We tried,” she said. “It failed.” The rest is known."
    assert contents(text, ("said", "“We tried,”")) == [["“We tried,”", "“It failed.”"]]


def test_the_quotation_behind_is_left_to_another_who_says_it() -> None:
    text = "“We tried,” she said. “It failed,” he added."
    assert contents(
        text,
        ("said", "“We tried,”"),
        (
            "added",
            "“It failed,”",
        ),
    ) == [["“We tried,”"], ["“It failed,”"]]


def test_nothing_follows_over_the_end_of_a_paragraph() -> None:
    assert contents("“We tried,” she said.\n\n“It failed.”", ("said", "“We tried,”")) == [["“We tried,”"]]


def test_a_content_stops_before_its_own_source() -> None:
    text = "“Talks she said were over went on.”"
    assert contents(text, ("said", "were over")) == [["were over"]]


def test_what_is_said_inside_a_quotation_stays_as_it_is() -> None:
    text = "“Yesterday she said it failed. We go on,” he told us."
    assert contents(text, ("said", "it failed")) == [["it failed"]]


def test_what_is_not_quoted_stays_as_it_is() -> None:
    text = "Then she said it failed. “We go on.”"
    assert contents(text, ("said", "it failed")) == [["it failed"]]


def test_it_is_done_once() -> None:
    text = "“We tried. We did,” she said. “It failed. We go on.”"
    reading = plain(text)
    once = with_whole_quotations(plain(text, statements=(said(reading, "said", "We tried"),)))
    assert with_whole_quotations(once).statements == once.statements
