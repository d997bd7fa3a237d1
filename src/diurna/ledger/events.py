"""Events across reports: which claims speak of one happening.

A pure function of the set of claims. Pairs that share parties, a name or a report are compared; the strongest evidence
joins first, and two groups join only when nothing in one keeps it apart from the other. What remains undecided keeps
two events that say that they may be one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from diurna.ledger.blocks import candidate_pairs
from diurna.ledger.conflicts import conflict
from diurna.ledger.entities import EntityLinks
from diurna.ledger.evidence import close, evidence, moved
from diurna.ledger.mentions import Mention, prepare
from diurna.ledger.reasons import Evidence, Reason
from diurna.model import Claim, Report
from diurna.model.ids import content_id

_SPOKESMEN = 12
"""So many mentions stand for a large group when two groups are compared."""


@dataclass(frozen=True, slots=True)
class Link:
    """Why two claims belong (or may belong) to one event."""

    a: str
    b: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class EventLinks:
    """`events` maps an event's id to its claims in order of assertion; `of` a claim to its event.

    `links` are the pairs that joined; `near` the pairs of different events that may be one.
    """

    events: Mapping[str, tuple[str, ...]]
    of: Mapping[str, str]
    links: tuple[Link, ...]
    near: tuple[Link, ...]


@dataclass(slots=True)
class _Groups:
    """Disjoint groups of mentions, by the id of one member."""

    mentions: Mapping[str, Mention]
    root: dict[str, str] = field(default_factory=dict)
    members: dict[str, list[Mention]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.root = {key: key for key in self.mentions}
        self.members = {key: [mention] for key, mention in self.mentions.items()}

    def together(self, a: str, b: str) -> bool:
        return self.root[a] == self.root[b]

    def clash(self, a: str, b: str, *, moved: bool = False) -> Reason | None:
        """What keeps the groups of two mentions apart; the dates of a plan that moved do not."""
        left, right = (_spokesmen(self.members[self.root[m]]) for m in (a, b))
        for x in left:
            for y in right:
                if found := conflict(x, y, but_dates=moved and _plan_gave_way(x, y)):
                    return found
        return None

    def join(self, a: str, b: str) -> None:
        keep, drop = sorted((self.root[a], self.root[b]))
        for mention in self.members.pop(drop):
            self.root[mention.id] = keep
            self.members[keep].append(mention)


def _plan_gave_way(a: Mention, b: Mention) -> bool:
    """Whether one is a plan and the other another plan, or what came after that plan was told."""
    if a.cls == b.cls == "future":
        return True
    plan, other = (a, b) if a.cls == "future" else (b, a)
    start = other.window[0]
    return plan.cls == "future" and start is not None and plan.said is not None and start >= plan.said


def _spokesmen(group: list[Mention]) -> list[Mention]:
    """The members that say most about date, parties and form; all of a small group."""
    if len(group) <= _SPOKESMEN:
        return group
    return sorted(group, key=lambda m: (m.span or 10**6, -len(m.named), m.id))[:_SPOKESMEN]


def link_events(claims: Iterable[Claim], entities: EntityLinks, reports: Mapping[str, Report]) -> EventLinks:
    """Group the claims into events. The same set of claims gives the same answer in any order."""
    mentions = {m.id: m for m in prepare(claims, entities, reports)}
    groups = _Groups(mentions)
    candidates = candidate_pairs(list(mentions.values()))
    pairs = list(_weighed(mentions, candidates))
    joined = _join(groups, [p for p in pairs if p.evidence.tier])
    joined += _join(groups, list(_during_one_occasion(groups)))
    joined += _join_moved(groups, candidates)
    near = [p for p in pairs if _may_be_one(groups, p)] + _days_apart(groups, candidates)
    return _named(groups, joined, near)


def _weighed(mentions: Mapping[str, Mention], pairs: Iterable[tuple[str, str]]) -> Iterator[Link]:
    for a, b in pairs:
        if not conflict(mentions[a], mentions[b]):
            yield Link(a, b, evidence(mentions[a], mentions[b]))


def _join(groups: _Groups, links: Sequence[Link]) -> list[Link]:
    """Join along the links, the strongest and nearest first; equally near rivals join nothing."""
    steps: dict[tuple[int, int], list[Link]] = defaultdict(list)
    for link in links:
        steps[-link.evidence.tier, link.evidence.distance].append(link)
    done: list[Link] = []
    for (tier, _), step in sorted(steps.items()):
        step.sort(key=lambda p: (p.a, p.b))
        torn = _torn(groups, step) if -tier <= 2 else frozenset()
        for link in step:
            if groups.together(link.a, link.b):
                done.append(link)
            elif not {groups.root[link.a], groups.root[link.b]} & torn and not groups.clash(link.a, link.b):
                groups.join(link.a, link.b)
                done.append(link)
    return done


def _join_moved(groups: _Groups, candidates: Iterable[tuple[str, str]]) -> list[Link]:
    """Join a plan that was put off with the plan for its new date, the nearest first, when all else is settled."""
    mentions = groups.mentions
    found = [Link(a, b, told) for a, b in candidates if (told := moved(mentions[a], mentions[b])) is not None]
    done: list[Link] = []
    for link in sorted(found, key=lambda p: (p.evidence.distance, p.a, p.b)):
        if not groups.together(link.a, link.b) and not groups.clash(link.a, link.b, moved=True):
            groups.join(link.a, link.b)
            done.append(link)
    return done


def _torn(groups: _Groups, step: Sequence[Link]) -> frozenset[str]:
    """Groups that could as well join either of two groups which exclude each other."""
    rivals: dict[str, set[str]] = defaultdict(set)
    for link in step:
        a, b = groups.root[link.a], groups.root[link.b]
        if a != b and not groups.clash(a, b):
            rivals[a].add(b)
            rivals[b].add(a)
    return frozenset(
        root for root, near in rivals.items() if any(groups.clash(x, y) for x, y in combinations(sorted(near), 2))
    )


def _during_one_occasion(groups: _Groups) -> Iterator[Link]:
    """Two claims of one kind that reports bind to the same occasion: protests during the visit, talks during it."""
    bound: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in groups.mentions.values():
        occasion = groups.root.get(mention.claim.occasion or "")
        if occasion and groups.mentions[occasion].family != mention.family:
            bound[mention.claim.kind, occasion].append(mention)
    for block in bound.values():
        for a, b in combinations(block, 2):
            if (
                not groups.together(a.id, b.id)
                and not conflict(a, b)
                and (a.named & b.named or not (a.named and b.named))
            ):
                yield Link(a.id, b.id, Evidence(2, 0, (Reason("same visit", (a.claim.occasion or "",)),)))


def _may_be_one(groups: _Groups, link: Link) -> bool:
    """Different events that the same parties and no contradiction bring close: worth a person's look."""
    if groups.together(link.a, link.b):
        return False
    reasons = {reason.kind for reason in link.evidence.reasons}
    return bool(reasons & {"same parties", "same name"}) and not groups.clash(link.a, link.b)


def _days_apart(groups: _Groups, candidates: Iterable[tuple[str, str]]) -> list[Link]:
    """Different events that nothing tells apart but a day or two: time zones, nights and slips make such pairs."""
    mentions, found = groups.mentions, []
    for a, b in candidates:
        told = close(mentions[a], mentions[b])
        if told is not None and not groups.together(a, b):
            found.append(Link(a, b, told))
    return found


def _named(groups: _Groups, joined: Sequence[Link], near: Sequence[Link]) -> EventLinks:
    events: dict[str, tuple[str, ...]] = {}
    of: dict[str, str] = {}
    for members in groups.members.values():
        ordered = sorted(members, key=lambda m: (m.said or date.max, m.id))
        key = event_id(ordered[0].id)
        events[key] = tuple(m.id for m in ordered)
        of.update((m.id, key) for m in ordered)
    order = lambda link: (-link.evidence.tier, link.a, link.b)  # noqa: E731
    return EventLinks(
        dict(sorted(events.items())), of, tuple(sorted(joined, key=order)), tuple(sorted(near, key=order))
    )


def event_id(founding_claim: str) -> str:
    """The id of the event that was founded by its earliest asserted claim."""
    return content_id("ev", founding_claim)
