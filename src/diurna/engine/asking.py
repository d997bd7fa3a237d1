"""A question in words to a `Question`, read with the same language model and claim reader as the reports."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from diurna.model import Entity, Question


def understand(text: str, today: dt.date | None = None, entities: Iterable[Entity] = ()) -> Question:
    """Return what the text asks; relative dates ("this week") count from `today` where it is given.

    `entities` are those of the record that is asked: their names are recognised in the question.
    """
    from diurna.claims import read_question
    from diurna.language import read

    [reading] = read([text])
    return read_question(text, reading, today, _known_names(tuple(entities)))


def _known_names(entities: tuple[Entity, ...]) -> dict[str, str]:
    """All names with their labels, and the last names of people ("Kamau" where the record has "Wanjiru Kamau")."""
    known = {e.name.split()[-1].casefold(): _LABELS[e.type] for e in entities if e.type == "person"}
    known.update({name.casefold(): _LABELS[e.type] for e in entities for name in (e.name, *e.names)})
    return known


_LABELS = {"person": "PER", "organization": "ORG", "country": "LOC", "place": "LOC"}
