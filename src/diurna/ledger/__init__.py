"""The record: an append-only store of claims, and what follows from them as of any date."""

from diurna.ledger.ledger import Ledger
from diurna.ledger.standing import standing
from diurna.ledger.values import Recorded, StandingAt
from diurna.ledger.view import View

__all__ = ["Ledger", "Recorded", "StandingAt", "View", "standing"]
