"""What governing words say about the factuality of what they govern (`factuality.toml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from diurna.model.status import Mode, Value
from diurna.vocabulary._files import read_toml

Part = Literal["verbs", "nouns", "adjectives", "adverbs"]
EffectTense = Literal["future", "past", "same"]
_NOT_CLASSES = ("standing", "modals", "tense", "acts")


@dataclass(frozen=True, slots=True)
class Effect:
    """What is said of the governed event; `value` None and tense "same" mean: as the governor itself."""

    value: Value | None
    tense: EffectTense
    mode: Mode | None

    @staticmethod
    def parse(text: str) -> Effect:
        """Return the effect written as "VALUE TENSE [MODE]"."""
        value, tense, *mode = text.split()
        return Effect(
            None if value == "same" else cast(Value, value),
            cast(EffectTense, tense),
            cast(Mode, mode[0]) if mode else None,
        )


@dataclass(frozen=True, slots=True)
class Signature:
    """A class of governing words with its effects under affirmation and under negation."""

    name: str
    pos: Effect
    neg: Effect


@cache
def signatures(part: Part) -> Mapping[str, Signature]:
    """Return the signature of each word of the part of speech; phrasal verbs are written "call+off".

    A word listed in several classes keeps the first.
    """
    found: dict[str, Signature] = {}
    for name, body in read_toml("factuality.toml").items():
        if name not in _NOT_CLASSES:
            signature = Signature(name, Effect.parse(body["pos"]), Effect.parse(body["neg"]))
            for word in body[part]:
                found.setdefault(word, signature)
    return found


@cache
def stage_verbs() -> frozenset[str]:
    """Return the verbs that say of their subject that it takes place, goes on or ends."""
    return frozenset(read_toml("factuality.toml")["occurrence"]["subjects"])


@cache
def signature(name: str) -> Signature:
    """Return the class of the given name."""
    body = read_toml("factuality.toml")[name]
    return Signature(name, Effect.parse(body["pos"]), Effect.parse(body["neg"]))


@cache
def modals() -> Mapping[str, Effect]:
    """Return the effect of each modal auxiliary by its (lower-case) form."""
    return {form: Effect.parse(text) for form, text in read_toml("factuality.toml")["modals"].items()}


@cache
def plan_standings() -> Mapping[str, str]:
    """Return, for the noun of phrases such as "on the agenda", what they say of a plan (planned, halted ...)."""
    return {noun: name for name, nouns in read_toml("factuality.toml")["standing"].items() for noun in nouns}


@cache
def tense_adjectives() -> Mapping[str, Literal["past", "future"]]:
    """Return adjectives that set a noun in the past or in the future."""
    table = read_toml("factuality.toml")["tense"]
    return {word: cast(Literal["past", "future"], tense) for tense, words in table.items() for word in words}


@cache
def act_signature(act: str) -> Signature | None:
    """Return what a speech act (a class of `speech.toml`) implies of its content; None when it leaves it as it is."""
    name = read_toml("factuality.toml")["acts"].get(act)
    return signature(name) if name else None
