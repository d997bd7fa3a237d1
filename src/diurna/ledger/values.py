"""What the ledger answers with, beside the nouns of `diurna.model`."""

from __future__ import annotations

from diurna.model import Edtf
from diurna.model.nouns import Standing, _Value


class Recorded(_Value, frozen=True):
    """What one call of `Ledger.record` did: ids of reports taken in and of those already known, claims added."""

    new: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    claims: int = 0


class StandingAt(_Value, frozen=True):
    """An event's standing from a date on. `why` are the ids of the deciding claims, the decisive one first.

    `on` is when the decisive claim was asserted; None when no claim says so. `sentence` tells it to a person.
    """

    standing: Standing
    on: Edtf | None = None
    why: tuple[str, ...] = ()
    sentence: str = ""
