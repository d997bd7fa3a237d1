"""Which pairs of mentions are worth comparing: those that share a report, two parties, a name, or a party and a day.

Keeps linking close to linear: a pair that shares nothing is never looked at, and in a large block every mention meets
only its neighbours in time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from diurna.ledger import rules
from diurna.ledger.mentions import Mention

_SMALL = 60
_NEIGHBOURS = 40
_PARTIES = 6


def candidate_pairs(mentions: Sequence[Mention]) -> list[tuple[str, str]]:
    """Return the pairs of claim ids to compare, sorted, each once with the smaller id first."""
    blocks: dict[Hashable, list[Mention]] = defaultdict(list)
    for mention in mentions:
        for key in dict.fromkeys(_keys(mention)):
            blocks[key].append(mention)
    return sorted({pair for block in blocks.values() if len(block) > 1 for pair in _pairs(block)})


def _keys(m: Mention) -> Iterator[Hashable]:
    yield "report", m.family, m.claim.report
    if m.name:
        yield "name", m.name
        for token in sorted(m.name, key=lambda t: (-len(t), t))[:2]:
            yield "name", token
    for x, y in combinations(sorted(m.named)[:_PARTIES], 2):
        yield "parties", m.family, x, y
    for x, y in combinations(sorted(m.states)[:_PARTIES], 2):
        yield "states", m.family, x, y
    if m.frame == "visitor":
        for actor in sorted(m.actors)[:_PARTIES]:
            for goal in sorted(m.goal):
                yield "visit", actor, goal
    if len(m.named) == 1:
        yield "single", m.family, *m.named
    if m.frame in ("visitor", "directed"):
        for actor in sorted(m.actors)[:_PARTIES]:
            yield "acts", m.family, actor
    if not m.named and m.span is not None and m.span <= rules.days().narrow and m.window[0]:
        for day in (m.window[0] + timedelta(days=n) for n in range(m.span)):
            yield "nobody", m.claim.kind, day
    if m.span is not None and m.span <= 2 and m.window[0]:
        for day in (m.window[0] + timedelta(days=n) for n in range(m.span)):
            for party in sorted(m.named)[:_PARTIES]:
                yield "day", m.family, party, day


def _pairs(block: list[Mention]) -> Iterator[tuple[str, str]]:
    if len(block) <= _SMALL:
        for a, b in combinations(block, 2):
            yield (a.id, b.id) if a.id < b.id else (b.id, a.id)
        return
    for order in (_by_assertion, _by_date):
        chosen = sorted(block, key=order)
        for n, a in enumerate(chosen):
            for b in chosen[n + 1 : n + 1 + _NEIGHBOURS]:
                yield (a.id, b.id) if a.id < b.id else (b.id, a.id)


def _by_assertion(m: Mention) -> tuple[date, str]:
    return m.said or date.max, m.id


def _by_date(m: Mention) -> tuple[date, str]:
    return m.window[0] or m.window[1] or date.max, m.id
