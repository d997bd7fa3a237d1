"""What keeps two claims from speaking of one happening. Pure; one reason is enough.

What counts as a family of kinds or as a contrast stands in `occasions.toml`.
"""

from __future__ import annotations

from diurna.ledger import rules
from diurna.ledger.mentions import Mention, apart, both_narrow, when
from diurna.ledger.reasons import Reason

POSITIVE = ("happened", "future")
NEGATIVE = ("refused", "negated", "cancelled")
"""Classes that say of a happening that it is not to be."""


def conflict(a: Mention, b: Mention, *, but_dates: bool = False) -> Reason | None:
    """The first thing that keeps two mentions apart (dates set aside on request); None when they can be one."""
    for test in _BUT_DATES if but_dates else _ALL:
        if (reason := test(a, b)) is not None:
            return reason
    return None


def same_direction(a: Mention, b: Mention) -> bool:
    """Whether one does not deny what the other asserts; with half of the parties unknown that makes two events."""
    return (a.cls in NEGATIVE) == (b.cls in NEGATIVE)


def _kinds(a: Mention, b: Mention) -> Reason | None:
    if a.family != b.family and not (a.name and a.name == b.name):
        return Reason("kinds", (a.claim.kind, b.claim.kind))
    return Reason("kinds", (a.claim.kind, b.claim.kind)) if rules.kinds_apart(a.claim.kind, b.claim.kind) else None


def _clash(x: frozenset[str], y: frozenset[str], enough: int = 2) -> bool:
    """Two sets of parties of which neither holds the other, and that share less than is enough."""
    return bool(x and y) and not (x <= y or y <= x) and len(x & y) < enough


def _participants(a: Mention, b: Mention) -> Reason | None:
    if a.frame == "hosted" or (a.name and b.name and a.name & b.name):
        return None
    clash = _clash(a.persons, b.persons) if a.persons and b.persons else _clash(a.states, b.states)
    if (
        a.persons
        and b.persons
        and _clash(a.states, b.states, enough=3)
        and not (a.persons <= b.persons or b.persons <= a.persons)
    ):
        clash = True  # each names somebody of a country that the other does not
    if clash and a.frame == "visitor":
        clash = False  # who else is along or receives does not matter: `_roles` compares the visitors
    return Reason("participants", tuple(sorted((a.persons or a.states) ^ (b.persons or b.states)))) if clash else None


def _roles(a: Mention, b: Mention) -> Reason | None:
    if "mutual" in (a.frame, b.frame) or "hosted" in (a.frame, b.frame):
        return None
    who = tuple(sorted(a.actors ^ b.actors))
    together = a.frame == "visitor" and a.actors & b.actors and a.goal & b.goal and both_narrow(a, b)
    if _clash(a.actors, b.actors) and not together:  # reports name different members of one delegation
        return Reason("roles", who)
    if a.frame == "directed" and _clash(a.recipients - a.actors, b.recipients - b.actors):
        return Reason("roles", tuple(sorted(a.recipients ^ b.recipients)))
    turned = any(x.actors and x.actors <= y.recipients and not x.actors & y.actors for x, y in ((a, b), (b, a)))
    return Reason("roles", who) if turned else None


def _dates(a: Mention, b: Mention) -> Reason | None:
    if not apart(a.window, b.window):
        return None
    if a.cls == b.cls == "cancelled" and apart(a.window, b.window) <= rules.days().cancellation:
        return None
    return Reason("dates", (when(a), when(b)))


def _places(a: Mention, b: Mention) -> Reason | None:
    x, y = (a.goal, b.goal) if a.frame == "visitor" else (a.country, b.country)
    if x and y and not x & y:
        return Reason("places", (a.town or ", ".join(sorted(x)), b.town or ", ".join(sorted(y))))
    if rules.is_local(a.claim.kind) and a.town and b.town and not (a.town in b.town or b.town in a.town):
        return Reason("places", (a.town, b.town))
    return None


def _qualifiers(a: Mention, b: Mention) -> Reason | None:
    mine, yours = a.contrasts, b.contrasts
    if not mine and not yours:
        return None
    for group in sorted(mine.keys() | yours.keys()):
        x, y = mine.get(group), yours.get(group)
        if x and y and x != y:
            return Reason("qualifiers", (x, y))
        if group == "form" and (x or y):  # "not a state visit" denies the form, not the visit
            with_form, other = (a, b) if x else (b, a)
            if with_form.cls in NEGATIVE and with_form.cls != other.cls:
                return Reason("qualifiers", (x or y or "", ""))
    return None


def _other_occasion(a: Mention, b: Mention) -> Reason | None:
    """ "Another meeting" is another than the one of the same report that is not called so; "separate" ones are many."""
    if not (a.others or b.others):
        return None
    for one, rest in ((a, b), (b, a)):
        if "separate" in one.others and rest.persons < one.persons:
            return Reason("other occasion", ("separate",))
    if a.claim.report != b.claim.report:
        return None
    return Reason("other occasion", tuple(sorted(a.others ^ b.others))) if a.others != b.others else None


def _statuses(a: Mention, b: Mention) -> Reason | None:
    """One voice that says at one time that a visit is planned and that a visit is cancelled speaks of two."""
    if (
        a.claim.report != b.claim.report
        or a.said != b.said
        or (a.voice != b.voice and "cancelled" not in (a.cls, b.cls))
    ):
        return None
    if both_narrow(a, b) and a.window == b.window:  # "was to have come on Friday but never did" is one visit
        return None
    firm = [m.claim.status not in ("possible", "unknown") for m in (a, b)]
    if not all(firm):
        return None
    signs = {m.cls in POSITIVE for m in (a, b)}
    over_and_ahead = {a.cls, b.cls} == set(POSITIVE) and not (a.dated and b.dated)
    return Reason("statuses", (a.claim.status, b.claim.status)) if len(signs) == 2 or over_and_ahead else None


def _names(a: Mention, b: Mention) -> Reason | None:
    if a.name and b.name and not (a.name <= b.name or b.name <= a.name):
        return Reason("names", (a.claim.name or "", b.claim.name or ""))
    return None


_BUT_DATES = (_kinds, _participants, _roles, _places, _qualifiers, _other_occasion, _statuses, _names)
_ALL = (_dates, *_BUT_DATES)
