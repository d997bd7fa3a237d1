"""A claim in the making: one trigger with all that the report says around it."""

from __future__ import annotations

from dataclasses import dataclass

from diurna.claims.attribution import Attribution
from diurna.claims.factuality import Factuality
from diurna.claims.participants import Parties
from diurna.claims.triggers import Trigger
from diurna.times import EventDate


@dataclass(frozen=True, slots=True)
class Draft:
    """One trigger, read: factuality, parties, date, and the innermost attribution it stands in (None: reporter)."""

    trigger: Trigger
    state: Factuality
    parties: Parties
    date: EventDate
    attribution: Attribution | None
    definite: bool
    name: str | None

    @property
    def named_date(self) -> bool:
        """Whether the text itself dates the event (rather than a default)."""
        return self.date.expression is not None or self.date.rule == "calendar"
