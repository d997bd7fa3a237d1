"""The scene of a report: its cast, who speaks, when, and the times it names, before any event is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from diurna.claims.attribution import Attribution, find_attributions
from diurna.claims.cast import Cast, cast
from diurna.language.reading import Reading
from diurna.model import Edtf, Published, Report
from diurna.times import (
    QuoteAnchor,
    TimeExpression,
    date_event,
    find_times,
    infer_published,
    resolve_times,
    stated_published,
)

_SAME_BREATH = 2
"""How many sentences later a source still speaks on the day of its last dated statement."""


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is known of one report before its events are read."""

    report: Report
    reading: Reading
    cast: Cast
    attributions: tuple[Attribution, ...]
    times: tuple[TimeExpression, ...]
    said_on: Mapping[int, Edtf]

    @property
    def published(self) -> Published:
        """When the report came out."""
        return self.report.published

    def anchor(self, a: Attribution | None) -> QuoteAnchor | None:
        """The day on which the words of an attribution were said, where the text tells it."""
        if a is None or a.index not in self.said_on or not a.content:
            return None
        first, last = a.content[0][0], a.content[-1][1] - 1
        starts, ends = self.reading.starts, self.reading.ends
        return QuoteAnchor(int(starts[first]), int(ends[last]), self.said_on[a.index])


def set_scene(report: Report, reading: Reading) -> Scene:
    """Read cast, attributions and times; date the report and the days on which its sources spoke."""
    found = find_times(reading)
    published = report.published
    if published.edtf is None:
        published = stated_published(reading, found) or infer_published(reading, found)
    report = msgspec.structs.replace(report, published=published)
    attributions = find_attributions(reading)
    times = resolve_times(reading, found, published)
    people = cast(reading)
    said_on = _days_of_speaking(reading, people, attributions, times, published)
    anchors = tuple(
        QuoteAnchor(int(reading.starts[start]), int(reading.ends[end - 1]), said_on[a.index])
        for a in attributions
        if a.quoted and a.index in said_on
        for start, end in a.content
        if end > start
    )
    if anchors:
        times = resolve_times(reading, found, published, anchors)
    return Scene(report, reading, people, attributions, times, said_on)


def _days_of_speaking(
    reading: Reading,
    people: Cast,
    attributions: Sequence[Attribution],
    times: Sequence[TimeExpression],
    published: Published,
) -> dict[int, Edtf]:
    """The day of each statement: its own, that of the statement around it, or that of its source's last one."""
    said: dict[int, Edtf] = {}
    last: dict[str, tuple[int, Edtf]] = {}
    for a in attributions:
        speakers = [key for head in a.source_heads for key in people.members(head)]
        sentence = reading.sentence_of(a.cue)
        dated = date_event(reading, a.cue, times, published, tense="past_or_present")
        explicit = dated.expression is not None and not _inside(times[dated.expression], a)
        if explicit and dated.edtf is not None:
            said[a.index] = dated.edtf
        elif a.parent is not None and a.parent in said:
            said[a.index] = said[a.parent]
        elif before := [last[k][1] for k in speakers if k in last and sentence - last[k][0] <= _SAME_BREATH]:
            said[a.index] = before[0]
        if a.index in said:
            last.update((key, (sentence, said[a.index])) for key in speakers)
    return said


def _inside(expression: TimeExpression, a: Attribution) -> bool:
    return any(start <= expression.first < end for start, end in a.content)
