"""How far two independent annotations of the same texts agree.

Triggers are matched where their spans overlap. Type, status, participants and sources are compared on matched triggers.
Entities of two annotators are the same where they share a mention. Intervals are percentile bootstrap over texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields

from diurna_corpus import kinds
from diurna_corpus.bootstrap import Interval, intervals
from diurna_corpus.figures import Figures, Sums, f1, share
from diurna_corpus.format import Annotation, ids
from diurna_corpus.resolve import Resolved, Told, resolve
from diurna_corpus.spans import Span


@dataclass(frozen=True)
class Counts:
    """Sums over texts; `participants_*` count (entity, role) pairs on matched triggers."""

    first: int = 0
    second: int = 0
    matched: int = 0
    type: int = 0
    status: int = 0
    source: int = 0
    participants_first: int = 0
    participants_second: int = 0
    participants_both: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    def figures(self) -> Figures:
        """The agreement figures, from 0 to 1."""
        return figures(Sums(asdict(self)))


def figures(sums: Sums) -> Figures:
    """The agreement figures, from 0 to 1, that follow from sums of `Counts`."""
    return {
        "trigger F1": f1(sums["matched"], sums["first"], sums["second"]),
        "type": share(sums["type"], sums["matched"]),
        "status": share(sums["status"], sums["matched"]),
        "innermost source": share(sums["source"], sums["matched"]),
        "participants F1": f1(sums["participants_both"], sums["participants_first"], sums["participants_second"]),
    }


def pairs(one: Resolved, two: Resolved) -> Iterator[tuple[Told, Told]]:
    """Claims whose triggers overlap, each used once."""
    left = list(two.claims)
    for claim in one.claims:
        other = next((c for c in left if c.trigger.overlaps(claim.trigger)), None)
        if other:
            left.remove(other)
            yield claim, other


def compare(one: Resolved, two: Resolved) -> Counts:
    """The counts for one text."""
    matched = list(pairs(one, two))
    total = Counts(first=len(one.claims), second=len(two.claims), matched=len(matched))
    for a, b in matched:
        mine, theirs = roles(one, a), roles(two, b)
        both = _matching(mine, theirs)
        total += Counts(
            type=kinds.split(a.written.type)[0] == kinds.split(b.written.type)[0],
            status=a.written.status == b.written.status,
            source=same_source(one, a, two, b),
            participants_first=len(mine),
            participants_second=len(theirs),
            participants_both=both,
        )
    return total


def roles(found: Resolved, claim: Told) -> list[tuple[str, frozenset[Span]]]:
    """The participants of a claim as (role, mentions), groups taken apart into their members."""
    written = claim.written
    named = [("actor", written.actor), ("recipient", written.recipient), ("other", written.other)]
    return [(role, spans_of(found, key)) for role, keys in named for name in ids(keys) for key in members(found, name)]


def members(found: Resolved, key: str) -> list[str]:
    """The members of a group; any other entity by itself."""
    entity = found.written.entities.get(key)
    return list(entity.members) if entity and entity.members else [key]


def spans_of(found: Resolved, key: str) -> frozenset[Span]:
    """Every mention of an entity."""
    return frozenset(m.span for m in found.mentions if m.entity == key)


def same_source(one: Resolved, a: Told, two: Resolved, b: Told) -> bool:
    """True when both claims have the same innermost source, or none."""
    if (a.by is None) != (b.by is None):
        return False
    if a.by is None or b.by is None:
        return True
    if a.by not in one.statements or b.by not in two.statements:
        return False
    mine, theirs = one.statements[a.by], two.statements[b.by]
    if mine.source and theirs.source and mine.source.overlaps(theirs.source):
        return True
    who = {span for key in mine.who for span in spans_of(one, key)}
    others = {span for key in theirs.who for span in spans_of(two, key)}
    return _meet(who, others) or (not who and not others)


def _matching(mine: list[tuple[str, frozenset[Span]]], theirs: list[tuple[str, frozenset[Span]]]) -> int:
    left = list(theirs)
    count = 0
    for role, spans in mine:
        other = next((t for t in left if t[0] == role and _meet(spans, t[1])), None)
        if other:
            left.remove(other)
            count += 1
    return count


def _meet(one: Iterable[Span], two: Iterable[Span]) -> bool:
    return any(a.overlaps(b) for a in one for b in two)


def disagreements(one: Resolved, two: Resolved) -> Iterator[str]:
    """Every difference that counts, in words: for settling them."""
    matched = list(pairs(one, two))
    seen = {id(a) for a, _ in matched}, {id(b) for _, b in matched}
    for found, done, who in ((one, seen[0], "first"), (two, seen[1], "second")):
        for claim in found.claims:
            if id(claim) not in done:
                yield f"only {who}: {claim.written.trigger!r} {claim.written.type} {claim.written.status}"
    for a, b in matched:
        where = a.written.trigger
        if kinds.split(a.written.type)[0] != kinds.split(b.written.type)[0]:
            yield f"type of {where!r}: {a.written.type} / {b.written.type}"
        if a.written.status != b.written.status:
            yield f"status of {where!r}: {a.written.status} / {b.written.status}"
        if not same_source(one, a, two, b):
            yield f"source of {where!r}: {one.sources(a.by)} / {two.sources(b.by)}"


def measure(texts: Sequence[tuple[str, Annotation, Annotation]]) -> dict[str, Interval]:
    """Each figure with its 95 % interval, over (text, first, second) triples."""
    counts = [asdict(compare(resolve(text, one), resolve(text, two))) for text, one, two in texts]
    return intervals(counts, figures)
