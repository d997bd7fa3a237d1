"""Who says a claim and when: its voice under one key for all spellings, and the day from which it is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from diurna.ledger.names import folded, person_name
from diurna.model import Claim, Edtf, Report
from diurna.model.status import Status

_GRACE = timedelta(days=1)
"""Half a world of time zones lies between a happening and the report of it."""

Order = tuple[date, int]
"""Where an assertion stands in time: a day, and 0 for what is only known to precede others of that day."""


def voice(claim: Claim) -> str:
    """A key for the innermost source: the report itself for the reporter's own voice."""
    if not claim.sources or not claim.sources[-1]:
        return f"report {claim.report}"
    return " & ".join(sorted(_key(name) for name in claim.sources[-1]))


def _key(name: str) -> str:
    tokens = person_name(name).tokens
    return "".join(sorted(tokens)) if tokens else folded(name)


def said_on(claim: Claim, published: Edtf | None) -> Edtf | None:
    """When the claim was asserted; without a word on that, when its report came out."""
    return claim.asserted_on or published


def first_day(when: Edtf | None) -> date | None:
    """The day from which something said at that time is known: the earliest one, or the end of an open beginning."""
    return None if when is None else when.earliest or when.latest


def status_as_said(claim: Claim, said: Edtf | None) -> Status:
    """The status as it counts: nothing can be told as done before its day, so such a claim counts as a plan."""
    date = claim.date
    if claim.status != "happened" or date is None or said is None or date.earliest is None or said.latest is None:
        return claim.status
    return "planned" if date.earliest > said.latest + _GRACE else "happened"


@dataclass(frozen=True, slots=True)
class Said:
    """A claim, when it was asserted, the day from which it counts, and its place in the order of assertions.

    `voice` is the key of who says it, `side` the country that this voice speaks for, where known.
    """

    claim: Claim
    when: Edtf | None
    day: date
    order: Order
    voice: str
    side: str | None = None

    @property
    def status(self) -> Status:
        """The claim's status as it counts."""
        return status_as_said(self.claim, self.when)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose voice a claim is: a key that is the same for one source in all reports, and the side that it is on."""

    voice: str
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What the claims themselves do not tell: their reports by id, and who speaks by claim id."""

    reports: Mapping[str, Report] = field(default_factory=dict)
    speakers: Mapping[str, Speaker] = field(default_factory=dict)


def in_order(claims: Sequence[Claim], setting: Setting) -> list[Said]:
    """Return the claims in the order in which they were asserted; undated ones come first.

    What a report only calls earlier than itself (asserted on `../2024-11-05`), and a plan told after its day is over
    ("was to have come on Friday"), comes before all else of that day; an earlier silence or guess ("had previously
    declined to comment") before everything that is said of the happening.
    """
    reports = setting.reports
    when = {c.id: said_on(c, reports[c.report].published.edtf if c.report in reports else None) for c in claims}
    day = {key: first_day(edtf) or date.min for key, edtf in when.items()}
    dawn = min(day.values(), default=date.min)
    found = []
    for claim in claims:
        order: Order = (day[claim.id], 1)
        if _only_earlier(when[claim.id]):
            order = (dawn if claim.status in ("unknown", "possible") else order[0], 0)
        elif _is_over(claim, day[claim.id]):
            order = (order[0], 0)
        speaker = setting.speakers.get(claim.id) or Speaker(voice(claim))
        found.append(Said(claim, when[claim.id], day[claim.id], order, speaker.voice, speaker.side))
    return sorted(found, key=lambda s: (s.order, s.claim.id))


def _only_earlier(when: Edtf | None) -> bool:
    return when is not None and when.earliest is None


def _is_over(claim: Claim, said: date) -> bool:
    planned = claim.status in ("planned", "expected") and claim.date is not None
    return planned and claim.date is not None and claim.date.latest is not None and claim.date.latest < said
