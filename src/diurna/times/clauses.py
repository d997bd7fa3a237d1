"""Where a tree cannot be right: an expression does not modify a verb behind a quotation mark or a "that"."""

from __future__ import annotations

from diurna.language.reading import Reading

_MARKS = frozenset(("“", "”", '"', "``", "''"))


def separated(reading: Reading, expression: int, verb: int) -> bool:
    """Whether the token of an expression stands outside the clause of a verb that the tree hangs it on."""
    return (
        _across_quotes(reading, expression, verb)
        or _before_its_clause(reading, expression, verb)
        or _behind_its_governor(reading, expression, verb)
    )


def _across_quotes(reading: Reading, a: int, b: int) -> bool:
    low, high = min(a, b), max(a, b)
    return sum(form in _MARKS for form in reading.forms[low:high]) % 2 == 1


def _before_its_clause(reading: Reading, expression: int, verb: int) -> bool:
    """ "confirmed on Thursday that she would go": Thursday cannot belong to "go"."""
    return expression < verb and any(
        expression < c < verb and reading.deprels[c] == "mark" and reading.forms[c].lower() in ("that", "whether", "if")
        for c in reading.children(verb)
    )


def _behind_its_governor(reading: Reading, expression: int, verb: int) -> bool:
    """ "said Monday the two sides had agreed": right behind "said" and before the subject of "agreed"."""
    governor = int(reading.heads[verb])
    if not (reading.deprels[verb] == "ccomp" and 0 <= expression - governor <= 3 and expression < verb):
        return False
    return any(c > expression for c in reading.children(verb) if reading.deprels[c].startswith("nsubj"))
