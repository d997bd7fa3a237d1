"""Which kinds of happening answer a question about a kind."""

from __future__ import annotations

import pytest

from diurna.vocabulary._files import read_toml
from diurna.vocabulary.families import kinds_answering
from diurna.vocabulary.triggers import kinds


def test_families_are_of_known_kinds() -> None:
    for kind, members in read_toml("kind_families.toml").items():
        assert {kind, *members} <= set(kinds())


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_every_kind_answers_for_itself(kind: str) -> None:
    assert kind in kinds_answering([kind])


def test_a_summit_is_a_meeting_but_not_every_meeting_a_summit() -> None:
    assert "summit" in kinds_answering(["meeting"])
    assert "meeting" not in kinds_answering(["summit"])


def test_several_kinds_have_the_answers_of_each() -> None:
    assert kinds_answering(["summit", "attack"]) == kinds_answering(["summit"]) | kinds_answering(["attack"])
    assert kinds_answering([]) == frozenset()
