"""Report and reading in, claims out: the one way through `claims`. Pure: no clock, no network, no database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from diurna.claims.drafting import draft_events
from diurna.claims.drafts import Draft
from diurna.claims.factuality import EDGE, MENTION, Factuality, learned
from diurna.claims.occasions import antecedent, same_parties
from diurna.claims.participants import DESCRIBED, qualifiers
from diurna.claims.scene import Scene, set_scene
from diurna.claims.sourcing import evidence, source_chain, span, statement_id, statements
from diurna.claims.syntax import is_verb
from diurna.language.reading import Reading
from diurna.model import Claim, Edtf, Extraction, LocalEntity, Participant, Published, Report
from diurna.model.ids import content_id
from diurna.times import date_event


def read_claims(report: Report, reading: Reading) -> Extraction:
    """Return everything that the report claims, with its date inferred where it had none."""
    scene = set_scene(report, reading)
    drafts = draft_events(scene)
    claims, described = _finish(scene, drafts)
    return Extraction(
        report=scene.report,
        entities=(*scene.cast.entities, *described),
        statements=statements(scene),
        claims=claims,
    )


def _finish(scene: Scene, drafts: Sequence[Draft]) -> tuple[tuple[Claim, ...], tuple[LocalEntity, ...]]:
    claims: dict[int, Claim] = {}
    described: dict[str, LocalEntity] = {}
    told: list[Draft] = []
    for draft in drafts:
        taken_up = antecedent(draft, told)
        if _worth_telling(scene, draft, taken_up):
            claim = _claim(scene, draft, taken_up, told, claims)
            claims[draft.trigger.token] = claim
            described.update({e.key: e for e in draft.parties.described})
            if taken_up is None or draft.parties.participants:
                told.append(_inherit(draft, taken_up))
    return tuple(claims.values()), tuple(described.values())


def _inherit(draft: Draft, taken_up: Draft | None) -> Draft:
    return draft if taken_up is None or not _bare(draft) else replace(draft, state=taken_up.state)


def _worth_telling(scene: Scene, draft: Draft, taken_up: Draft | None) -> bool:
    """Whether the draft says something: who, or a date, and more than a bare reference to what was told."""
    placed = draft.named_date or (draft.parties.place is not None and draft.state.time == "past")
    if _bare(draft) and not draft.definite and not placed and not draft.parties.participants:
        return False
    if _bare(draft) and draft.trigger.kind.things and not is_verb(scene.reading, draft.trigger.token):
        return False
    if taken_up is None or not _bare(draft) or draft.named_date:
        return True
    known = taken_up.parties.entities
    return bool(draft.parties.entities - known)


def _bare(draft: Draft) -> bool:
    """Whether the words around the event say nothing of its factuality: it is only mentioned."""
    state = draft.state
    return (
        state.value == "CT+"
        and set(state.classes) <= {MENTION, EDGE}
        and (state.time is None or MENTION in state.classes)
    )


def _claim(
    scene: Scene, draft: Draft, taken_up: Draft | None, told: Sequence[Draft], claims: Mapping[int, Claim]
) -> Claim:
    reading, report, token = scene.reading, scene.report, draft.trigger.token
    trigger = span(reading, token, token + 1)
    occasion = claims.get(taken_up.trigger.token) if taken_up is not None else None
    state = learned(reading, token, _decided(draft, taken_up))
    a = draft.attribution
    date = draft.date if taken_up is None or draft.named_date or not taken_up.named_date else taken_up.date
    return Claim(
        id=content_id("c", report.id, trigger.start, trigger.end, draft.trigger.kind.name),
        report=report.id,
        statement=statement_id(report, reading, a) if a is not None else None,
        type=draft.trigger.kind.type,
        kind=draft.trigger.kind.name,
        name=draft.name,
        qualifiers=tuple(q for t in (token, *draft.trigger.absorbed) for q in qualifiers(reading, t)),
        value=state.value,
        tense=state.tense,
        mode=state.mode,
        sources=source_chain(scene, a),
        asserted_on=_asserted_on(scene, draft, state),
        date=date.edtf,
        date_text=date.text,
        place=draft.parties.place,
        participants=_participants(draft, taken_up or same_parties(draft, told)),
        occasion=occasion.id if occasion is not None else None,
        trigger=trigger,
        evidence=evidence(reading, token),
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
