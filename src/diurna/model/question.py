"""A question as diurna understood it: what `ask` looks up in the record."""

from __future__ import annotations

from typing import Literal

from diurna.model.edtf import Edtf
from diurna.model.nouns import LocalEntity, Participant, Place, _Value

Asks = Literal["whether", "when", "where", "who", "how_many", "what", "said"]


class Question(_Value, frozen=True):
    """One question. `asks` is None when it was not understood (then `problem` says why in one sentence).

    `kinds` and `types` name the happening asked for (empty: any). `participants` are the named parties with their
    roles; `entities` describes them as LocalEntity values (their keys are what `participants` refer to).
    `open_role` is set for "who" questions: the role asked for; `open_country` limits it ("which American
    presidents": USA, ISO 3166-1 alpha-3). `date` restricts when, `place` where.
    """

    text: str
    asks: Asks | None = None
    problem: str = ""
    types: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    name: str | None = None
    entities: tuple[LocalEntity, ...] = ()
    participants: tuple[Participant, ...] = ()
    open_role: str | None = None
    open_country: str | None = None
    date: Edtf | None = None
    date_text: str | None = None
    place: Place | None = None
    future: bool = False
