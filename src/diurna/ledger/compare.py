"""Can two claims speak of the same happening, and how much says that they do?

`conflicts` lists what keeps two mentions apart: one item is enough. `evidence` says how strongly they belong together
where nothing keeps them apart. Both return typed reasons, which `explain` turns into sentences. Pure functions; what
counts as a family, a contrast or a short time stands in `occasions.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diurna.ledger import rules, timing
from diurna.ledger.mentions import Mention, apart

Kind = Literal[
    "kinds", "participants", "roles", "dates", "places", "qualifiers", "other occasion", "statuses", "names",
    "bound", "same name", "same parties", "one party", "same states", "same day", "same time", "no date", "answers",
    "points back", "same visit", "unnamed", "moved",
]  # fmt: skip
Tier = Literal[0, 1, 2, 3, 4, 5]
_POSITIVE = ("happened", "future")
_NEGATIVE = ("refused", "negated", "cancelled")


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for or against: its kind, and the words or ids that it is about."""

    kind: Kind
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """How strongly two mentions belong together: tier 5 (bound by the report) to 1 (weak), 0 (not enough).

    `distance` orders evidence of one tier: days between the happenings, or characters within one report.
    """

    tier: Tier
    distance: int
    reasons: tuple[Reason, ...]


# -- against --------------------------------------------------------------------------------------------------------


def conflicts(a: Mention, b: Mention) -> tuple[Reason, ...]:
    """What keeps two mentions apart; empty when they can be one happening."""
    tests = (_kinds, _participants, _roles, _dates, _places, _qualifiers, _other_occasion, _statuses, _names)
    return tuple(reason for test in tests if (reason := test(a, b)) is not None)


def _kinds(a: Mention, b: Mention) -> Reason | None:
    if a.family != b.family and not (a.name and a.name == b.name):
        return Reason("kinds", (a.claim.kind, b.claim.kind))
    return Reason("kinds", (a.claim.kind, b.claim.kind)) if rules.kinds_apart(a.claim.kind, b.claim.kind) else None


def _clash(x: frozenset[str], y: frozenset[str]) -> bool:
    """Two sets of parties of which neither holds the other, and that share less than two."""
    return bool(x and y) and not (x <= y or y <= x) and len(x & y) < 2


def _participants(a: Mention, b: Mention) -> Reason | None:
    if a.frame == "hosted" or (a.name and b.name and a.name & b.name):
        return None
    clash = _clash(a.persons, b.persons) if a.persons and b.persons else _clash(a.states, b.states)
    if clash and a.frame == "visitor":
        clash = False  # who else is along or receives does not matter: `_roles` compares the visitors
    return Reason("participants", tuple(sorted((a.persons or a.states) ^ (b.persons or b.states)))) if clash else None


def _roles(a: Mention, b: Mention) -> Reason | None:
    if "mutual" in (a.frame, b.frame) or "hosted" in (a.frame, b.frame):
        return None
    who = tuple(sorted(a.actors ^ b.actors))
    together = a.frame == "visitor" and a.actors & b.actors and a.goal & b.goal and _both_narrow(a, b)
    if _clash(a.actors, b.actors) and not together:  # reports name different members of one delegation
        return Reason("roles", who)
    if a.frame == "directed" and _clash(a.recipients - a.actors, b.recipients - b.actors):
        return Reason("roles", tuple(sorted(a.recipients ^ b.recipients)))
    apart_actors = a.actors and b.actors and not a.actors & b.actors
    turned = apart_actors and (a.actors <= b.recipients or b.actors <= a.recipients)
    return Reason("roles", who) if turned else None


def _both_narrow(a: Mention, b: Mention) -> bool:
    """Whether both dates are exact enough to tell an occasion."""
    return all(m.span is not None and m.span <= rules.days().narrow for m in (a, b))


def _dates(a: Mention, b: Mention) -> Reason | None:
    if not apart(a.window, b.window):
        return None
    if a.cls == b.cls == "cancelled" and apart(a.window, b.window) <= rules.days().cancellation:
        return None
    return Reason("dates", (_when(a), _when(b)))


def _when(m: Mention) -> str:
    return m.claim.date_text or str(m.claim.date or "")


def _places(a: Mention, b: Mention) -> Reason | None:
    x, y = (a.goal, b.goal) if a.frame == "visitor" else (_country(a), _country(b))
    if x and y and not x & y:
        return Reason("places", (a.town or ", ".join(sorted(x)), b.town or ", ".join(sorted(y))))
    if rules.is_local(a.claim.kind) and a.town and b.town and not (a.town in b.town or b.town in a.town):
        return Reason("places", (a.town, b.town))
    return None


def _country(m: Mention) -> frozenset[str]:
    place = m.claim.place
    return frozenset({place.country}) if place and place.country else frozenset()


