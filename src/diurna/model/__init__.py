"""The nouns of the record: reports, statements, claims, events, entities, changes, and the EDTF dates they carry."""

from diurna.model.edtf import Edtf
from diurna.model.errors import BadInput, DiurnaError, NotFound
from diurna.model.nouns import (
    Change,
    Claim,
    Entity,
    Event,
    Evidence,
    Extraction,
    LocalEntity,
    Office,
    Participant,
    Place,
    Published,
    Report,
    Span,
    Statement,
)
from diurna.model.question import Question
from diurna.model.status import STATUSES, derive_status

__all__ = [
    "STATUSES",
    "BadInput",
    "Change",
    "Claim",
    "DiurnaError",
    "Edtf",
    "Entity",
    "Event",
    "Evidence",
    "Extraction",
    "LocalEntity",
    "NotFound",
    "Office",
    "Participant",
    "Place",
    "Published",
    "Question",
    "Report",
    "Span",
    "Statement",
    "derive_status",
]
