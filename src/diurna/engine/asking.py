"""A question in words to a `Question`, read with the same language model and claim reader as the reports."""

from __future__ import annotations

import datetime as dt

from diurna.model import Question


def understand(text: str, today: dt.date | None = None) -> Question:
    """Return what the text asks; relative dates ("this week") count from `today` where it is given."""
    from diurna.claims import read_question
    from diurna.language import read

    [reading] = read([text])
    return read_question(text, reading, today)
