"""Quoted words are found where they stand, once, as whole words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diurna_corpus.spans import NotFoundOnce, Span, find, find_long, occurrences

TEXT = "They met in May; before they met, meetings were ruled out."


def test_words_that_stand_once_need_no_neighbours() -> None:
    assert find(TEXT, "ruled out").of(TEXT) == "ruled out"


def test_bars_pick_one_of_several() -> None:
    assert find(TEXT, "before they |met|") == Span(29, 32)


def test_only_whole_words_count() -> None:
    assert [span.start for span in occurrences(TEXT, "met")] == [5, 29]


@pytest.mark.parametrize("quoted", ["met", "negotiated", "they |met", "|met| in |May|", "||met", ""])
def test_what_is_absent_ambiguous_or_badly_barred_is_refused(quoted: str) -> None:
    with pytest.raises(NotFoundOnce):
        find(TEXT, quoted)


def test_a_long_quotation_may_be_shortened() -> None:
    assert find_long(TEXT, "in May ... meetings").of(TEXT) == "in May; before they met, meetings"


def test_the_end_of_a_shortened_quotation_must_follow() -> None:
    with pytest.raises(NotFoundOnce):
        find_long(TEXT, "ruled out ... May")


@given(st.lists(st.sampled_from(["ab", "c", "d.", "é"]), min_size=1, max_size=12), st.data())
def test_a_word_with_all_its_neighbours_is_always_found(words: list[str], data: st.DataObject) -> None:
    i = data.draw(st.integers(0, len(words) - 1))
    quoted = " ".join([*words[:i], f"|{words[i]}|", *words[i + 1 :]])
    text = " ".join(words)
    start = len(" ".join([*words[:i], ""])) if i else 0
    assert find(text, quoted) == Span(start, start + len(words[i]))
