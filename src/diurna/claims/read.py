"""Report and reading in, claims out: the one way through `claims`. Pure: no clock, no network, no database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from diurna.claims.attribution import Attribution, attribution_of, chain, find_attributions
from diurna.claims.cast import Cast, cast
from diurna.claims.drafts import Draft
from diurna.claims.factuality import EDGE, MENTION, Factuality, factuality, under_cue
from diurna.claims.occasions import antecedent, definite, setting, stage
from diurna.claims.participants import DESCRIBED, event_name, parties, qualifiers
from diurna.claims.syntax import dependents, is_verb, lemma
from diurna.claims.triggers import Trigger, find_triggers
from diurna.language.reading import Reading
from diurna.model import Claim, Edtf, Evidence, Extraction, LocalEntity, Participant, Published, Report, Span, Statement
from diurna.model.ids import content_id
from diurna.times import (
    EventDate,
    QuoteAnchor,
    TimeExpression,
    date_event,
    find_times,
    infer_published,
    resolve_times,
    stated_published,
)
from diurna.vocabulary.triggers import noun_classes

_CONTEXT = 32


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


def read_claims(report: Report, reading: Reading) -> Extraction:
    """Return everything that the report claims, with its date inferred where it had none."""
    scene = set_scene(report, reading)
    drafts = draft_events(scene)
    claims, described = _finish(scene, drafts)
    return Extraction(
        report=scene.report,
        entities=(*scene.cast.entities, *described),
        statements=_statements(scene),
        claims=claims,
    )


def set_scene(report: Report, reading: Reading) -> Scene:
    """Read cast, attributions and times; date the report and the days on which its sources spoke."""
    found = find_times(reading)
    published = report.published
    if published.edtf is None:
        published = stated_published(reading) or infer_published(reading, found)
    report = msgspec.structs.replace(report, published=published)
    attributions = find_attributions(reading)
    times = resolve_times(reading, found, published)
    said_on = _days_of_speaking(reading, attributions, times, published)
    anchors = tuple(
        QuoteAnchor(int(reading.starts[start]), int(reading.ends[end - 1]), said_on[a.index])
        for a in attributions
        if a.quoted and a.index in said_on
        for start, end in a.content
        if end > start
    )
    if anchors:
        times = resolve_times(reading, found, published, anchors)
    return Scene(report, reading, cast(reading, title=report.title), attributions, times, said_on)


def _days_of_speaking(
    reading: Reading, attributions: Sequence[Attribution], times: Sequence[TimeExpression], published: Published
) -> dict[int, Edtf]:
    said: dict[int, Edtf] = {}
    for a in attributions:
        dated = date_event(reading, a.cue, times, published, tense="past_or_present")
        explicit = dated.expression is not None and not _inside(times[dated.expression], a)
        if explicit and dated.edtf is not None:
            said[a.index] = dated.edtf
        elif a.parent is not None and a.parent in said:
            said[a.index] = said[a.parent]
    return said


def _inside(expression: TimeExpression, a: Attribution) -> bool:
    return any(start <= expression.first < end for start, end in a.content)


# ------------------------------------------------------------------------------------------------ drafts


def draft_events(scene: Scene) -> list[Draft]:
    """Return a draft for every trigger of the report, in text order, dated by its own words or by its setting."""
    dated = {token for t in scene.times for token in range(t.first, t.last)}
    triggers = find_triggers(scene.reading, scene.cast)
    drafts = [_draft(scene, trigger) for trigger in triggers if trigger.token not in dated]
    settled: list[Draft] = []
    for draft in drafts:
        settled.append(_settle(scene, draft, drafts, settled))
    return settled


def _draft(scene: Scene, trigger: Trigger) -> Draft:
    reading = scene.reading
    attribution = attribution_of(scene.attributions, trigger.token)
    state = _factuality(reading, trigger, attribution)
    return Draft(
        trigger=trigger,
        state=state,
        parties=parties(reading, scene.cast, trigger),
        date=date_event(reading, trigger.token, scene.times, scene.published, tense=state.tense),
        attribution=attribution,
        definite=definite(reading, trigger.token),
        name=event_name(reading, trigger),
    )


def _factuality(reading: Reading, trigger: Trigger, attribution: Attribution | None) -> Factuality:
    edge = frozenset(attribution.content_heads) if attribution is not None else frozenset[int]()
    state = factuality(reading, trigger.token, edge)
    if attribution is not None and EDGE in state.classes:
        state = under_cue(state, attribution.act, reading.forms[attribution.cue].lower())
    if state.time == "present" and trigger.kind.frame == "visitor" and _on_the_way(reading, trigger.token):
        state = replace(state, time="future", mode="intention", reasons=(*state.reasons, "present progressive"))
    if trigger.kind.said and "announcement" in state.classes and state.affirmed:
        state = replace(state, time="past", mode="assertion")
    if _asked(reading, trigger.token):
        state = replace(state, value="Uu", mode="question")
    return state


def _on_the_way(reading: Reading, token: int) -> bool:
    """ "Is coming", "are heading for": a going that is arranged (but "is visiting" is under way)."""
    return reading.xpos[token] == "VBG" and lemma(reading, token) not in ("visit", "tour")


def _asked(reading: Reading, token: int) -> bool:
    _, end = reading.sentence_bounds(reading.sentence_of(token))
    return any(form == "?" for form in reading.forms[max(end - 2, token) : end])


def _settle(scene: Scene, draft: Draft, drafts: Sequence[Draft], earlier: Sequence[Draft]) -> Draft:
    """Date an undated event by its setting, and let the date decide what the words left open."""
    if not draft.named_date:
        draft = replace(draft, date=_undated(scene, draft, drafts, earlier))
    return replace(draft, state=_timed(draft.state, draft.date, scene.published))


def _undated(scene: Scene, draft: Draft, drafts: Sequence[Draft], earlier: Sequence[Draft]) -> EventDate:
    """The date of an event that its own words do not date."""
    around = setting(scene.reading, draft, drafts) or stage(draft, earlier)
    if around is not None and not around.named_date:
        around = antecedent(around, [d for d in earlier if d.named_date])
    if around is not None and around.named_date:
        told = scene.reading.forms[around.trigger.token]
        return replace(around.date, rule="setting", reasons=(f"during the {told} told of",))
    a, state = draft.attribution, draft.state
    if (
        draft.trigger.kind.said
        and a is not None
        and a.index in scene.said_on
        and state.time == "past"
        and state.affirmed
    ):
        return replace(draft.date, edtf=scene.said_on[a.index], rule="said", reasons=("done by saying so that day",))
    if state.mode == "cancellation":
        return replace(draft.date, edtf=None, rule="none", reasons=("called off, for a day that is not named",))
    return draft.date


def _timed(state: Factuality, date: EventDate, published: Published) -> Factuality:
    """A date after the report's own makes a present or timeless mention a future one, a past one a past."""
    if (date.expression is None and date.rule != "setting") or date.edtf is None or published.edtf is None:
        return state
    if state.time in (None, "present") and published.edtf.before(date.edtf):
        return replace(state, time="future", reasons=(*state.reasons, "dated after the report"))
    if state.time == "present" and not state.affirmed and not date.edtf.before(published.edtf):
        return replace(state, time="future", reasons=(*state.reasons, "a time that is not over"))
    if state.time is None and not date.edtf.before(published.edtf) and not date.edtf.overlaps(published.edtf):
        return state
    if state.time is None:
        return replace(state, time="past", reasons=(*state.reasons, "dated before the report"))
    return state


