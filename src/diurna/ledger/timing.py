"""When an undated claim can be about a happening that another claim dates, judged by what each says and when."""

from __future__ import annotations

from datetime import date

from diurna.ledger import rules
from diurna.ledger.mentions import Mention, apart

_SAME_CAST = 4
"""So many people and bodies in common make two reports tell the same news."""


def start_gap(a: Mention, b: Mention) -> int:
    """Days between the beginnings of two windows; 0 where an end is open."""
    return abs((a.window[0] - b.window[0]).days) if a.window[0] and b.window[0] else 0


def days_back(m: Mention) -> int:
    """How many days a dated happening lies before its telling, up to a year; 0 for what is undated or ahead."""
    end = m.window[1] if m.dated else None
    return min(max((m.said - end).days, 0), 365) if end and m.said else 0


def said_gap(a: Mention, b: Mention) -> int | None:
    """Days between two assertions; None when one is not dated.

    An undated report with the cast of another one is taken to tell the same news.
    """
    if a.said and b.said:
        return abs((a.said - b.said).days)
    return rules.days().recent if same_story(a, b) else None


def same_story(a: Mention, b: Mention) -> bool:
    """Whether two reports tell the same news: many people and bodies in common, and not told far apart."""
    near = not (a.said and b.said) or abs((a.said - b.said).days) <= rules.days().story
    return near and a.claim.report != b.claim.report and len(a.cast & b.cast) >= _SAME_CAST


def answers(a: Mention, b: Mention) -> int | None:
    """Days between two mentions of the same parties when one takes up the other; None when it does not.

    At least one of the two has no closed date here. A denial without a window speaks of the occasion at hand, a plan
    without a date of the weeks ahead, an undated "they met" of the last days.
    """
    pair = frozenset((a.cls, b.cls))
    if pair == {"open", "cancelled"}:
        return None
    if "open" in pair:
        return _near(a, b, rules.days().speculation)
    if len(pair) == 1:
        return _same_class(a, b)
    first, second = sorted((a, b), key=lambda m: _ORDER[m.cls])
    rule = _RULES.get((first.cls, second.cls))
    return rule(first, second) if rule else None


_ORDER = {"happened": 0, "future": 1, "refused": 2, "negated": 3, "cancelled": 4, "open": 5}


def _near(a: Mention, b: Mention, limit: int) -> int | None:
    gap = said_gap(a, b)
    return gap if gap is not None and gap <= limit else None


def _same_class(a: Mention, b: Mention) -> int | None:
    days = rules.days()
    if a.cls == "happened":
        return _recent(a, b, days.recent)
    if a.cls == "future":
        return _near(a, b, days.speculation if _speculative(a) or _speculative(b) else days.plan)
    return _near(a, b, {"refused": days.denial, "negated": days.answer, "cancelled": days.plan}[a.cls])


def _recent(a: Mention, b: Mention, limit: int) -> int | None:
    """Two reports of something done; an undated one tells the news of the last days."""
    if a.dated == b.dated:
        return _near(a, b, limit)
    dated, undated = (a, b) if a.dated else (b, a)
    said = undated.said or (dated.said if said_gap(a, b) is not None else None)
    return _between(said, dated.window, limit)


def _between(said: date | None, window: tuple[date | None, date | None], limit: int) -> int | None:
    """Days from a window's end to an assertion not long after it (or within it)."""
    if said is None or window[0] is None or window[1] is None or said < window[0]:
        return None
    gap = max((said - window[1]).days, 0)
    return gap if gap <= limit else None


def _speculative(m: Mention) -> bool:
    return m.claim.status in ("possible", "expected")


def _ahead(said: date | None, m: Mention, limit: int, *, after: bool = False) -> int | None:
    """Days from an assertion to a happening that followed it (an undated one: to when it was told).

    `after` asks for a later day: what was done on the day of the announcement is not what was announced for some day.
    """
    start, end = (m.window[0], m.window[1]) if m.dated else (m.said, m.said)
    if said is None or start is None or end is None or end < said or (after and end == said):
        return None
    gap = max((start - said).days, 0)
    return gap if gap <= limit else None


def _fulfilled(done: Mention, plan: Mention) -> int | None:
    days = rules.days()
    limit = days.speculation if _speculative(plan) else days.plan
    if plan.dated:
        return _ahead(plan.said, done, 366 * 10) if not apart(plan.window, done.window) else None
    return _ahead(plan.said, done, limit, after=True)


def _overtaken(done: Mention, refusal: Mention) -> int | None:
    return _ahead(refusal.said, done, rules.days().denial)


def _rebutted(done: Mention, denial: Mention) -> int | None:
    if done.window[0] and denial.said and done.dated:
        gap = (denial.said - done.window[0]).days
        return gap if 0 <= gap <= rules.days().answer else None
    return _near(done, denial, rules.days().answer)


def _refused_plan(plan: Mention, refusal: Mention) -> int | None:
    """A plan and the denial of one: a denial answers earlier talk, and is overtaken only by a plan soon after it."""
    if plan.said is None or refusal.said is None:
        return None
    gap = (plan.said - refusal.said).days
    return abs(gap) if -rules.days().plan <= gap <= rules.days().denial else None


def _called_off(plan: Mention, end: Mention) -> int | None:
    if plan.said is None or end.said is None or plan.said > end.said:
        return None
    gap = (end.said - plan.said).days
    return gap if gap <= (366 if plan.dated else rules.days().plan) else None


def _soon(a: Mention, b: Mention) -> int | None:
    return _near(a, b, rules.days().denial)


_RULES = {
    ("happened", "future"): _fulfilled,
    ("happened", "refused"): _overtaken,
    ("happened", "negated"): _rebutted,
    ("future", "refused"): _refused_plan,
    ("future", "negated"): _soon,
    ("future", "cancelled"): _called_off,
    ("refused", "negated"): _soon,
    ("refused", "cancelled"): _soon,
}
