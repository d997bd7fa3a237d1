"""Event kinds and the patterns of words that name them (`triggers.toml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from diurna.vocabulary._files import read_toml

_NOT_KINDS = ("classes", "alike", "usual")
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
    prepositions, whether it is done by saying so, and whether its nouns name things as well."""

    name: str
    type: str
    mode: str | None
    frame: Frame
    to: frozenset[str] = field(default_factory=frozenset)
    said: bool = False
    things: bool = False


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
    return {name: _kind(name, body) for name, body in read_toml("triggers.toml").items() if name not in _NOT_KINDS}


def _kind(name: str, body: dict[str, Any]) -> Kind:
    return Kind(
        name=name,
        type=body["type"],
        mode=body.get("mode"),
        frame=body["frame"],
        to=frozenset(body.get("to", ())),
        said=body.get("said", False),
        things=body.get("things", False),
    )


@cache
def usual_kind(type_: str) -> Kind:
    """Return the kind that a happening of the PLOVER type (or OTHER) is taken for where nothing tells more."""
    return kinds()[read_toml("triggers.toml")["usual"][type_]]


@cache
def alike(kind: str) -> frozenset[str]:
    """Return the kinds that can name the same happening as this kind, itself among them."""
    groups = read_toml("triggers.toml")["alike"].values()
    return frozenset({kind}).union(*(group for group in groups if kind in group))


@cache
def noun_classes() -> Mapping[str, frozenset[str]]:
    """Return the named classes of noun lemmas."""
    return {name: frozenset(lemmas) for name, lemmas in read_toml("triggers.toml")["classes"].items()}


def _looseness(pattern: Pattern) -> int:
    return -len(pattern.conditions) - (pattern.particle is not None)


def collectives() -> frozenset[str]:
    """Return the lemmas of nouns for groups and bodies that act ("delegation", "ministry")."""
    return noun_classes()["collective"]


@cache
def patterns(part: Literal["verbs", "nouns"]) -> Mapping[str, tuple[Pattern, ...]]:
    """Return the patterns for verbs or nouns by lemma: those with most conditions first, then in the file's order."""
    found: dict[str, list[Pattern]] = {}
    for name, body in read_toml("triggers.toml").items():
        if name not in _NOT_KINDS:
            for text in body[part]:
                pattern = parse_pattern(name, text)
                found.setdefault(pattern.lemma, []).append(pattern)
    return {lemma: tuple(sorted(items, key=_looseness)) for lemma, items in found.items()}
