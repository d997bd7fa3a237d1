"""The values of factuality and how they combine along a chain of governors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from diurna.model.status import Mode, Tense, Value
from diurna.vocabulary.factuality import Signature

Time = Literal["past", "present", "future"]
MENTION = "mention"
"""The class that marks a noun taken for granted: its time is only that of the clause around it."""
EDGE = "edge"
"""The class that marks a state read up to the edge of what the innermost source says."""
_CERTAINTY = {"CT": 2, "PR": 1, "PS": 0}


@dataclass(frozen=True, slots=True)
class Factuality:
    """What a report says of an event's factuality, as seen by the innermost source.

    `time` is None where the text does not say (a bare mention: "the visit"). `acts` are the governing predicates
    that are acts in their own right (cancelled, postponed, planned ...), whose date is when that was so.
    """

    value: Value = "CT+"
    time: Time | None = None
    mode: Mode = "assertion"
    acts: tuple[int, ...] = ()
    classes: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def tense(self) -> Tense:
        """The tense axis of the status table."""
        return "future" if self.time == "future" else "past_or_present"

    @property
    def affirmed(self) -> bool:
        """Whether the value is positive."""
        return self.value.endswith("+")


def apply(own: Factuality, found: Signature, gov: Factuality, reason: str) -> Factuality:
    effect = found.pos if gov.affirmed or gov.value == "Uu" else found.neg
    value: Value
    if effect.value is None:
        value = times(own.value, gov.value)
    else:
        value = weaker(times(own.value, effect.value), "CT+" if gov.value.startswith("CT") else _positive(gov.value))
    if gov.value == "Uu":
        value = "Uu"
    time: Time | None = own.time or gov.time
    if effect.tense != "same" and own.time not in ("past", "future"):
        time = cast(Time, effect.tense)
    mode = effect.mode or (own.mode if own.mode != "assertion" else gov.mode)
    if gov.mode in ("question", "conditional", "rebuttal"):
        mode = gov.mode
    reasons = (*own.reasons, *((reason,) if reason else ()), *(r for r in gov.reasons if r not in own.reasons))
    return Factuality(value, time, mode, (*own.acts, *gov.acts), (*own.classes, *gov.classes), reasons)


def _positive(value: Value) -> Value:
    return value if value == "Uu" else cast(Value, value[:-1] + "+")


def flip(value: Value) -> Value:
    return value if value == "Uu" else cast(Value, value[:-1] + ("-" if value.endswith("+") else "+"))


def weaker(a: Value, b: Value | None) -> Value:
    """The sign of the first with the lesser certainty of both."""
    if b is None:
        return a
    if "Uu" in (a, b):
        return "Uu"
    certainty = min((a[:2], b[:2]), key=lambda c: _CERTAINTY[c])
    return cast(Value, certainty + a[-1])


def times(a: Value, b: Value) -> Value:
    """The product of the signs with the lesser certainty of both."""
    if "Uu" in (a, b):
        return "Uu"
    sign = "+" if a[-1] == b[-1] else "-"
    return cast(Value, min((a[:2], b[:2]), key=lambda c: _CERTAINTY[c]) + sign)
