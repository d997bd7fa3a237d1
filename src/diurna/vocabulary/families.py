"""Which kinds of happening answer a question about a kind (`kind_families.toml`)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from diurna.vocabulary._files import read_toml


@cache
def _families() -> dict[str, frozenset[str]]:
    return {kind: frozenset(members) for kind, members in read_toml("kind_families.toml").items()}


def kinds_answering(kinds: Iterable[str]) -> frozenset[str]:
    """Return every kind that answers a question about one of `kinds`, these included."""
    return frozenset(member for kind in kinds for member in _families().get(kind, frozenset()) | {kind})
