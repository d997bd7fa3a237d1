"""Which words of a report stand in quotation marks, and who speaks them.

The rule is cheap: the speaker is the subject of the speech verb outside the marks in the same sentence; a quotation
that fills its sentence is spoken by the speaker of the one before it, or by the subject of "X said:" in front.
"""

from __future__ import annotations

from diurna.claims.cast.phrase import base
from diurna.language import Reading
from diurna.language.layout import Quotation
from diurna.vocabulary.speech import uses_of


class Speakers:
    """Finds, for a token, the quotation around it and the token that heads its speaker."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._speaker: dict[int, int | None] = {}
        last: tuple[int, int | None] = (-9, None)
        for quotation in reading.layout.quotations:
            speaker = self._outside_subject(quotation)
            if speaker is None and reading.sentence_of(quotation.start) - last[0] <= 2:
                speaker = last[1]
            self._speaker[quotation.start] = speaker
            last = (reading.sentence_of(quotation.end - 1), speaker)

    def quoted(self, token: int) -> bool:
        """Whether the token stands in quotation marks."""
        return self._reading.layout.quotation_at(token) is not None

    def speaker(self, token: int) -> int | None:
        """The head of the phrase that names who speaks the quotation around the token, or None."""
        quotation = self._reading.layout.quotation_at(token)
        return self._speaker[quotation.start] if quotation else None

    def _outside_subject(self, quotation: Quotation) -> int | None:
        """The subject, outside the marks, of the verb outside them that stands nearest to the quotation."""
        best: tuple[int, int] | None = None
        reading = self._reading
        sentences = range(reading.sentence_of(quotation.start), reading.sentence_of(quotation.end - 1) + 1)
        for sentence in sentences:
            for token in range(*reading.sentence_bounds(sentence)):
                verb = int(reading.heads[token])
                outside = not self.quoted(token) and not self.quoted(verb)
                if outside and base(reading.deprels[token]) == "nsubj" and uses_of(reading.lemmas[verb]):
                    distance = min(abs(verb - quotation.start), abs(verb - quotation.end))
                    if best is None or distance < best[0]:
                        best = (distance, token)
        return best[1] if best else None
