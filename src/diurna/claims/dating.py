"""Dates that an event takes from its surroundings, and what a date says of an event's tense."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from diurna.claims.attribution import Attribution
from diurna.claims.drafts import Draft
from diurna.claims.factuality import MENTION, Factuality, learned
from diurna.claims.running import running_date
from diurna.claims.scene import Scene
from diurna.claims.settings import setting_date
from diurna.claims.syntax import auxiliaries, clause_head, dependents, is_verb, lemma, preposition, rel
from diurna.model import Edtf, Published
from diurna.times import EventDate, date_event, in_tense


def settle(scene: Scene, draft: Draft, drafts: Sequence[Draft], earlier: Sequence[Draft]) -> Draft:
    """Date an undated event by its setting, and let the date decide what the words left open."""
    if draft.named_date and (_of_another(scene, draft) or _since(scene, draft) or _of_the_end(scene, draft)):
        draft = replace(draft, date=_bound(scene, draft))
    if draft.date.rule == "news" and not learned(scene.reading, draft.trigger.token, draft.state).affirmed:
        draft = replace(draft, date=_before_report(scene))
    if not draft.named_date or "postponement" in draft.state.classes:
        draft = replace(draft, date=_undated(scene, draft, drafts, earlier))
    return replace(draft, state=_timed(draft.state, draft.date, scene.published))


def _bound(scene: Scene, draft: Draft) -> EventDate:
    """The date without the expressions of the text: before or after the report."""
    return date_event(scene.reading, draft.trigger.token, (), scene.published, tense=draft.state.tense)


def _before_report(scene: Scene) -> EventDate:
    """What is denied may have been said to happen on any day: only the denial is the news of its day."""
    published = scene.published.edtf
    edtf = Edtf.between(None, published.latest) if published is not None else None
    return EventDate(edtf, None, "bound", ("over when the report came out",))


def _of_another(scene: Scene, draft: Draft) -> bool:
    """Whether the date is that of what the event follows or precedes ("the visit will follow a summit on July 11")."""
    reading = scene.reading
    head = int(reading.heads[draft.trigger.token])
    orders = (
        head >= 0 and lemma(reading, head) in ("follow", "precede") and rel(reading, draft.trigger.token) == "nsubj"
    )
    if not orders or draft.date.expression is None:
        return False
    return scene.times[draft.date.expression].first > head


def _of_the_end(scene: Scene, draft: Draft) -> bool:
    """Whether the date is that of the calling off, not of what was called off ("cancelled the talks on Monday")."""
    if "cancellation" not in draft.state.classes or draft.date.expression is None:
        return False
    return scene.times[draft.date.expression].first not in scene.reading.subtree(draft.trigger.token)


def _since(scene: Scene, draft: Draft) -> bool:
    """Whether the date only says since when there was none ("the first visit since 2016")."""
    if draft.date.expression is None or is_verb(scene.reading, draft.trigger.token):
        return False
    first = scene.times[draft.date.expression].first
    return first > 0 and scene.reading.forms[first - 1].lower() == "since"


def _undated(scene: Scene, draft: Draft, drafts: Sequence[Draft], earlier: Sequence[Draft]) -> EventDate:
    """The date of an event that its own words do not date."""
    if not draft.named_date and (named := _when(scene, draft) or _clause_date(scene, draft)) is not None:
        return named
    if (occasion := setting_date(scene, draft, drafts, earlier)) is not None:
        return occasion
    state = draft.state
    if "postponement" in state.classes and (moved := _moved_to(scene, draft)) is not None:
        return moved
    if draft.trigger.kind.said and state.affirmed and (day := _day_of_saying(scene, draft)) is not None:
        return replace(draft.date, edtf=day, rule="said", reasons=("done by saying so that day",))
    if state.mode == "cancellation":
        return replace(draft.date, edtf=None, rule="none", reasons=("called off, for a day that is not named",))
    return (running_date(scene, draft) if state.tense != "future" else None) or draft.date


def _when(scene: Scene, draft: Draft) -> EventDate | None:
    """A date that the event's clause explains: "in January 2017, when she visited the White House"."""
    reading = scene.reading
    head = clause_head(reading, draft.trigger.token)
    for child in dependents(reading, head, "advmod", "mark"):
        if reading.forms[child].lower() != "when":
            continue
        for index, t in enumerate(scene.times):
            gap = reading.forms[t.last : child]
            if t.last <= child and t.edtf is not None and all(form == "," for form in gap):
                return EventDate(t.edtf, t.text, "when", (f"the time named is when: {t.text}",), index)
    return None


