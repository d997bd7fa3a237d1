import numpy as np

from diurna.language.packing import borders, tokenize


def test_space_before() -> None:
    tokens = tokenize("One two.\n\nThree-four")
    assert tokens.forms == ("One", "two", ".", "Three", "-", "four")
    assert tokens.before.tolist() == [2, 1, 0, 2, 0, 0]


def test_other_line_breaks() -> None:
    assert tokenize("a\u2028b\rc").before.tolist() == [2, 2, 2]


def test_borders() -> None:
    tokens = tokenize("He left. “Why?” She asked, then went. then no\nNew")
    found = borders(tokens)
    assert {tokens.forms[k]: int(found[k]) for k in np.flatnonzero(found >= 2)} == {
        "He": 3,
        "“": 2,
        "She": 2,
        "New": 3,
    }
    assert found[tokens.forms.index("then")] == 1


def test_no_tokens() -> None:
    assert tokenize(" \n ").forms == ()
