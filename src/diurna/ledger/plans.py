"""Which dates a plan has had, one after the other (pure)."""

from __future__ import annotations

from collections.abc import Sequence

from diurna.ledger.said import Said
from diurna.model import Edtf

_PLANS = ("planned", "expected")


def plan_dates(said: Sequence[Said]) -> list[tuple[Edtf, Said]]:
    """Return the dates that the plan of one event had, oldest first, each with the claim that told it first.

    `said` is in order of assertion. Dates that can be the same day are one date, kept in its most exact form; what
    repeats an old date later gives no new one. Of two dates told at once the later day is the new one: a plan that
    moves is mostly put off.
    """
    found: list[tuple[Edtf, Said]] = []
    for one in (s for s in said if s.status in _PLANS and s.claim.date is not None and s.claim.date.days is not None):
        date = one.claim.date
        assert date is not None
        same = next((n for n, (known, _) in enumerate(found) if known.overlaps(date)), None)
        if same is None:
            found.append((date, one))
        else:
            known, first = found[same]
            found[same] = known.intersection(date) or known, first
    return sorted(found, key=lambda told: (told[1].order, told[0].earliest))


def plan_date(said: Sequence[Said]) -> Edtf | None:
    """The date that a plan came to have after it moved; None for a plan that never moved."""
    dates = plan_dates(said)
    return dates[-1][0] if len(dates) > 1 else None
