"""How names are compared: case, accents, quotes, articles and acronyms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diurna.vocabulary._text import NameIndex, normal, plain


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("the Élysée", "elysee"),
        ("São Tomé", "sao tome"),
        ("New Year’s  Day", "new year's day"),
        ("Łódź", "lodz"),
        ("İzmir", "izmir"),
        ("Theresa", "theresa"),
    ],
)
def test_names_are_folded(written: str, folded: str) -> None:
    assert normal(written) == folded


@given(st.text(alphabet=st.characters(categories=("L", "Zs", "Pd", "Po")), max_size=30))
def test_folding_twice_changes_nothing_more(name: str) -> None:
    assert plain(plain(name)) == plain(name)


def test_acronyms_keep_their_case_and_other_names_do_not() -> None:
    index = NameIndex([("WHO", 1), ("World Bank", 2)])
    assert (index.find("the WHO"), index.find("who"), index.find("Who")) == (1, None, None)
    assert index.find("the WORLD BANK") == 2


def test_a_proper_index_does_not_find_common_words() -> None:
    index = NameIndex([("Male", 1), ("dpa", 2), ("The Nation", 3), ("the Hague", 4)], proper=True)
    assert [index.find(name) for name in ("male", "Male", "dpa", "the Hague", "The Hague")] == [None, 1, 2, 4, 4]
    assert [index.find(name) for name in ("The Nation", "Nation", "the nation")] == [3, None, None]
