"""Schemes of names: every tag of a set stands for something, and the complete scheme for itself alone."""

from diurna_training.samples import NAME_LABELS, NAME_TAGS
from diurna_training.schemes import NUMBERS, SCHEMES, tags_allowed


def test_every_tag_that_a_set_may_write_stands_for_something() -> None:
    for scheme, allowed in zip(SCHEMES.values(), tags_allowed(), strict=True):
        assert set(scheme) <= set(NAME_LABELS)
        written = {label for called in scheme.values() for label in called} | (set(NAME_LABELS) - set(scheme))
        for gold, right in zip(NAME_TAGS, allowed, strict=True):
            assert any(right) == (gold == "O" or gold[2:] in written)


def test_the_complete_scheme_leaves_no_choice() -> None:
    assert [row.index(True) for row in tags_allowed()[NUMBERS["all"]]] == list(range(len(NAME_TAGS)))
    assert all(sum(row) == 1 for row in tags_allowed()[NUMBERS["all"]])
