"""Who takes part in one event and how, and where it is: read off the tree around the event word."""

from diurna.claims.participants.entities import DESCRIBED
from diurna.claims.participants.naming import event_name, qualifiers
from diurna.claims.participants.parties import Parties, parties

__all__ = ["DESCRIBED", "Parties", "event_name", "parties", "qualifiers"]
