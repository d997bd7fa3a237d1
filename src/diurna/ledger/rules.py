"""What `occasions.toml` says, ready for use: families of kinds, contrasting words, and how far days may lie apart."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from types import SimpleNamespace
from typing import Any

from diurna.vocabulary.triggers import kinds


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("diurna.ledger") / "occasions.toml").read_text(encoding="utf-8"))


@cache
def _families() -> dict[str, str]:
    return {kind: family for family, members in _data()["families"].items() for kind in members}


def family(kind: str) -> str:
    """The family of a kind: kinds by which reports may call one and the same happening."""
    return _families().get(kind, kind)


def frame(kind: str) -> str:
    """Who is who in a kind: mutual, visitor, directed or hosted."""
    known = kinds().get(kind)
    return known.frame if known else {"meeting": "mutual", "visit": "visitor"}.get(family(kind), "directed")


def mode(kind: str) -> str | None:
    """The PLOVER mode of a kind, where one fits."""
    known = kinds().get(kind)
    return known.mode if known else None


@cache
def _apart() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in _data()["kinds"]["apart"])


def kinds_apart(a: str, b: str) -> bool:
    """Whether two kinds of one family are never one happening."""
    return frozenset((a, b)) in _apart()


def of_states(kind: str) -> bool:
    """Whether the parties of this kind are states, whoever acts for them."""
    return family(kind) in _data()["kinds"]["of_states"]


def is_alone(kind: str) -> bool:
    """Whether an act of this kind needs no target."""
    return family(kind) in _data()["kinds"]["alone"]


def is_local(kind: str) -> bool:
    """Whether one country sees several of this kind on one day."""
    return family(kind) in _data()["kinds"]["local"]


@cache
def contrast_groups() -> dict[str, str]:
    """Every contrasting qualifier and its group."""
    return {word: group for group, words in _data()["contrast"].items() for word in words}


@cache
def other_words() -> frozenset[str]:
    """Words that set an occasion against another one of the same report."""
    return frozenset(_data()["other"]["words"])


@cache
def back_reference() -> re.Pattern[str]:
    """Finds, at the end of the words before a noun, one that points back, at most three words before the noun."""
    words = "|".join(map(re.escape, _data()["back_reference"]["words"]))
    stop = "|".join(map(re.escape, _data()["back_reference"]["not_between"]))
    return re.compile(rf"(?:\b(?:{words})|['’]s)\s+(?:(?!(?:{stop})\b)[\w’'-]+\s+){{0,3}}$", re.IGNORECASE)


@cache
def rescheduling() -> re.Pattern[str]:
    """Finds a word that says that a plan got another date."""
    words = sorted(_data()["rescheduled"]["words"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


@cache
def days() -> SimpleNamespace:
    """The spans of days by name."""
    return SimpleNamespace(**_data()["days"])
