"""Events and statements on the claims corpus: triggers, status, and arcs given the trigger or the cue.

Triggers match where they overlap, as they do between annotators (`diurna_corpus.agreement`); `exact` asks for the same
words. Status and arcs are measured on gold triggers; `end to end` counts the status of a trigger that was not found as
wrong. An arc leads from a trigger to somebody in a role, under any of their mentions: by `head` it is found where a
part with that role holds the head word of a mention, `exact` where it is a mention. A part that is another mention of
somebody who was found already counts for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.reading.contract import Measure, Tally, f1_of, spans
from benchmarks.reading.corpus import NAME, Words, counting, paths, words
from benchmarks.reading.readings import Readings
from diurna.language import EventSpan, Part, Reading, StatementSpan
from diurna.model.status import derive_status
from diurna_corpus import kinds
from diurna_corpus.figures import Figures, Sums, Values, accuracy, f1, macro_f1, share
from diurna_corpus.format import ids
from diurna_corpus.resolve import Mention, Resolved, Said, Told
from diurna_training.sets.claims import head_among, head_of, mentions_of

SURE = 0.5
"""The score from which an event span counts as found."""
KINDS = {"participants": ("actor", "recipient", "other"), "place": ("place",), "time": ("time",)}
NONE = "not found"


@dataclass(frozen=True)
class Named:
    """A mention: its words and the one that heads it."""

    words: Words
    head: int


@dataclass(frozen=True)
class Arc:
    """Somebody, some place or some time in a role, with all mentions."""

    role: str
    mentions: tuple[Named, ...]


def by_head(part: Part, arc: Arc) -> bool:
    """Whether the part holds the head word of a mention."""
    return part.role == arc.role and any(part.start <= named.head < part.end for named in arc.mentions)


def exact(part: Part, arc: Arc) -> bool:
    """Whether the part is a mention."""
    return part.role == arc.role and any((part.start, part.end) == named.words for named in arc.mentions)


WAYS = {"head": by_head, "exact": exact}


def tally(readings: Readings, text: Resolved) -> Tally:
    """Everything that is counted in one text."""
    reading = readings.raw(text.text)
    triggers = [words(reading, claim.trigger) for claim in text.claims]
    cues = {words(reading, said.cue): said for said in text.statements.values()}
    asked = readings.marks_at(text.text, [cue[0] for cue in cues], [trigger[0] for trigger in triggers])
    found = Tally()
    _triggers(found, text.claims, triggers, [event for event in reading.events if event.score >= SURE])
    events = {event.start: event for event in asked.events}
    for claim, (word, _) in zip(text.claims, triggers, strict=True):
        found["status", claim.written.status, status_of(events[word])] += 1
        count_parts(found, events[word].parts, arcs(text, claim, reading))
    spans(found, "cue", {(said.start, said.end) for said in reading.statements}, set(cues))
    statements = {said.start: said for said in asked.statements}
    for cue, said in cues.items():
        count_statement(found, statements[cue[0]], said, reading)
    return found


def _triggers(found: Tally, claims: Sequence[Told], triggers: Sequence[Words], events: Sequence[EventSpan]) -> None:
    spans(found, "trigger exact", {(event.start, event.end) for event in events}, set(triggers))
    found.update({"triggers": len(triggers), "events": len(events)})
    left = list(events)
    for claim, (start, end) in zip(claims, triggers, strict=True):
        event = next((e for e in left if e.start < end and start < e.end), None)
        found["status end to end", claim.written.status, status_of(event) if event else NONE] += 1
        if event:
            left.remove(event)
            found["matched"] += 1
            found["typed"] += event.type == kinds.split(claim.written.type)[0]


def status_of(event: EventSpan) -> str:
    """The status that follows from the fields of an event."""
    return derive_status(event.value, event.tense, event.mode)


def arcs(text: Resolved, claim: Told, reading: Reading) -> list[Arc]:
    """The gold arcs of a claim; somebody without a mention has none."""
    found = [
        Arc(role, tuple(_named(text, mention, reading) for mention in mentions_of(text, key)))
        for role in ("actor", "recipient", "other", "place")
        for key in ids(getattr(claim.written, role))
    ]
    if time := text.time_of(claim.written):
        start, end = words(reading, time.span)
        found.append(Arc("time", (Named((start, end), start + head_among(reading.forms[start:end], False)),)))
    return [arc for arc in found if arc.mentions]


def _named(text: Resolved, mention: Mention, reading: Reading) -> Named:
    start, end = words(reading, mention.span)
    return Named((start, end), start + head_of(text, mention, reading.forms[start:end]))


def count_parts(found: Tally, parts: Sequence[Part], gold: Sequence[Arc]) -> None:
    """Count the arcs of one trigger, by kind and by both ways of matching."""
    for kind, roles in KINDS.items():
        ours, theirs = [p for p in parts if p.role in roles], [arc for arc in gold if arc.role in roles]
        for name, way in WAYS.items():
            found.update({(kind, name, key): n for key, n in reached(ours, theirs, way).items()})


def reached(parts: Sequence[Part], gold: Sequence[Arc], way: Callable[[Part, Arc], bool]) -> dict[str, int]:
    """How many gold arcs parts lead to, and how many parts lead to a gold arc."""
    seen: set[int] = set()
    right = found = 0
    for part in parts:
        here = {k for k, arc in enumerate(gold) if way(part, arc)}
        if not here or here - seen:
            found += 1
            right += bool(here)
        seen |= here
    return {"reached": len(seen), "gold": len(gold), "right": right, "found": found}


def count_statement(found: Tally, ours: StatementSpan, said: Said, reading: Reading) -> None:
    """Count the exact spans of the source and the contents of one cue."""
    gold = {"source": [said.source] if said.source else [], "content": list(said.content)}
    for role, places in gold.items():
        parts = {(part.start, part.end) for part in ours.parts if part.role == role}
        spans(found, role, parts, {words(reading, place) for place in places})


def formula(sums: Sums) -> Figures:
    """F1 of triggers and arcs, accuracy and macro F1 of the status."""
    return {
        "trigger F1": f1(sums["matched"], sums["events"], sums["triggers"]),
        "trigger and type F1": f1(sums["typed"], sums["events"], sums["triggers"]),
        "trigger exact F1": f1_of(sums, "trigger exact"),
        "status accuracy": accuracy(sums, "status"),
        "status macro F1": macro_f1(sums, "status"),
        "status accuracy end to end": accuracy(sums, "status end to end"),
        "status macro F1 end to end": macro_f1(sums, "status end to end"),
        **dict(_arc_figures(sums)),
        "cue F1": f1_of(sums, "cue"),
        "source exact F1": f1_of(sums, "source"),
        "content exact F1": f1_of(sums, "content"),
    }


def _arc_figures(sums: Sums) -> Iterator[tuple[str, Values]]:
    for kind in KINDS:
        for way in WAYS:
            precision, recall = (
                share(sums[kind, way, part], sums[kind, way, whole])
                for part, whole in (("right", "found"), ("reached", "gold"))
            )
            yield f"{kind} {way} F1", share(2 * precision * recall, precision + recall)


MEASURES = (
    Measure(
        "events",
        NAME,
        paths(),
        counting(tally),
        formula,
        {
            "trigger F1": 82,
            "trigger and type F1": 75,
            "status accuracy": 88,
            "status macro F1": 88,
            "participants head F1": 72,
            "participants exact F1": 72,
        },
    ),
)