def _qualifiers(a: Mention, b: Mention) -> Reason | None:
    mine, yours = _contrasts(a), _contrasts(b)
    for group in sorted(mine.keys() | yours.keys()):
        x, y = mine.get(group), yours.get(group)
        if x and y and x != y:
            return Reason("qualifiers", (x, y))
        if group == "form" and (x or y):  # "not a state visit" denies the form, not the visit
            with_form, other = (a, b) if x else (b, a)
            if with_form.cls in _NEGATIVE and with_form.cls != other.cls:
                return Reason("qualifiers", (x or y or "", ""))
    return None


def _contrasts(m: Mention) -> dict[str, str]:
    groups = rules.contrast_groups()
    return {groups[word]: word for word in (q.casefold() for q in m.claim.qualifiers) if word in groups}


def _other_occasion(a: Mention, b: Mention) -> Reason | None:
    """ "Another meeting" is another than the one of the same report that is not called so; "separate" ones are many."""
    for one, rest in ((a, b), (b, a)):
        if "separate" in one.claim.qualifiers and rest.persons < one.persons:
            return Reason("other occasion", ("separate",))
    if a.claim.report != b.claim.report:
        return None
    words = rules.other_words()
    x, y = ({q.casefold() for q in m.claim.qualifiers} & words for m in (a, b))
    return Reason("other occasion", tuple(sorted(x ^ y))) if x != y else None


def _statuses(a: Mention, b: Mention) -> Reason | None:
    """One voice that says at one time that a visit is planned and that a visit is cancelled speaks of two."""
    if (
        a.claim.report != b.claim.report
        or a.said != b.said
        or (a.voice != b.voice and "cancelled" not in (a.cls, b.cls))
    ):
        return None
    if _both_narrow(a, b) and a.window == b.window:  # "was to have come on Friday but never did" is one visit
        return None
    firm = [m.claim.status not in ("possible", "unknown") for m in (a, b)]
    if not all(firm):
        return None
    signs = {m.cls in _POSITIVE for m in (a, b)}
    over_and_ahead = {a.cls, b.cls} == set(_POSITIVE) and not (a.dated and b.dated)
    return Reason("statuses", (a.claim.status, b.claim.status)) if len(signs) == 2 or over_and_ahead else None


def _names(a: Mention, b: Mention) -> Reason | None:
    if a.name and b.name and not (a.name <= b.name or b.name <= a.name):
        return Reason("names", (a.claim.name or "", b.claim.name or ""))
    return None


# -- for ------------------------------------------------------------------------------------------------------------


def evidence(a: Mention, b: Mention) -> Evidence:
    """How strongly two mentions without conflict belong together, and why."""
    if a.claim.occasion == b.id or b.claim.occasion == a.id:
        return Evidence(5, 0, (Reason("bound"),))
    strength, who = _who(a, b)
    tier, distance, why = _grade(a, b, strength)
    return Evidence(tier, distance, (*who, *why))


Strength = Literal["strong", "weak", "states", "none"]


def _who(a: Mention, b: Mention) -> tuple[Strength, tuple[Reason, ...]]:
    """How firmly the two share participants."""
    if a.name and b.name:
        return "strong", (Reason("same name", (a.claim.name or "",)),)
    shared = tuple(sorted(a.named & b.named))
    if _strong(a, b):
        return "strong", (Reason("same parties", shared),)
    if shared and (a.named <= b.named or b.named <= a.named):
        return "weak", (Reason("one party", shared),)
    if len(a.states & b.states) >= 2 and not (a.persons and b.persons):
        return "states", (Reason("same states", tuple(sorted(a.states & b.states))),)
    return ("weak", (Reason("one party", shared),)) if shared else ("none", ())


def _strong(a: Mention, b: Mention) -> bool:
    if a.frame == "visitor":
        return bool(a.actors & b.actors) and bool(a.goal & b.goal)
    if a.frame == "directed" and a.actors & b.actors and _same_target(a, b):
        return True
    if rules.of_states(a.claim.kind):
        return len(a.states & b.states) >= 2
    if a.frame == "directed":
        return False
    if a.persons and b.persons:
        return len(a.named & b.named) >= 2 and bool(a.persons & b.persons)
    return not a.persons and not b.persons and len(a.named & b.named) >= 2


def _same_target(a: Mention, b: Mention) -> bool:
    return bool(a.recipients & b.recipients) or not (a.recipients or b.recipients)


