"""From the scene to drafts: every event word with its factuality, parties and date."""

from __future__ import annotations

from dataclasses import replace

from diurna.claims.attribution import Attribution, attribution_of
from diurna.claims.dating import settle
from diurna.claims.drafts import Draft
from diurna.claims.factuality import EDGE, Factuality, factuality, learned, under_cue
from diurna.claims.participants import event_name, parties
from diurna.claims.scene import Scene
from diurna.claims.syntax import definite, is_verb, lemma, subject
from diurna.claims.triggers import Trigger, find_triggers
from diurna.language.reading import Reading
from diurna.times import EventDate, date_event


def draft_events(scene: Scene) -> list[Draft]:
    """Return a draft for every trigger of the report, in text order, dated by its own words or by its setting."""
    dated = {token for t in scene.times for token in range(t.first, t.last)}
    triggers = find_triggers(scene.reading, scene.cast)
    drafts = [_draft(scene, trigger) for trigger in triggers if trigger.token not in dated]
    settled: list[Draft] = []
    for draft in drafts:
        settled.append(settle(scene, draft, drafts, settled))
    return settled


def _draft(scene: Scene, trigger: Trigger) -> Draft:
    reading = scene.reading
    innermost = attribution_of(scene.attributions, trigger.token)
    attribution = _who_vouches(scene, innermost)
    state = _factuality(reading, trigger, innermost, attribution)
    return Draft(
        trigger=trigger,
        state=state,
        parties=parties(reading, scene.cast, trigger),
        date=_date(scene, trigger, learned(reading, trigger.token, state), attribution),
        attribution=attribution,
        definite=definite(reading, trigger.token),
        name=event_name(reading, trigger),
    )


def _date(scene: Scene, trigger: Trigger, state: Factuality, a: Attribution | None) -> EventDate:
    """The date of the words; what is told in the present with a day of its own lies ahead ("hosts talks on Friday")."""
    hosted = scene.reading.xpos[scene.reading.heads[trigger.token]] in ("VBZ", "VBP")
    scheduled = hosted or trigger.kind.frame in ("visitor", "hosted") or "occurrence" in state.classes
    ahead = state.tense == "future" or (state.time == "present" and scheduled)
    tenses = ("future", "past_or_present") if ahead else ("past_or_present",)
    tokens = [trigger.token]
    if "occurrence" in state.classes:  # the day on which it takes place, before any day that it was set for
        tokens.insert(0, int(scene.reading.heads[trigger.token]))
    dates = [
        date_event(scene.reading, token, scene.times, scene.published, tense=tense, quote=scene.anchor(a))
        for token in tokens
        for tense in tenses
    ]
    told = next((d for d in dates if d.expression is not None), dates[-1])
    return told if told.expression is not None or state.tense != "future" else dates[0]


def _who_vouches(scene: Scene, a: Attribution | None) -> Attribution | None:
    """The attribution whose act counts: who denies or confirms "reports that", not the reports."""
    while a is not None and a.parent is not None and scene.reading.upos[a.cue] == "NOUN":
        outer = scene.attributions[a.parent]
        named = any(scene.cast.members(head) for head in a.source_heads)
        if named or not any(start <= a.cue < end for start, end in outer.content):
            break
        a = outer
    return a


def _factuality(
    reading: Reading, trigger: Trigger, innermost: Attribution | None, attribution: Attribution | None
) -> Factuality:
    edge = frozenset(innermost.content_heads) if innermost is not None else frozenset[int]()
    state = factuality(reading, trigger.token, edge)
    if attribution is not None and EDGE in state.classes:
        state = under_cue(state, attribution.act, reading.forms[attribution.cue].lower())
        if attribution is innermost and reading.upos[innermost.cue] == "NOUN":
            state = _as_reported(state, factuality(reading, innermost.cue))
    if state.time == "present" and trigger.kind.frame == "visitor" and _on_the_way(reading, trigger.token):
        state = replace(state, time="future", mode="intention", reasons=(*state.reasons, "present progressive"))
    decided = trigger.kind.said and trigger.kind.type == "OTHER" and state.value == "CT+"
    if decided and _own_word(reading, trigger, attribution):
        state = replace(state, time="past", mode="assertion", reasons=(*state.reasons, "done by saying so"))
    if trigger.kind.said and "announcement" in state.classes and state.affirmed:
        state = replace(state, time="past", mode="assertion")
    if _asked(reading, trigger.token):
        state = replace(state, value="Uu", mode="question")
    return state


def _as_reported(state: Factuality, report: Factuality) -> Factuality:
    """What a report says is as little so as the report is ("denied reports that")."""
    if report.affirmed or report.value == "Uu" or not state.affirmed:
        return state
    return replace(state, value="CT-", mode=report.mode, reasons=(*state.reasons, *report.reasons))


def _on_the_way(reading: Reading, token: int) -> bool:
    """ "Is coming", "are heading for": a going that is arranged (but "is visiting" is under way)."""
    return reading.xpos[token] == "VBG" and lemma(reading, token) not in ("visit", "tour")


def _own_word(reading: Reading, trigger: Trigger, attribution: Attribution | None) -> bool:
    """Whether the speaker says it of itself ("the ministry said it would delay ..."): saying so does it."""
    if attribution is None or attribution.act not in ("say", "announce", "report", "confirm"):
        return False
    head = subject(reading, trigger.token) if is_verb(reading, trigger.token) else None
    return head is not None and reading.upos[head] == "PRON"


def _asked(reading: Reading, token: int) -> bool:
    _, end = reading.sentence_bounds(reading.sentence_of(token))
    return any(form == "?" for form in reading.forms[max(end - 2, token) : end])
