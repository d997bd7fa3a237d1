"""Why claims belong together, in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from diurna.ledger.events import EventLinks, Link
from diurna.ledger.sentences import reason_sentence
from diurna.model import Claim, Entity


def explain_link(
    claim: Claim, links: EventLinks, claims: Mapping[str, Claim], entities: Mapping[str, Entity]
) -> list[str]:
    """Tell why a claim belongs to its event (one sentence for each claim it is linked to), then the near misses."""

    def name(word: str) -> str:
        return entities[word].name if word in entities else word

    def told(link: Link) -> str:
        return "; ".join(reason_sentence(reason, name) for reason in link.evidence.reasons)

    def other(link: Link) -> Claim:
        return claims[link.b if link.a == claim.id else link.a]

    mine = [link for link in links.links if claim.id in (link.a, link.b)]
    near = [link for link in links.near if claim.id in (link.a, link.b)]
    found = [f"Same event as {_quoted(other(link))}: {told(link)}." for link in mine]
    if not found:
        found = [
            "The only claim about its event."
            if len(links.events[links.of[claim.id]]) == 1
            else "Linked through others."
        ]
    seen: set[str] = set()
    for link in near:
        event = links.of[other(link).id]
        if event not in seen:
            seen.add(event)
            found.append(f"May be the same as {event} ({_quoted(other(link))}) because {told(link)}.")
    return found


def _quoted(claim: Claim) -> str:
    words = " ".join(claim.evidence.exact.split())
    return f'"{words if len(words) <= 80 else words[:77] + "..."}" ({claim.id})'
