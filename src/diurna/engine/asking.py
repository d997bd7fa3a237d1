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
    known = {name.casefold(): _LABELS[entity.type] for entity in entities for name in (entity.name, *entity.names)}
    return read_question(text, reading, today, known)


_LABELS = {"person": "PER", "organization": "ORG", "country": "LOC", "place": "LOC"}
