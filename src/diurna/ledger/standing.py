"""The standing of an event, decided from its claims (pure).

Every source counts with its latest claim. Facts about the past outrank plans that were asserted before them; past-tense
claims of different sources that still disagree make the event `disputed`; otherwise the latest assertion decides, with
one proviso: what another source merely expects or thinks possible does not weaken a firmer claim of the same direction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from diurna.ledger.said import Order, Said, Setting, in_order
from diurna.ledger.sentences import standing_sentence
from diurna.ledger.values import StandingAt
from diurna.model import Claim, Report
from diurna.model.nouns import Standing

_SIGN = {"happened": 1, "planned": 1, "expected": 1, "possible": 0, "unknown": 0}
_FACTS = ("happened", "did_not_happen", "denied")
_FIRMNESS = {"unknown": 0, "possible": 1, "expected": 2, "planned": 3, "not_planned": 3, "cancelled": 4}
_OF_A_FACT = 5
_BARE = Setting()


def standing(claims: Sequence[Claim], as_of: date | None = None, *, setting: Setting = _BARE) -> StandingAt:
    """Return the standing that these claims about one event give it, from those asserted by `as_of`.

    `setting` gives the publication date of claims that do not say when they were asserted, and who speaks for whom.
    Without any claim by then the standing is `unknown`, with no reasons.
    """
    said = in_order(claims, setting)
    return standing_of([s for s in said if as_of is None or s.day <= as_of], setting.reports)


def standing_of(said: Sequence[Said], reports: Mapping[str, Report]) -> StandingAt:
    """Return the standing that these assertions give one event."""
    latest = _latest_of_each_voice(said)
    if not latest:
        return StandingAt(standing="unknown", sentence="No claim yet.")
    deciding, disputed = _decide(latest)
    status: Standing = "disputed" if disputed else deciding[0].status
    return StandingAt(
        standing=status,
        on=deciding[0].when,
        why=tuple(s.claim.id for s in deciding),
        sentence=standing_sentence(status, [s.claim for s in deciding], reports),
    )


def _sign(s: Said) -> int:
    return _SIGN.get(s.status, -1)


def _is_fact(s: Said) -> bool:
    return s.status in _FACTS


def _firmness(s: Said) -> int:
    return _FIRMNESS.get(s.status, _OF_A_FACT)


def _rank(s: Said) -> tuple[Order, int, int, str]:
    """Later first; of one day the firmer, then the more exactly dated."""
    span = s.claim.date.days if s.claim.date else None
    return s.order, _firmness(s), -(span or 10**6), s.claim.id


def _latest_of_each_voice(said: Sequence[Said]) -> list[Said]:
    """Each source's latest claim; a question or a "no comment" only when the source says nothing else."""
    chosen: dict[str, Said] = {}
    for one in sorted(said, key=lambda s: (s.status != "unknown", _rank(s))):
        chosen[one.voice] = one
    return sorted(chosen.values(), key=_rank)


def _decide(latest: Sequence[Said]) -> tuple[list[Said], bool]:
    """The deciding claims, decisive first, and whether the event is disputed."""
    facts = [s for s in latest if _is_fact(s)]
    done = [s for s in facts if _sign(s) > 0]
    if done:
        undone = [s for s in facts if _sign(s) < 0 and not _only_covers_before(s, done) and not _admitted(s, done)]
        undone += [s for s in latest if s.status == "cancelled" and s.order > max(d.order for d in done)]
        return _best_first(done) + _best_first(undone), bool(undone)
    ended = [s for s in latest if s.status == "cancelled"]
    if ended and facts and facts[-1].status == "did_not_happen":  # why it did not happen
        facts = []
        latest = [s for s in latest if s.status != "did_not_happen"]
    if facts and not _overtaken(facts[-1], latest):
        return _best_first([s for s in facts if s.status == facts[-1].status]), False
    return _by_time([s for s in latest if not _is_fact(s) or s is facts[-1]]), False


def _only_covers_before(denial: Said, done: Sequence[Said]) -> bool:
    """ "They have not met", said before the day on which they met, does not contradict that they met."""
    starts = [s.claim.date.earliest for s in done if s.claim.date and s.claim.date.earliest]
    return bool(starts) and denial.day < min(starts)


def _admitted(denial: Said, done: Sequence[Said]) -> bool:
    """A side that later says itself that it happened has taken its denial back, whoever spoke for it."""
    return denial.side is not None and any(d.side == denial.side and d.order > denial.order for d in done)


def _overtaken(fact: Said, latest: Sequence[Said]) -> bool:
    """Whether a plan followed the fact: "they did not meet" on Monday, "they will meet" on Tuesday."""
    return any(s.order > fact.order and _firmness(s) >= 2 for s in latest if not _is_fact(s))


def _by_time(latest: Sequence[Said]) -> list[Said]:
    """The latest assertion decides, unless it is only a weaker word of another source in the same direction."""
    current = latest[0]
    for one in latest[1:]:
        if not _is_weaker_echo(one, current):
            current = one
    same = [s for s in latest if s.status == current.status]
    return [current, *(s for s in _best_first(same) if s is not current)]


def _is_weaker_echo(new: Said, current: Said) -> bool:
    return _firmness(new) < _firmness(current) and _sign(new) * _sign(current) >= 0


def _best_first(said: Sequence[Said]) -> list[Said]:
    return sorted(said, key=_rank, reverse=True)
