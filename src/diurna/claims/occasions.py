"""Which mentions of one report speak of the same happening: "the meeting", "during her visit".

A noun that only takes up what was told before adds no claim; one that adds something is bound to what it takes up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from diurna.claims.drafts import Draft
from diurna.claims.syntax import dependents, preposition
from diurna.language.reading import Reading
from diurna.vocabulary.triggers import alike

_NEAR = 60
"""How many tokens back a definite noun takes up the nearest telling; farther back it takes up the main one."""


def antecedent(draft: Draft, earlier: Sequence[Draft]) -> Draft | None:
    """The earlier draft that a noun can take up; None for verbs, new names and new dates.

    That is the nearest where it is near, else the happening that the report tells of most.
    An indefinite noun takes up a negative draft only ("the absence of a meeting").
    """
    if not draft.definite and (draft.state.affirmed or draft.state.time is not None):
        return None
    kinds = alike(draft.trigger.kind.name)
    found = [c for c in reversed(earlier) if c.trigger.kind.name in kinds and _compatible(draft, c)]
    firm = [c for c in found if c.state.value != "Uu" and c.state.mode != "conditional"] or found
    if not firm or draft.trigger.token - firm[0].trigger.token <= _NEAR:
        return firm[0] if firm else None
    tellings = Counter(_telling(c) for c in firm)
    return max(firm, key=lambda c: tellings[_telling(c)])


def _telling(draft: Draft) -> tuple[frozenset[str], bool]:
    """What tellings of one happening share: the parties, and whether it is affirmed."""
    return draft.parties.entities, draft.state.affirmed


def _compatible(draft: Draft, candidate: Draft) -> bool:
    if draft.name and draft.name != candidate.name:
        return False
    if not draft.definite and candidate.state.affirmed:
        return False
    if draft.named_date and not (candidate.named_date and _overlap(draft, candidate)):
        return False
    mine = {p.entity for p in draft.parties.participants if p.role != "other"}
    theirs = candidate.parties.entities
    return mine <= theirs if theirs else not mine


def stage(draft: Draft, earlier: Sequence[Draft]) -> Draft | None:
    """The dated visit or gathering ahead, told before, within which an undated event ahead would take place.

    A meeting or a protest that lies ahead, in a report of a planned visit by one of its parties, belongs to that
    visit, and so does the denial of one.
    """
    if draft.state.tense != "future" or draft.trigger.kind.type not in ("CONSULT", "PROTEST"):
        return None
    mine = draft.parties.entities
    for candidate in reversed(earlier):
        kind = candidate.trigger.kind
        ahead = candidate.named_date and candidate.state.tense == "future" and candidate.state.affirmed
        if not ahead or kind.frame not in ("visitor", "hosted") or kind.name == draft.trigger.kind.name:
            continue
        unnamed = not mine and draft.trigger.kind.type == "PROTEST"
        if unnamed or mine & candidate.parties.entities:
            return candidate
    return None


def _overlap(a: Draft, b: Draft) -> bool:
    return a.date.edtf is not None and b.date.edtf is not None and a.date.edtf.overlaps(b.date.edtf)


def same_parties(draft: Draft, earlier: Sequence[Draft]) -> Draft | None:
    """The nearest earlier draft of its kind with parties, for a definite noun that names none ("the visit")."""
    if not draft.definite or draft.parties.participants:
        return None
    kinds = alike(draft.trigger.kind.name)
    return next((c for c in reversed(earlier) if c.trigger.kind.name in kinds and c.parties.participants), None)


def setting(reading: Reading, draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The event during which this one is placed ("no meeting during her visit"), or None."""
    by_token = {d.trigger.token: d for d in drafts}
    head = draft.trigger.token
    for _ in range(3):
        for child in dependents(reading, head, "obl", "nmod"):
            if preposition(reading, child) == "during" and child in by_token and by_token[child] is not draft:
                return by_token[child]
        head = int(reading.heads[head])
        if head < 0:
            return None
    return None