# ------------------------------------------------------------------------------------------------ claims


def _finish(scene: Scene, drafts: Sequence[Draft]) -> tuple[tuple[Claim, ...], tuple[LocalEntity, ...]]:
    claims: dict[int, Claim] = {}
    described: dict[str, LocalEntity] = {}
    told: list[Draft] = []
    for draft in drafts:
        taken_up = antecedent(draft, told)
        if _worth_telling(scene, draft, taken_up):
            claim = _claim(scene, draft, taken_up, claims)
            claims[draft.trigger.token] = claim
            described.update({e.key: e for e in draft.parties.described})
            if taken_up is None or draft.parties.participants:
                told.append(_inherit(draft, taken_up))
    return tuple(claims.values()), tuple(described.values())


def _inherit(draft: Draft, taken_up: Draft | None) -> Draft:
    return draft if taken_up is None or not _bare(draft) else replace(draft, state=taken_up.state)


def _worth_telling(scene: Scene, draft: Draft, taken_up: Draft | None) -> bool:
    """Whether the draft says something: who, or a date, and more than a bare reference to what was told."""
    if _bare(draft) and not draft.definite and not draft.named_date and not draft.parties.participants:
        return False
    if _bare(draft) and draft.trigger.kind.things and not is_verb(scene.reading, draft.trigger.token):
        return False
    if taken_up is None or not _bare(draft) or draft.named_date:
        return True
    known = {p.entity for p in taken_up.parties.participants}
    return bool({p.entity for p in draft.parties.participants} - known)


def _bare(draft: Draft) -> bool:
    """Whether the words around the event say nothing of its factuality: it is only mentioned."""
    state = draft.state
    return (
        state.value == "CT+"
        and set(state.classes) <= {MENTION, EDGE}
        and (state.time is None or MENTION in state.classes)
    )


def _claim(scene: Scene, draft: Draft, taken_up: Draft | None, claims: Mapping[int, Claim]) -> Claim:
    reading, report, token = scene.reading, scene.report, draft.trigger.token
    trigger = _span(reading, token, token + 1)
    occasion = claims.get(taken_up.trigger.token) if taken_up is not None else None
    state = _decided(draft, taken_up)
    a = draft.attribution
    date = draft.date
    return Claim(
        id=content_id("c", report.id, trigger.start, trigger.end, draft.trigger.kind.name),
        report=report.id,
        statement=_statement_id(report, reading, a) if a is not None else None,
        type=draft.trigger.kind.type,
        kind=draft.trigger.kind.name,
        name=draft.name,
        qualifiers=tuple(q for t in (token, *draft.trigger.absorbed) for q in qualifiers(reading, t)),
        value=state.value,
        tense=state.tense,
        mode=state.mode,
        sources=_sources(scene, a),
        asserted_on=_asserted_on(scene, draft, state),
        date=date.edtf,
        date_text=date.text,
        place=draft.parties.place,
        participants=_participants(draft, taken_up),
        occasion=occasion.id if occasion is not None else None,
        trigger=trigger,
        evidence=_evidence(reading, token),
        confidence=_confidence(draft),
        reasons=(*state.reasons, *date.reasons),
    )


