"""Which words of a report stand in quotation marks, and who speaks them.

The rule is cheap: the speaker is the subject of the speech verb outside the marks in the same sentence; a quotation
that fills its sentence is spoken by the speaker of the one before it, or by the subject of "X said:" in front.
"""

from __future__ import annotations

from diurna.claims.cast.phrase import base
from diurna.language import Reading
from diurna.vocabulary.speech import uses_of

_OPEN, _CLOSE, _EITHER = frozenset("“«"), frozenset("”»"), frozenset({'"', "''", "``"})
_LONGEST = 160


def quotations(reading: Reading) -> tuple[tuple[int, int], ...]:
    """The half-open token spans between quotation marks; a mark that is never closed ends with its paragraph."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for token, form in enumerate(reading.forms):
        paragraph = token > 0 and "\n" in reading.text[int(reading.ends[token - 1]) : int(reading.starts[token])]
        if opened is not None and (paragraph or token - opened > _LONGEST):
            found.append((opened + 1, token))
            opened = None
        if opened is None and (form in _OPEN or form == "``" or form in _EITHER):
            opened = token
        elif opened is not None and (form in _CLOSE or form in _EITHER):
            found.append((opened + 1, token))
            opened = None
    return tuple((start, end) for start, end in found if end > start)


class Speakers:
    """Finds, for a token, the quotation around it and the token that heads its speaker."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._span_at = {t: span for span in quotations(reading) for t in range(*span)}
        self._speaker: dict[tuple[int, int], int | None] = {}
        last: tuple[int, int | None] = (-9, None)
        for span in sorted(set(self._span_at.values())):
            sentence = reading.sentence_of(span[0])
            speaker = self._outside_subject(span)
            if speaker is None and sentence - last[0] <= 2:
                speaker = last[1]
            self._speaker[span] = speaker
            last = (reading.sentence_of(span[1] - 1), speaker)

    def quoted(self, token: int) -> bool:
        """Whether the token stands in quotation marks."""
        return token in self._span_at

    def speaker(self, token: int) -> int | None:
        """The head of the phrase that names who speaks the quotation around the token, or None."""
        return self._speaker.get(self._span_at.get(token, (-1, -1)))

    def _outside_subject(self, span: tuple[int, int]) -> int | None:
        """The subject, outside the marks, of the verb outside them that stands nearest to the quotation."""
        best: tuple[int, int] | None = None
        reading = self._reading
        sentences = range(reading.sentence_of(span[0]), reading.sentence_of(span[1] - 1) + 1)
        for sentence in sentences:
            for token in range(*reading.sentence_bounds(sentence)):
                verb = int(reading.heads[token])
                outside = token not in self._span_at and verb not in self._span_at
                if outside and base(reading.deprels[token]) == "nsubj" and uses_of(reading.lemmas[verb]):
                    distance = min(abs(verb - span[0]), abs(verb - span[1]))
                    if best is None or distance < best[0]:
                        best = (distance, token)
        return best[1] if best else None