def _grade(a: Mention, b: Mention, strength: Strength) -> tuple[Tier, int, tuple[Reason, ...]]:
    gap = timing.start_gap(a, b)
    narrow = _both_narrow(a, b)
    period = a.dated and b.dated and min(a.span or 0, b.span or 0) <= rules.days().period
    if strength == "strong" and period:
        return (4, gap, (Reason("same day"),)) if narrow else (3, gap, (Reason("same time"),))
    if a.claim.report == b.claim.report and (found := _within_report(a, b, strength, narrow)):
        return found
    if strength == "strong":
        answer = timing.answers(a, b)
        if answer is not None:
            return 2, answer, (Reason("answers", (a.claim.status, b.claim.status)),)
        if _told_again(a, b):
            return 1, timing.said_gap(a, b) or 0, (Reason("points back"),)
    return _grade_weakly(a, b, strength)


def _grade_weakly(a: Mention, b: Mention, strength: Strength) -> tuple[Tier, int, tuple[Reason, ...]]:
    """One shared party, states in place of their officials, or nobody named: the time must be the same to the day."""
    gap = timing.start_gap(a, b)
    exact = all(m.span is not None and m.span <= 2 for m in (a, b)) or (a.dated and a.window == b.window)
    same_kind = a.claim.kind == b.claim.kind
    if exact and strength in ("weak", "states") and same_kind:
        return 1, gap, (Reason("same day"),)
    if exact and strength == "none" and _alike_unnamed(a, b):
        return 1, 0, (Reason("unnamed"),)
    if strength == "weak" and same_kind and a.cls == b.cls and _same_doer(a, b):
        if a.dated and b.dated and max(a.span or 0, b.span or 0) <= rules.days().period:
            return 1, gap, (Reason("same time"),)
        news = timing.answers(a, b)
        if news is not None and news <= rules.days().recent:
            return 1, news, (Reason("answers", (a.claim.status, b.claim.status)),)
    return 0, gap, ()


def _same_doer(a: Mention, b: Mention) -> bool:
    """Two reports leave out different sides of one act: the same doer, and nobody whom the other contradicts."""
    if a.claim.report == b.claim.report or rules.is_local(a.claim.kind):
        return False
    if not (a.named <= b.named or b.named <= a.named):
        return False
    if a.frame == "mutual":
        return rules.of_states(a.claim.kind) and a.named == b.named
    if not (a.actors and b.actors):  # "the July visit to Ghana": the visitor is left out
        gap = timing.said_gap(a, b)
        told_together = a.dated and b.dated and gap is not None and gap <= rules.days().story
        return a.frame == "visitor" and bool(a.goal & b.goal) and told_together
    return bool(a.actors & b.actors)


def _within_report(
    a: Mention, b: Mention, strength: Strength, narrow: bool
) -> tuple[Tier, int, tuple[Reason, ...]] | None:
    """One report tells of one happening in several sentences; the nearest mention is the likeliest."""
    first, second = sorted((a, b), key=lambda m: m.claim.trigger.start)
    distance = second.claim.trigger.start - first.claim.trigger.start
    open_to_it = "open" in (a.cls, b.cls) and a.claim.tense == b.claim.tense and "cancelled" not in (a.cls, b.cls)
    if strength == "strong" and (a.cls == b.cls or open_to_it):
        return 3, distance, (Reason("no date"),)
    if strength == "weak" and narrow:
        return 3, distance, (Reason("same day"),)
    dateless = not (first.dated and second.dated)
    alike = a.cls == b.cls and (not a.named or not b.named or strength == "weak")
    if second.definite and dateless and alike and (a.claim.kind == b.claim.kind):
        return 2, distance, (Reason("points back", (second.claim.trigger.text,)),)
    return None


def _told_again(a: Mention, b: Mention) -> bool:
    """An undated "the invitation" of the same days points to the happening that the other report dates."""
    gap = timing.said_gap(a, b)
    undated = [m for m in (a, b) if not m.dated]
    return (
        gap is not None and gap <= rules.days().story and len(undated) == 1 and undated[0].definite and a.cls == b.cls
    )


def _alike_unnamed(a: Mention, b: Mention) -> bool:
    """Nobody is named, but kind, place and days are the same to the letter."""
    same_words = a.claim.trigger.text.casefold() == b.claim.trigger.text.casefold()
    nameless = not a.named and not b.named
    placed = bool(a.town) and a.town == b.town and a.window == b.window
    return nameless and placed and (same_words or (a.claim.kind == b.claim.kind and not rules.is_local(a.claim.kind)))


def moved(a: Mention, b: Mention) -> Evidence | None:
    """Whether one of two plans for different days is the other one put off, and says so; None when not."""
    against = conflicts(a, b)
    if [reason.kind for reason in against] != ["dates"] or a.cls != "future" or b.cls != "future":
        return None
    gap = apart(a.window, b.window)
    told = rules.rescheduling().search(a.claim.evidence.exact) or rules.rescheduling().search(b.claim.evidence.exact)
    if not told or gap > rules.days().moved or not (a.dated and b.dated):
        return None
    strength, who = _who(a, b)
    return Evidence(1, gap, (*who, Reason("moved", (_when(a), _when(b))))) if strength == "strong" else None
