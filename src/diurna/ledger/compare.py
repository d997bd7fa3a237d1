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
    "points back", "same visit", "unnamed",
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
    if _clash(a.actors, b.actors) or (a.frame == "directed" and _clash(a.recipients, b.recipients)):
        return Reason("roles", tuple(sorted(a.actors ^ b.actors)))
    turned = (a.actors and a.actors <= b.recipients and not a.actors & b.actors) or (
        b.actors and b.actors <= a.recipients and not a.actors & b.actors
    )
    return Reason("roles", tuple(sorted(a.actors | b.actors))) if turned else None


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
            if with_form.cls in _NEGATIVE and other.cls not in _NEGATIVE:
                return Reason("qualifiers", (x or y or "", ""))
    return None


def _contrasts(m: Mention) -> dict[str, str]:
    groups = rules.contrast_groups()
    return {groups[word]: word for word in (q.casefold() for q in m.claim.qualifiers) if word in groups}


def _other_occasion(a: Mention, b: Mention) -> Reason | None:
    """ "Another meeting" is another than the one of the same report that is not called so."""
    if a.claim.report != b.claim.report:
        return None
    words = rules.other_words()
    x, y = ({q.casefold() for q in m.claim.qualifiers} & words for m in (a, b))
    return Reason("other occasion", tuple(sorted(x ^ y))) if x != y else None


def _statuses(a: Mention, b: Mention) -> Reason | None:
    """One voice that says at one time that a visit is planned and that a visit is cancelled speaks of two."""
    if a.claim.report != b.claim.report or a.voice != b.voice or a.said != b.said:
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
    if rules.of_states(a.claim.kind):
        return len(a.states & b.states) >= 2
    if a.frame == "visitor":
        return bool(a.actors & b.actors) and bool(a.goal & b.goal)
    if a.frame == "directed":
        whom = bool(a.recipients & b.recipients) or not (a.recipients or b.recipients)
        return bool(a.actors & b.actors) and whom
    if a.persons and b.persons:
        return len(a.named & b.named) >= 2 and bool(a.persons & b.persons)
    return not a.persons and not b.persons and len(a.named & b.named) >= 2


def _grade(a: Mention, b: Mention, strength: Strength) -> tuple[Tier, int, tuple[Reason, ...]]:
    spans = [m.span for m in (a, b)]
    narrow = all(s is not None and s <= rules.days().narrow for s in spans)
    same_report = a.claim.report == b.claim.report
    if strength == "strong" and narrow:
        return 4, timing.start_gap(a, b), (Reason("same day"),)
    if strength == "strong" and a.dated and b.dated and min(s or 0 for s in spans) <= rules.days().period:
        return 3, timing.start_gap(a, b), (Reason("same time"),)
    if same_report and (found := _within_report(a, b, strength, narrow)):
        return found
    if strength == "strong":
        gap = timing.answers(a, b)
        if gap is not None:
            return 2, gap, (Reason("answers", (a.claim.status, b.claim.status)),)
        if _told_again(a, b):
            return 1, timing.said_gap(a, b) or 0, (Reason("points back"),)
    exact = all(s is not None and s <= 2 for s in spans)
    if exact and strength in ("weak", "states") and a.claim.kind == b.claim.kind:
        return 1, timing.start_gap(a, b), (Reason("same day"),)
    if exact and strength == "none" and _alike_unnamed(a, b):
        return 1, 0, (Reason("unnamed"),)
    return 0, timing.start_gap(a, b), ()


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
    dateless = second.claim.date is None or first.claim.date is None
    alike = a.cls == b.cls and (not a.named or not b.named or strength == "weak")
    if second.definite and dateless and alike and (a.claim.kind == b.claim.kind):
        return 2, distance, (Reason("points back", (second.claim.trigger.text,)),)
    return None


def _told_again(a: Mention, b: Mention) -> bool:
    """An undated "the invitation" of the same days points to the happening that the other report dates."""
    gap = timing.said_gap(a, b)
    undated = [m for m in (a, b) if m.claim.date is None]
    return (
        gap is not None and gap <= rules.days().story and len(undated) == 1 and undated[0].definite and a.cls == b.cls
    )


def _alike_unnamed(a: Mention, b: Mention) -> bool:
    same_words = a.claim.trigger.text.casefold() == b.claim.trigger.text.casefold()
    nameless = not a.named and not b.named
    return nameless and same_words and a.window == b.window and bool(a.town) and a.town == b.town and a.cls == b.cls
