"""What a preposition says of the role of the party behind it."""

from __future__ import annotations

from diurna.claims.triggers import Trigger
from diurna.model.nouns import Role

_WITH = frozenset({"with", "alongside", "and"})
Filling = tuple[int, Role]
"""A token that takes part, and its role."""


def oblique_role(trigger: Trigger, introduced: str) -> Role | None:
    """The role of what the preposition introduces beside the event word, or None."""
    kind = trigger.kind
    if introduced in ("by", "between", "among"):
        return "actor"
    if introduced in _WITH:
        return "actor" if kind.frame in ("mutual", "hosted") else "recipient"
    if introduced in kind.to:
        return "recipient"
    if kind.frame == "visitor" and introduced in ("to", "for", "into", "in"):
        return "recipient"
    return None
