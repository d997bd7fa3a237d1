"""The one place where a claim's status is derived from its fields.

`value` follows FactBank (Saurí & Pustejovsky 2009): certain, probable, possible (CT, PR, PS), each positive or
negative, and Uu for uncommitted, all as seen by the innermost source. Tense and value are separate axes: a planned
event is certain *and* future. `mode` says what kind of act the claim is; two modes beyond plain speech acts carry
what a negative value alone cannot: a `rebuttal` answers somebody's claim, a `cancellation` ends a presupposed plan.
"""

from __future__ import annotations

from typing import Literal, get_args

Value = Literal["CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "Uu"]
Tense = Literal["past_or_present", "future"]
Mode = Literal[
    "assertion", "intention", "expectation", "request", "conditional", "question", "rebuttal", "cancellation"
]
Status = Literal[
    "happened",
    "planned",
    "expected",
    "possible",
    "not_planned",
    "did_not_happen",
    "denied",
    "cancelled",
    "unknown",
]
STATUSES: tuple[Status, ...] = get_args(Status)

_BY_VALUE: dict[tuple[Value, Tense], Status] = {
    ("CT+", "past_or_present"): "happened",
    ("CT+", "future"): "planned",
    ("PR+", "past_or_present"): "expected",
    ("PR+", "future"): "expected",
    ("PS+", "past_or_present"): "possible",
    ("PS+", "future"): "possible",
    ("PS-", "past_or_present"): "possible",
    ("PS-", "future"): "possible",
    ("PR-", "past_or_present"): "did_not_happen",
    ("PR-", "future"): "not_planned",
    ("CT-", "past_or_present"): "did_not_happen",
    ("CT-", "future"): "not_planned",
    ("Uu", "past_or_present"): "unknown",
    ("Uu", "future"): "unknown",
}


def derive_status(value: Value, tense: Tense, mode: Mode) -> Status:
    """Return the status that a claim with these three fields has; total over all combinations."""
    if mode in ("question", "conditional", "request"):
        return "possible" if mode == "conditional" and value in ("PS+", "PR+") else "unknown"
    if mode == "cancellation" and value == "CT-":
        return "cancelled"
    if mode == "rebuttal" and value in ("CT-", "PR-") and tense == "past_or_present":
        return "denied"
    return _BY_VALUE[value, tense]
