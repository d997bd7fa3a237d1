"""What an event says of itself: date, place, participants and counts, drawn from its claims (pure)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from diurna.ledger import rules
from diurna.ledger.names import is_proper
from diurna.ledger.plans import plan_date
from diurna.ledger.said import Said
from diurna.ledger.values import StandingAt
from diurna.model import Claim, Edtf, Event, Participant, Place, Report
from diurna.model.nouns import Role
from diurna.vocabulary.countries import country_named

K = TypeVar("K")
_AHEAD = ("planned", "expected", "possible", "cancelled", "not_planned")
_ORDER: dict[Role, int] = {"actor": 0, "recipient": 1, "other": 2}
Parties = Callable[[Claim], tuple[Participant, ...]]


def summarize(
    event_id: str,
    said: Sequence[Said],
    now: StandingAt,
    parties: Parties,
    reports: Mapping[str, Report],
    maybe_same: Sequence[str] = (),
) -> Event:
    """Return the event that these assertions (in their order) make, with its standing."""
    claims = [s.claim for s in said]
    deciding = [c for c in claims if c.id in now.why] or list(claims)
    weight = {c.id: 3 if c.id in now.why else 1 for c in claims}
    kind = _heaviest(((c.kind, weight[c.id]) for c in claims), claims[0].kind)
    return Event(
        id=event_id,
        type=_heaviest(((c.type, weight[c.id]) for c in claims if c.kind == kind), claims[0].type),
        kind=kind,
        standing=now.standing,
        mode=rules.mode(kind),
        name=_heaviest(((c.name, weight[c.id]) for c in claims if c.name), None),
        participants=_participants(claims, parties),
        date=_date(said, now, deciding),
        place=_place(claims, weight),
        why=now.why,
        claims=tuple(c.id for c in claims),
        reports=len({_text_of(c, reports) for c in claims}),
        sources=_sources(said, reports),
        maybe_same=tuple(maybe_same),
    )


def _heaviest(weighed: Iterable[tuple[K, int]], default: K) -> K:
    counts: Counter[K] = Counter()
    for value, weight in weighed:
        counts[value] += weight
    return min(counts, key=lambda v: (-counts[v], str(v))) if counts else default


def _date(said: Sequence[Said], now: StandingAt, deciding: Sequence[Claim]) -> Edtf | None:
    claims = [s.claim for s in said]
    order = {claim_id: n for n, claim_id in enumerate(now.why)}
    agreed = agreed_date(sorted(deciding, key=lambda c: order.get(c.id, len(order))), claims)
    moved = plan_date(said) if now.standing in _AHEAD else None
    return agreed if moved is None or (agreed is not None and moved.contains(agreed)) else moved


def agreed_date(deciding: Sequence[Claim], claims: Sequence[Claim]) -> Edtf | None:
    """The narrowest date on which the deciding claims agree, made narrower by the others where they fit.

    Contradicting dates count by how many claims give them. None when no claim gives one.
    """
    done = [c for c in claims if c.status == "happened"]
    closed = [_narrowest([c for c in group if _is_closed(c)]) for group in (deciding[:1], deciding, done, claims)]
    found = next((date for date in closed if date is not None), None) or _narrowest(deciding) or _narrowest(claims)
    for date in closed:
        both = found.intersection(date) if found is not None and date is not None else None
        found = both or found
    return found


def _is_closed(claim: Claim) -> bool:
    return claim.date is not None and claim.date.days is not None


def _narrowest(claims: Sequence[Claim]) -> Edtf | None:
    """The days on which the dates of most of these claims agree, beginning with the narrowest."""
    votes = Counter(c.date for c in claims if c.date is not None)
    found: Edtf | None = None
    for date in sorted(votes, key=lambda d: (d.days is None, -votes[d] if d.is_day else 0, d.days or 0, d.text)):
        both = date if found is None else found.intersection(date)
        found = both or found
    return found


def _participants(claims: Sequence[Claim], parties: Parties) -> tuple[Participant, ...]:
    """Everybody whom a claim names, by role and then those named most, each with the role that most claims give.

    Who has no proper name ("a visiting minister") is left out beside two who have: it is mostly one of them.
    """
    counting = [c for c in claims if c.status != "unknown"] or claims
    told = [party for claim in counting for party in parties(claim)]
    proper = [party for party in told if is_proper(party.name)]
    if len({party.entity for party in proper}) >= 2:
        told = proper
    named = Counter(party.entity for party in told)
    names = {party.entity: party.name for party in told}
    roles: dict[str, Counter[Role]] = {}
    for party in told:
        roles.setdefault(party.entity, Counter())[party.role] += 1
    chosen = [
        Participant(entity=entity, name=names[entity], role=min(votes, key=lambda r: (-votes[r], _ORDER[r])))
        for entity, votes in roles.items()
    ]
    return tuple(sorted(chosen, key=lambda p: (_ORDER[p.role], -named[p.entity], p.entity)))


def _place(claims: Sequence[Claim], weight: Mapping[str, int]) -> Place | None:
    """The place most claims name; within its country a town before the country alone."""
    places = [(c.place, weight[c.id]) for c in claims if c.place is not None]
    chosen = _heaviest(places, None)
    if chosen is None or chosen.country is None or country_named(chosen.name) is None:
        return chosen
    inside = [(p, w) for p, w in places if p.country == chosen.country and country_named(p.name) is None]
    return _heaviest(inside, chosen)


def _text_of(claim: Claim, reports: Mapping[str, Report]) -> str:
    report = reports.get(claim.report)
    return report.sha256 if report else claim.report


def _sources(said: Sequence[Said], reports: Mapping[str, Report]) -> int:
    """How many distinct sources speak: a copied text or sentence counts once, an outlet's reports as one voice."""
    found: dict[str, str] = {}
    for one in said:
        report = reports.get(one.claim.report)
        own = not (one.claim.sources and one.claim.sources[-1])
        key = (report.outlet or report.sha256) if own and report is not None else one.voice
        words = " ".join(one.claim.evidence.exact.split())
        found.setdefault(f"{one.status} {words}" if own else f"{key} {words}", key)
    return len(set(found.values()))
