"""How the record came to an event's standing, and what changed on the way (pure)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from diurna.ledger.plans import plan_dates
from diurna.ledger.said import Said, Setting, in_order
from diurna.ledger.standing import standing_of
from diurna.ledger.values import StandingAt
from diurna.model import Change, Claim, Edtf, Report
from diurna.model.ids import content_id
from diurna.model.nouns import ChangeType

_FOR = ("happened", "planned")
_AGAINST = ("not_planned", "did_not_happen", "denied", "cancelled")
_MONTH = 31


def history(claims: Sequence[Claim], setting: Setting) -> list[StandingAt]:
    """Return the standings that these claims gave one event, in the order in which they were asserted."""
    return _standings(in_order(claims, setting), setting.reports)


def _standings(said: Sequence[Said], reports: Mapping[str, Report]) -> list[StandingAt]:
    found: list[StandingAt] = []
    for step in _steps(said, reports):
        if not found or found[-1].standing != step.standing:
            found.append(step)
    return found


def _steps(said: Sequence[Said], reports: Mapping[str, Report]) -> Iterator[StandingAt]:
    known: list[Said] = []
    for _, together in groupby(said, key=lambda s: s.order):
        known.extend(together)
        yield standing_of(known, reports)


def changes(event: str, claims: Sequence[Claim], setting: Setting) -> list[Change]:
    """Return what changed in the standing of one event, and when its plan got another date."""
    by_id = {claim.id: claim for claim in claims}
    said = in_order(claims, setting)
    steps = _standings(said, setting.reports)
    found = list(_presupposed(event, steps, by_id))
    for before, after in pairwise(steps):
        kind = _kind_of_change(before.standing, after.standing)
        if kind is not None:
            found.append(_change(event, kind, before, after, by_id))
    return [*found, *_moves(event, said)]


def _kind_of_change(before: str, after: str) -> ChangeType | None:
    """None where the later claim says the same in other words ("not planned", then "did not happen")."""
    if after == "disputed":
        return "dispute"
    if before in _AGAINST and after in _AGAINST:
        return None
    if (before in _AGAINST and after in _FOR) or (before in _FOR and after in _AGAINST):
        return "reversal"
    return "update"


def _presupposed(event: str, steps: Sequence[StandingAt], by_id: Mapping[str, Claim]) -> Iterator[Change]:
    """A cancellation tells of the plan that it ends, also where no report of that plan is on record."""
    if steps and steps[0].standing == "cancelled":
        planned = StandingAt(standing="planned")
        yield _change(event, "reversal", planned, steps[0], by_id)


def _change(event: str, kind: ChangeType, before: StandingAt, after: StandingAt, by_id: Mapping[str, Claim]) -> Change:
    decisive = by_id[after.why[0]]
    claims = (*before.why[:1], *after.why)
    return Change(
        id=content_id("ch", event, kind, before.standing, after.standing, *claims),
        event=event,
        type=kind,
        before=before.standing,
        after=after.standing,
        on=_effective(after, decisive),
        claims=claims,
    )


def _effective(after: StandingAt, decisive: Claim) -> Edtf | None:
    """When the change took effect: on the day of the happening itself, else when it was asserted."""
    date = decisive.date
    if (
        after.standing in ("happened", "did_not_happen")
        and date is not None
        and date.days is not None
        and date.days <= _MONTH
    ):
        return date
    return after.on


def _moves(event: str, said: Sequence[Said]) -> Iterator[Change]:
    for before, after in pairwise(plan_dates(said)):
        yield _move(event, before, after)


def _move(event: str, before: tuple[Edtf, Said], after: tuple[Edtf, Said]) -> Change:
    claims = before[1].claim.id, after[1].claim.id
    return Change(
        id=content_id("ch", event, "rescheduled", *claims),
        event=event,
        type="rescheduled",
        before=str(before[0]),
        after=str(after[0]),
        on=after[1].when,
        claims=claims,
    )