def _clause_date(scene: Scene, draft: Draft) -> EventDate | None:
    """A happening that a dated act took place at or in: "met on Friday at a conference"."""
    reading, token = scene.reading, draft.trigger.token
    head = int(reading.heads[token])
    told = MENTION in draft.state.classes and draft.state.time == "past" and not draft.definite
    if not told or head < 0 or preposition(reading, token) not in ("at", "in", "for", "during"):
        return None
    dated = date_event(reading, head, scene.times, scene.published, tense=draft.state.tense)
    return dated if dated.expression is not None else None


def _day_of_saying(scene: Scene, draft: Draft) -> Edtf | None:
    """The day of an act done by words: announced in the report's own news, or told of by a dated statement."""
    a = draft.attribution
    said = scene.said_on.get(a.index) if a is not None else None
    if "announcement" in draft.state.classes:
        return said or scene.published.edtf
    if draft.state.time != "past" or a is None:
        return None
    return said if _tells_of_itself(scene, draft, a) or _just_now(scene, draft) else None


def _just_now(scene: Scene, draft: Draft) -> bool:
    """Whether it is told in the present perfect, the tense of news: "has postponed", "has reached agreements"."""
    reading, token = scene.reading, draft.trigger.token
    told = token if is_verb(reading, token) else int(reading.heads[token])
    return told >= 0 and any(reading.forms[a].lower() in ("has", "have") for a in auxiliaries(reading, told))


def _tells_of_itself(scene: Scene, draft: Draft, a: Attribution) -> bool:
    """Whether who speaks is who acts, or an unnamed official: then saying it is news of that day."""
    speakers = {key for head in a.source_heads for key in scene.cast.members(head)}
    return not speakers or bool(speakers & draft.parties.entities)


def _moved_to(scene: Scene, draft: Draft) -> EventDate | None:
    """The new day of something put off: "postponed the visit until June 1"."""
    reading = scene.reading
    ahead = in_tense(scene.times, scene.published, True)
    for act in draft.state.acts:
        below = frozenset(reading.subtree(act))
        for index, t in enumerate(ahead):
            before = reading.forms[t.first - 1].lower() if t.first else ""
            if t.first in below and before in ("until", "till", "to") and t.edtf is not None:
                day = _later(t.edtf, scene.published)
                return EventDate(day, t.text, "moved", (f"put off until {t.text}",), index)
    return None


def _later(date: Edtf, published: Published) -> Edtf:
    """A day that something is put off to lies ahead: one that counted backwards is next year's."""
    if date.earliest is None and date.latest is not None:
        date = Edtf.day(date.latest)
    behind = published.edtf is not None and date.before(published.edtf) and "/" not in date.text
    return date.shift(1, "year") if behind else date


def _timed(state: Factuality, date: EventDate, published: Published) -> Factuality:
    """A date after the report's own makes a present or timeless mention a future one, a past one a past."""
    if (date.expression is None and date.rule != "setting") or date.edtf is None or published.edtf is None:
        return state
    if state.time != "future" and published.edtf.before(date.edtf):
        return replace(state, time="future", reasons=(*state.reasons, "dated after the report"))
    if state.time == "present" and not state.affirmed and not date.edtf.before(published.edtf):
        return replace(state, time="future", reasons=(*state.reasons, "a time that is not over"))
    if MENTION in state.classes and date.edtf.before(published.edtf):
        return replace(state, time="past", reasons=(*state.reasons, "dated before the report"))
    if state.time is None and not date.edtf.before(published.edtf) and not date.edtf.overlaps(published.edtf):
        return state
    if state.time is None:
        return replace(state, time="past", reasons=(*state.reasons, "dated before the report"))
    return state
