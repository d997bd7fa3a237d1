"""The dated occasion that an event belongs to, and the days that it lends: "no meeting during her visit on Friday"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from diurna.claims.drafts import Draft
from diurna.claims.occasions import antecedent, setting, stage
from diurna.claims.scene import Scene
from diurna.model import Edtf, Published
from diurna.times import EventDate

_STAY = dt.timedelta(days=6)


def setting_date(scene: Scene, draft: Draft, drafts: Sequence[Draft], earlier: Sequence[Draft]) -> EventDate | None:
    """The date of the occasion during which the event is placed or on which it would take place; None without one."""
    around = _dated_setting(scene, draft, drafts, earlier) or stage(draft, earlier)
    if around is None:
        return None
    told = scene.reading.forms[around.trigger.token]
    days = around.date.edtf if draft.state.affirmed else _whole(around.date.edtf)
    return replace(around.date, edtf=days, rule="setting", reasons=(f"during what “{told}” tells of",))


def _dated_setting(scene: Scene, draft: Draft, drafts: Sequence[Draft], earlier: Sequence[Draft]) -> Draft | None:
    """The event during which this one is placed, as the report dates it, if need be by another telling of a visit."""
    around = setting(scene.reading, draft, drafts)
    if around is None or around.named_date:
        return around
    dated = [d for d in earlier if d.named_date]
    visits = (d for d in reversed(dated) if _same_visit(around, d) and _can_hold(d, draft, scene.published))
    return antecedent(around, dated) or next(visits, None)


def _same_visit(a: Draft, b: Draft) -> bool:
    """Whether two tellings of a visit share a party; the reader may have put others in one of them."""
    visits = a.trigger.kind.frame == b.trigger.kind.frame == "visitor"
    return visits and a.definite and bool(a.parties.entities & b.parties.entities)


def _can_hold(around: Draft, draft: Draft, published: Published) -> bool:
    """Whether a dated occasion leaves days on the side of the report on which the event lies."""
    date, day = around.date.edtf, published.edtf
    if date is None or day is None:
        return False
    return not (date.before(day) if draft.state.tense == "future" else day.before(date))


def _whole(date: Edtf | None) -> Edtf | None:
    """All days of an occasion of which one is told: what is denied for it is denied for the week that it may last."""
    if date is None or not date.is_day or date.earliest is None:
        return date
    return Edtf.between(date.earliest, date.earliest + _STAY)
