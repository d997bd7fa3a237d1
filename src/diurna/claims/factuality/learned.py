"""What the language model says of an event's factuality, where it is sure; the rules stay where it is not."""

from __future__ import annotations

from dataclasses import replace

from diurna.claims.factuality.values import Factuality, Time
from diurna.language.reading import Reading
from diurna.language.spans import EventSpan

EVENT = 0.5
"""How surely a word must name a happening for the model's fields to be heard."""
SURE, DOUBTING = 0.99, 0.95
"""How certain the least certain of the three fields must be; the second where the rules would say that it happened.

A false "happened" is the worst mistake, and the one that rules make where they see no sign of anything else.
"""


def learned(reading: Reading, token: int, state: Factuality) -> Factuality:
    """The factuality of an event word with value, tense and mode as the model reads them, if it is sure of them."""
    event = reading.event_at(token)
    enough = DOUBTING if (state.value, state.tense) == ("CT+", "past_or_present") else SURE
    if event is None or event.score < EVENT or event.certainty < enough:
        return state
    if (event.value, event.tense, event.mode) == (state.value, state.tense, state.mode):
        return state
    if _stands(state, event):
        return state
    time: Time = "future" if event.tense == "future" else "present" if state.time == "present" else "past"
    return replace(
        state, value=event.value, time=time, mode=event.mode, reasons=(*state.reasons, "by the whole sentence")
    )


def _stands(state: Factuality, event: EventSpan) -> bool:
    """Whether the rules are right against the model: what they see negated it may not affirm."""
    return "negated" in state.reasons and state.value != "CT+" and event.value == "CT+"
