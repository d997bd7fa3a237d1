"""How one report takes up in one sentence what it told in another. Pure.

The nearest mention is the likeliest, and news before background: every day that a dated mention lies back counts like
some words of distance.
"""

from __future__ import annotations

from diurna.ledger import timing
from diurna.ledger.conflicts import same_direction
from diurna.ledger.mentions import Mention, both_narrow
from diurna.ledger.reasons import Grade, Reason, Strength

_PASSAGE = 800
"""So many characters of one report usually stay with one prospect."""
_A_DAY = 10
"""So many characters of distance outweigh one day that a happening lies back."""


def within_report(a: Mention, b: Mention, strength: Strength) -> Grade | None:
    """How strongly two mentions of one report without conflict belong together; None when the report tells nothing."""
    first, second = sorted((a, b), key=lambda m: m.claim.trigger.start)
    apart = second.claim.trigger.start - first.claim.trigger.start
    distance = apart + _A_DAY * max(timing.days_back(a), timing.days_back(b))
    if strength == "strong" and (a.cls == b.cls or _asks_about(a, b)):
        return 3, distance, (Reason("no date"),)
    if strength == "weak" and both_narrow(a, b) and same_direction(a, b) and not coordinated(a, b):
        return 3, distance, (Reason("same day"),)
    if _takes_up(first, second, strength):
        return 2, distance, (Reason("points back", (second.claim.trigger.text,)),)
    if strength == "weak" and (_same_denial(a, b) or (_same_prospect(a, b) and apart <= _PASSAGE)):
        return 1, distance, (Reason("no date"),)
    return None


def _asks_about(a: Mention, b: Mention) -> bool:
    """A question or a "no comment" beside what it may be about; nobody asks about a plan that is off."""
    return "open" in (a.cls, b.cls) and a.claim.tense == b.claim.tense and "cancelled" not in (a.cls, b.cls)


def coordinated(a: Mention, b: Mention) -> bool:
    """One sentence names two happenings: "met the one and received the other"."""
    return a.claim.report == b.claim.report and a.claim.evidence.start == b.claim.evidence.start


def _takes_up(first: Mention, second: Mention, strength: Strength) -> bool:
    """ "The meeting", of the same kind and status, with nobody or fewer parties named."""
    nobody = not (first.claim.participants and second.claim.participants)
    dateless = not (first.dated and second.dated)
    alike = first.cls == second.cls and first.claim.kind == second.claim.kind
    return second.definite and dateless and alike and (nobody or strength == "weak")


def _told_shorter(a: Mention, b: Mention) -> bool:
    return a.said == b.said and (a.named < b.named or b.named < a.named)


def _same_denial(a: Mention, b: Mention) -> bool:
    """A report repeats a denial in fewer words."""
    return a.cls == b.cls == "refused" and _told_shorter(a, b)


def _same_prospect(a: Mention, b: Mention) -> bool:
    """Something ahead, told of again soon after in fewer words."""
    return {a.cls, b.cls} <= {"future", "open"} and not (a.dated and b.dated) and _told_shorter(a, b)
