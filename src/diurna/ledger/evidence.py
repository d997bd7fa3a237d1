"""How much says that two claims speak of one happening, where nothing keeps them apart. Pure.

Evidence is who takes part, when, and how the words point to each other; the tiers say which evidence is stronger.
"""

from __future__ import annotations

from diurna.ledger import rules, timing
from diurna.ledger.conflicts import conflict, same_direction
from diurna.ledger.mentions import Mention, apart, both_narrow, when
from diurna.ledger.reasons import Evidence, Grade, Reason, Strength, Tier
from diurna.ledger.retelling import coordinated, within_report


def evidence(a: Mention, b: Mention) -> Evidence:
    """How strongly two mentions without conflict belong together, and why."""
    if a.claim.occasion == b.id or b.claim.occasion == a.id:
        return Evidence(5, 0, (Reason("bound"),))
    strength, who = _who(a, b)
    tier, distance, why = _grade(a, b, strength)
    return Evidence(tier, distance, (*who, *why))


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
    return bool(a.recipients & b.recipients) or (rules.is_alone(a.claim.kind) and not (a.recipients or b.recipients))


def _grade(a: Mention, b: Mention, strength: Strength) -> Grade:
    gap = timing.start_gap(a, b)
    narrow = both_narrow(a, b)
    period = a.dated and b.dated and min(a.span or 0, b.span or 0) <= rules.days().period
    if strength == "strong" and period:
        return (4, gap, (Reason("same day"),)) if narrow else (3, gap, (Reason("same time"),))
    if a.claim.report == b.claim.report and (found := within_report(a, b, strength)):
        return found
    if strength == "strong":
        answer = timing.answers(a, b)
        if answer is not None:
            tier: Tier = 1 if "open" in (a.cls, b.cls) else 2  # a question may ask for any of them
            return tier, answer, (Reason("answers", (a.claim.status, b.claim.status)),)
        if _told_again(a, b):
            return 1, timing.said_gap(a, b) or 0, (Reason("points back"),)
    return _grade_weakly(a, b, strength)


def _grade_weakly(a: Mention, b: Mention, strength: Strength) -> Grade:
    """One shared party, states in place of their officials, or nobody named: the time must be the same to the day."""
    gap = timing.start_gap(a, b)
    exact = all(m.span is not None and m.span <= 2 for m in (a, b)) or (a.dated and a.window == b.window)
    same_kind = a.claim.kind == b.claim.kind
    if coordinated(a, b):
        return 0, gap, ()
    if exact and strength in ("weak", "states") and same_kind and same_direction(a, b):
        return 1, gap, (Reason("same day"),)
    if strength == "none" and _alike_unnamed(a, b, exact):
        return 1, gap, (Reason("unnamed"),)
    alike = a.cls == b.cls or {a.cls, b.cls} == {"future", "cancelled"}
    if strength == "weak" and same_kind and alike and _same_doer(a, b):
        if a.dated and b.dated and max(a.span or 0, b.span or 0) <= rules.days().period:
            return 1, gap, (Reason("same time"),)
        news = timing.answers(a, b)
        limit = rules.days().recent if a.cls == b.cls else rules.days().plan
        if news is not None and news <= limit:
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


def _told_again(a: Mention, b: Mention) -> bool:
    """An undated "the invitation" of the same days points to the happening that the other report dates."""
    gap = timing.said_gap(a, b)
    undated = [m for m in (a, b) if not m.dated]
    return (
        gap is not None and gap <= rules.days().story and len(undated) == 1 and undated[0].definite and a.cls == b.cls
    )


def _alike_unnamed(a: Mention, b: Mention, exact: bool) -> bool:
    """Nobody is named, but kind, place and days are the same to the letter, or one story and its days are meant."""
    if a.named or b.named or not same_direction(a, b):
        return False
    same_words = a.claim.trigger.text.casefold() == b.claim.trigger.text.casefold()
    if not (same_words or (a.claim.kind == b.claim.kind and not rules.is_local(a.claim.kind))):
        return False
    placed = exact and bool(a.town) and a.town == b.town and a.window == b.window
    return placed or (both_narrow(a, b) and timing.same_story(a, b))


def moved(a: Mention, b: Mention) -> Evidence | None:
    """Whether one of two plans for different days is the other one put off, and says so; None when not."""
    if not (a.moves or b.moves) or a.cls != "future" or b.cls != "future" or not (a.dated and b.dated):
        return None
    gap = apart(a.window, b.window)
    if not 0 < gap <= rules.days().moved or conflict(a, b, but_dates=True):
        return None
    strength, who = _who(a, b)
    later = max(a, b, key=lambda m: m.claim.trigger.start)
    points_back = a.claim.report == b.claim.report and later.definite and not (a.named and b.named)
    if strength != "strong" and not points_back:
        return None
    return Evidence(1, gap, (*who, Reason("moved", (when(a), when(b)))))


def close(a: Mention, b: Mention) -> Evidence | None:
    """Whether two mentions of the same parties differ by a day or two and by nothing else; None when not."""
    gap = apart(a.window, b.window)
    if not 0 < gap <= rules.days().slip or not both_narrow(a, b) or conflict(a, b, but_dates=True):
        return None
    strength, who = _who(a, b)
    return Evidence(0, gap, (*who, Reason("nearly", (when(a), when(b))))) if strength == "strong" else None
