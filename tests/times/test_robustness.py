"""Whatever the words, the time package answers: spans in order and inside the text, values or None, never an error."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from diurna.language.reading import Reading
from diurna.model import Edtf, Published
from diurna.times import date_event, find_times, infer_published, resolve_times, stated_published
from diurna.vocabulary.time_words import time_words

_NUMBERS = [
    "0",
    "1",
    "5",
    "31",
    "32",
    "99",
    "100",
    "1990",
    "2024",
    "9999",
    "12:30",
    "24:00",
    "13th",
    "1990s",
    "'98",
    "1/2/03",
]
_GLUE = [
    ",",
    "-",
    "–",
    "'s",
    "(",
    ")",
    "“",
    "”",
    "$",
    "\n",
    "said",
    "met",
    "will",
    "Russia",
    "troops",
    "old",
    "on",
    "when",
]
_words = st.sampled_from(sorted(time_words().classes) + _NUMBERS + _GLUE)
_texts = st.lists(_words, min_size=1, max_size=12)
_days = st.sampled_from(
    ["2024-02-29", "2024-12-31", "2024-11-04/2024-11-05", "2023", "../2024-01-01", "0001-01-01", None]
)


def _reading(words: list[str], heads: list[int]) -> Reading:
    rows = []
    for number, word in enumerate(words, 1):
        form = word.strip().title() if number % 2 else word.strip()
        head = heads[number - 1] % (number + 1) if heads else 0
        rows.append(f"{number}\t{form or '.'}\t{form.lower() or '.'}\tNOUN\tNN\t_\t{min(head, number - 1)}\tobl\t_\t_")
    return Reading.from_conllu("\n".join(rows) + "\n")


@settings(max_examples=400, deadline=None)
@given(words=_texts, heads=st.lists(st.integers(0, 12), min_size=12, max_size=12), day=_days)
def test_any_words_give_spans_in_order_and_dates_that_can_be_written(
    words: list[str], heads: list[int], day: str | None
) -> None:
    reading = _reading(words, heads)
    published = Published(edtf=Edtf.parse(day) if day else None)

    found = find_times(reading)
    resolved = resolve_times(reading, found, published)

    assert len(resolved) == len(found)
    ends = [0]
    for one in resolved:
        assert ends[-1] <= one.start < one.end <= len(reading.text)
        assert reading.text[one.start : one.end] == one.text
        assert one.edtf is None or Edtf.parse(one.edtf.text) == one.edtf
        ends.append(one.end)
    for tense in ("past_or_present", "future"):
        date_event(reading, len(reading) - 1, resolved, published, tense=tense)
    stated_published(reading, find_times(reading))
    infer_published(reading, found)
