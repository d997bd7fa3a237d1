"""Words: dates, sources and marked texts as people read them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from diurna.model import Claim, Edtf, Evidence, Published, Span
from diurna.views import show
from diurna.views.show import marks
from diurna.views.text import plain_text
from diurna.views.text.show import head_lines, show_lines
from diurna.views.text.words import date, day, sources, tidy, what
from fake_view import ANNA, BORIS, CARL, ESTONIA, REPORT, FakeView, who
from model.edtf.values import VALUES


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-11-04", "4 November 2024"),
        ("2024-01", "January 2024"),
        ("2024-11~", "about November 2024"),
        ("2024-09-16/2024-09-22", "16 to 22 September 2024"),
        ("2024-09-28/2024-10-02", "28 September to 2 October 2024"),
        ("2023-12-30/2024-01-02", "30 December 2023 to 2 January 2024"),
        ("2024-01/2024-03", "January to March 2024"),
        ("../2024-10-30", "by 30 October 2024"),
        ("2024-10-30/..", "from 30 October 2024 on"),
        ("[2024-09-16..2024-09-22]", "between 16 and 22 September 2024"),
        ("2024-W31", "week 31 of 2024"),
        ("2024-23", "autumn 2024"),
        ("2024-32", "winter 2024"),
        ("2024-39", "last third of 2024"),
        ("202X", "2020s"),
        ("20XX", "20XX"),
        ("2024-XX", "2024"),
        ("2024-11-XX", "November 2024"),
        ("2024-1X~", "about 2024-1X"),
        ("2024-11-04T10:00:00-04", "4 November 2024"),
    ],
)
def test_dates_in_words(edtf: str, words: str) -> None:
    assert date(Edtf.parse(edtf)) == words


@given(VALUES)
def test_there_are_words_for_every_date(value: Edtf) -> None:
    assert date(value)
    assert day(value)


def test_a_day_that_is_not_known_exactly_lies_between() -> None:
    assert day(Edtf.parse("2024-11-04/2024-11-05")) == "between 4 and 5 November 2024"
    assert day(Edtf.parse("../2024-11-05")) == "by 5 November 2024"
    assert day(Edtf.parse("2024-11-05")) == "5 November 2024"


def test_sources_run_from_the_speaker_outwards() -> None:
    assert sources((("TV One", "Wire"), ("The minister",))) == "The minister, via TV One and Wire"
    assert sources(()) == ""


def test_events_tell_who_acts_on_whom() -> None:
    view = FakeView()
    both = (*who(ANNA), *who(ESTONIA, role="recipient"))
    assert what(view.add("v", "happened", None, both, kind="visit")) == "visit: Anna Lind → Estonia"
    assert what(view.add("m", "happened", None, both)) == "meeting: Anna Lind, Estonia"


@given(st.text(alphabet="ab \n", max_size=600), st.integers(10, 300))
def test_tidy_text_is_one_line_and_short(text: str, limit: int) -> None:
    assert "\n" not in tidy(text, limit)
    assert len(tidy(text, limit)) <= limit + len(" ...")


def test_the_text_is_shown_whole_with_its_triggers_marked() -> None:
    view = FakeView()
    view.add("e", "happened", "2021-05-04", who(ANNA, BORIS))
    shown = plain_text(show_lines(show(view, "one.txt")))
    assert shown.splitlines()[-1] == "The envoys [met]{c-e happened}."
    assert "Gazette" in shown
    assert "10 May 2021" in shown


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 10)), max_size=12))
def test_marks_never_overlap_and_lose_no_claim(spans: list[tuple[int, int]]) -> None:
    claims = [_claim(n, start, start + length) for n, (start, length) in enumerate(spans)]
    found = marks(claims)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert sorted(c.id for mark in found for c in mark.claims) == sorted(c.id for c in claims)
    assert all(m.start <= c.trigger.start and c.trigger.end <= m.end for m in found for c in m.claims)


def _claim(number: int, start: int, end: int) -> Claim:
    return Claim(
        id=f"c{number}",
        report=REPORT.id,
        type="CONSULT",
        kind="meeting",
        value="CT+",
        tense="past_or_present",
        trigger=Span(start=start, end=end, text="x" * (end - start)),
        evidence=Evidence(start=start, end=end, exact="", prefix="", suffix=""),
        participants=who(CARL),
    )


def test_an_inferred_day_is_told_with_its_probability() -> None:
    inferred = Published(edtf=Edtf.parse("2024-11-04"), basis="inferred", reasons=("it was Monday",), probability=0.9)
    lines = plain_text(head_lines(structs.replace(REPORT, published=inferred)))
    assert "published 4 November 2024 (inferred, 90% sure)" in lines
    assert "it was Monday" in lines
