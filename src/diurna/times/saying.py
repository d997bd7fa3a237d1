"""On which day words in quotation marks were said, as far as their own sentences tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from diurna.language.reading import Reading
from diurna.times.anchors import Anchor, days_of
from diurna.times.meanings import FUTURE
from diurna.times.tense import direction, says
from diurna.times.values import FoundTime, QuoteAnchor, TimeExpression

Span = tuple[int, int]


def undated_quotes(reading: Reading, found: Sequence[FoundTime], quotes: Sequence[QuoteAnchor]) -> dict[int, Span]:
    """The expressions between quotation marks that no given quote anchor covers, with the span of their quotation."""
    return {
        i: speech
        for i, one in enumerate(found)
        if (speech := reading.layout.speech_at(one.first)) and not any(q.start <= one.start < q.end for q in quotes)
    }


def day_of_saying(reading: Reading, quote: Span, resolved: Iterable[TimeExpression]) -> Anchor | None:
    """The past day told beside the quotation in its sentences, or the month in which its words were said."""
    sentences = {reading.sentence_of(quote[0]), reading.sentence_of(quote[1] - 1)}
    for told in resolved:
        beside = reading.sentence_of(told.first) in sentences and not quote[0] <= told.first < quote[1]
        if beside and _may_date_words(reading, told):
            return Anchor("quote", days_of(told.edtf))
    return None


def _may_date_words(reading: Reading, told: TimeExpression) -> bool:
    if told.type not in ("DATE", "TIME") or told.edtf is None:
        return False
    said = told.edtf.is_day or (told.edtf.precision == "month" and says(reading, told.first, told.last))
    return said and direction(reading, told.first, told.last) != FUTURE
