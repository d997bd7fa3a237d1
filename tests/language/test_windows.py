"""A text is read in windows; where they are cut must matter little, and nothing may be lost between them."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from diurna import demo
from diurna.language import EventSpan, Reading, read, weights

pytestmark = pytest.mark.skipif(
    not (weights.default_folder() / weights.CONFIG).exists(), reason="the weights are not in this checkout"
)

FILLER = "The weather in the valley was mild and the market stalls were full. "
EVENT = "Foreign Minister Amina Otieno will not meet the Brazilian ambassador in Nairobi on Friday."
TOLERANCE = {"governor": 0.05, "part of speech": 0.02, "event": 0.02}
"""The largest share of words whose reading may change because the windows were cut elsewhere."""


def event_of(reading: Reading, word: str) -> EventSpan:
    event = reading.event_at(reading.forms.index(word))
    assert event is not None
    return event


@pytest.mark.parametrize("before", range(0, 24))
def test_no_event_is_lost_at_a_border(before: int) -> None:
    [reading] = read([FILLER * before + EVENT + " " + FILLER * 3])
    event = event_of(reading, "meet")
    assert (event.type, event.value, event.tense) == ("CONSULT", "CT-", "future")
    actors = {t for part in event.parts if part.role == "actor" for t in range(part.start, part.end)}
    assert {reading.forms.index("Otieno"), reading.forms.index("ambassador")} <= actors


@pytest.mark.parametrize("shift", [1, 3, 5])
def test_windows_cut_elsewhere_change_little(shift: int) -> None:
    texts = [report.text for report in demo.reports()]
    moved = [FILLER * shift + "\n\n" + text for text in texts]
    differing = Counter[str]()
    for plain, behind in zip(read(texts), read(moved), strict=True):
        size = len(plain)
        assert behind.forms[-size:] == plain.forms
        differing.update(words=size)
        differing.update(_differences(plain, behind))
    shares = {what: differing[what] / differing["words"] for what in TOLERANCE}
    assert all(shares[what] <= allowed for what, allowed in TOLERANCE.items()), shares


def _differences(plain: Reading, behind: Reading) -> dict[str, int]:
    """How many words of the first reading, which the second one ends with, are read otherwise there."""
    low = len(behind) - len(plain)
    heads = np.where(behind.heads < 0, -1, behind.heads - low)[low:]
    return {
        "governor": int((heads != plain.heads).sum()),
        "part of speech": sum(a != b for a, b in zip(plain.upos, behind.upos[low:], strict=True)),
        "event": sum(_type(plain, k) != _type(behind, low + k) for k in range(len(plain))),
    }


def _type(reading: Reading, token: int) -> str | None:
    event = reading.event_at(token)
    return event.type if event is not None else None