def _participants(draft: Draft, taken_up: Draft | None) -> tuple[Participant, ...]:
    """Who takes part; a happening told again without its parties has those of the first telling."""
    if draft.parties.participants or taken_up is None:
        return draft.parties.participants
    return taken_up.parties.participants


def _decided(draft: Draft, taken_up: Draft | None) -> Factuality:
    """A bare mention has the factuality of what it takes up; without that, a known thing is taken as having been."""
    state = draft.state
    if taken_up is not None and (_bare(draft) or (state.time is None and not state.affirmed)):
        return replace(taken_up.state, reasons=("as told before",))
    if state.time is not None:
        return state
    if draft.definite or is_passed(draft):
        return replace(state, time="past", reasons=(*state.reasons, "taken for granted"))
    return replace(state, value="Uu" if state.value == "CT+" else state.value, reasons=(*state.reasons, "only named"))


def is_passed(draft: Draft) -> bool:
    """Whether the event is dated by the text, in its past."""
    return draft.named_date and draft.state.tense != "future"


def _asserted_on(scene: Scene, draft: Draft, state: Factuality) -> Edtf | None:
    """When the source said so: the day of the act (cancelled, invited ...), of speaking, or of the report."""
    for act in state.acts:
        dated = date_event(scene.reading, act, scene.times, scene.published, tense="past_or_present")
        own_words = dated.expression is not None and dated.expression != draft.date.expression
        if own_words and dated.edtf is not None and not _after(dated.edtf, scene.published):
            return dated.edtf
    a = draft.attribution
    if a is not None and a.index in scene.said_on:
        return scene.said_on[a.index]
    return scene.published.edtf


def _after(day: Edtf, published: Published) -> bool:
    return published.edtf is not None and published.edtf.before(day)


def _confidence(draft: Draft) -> float:
    score = 0.9
    score -= 0.15 if draft.state.time is None else 0.0
    score -= 0.2 if not draft.parties.participants else 0.0
    score -= 0.1 if all(p.entity.startswith(DESCRIBED) for p in draft.parties.participants) else 0.0
    score -= 0.1 if draft.trigger.kind.type == "OTHER" else 0.0
    return round(max(score, 0.1), 2)


# ------------------------------------------------------------------------------------------------ sources, spans


def _statements(scene: Scene) -> tuple[Statement, ...]:
    made = []
    for a in scene.attributions:
        parent = scene.attributions[a.parent] if a.parent is not None else None
        made.append(
            Statement(
                id=_statement_id(scene.report, scene.reading, a),
                report=scene.report.id,
                sources=_sources(scene, a),
                cue=_span(scene.reading, *a.cue_span),
                content=tuple(_span(scene.reading, start, end) for start, end in a.content),
                said_on=scene.said_on.get(a.index, scene.published.edtf),
                parent=_statement_id(scene.report, scene.reading, parent) if parent else None,
            )
        )
    return tuple(made)


def _statement_id(report: Report, reading: Reading, a: Attribution) -> str:
    first = a.content[0] if a.content else a.cue_span
    return content_id("s", report.id, int(reading.starts[a.cue]), int(reading.starts[first[0]]), a.index)


def _sources(scene: Scene, a: Attribution | None) -> tuple[tuple[str, ...], ...]:
    """The chain of sources by name, outermost first; a source that is not named ("reportedly") makes no level."""
    links = chain(scene.attributions, a) if a is not None else ()
    levels = (tuple(dict.fromkeys(n for head in link.source_heads for n in _names(scene, head))) for link in links)
    return tuple(level for level in levels if level)


def _names(scene: Scene, head: int) -> tuple[str, ...]:
    """Who speaks: the entities, the author of a document ("Merkel's statement"), or the source's own words."""
    people = scene.cast
    keys = people.members(head)
    if not keys and lemma(scene.reading, head) in noun_classes()["document"]:
        keys = tuple(k for author in dependents(scene.reading, head, "nmod:poss") for k in people.members(author))
    return tuple(people.entity(k).name for k in keys) if keys else (people.mention_text(head),)


def _span(reading: Reading, start: int, end: int) -> Span:
    low, high = int(reading.starts[start]), int(reading.ends[end - 1])
    return Span(start=low, end=high, text=reading.text[low:high])


def _evidence(reading: Reading, token: int) -> Evidence:
    first, last = reading.sentence_bounds(reading.sentence_of(token))
    low, high = int(reading.starts[first]), int(reading.ends[last - 1])
    text = reading.text
    return Evidence(
        start=low,
        end=high,
        exact=text[low:high],
        prefix=text[max(0, low - _CONTEXT) : low],
        suffix=text[high : high + _CONTEXT],
    )
