"""Typed reasons why two claims speak of one happening or of two; `sentences` turns them into words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Against = Literal[
    "kinds", "participants", "roles", "dates", "places", "qualifiers", "other occasion", "statuses", "names"
]
For = Literal[
    "bound", "same name", "same parties", "one party", "same states", "same day", "same time", "no date", "answers",
    "points back", "same visit", "unnamed", "moved", "nearly",
]  # fmt: skip
Tier = Literal[0, 1, 2, 3, 4, 5]
Strength = Literal["strong", "weak", "states", "none"]
"""How firmly two mentions share parties: all that matter, some, the states behind them, or none."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for or against: its kind, and the words or ids that it is about."""

    kind: Against | For
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """How strongly two mentions belong together: tier 5 (bound by the report) to 1 (weak), 0 (not enough).

    `distance` orders evidence of one tier: days between the happenings, or characters within one report.
    """

    tier: Tier
    distance: int
    reasons: tuple[Reason, ...]


Grade = tuple[Tier, int, tuple[Reason, ...]]
"""Tier, distance and reasons, before those of the parties are added."""
