"""The values that flow through diurna. All are immutable; none knows where it is stored or shown.

Offsets are code points into the report's verbatim text, half-open. Four times are never mixed: `date` (when the
event happens), `asserted_on` (when the source said so), `published` (when the report came out) and `recorded_at`
(when the ledger took it in; only the ledger knows it).
"""

from __future__ import annotations

from typing import Literal

import msgspec

from diurna.model.edtf import Edtf
from diurna.model.status import Mode, Status, Tense, Value, derive_status

EntityType = Literal["person", "organization", "country", "place"]
Role = Literal["actor", "recipient", "other"]
Basis = Literal["stated", "metadata", "inferred", "unknown"]
ChangeType = Literal["reversal", "update", "rescheduled", "dispute"]
Standing = Status | Literal["disputed"]


class _Value(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=False):
    """Base of all values: frozen, compared and hashed by content."""


class Span(_Value, frozen=True):
    """A stretch of a report's text: `text` is exactly the report's text from `start` to `end`."""

    start: int
    end: int
    text: str


class Evidence(_Value, frozen=True):
    """A quotation that finds itself again (W3C TextQuoteSelector): exact words with a little context."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


class Published(_Value, frozen=True):
    """When a report came out, how that is known, and why; `edtf` is None when nothing can be said.

    `probability` is that of the interval where the day is inferred, and None where it is stated or unknown.
    """

    edtf: Edtf | None = None
    basis: Basis = "unknown"
    reasons: tuple[str, ...] = ()
    probability: float | None = None


class Report(_Value, frozen=True):
    """One document as published. `id` derives from file name, outlet, title, stated date and text."""

    id: str
    file: str
    text: str
    sha256: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: Published = Published()


class Office(_Value, frozen=True):
    """An office that a person holds or held: "Foreign Minister" of "North Korea"."""

    title: str
    of: str | None = None
    start: Edtf | None = None
    end: Edtf | None = None


class LocalEntity(_Value, frozen=True):
    """An entity as one report knows it, under all names the report uses; `key` is unique within the report only.

    `name` is the fullest proper name in the report ("Kang Mi Rae"), `names` every distinct form including it
    ("Kang", "Minister Kang"). `country` is ISO 3166-1 alpha-3 where known; for a country, its own code.
    `known` is the vocabulary's id for well-known countries and organizations (such as "RUS", "org:un"), else None.
    """

    key: str
    type: EntityType
    name: str
    names: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    country: str | None = None
    known: str | None = None


class Participant(_Value, frozen=True):
    """Who takes part in a claim, and how. `entity` is a LocalEntity key in a claim, an Entity id in an event."""

    entity: str
    name: str
    role: Role = "other"


class Place(_Value, frozen=True):
    """Where: the name as written, the country as ISO 3166-1 alpha-3 where known."""

    name: str
    country: str | None = None


class Statement(_Value, frozen=True):
    """Somebody says something in a report.

    `sources` runs from the outermost level inwards; each level lists co-sources by display name.
    """

    id: str
    report: str
    sources: tuple[tuple[str, ...], ...]
    cue: Span
    content: tuple[Span, ...]
    said_on: Edtf | None = None
    parent: str | None = None


class Claim(_Value, frozen=True):
    """One report asserts one happening with one status. Immutable: never edited, only superseded.

    `type` is the PLOVER kind of the happening whatever its status; `kind` is the finer word of the vocabulary
    (meeting, visit, summit, call, conference, invitation, pledge ...). `qualifiers` are the words that tell
    occasions apart ("state", "working", "fourth"). `name` is set for named happenings ("Eurasian Energy Forum").
    For negative claims `date` is the window the claim speaks of. `occasion` is the id of another claim of the same
    report that this one is bound to ("during her visit"). `reasons` explain date, status and participants.
    """

    id: str
    report: str
    type: str
    kind: str
    value: Value
    tense: Tense
    trigger: Span
    evidence: Evidence
    mode: Mode = "assertion"
    statement: str | None = None
    name: str | None = None
    qualifiers: tuple[str, ...] = ()
    sources: tuple[tuple[str, ...], ...] = ()
    asserted_on: Edtf | None = None
    date: Edtf | None = None
    date_text: str | None = None
    place: Place | None = None
    participants: tuple[Participant, ...] = ()
    occasion: str | None = None
    confidence: float = 0.5
    reasons: tuple[str, ...] = ()

    @property
    def status(self) -> Status:
        """The status, derived from value, tense and mode by the one table in `model.status`."""
        return derive_status(self.value, self.tense, self.mode)


class Extraction(_Value, frozen=True):
    """All that was read out of one report: what `Report -> claims` returns and what the ledger records."""

    report: Report
    entities: tuple[LocalEntity, ...] = ()
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()


class Entity(_Value, frozen=True):
    """A person, organization, country or place under all its names, across reports."""

    id: str
    type: EntityType
    name: str
    names: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    country: str | None = None


class Event(_Value, frozen=True):
    """The happening in the world that claims are about, with its standing as of the view it was asked for."""

    id: str
    type: str
    kind: str
    standing: Standing
    mode: str | None = None
    name: str | None = None
    participants: tuple[Participant, ...] = ()
    date: Edtf | None = None
    place: Place | None = None
    why: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    reports: int = 0
    sources: int = 0
    maybe_same: tuple[str, ...] = ()


class Change(_Value, frozen=True):
    """An event's standing went from A to B on a date because of these claims; for `rescheduled` A and B are dates."""

    id: str
    event: str
    type: ChangeType
    before: str
    after: str
    on: Edtf | None = None
    claims: tuple[str, ...] = ()
