"""What a report claims: statements with their source chains, events with participants, kind, status and date."""

from diurna.claims.question import read_question
from diurna.claims.read import read_claims

__all__ = ["read_claims", "read_question"]
