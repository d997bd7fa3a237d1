"""The validator: everything that must hold of an annotation, and hints at what may have been forgotten."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import combinations

from diurna.model import STATUSES, Edtf, derive_status
from diurna_corpus import kinds, times
from diurna_corpus.format import Change, Passage, Story, ids
from diurna_corpus.names import unnamed
from diurna_corpus.resolve import Resolved, Told, resolve
from diurna_corpus.spans import Span

SHORTEST, LONGEST = 18, 160
"""Words in a passage, with a margin around what writers are asked for (25 to 140)."""
LONGEST_REPORT = 280
_FUTURE = frozenset({"planned", "not_planned"})
_PAST = frozenset({"happened", "did_not_happen", "denied"})


def check_passage(passage: Passage, longest: int = LONGEST) -> Iterator[str]:
    """Errors in one annotated text."""
    words = len(passage.text.split())
    if not SHORTEST <= words <= longest:
        yield f"{words} words"
    try:
        published = dt.date.fromisoformat(passage.published)
    except ValueError:
        yield f"published: {passage.published!r} is no day"
        return
    yield from check_annotation(resolve(passage.text, passage), published)


def check_annotation(found: Resolved, published: dt.date) -> Iterator[str]:
    """Errors in one annotation of a text that was published on that day."""
    yield from found.problems
    yield from _entities(found)
    yield from _times(found, published)
    yield from _statements(found, published)
    yield from _claims(found, published)


def check_story(story: Story) -> Iterator[str]:
    """Errors in a story as a whole; its reports are checked by `check_passage`."""
    entities = {key: e.type for report in story.reports for key, e in report.entities.items()}
    for report in story.reports:
        for key, entity in report.entities.items():
            if entities[key] != entity.type:
                yield f"{report.id}: entity {key} is a {entities[key]} in another report"
        for claim in report.claims:
            if claim.event is None:
                yield f"{report.id}: claim {claim.trigger!r} has no event"
            elif claim.event not in story.events:
                yield f"{report.id}: claim {claim.trigger!r}: no event {claim.event}"
    claimed = {claim.event for report in story.reports for claim in report.claims}
    for key, event in story.events.items():
        if key not in claimed:
            yield f"event {key} has no claim"
        for name in [*event.participants, *filter(None, (event.by, event.to))]:
            if name not in entities:
                yield f"event {key}: no entity {name}"
        yield from _edtf(f"event {key}", event.date)
    for change in story.changes:
        if change.event not in story.events:
            yield f"change: no event {change.event}"
        yield from _change(change)
    for pair in story.no_change:
        if len(pair) != 2 or any(key not in story.events for key in pair):
            yield f"no_change: {pair} is no pair of events"
    for question in story.questions:
        yield from _edtf(f"question {question.ask!r}", question.as_of)


def _change(change: Change) -> Iterator[str]:
    where = f"{change.kind} of {change.event}"
    yield from _edtf(where, change.on)
    ends = (change.origin, change.to)
    if change.kind == "rescheduled":
        for end in ends:
            yield from _edtf(where, end)
    elif unknown := [end for end in ends if end not in (*STATUSES, "disputed")]:
        yield f"{where}: {unknown[0]!r} is no standing"
    elif (change.kind == "dispute") != (change.to == "disputed"):
        yield f"{where}: leads to {change.to}"


def hints(found: Resolved) -> Iterator[str]:
    """Names that no entity covers, and days and months that no time covers."""
    yield from unnamed(found)


def _entities(found: Resolved) -> Iterator[str]:
    known = found.written.entities
    seen: dict[object, str] = {}
    for mention in found.mentions:
        other = seen.setdefault(mention.span, mention.entity)
        if other != mention.entity:
            yield f"{mention.span.of(found.text)!r} stands for {other} and for {mention.entity}"
    for key, entity in known.items():
        if not entity.mentions:
            yield f"entity {key} has no mention"
        yield from (f"entity {key}: no entity {name}" for name in entity.members if name not in known)


def _times(found: Resolved, published: dt.date) -> Iterator[str]:
    for time in found.times:
        for objection in times.objections(time.span.of(found.text), time.value, published):
            yield f"time: {objection}"
    for one, two in combinations(found.times, 2):
        if one.span.overlaps(two.span):
            yield f"times {one.span.of(found.text)!r} and {two.span.of(found.text)!r} overlap"


def _statements(found: Resolved, published: dt.date) -> Iterator[str]:
    known = found.written.entities
    for key, said in found.statements.items():
        yield from (f"statement {key}: no entity {name}" for name in said.who if name not in known)
        if said.source and said.who and not _names(found, said.source, said.who):
            yield f"statement {key}: {said.source.of(found.text)!r} holds no mention of {', '.join(said.who)}"
        if said.source and any(said.source.inside(content) for content in said.content):
            yield f"statement {key}: the source stands inside what it says"
        yield from _edtf(f"statement {key}", said.written.said)
        if said.written.said and (day := _parsed(said.written.said)) and day.earliest and day.earliest > published:
            yield f"statement {key}: said after {published}"
        above = said.parent
        for _ in found.statements:
            above = found.statements[above].parent if above else None
        if above:
            yield f"statement {key} stands inside itself"


def _names(found: Resolved, source: Span, who: tuple[str, ...]) -> bool:
    members = {m for name in who if name in found.written.entities for m in found.written.entities[name].members}
    around = {m.entity for m in found.mentions if m.span.overlaps(source)}
    joint = {key for key in around if set(who) & set(found.written.entities[key].members)}
    return bool(around & (set(who) | members) or joint)


def _claims(found: Resolved, published: dt.date) -> Iterator[str]:
    known = found.written.entities
    for claim in found.claims:
        written = claim.written
        where = f"claim {written.trigger!r}"
        try:
            kinds.split(written.type)
        except ValueError as error:
            yield f"{where}: {error}"
        if (derived := derive_status(claim.value, claim.tense, claim.mode)) != written.status:
            yield f"{where}: {claim.value} {claim.tense} {claim.mode} is {derived}, not {written.status}"
        for role in (written.actor, written.recipient, written.other, written.place):
            yield from (f"{where}: no entity {name}" for name in ids(role) if name not in known)
        if claim.by is not None and claim.by not in found.statements:
            yield f"{where}: no statement {claim.by}"
        if written.when and not found.time_of(written):
            yield f"{where}: {written.when!r} is not among the times"
        yield from _edtf(where, written.date)
        yield from _edtf(where, written.was)
        yield from _dates(found, claim, where, published)
    for one, two in combinations(found.claims, 2):
        if one.trigger.overlaps(two.trigger):
            yield f"claims {one.written.trigger!r} and {two.written.trigger!r} have one trigger"


def _dates(found: Resolved, claim: Told, where: str, published: dt.date) -> Iterator[str]:
    written = claim.written
    date = _parsed(written.date) if written.date else None
    if date is None:
        return
    time = found.time_of(written)
    near = _value(time.value) if time else None
    bounded = date.earliest is not None and date.latest is not None
    if near is not None and bounded and not date.overlaps(near):
        yield f"{where}: {written.when!r} is {near}, the claim's date {date}"
    chain = found.chain(claim.by) if claim.by in found.statements else []
    said = next((d for s in reversed(chain) if s.written.said and (d := _parsed(s.written.said))), None)
    now = said or Edtf.parse(published.isoformat())
    if written.status in _PAST and now.before(date):
        yield f"{where}: {written.status}, but {date} lies after {now}"
    if written.status in _FUTURE and date.before(now):
        yield f"{where}: {written.status}, but {date} lies before {now}"


def _value(value: str) -> Edtf | None:
    try:
        return times.date_of(value)
    except ValueError:
        return None


def _parsed(date: str) -> Edtf | None:
    try:
        return Edtf.parse(date)
    except ValueError:
        return None


def _edtf(where: str, date: str | None) -> Iterator[str]:
    if date is not None and (_parsed(date) is None or not re.search(r"\d", date)):
        yield f"{where}: {date!r} is no EDTF date"
