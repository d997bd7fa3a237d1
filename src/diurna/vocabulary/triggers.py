"""Event kinds and the patterns of words that name them (`triggers.toml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from diurna.vocabulary._load import toml

Frame = Literal["mutual", "visitor", "directed", "hosted"]


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a pattern: `slot` must (or, negated, must not) be filled by one of `classes`."""

    slot: str
    classes: frozenset[str]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A word that may trigger a kind of event, with the conditions under which it does."""

    kind: str
    lemma: str
    particle: str | None
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of happening: its PLOVER type and mode, who is who in it, recipient
    prepositions, and whether it is done by saying so."""

    name: str
    type: str
    mode: str | None
    frame: Frame
    to: frozenset[str] = field(default_factory=frozenset)
    said: bool = False


def parse_pattern(kind: str, text: str) -> Pattern:
    """Return the pattern written as `text`; the notation is explained at the head of triggers.toml."""
    head, *rest = text.split()
    lemma, _, particle = head.partition("+")
    return Pattern(kind, lemma, particle or None, tuple(_condition(part) for part in rest))


def _condition(text: str) -> Condition:
    if text in ("tr", "intr"):
        return Condition("obj", frozenset({"*"}), negated=text == "intr")
    slot, _, classes = text.partition("=")
    return Condition(slot.rstrip("!"), frozenset(classes.split("|")) - {""} or frozenset({"*"}), slot.endswith("!"))


@cache
def kinds() -> Mapping[str, Kind]:
    """Return all kinds by name."""
    return {
        name: Kind(name, body["type"], body.get("mode"), body["frame"], frozenset(body.get("to", ())), body.get("said", False))
        for name, body in toml("triggers.toml").items()
        if name != "classes"
    }


@cache
def noun_classes() -> Mapping[str, frozenset[str]]:
    """Return the named classes of noun lemmas."""
    return {name: frozenset(lemmas) for name, lemmas in toml("triggers.toml")["classes"].items()}


@cache
def patterns(part: Literal["verbs", "nouns"]) -> Mapping[str, tuple[Pattern, ...]]:
    """Return the patterns for verbs or nouns by lemma, in the order of the file."""
    found: dict[str, list[Pattern]] = {}
    for name, body in toml("triggers.toml").items():
        if name != "classes":
            for text in body[part]:
                pattern = parse_pattern(name, text)
                found.setdefault(pattern.lemma, []).append(pattern)
    return {lemma: tuple(items) for lemma, items in found.items()}
