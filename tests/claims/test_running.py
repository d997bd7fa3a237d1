"""The running date of a narrative. All reports are of Wednesday, 14 May 2031."""

from __future__ import annotations

import pytest
from telling import claim_of, extractions

from diurna.model import Claim

_MET = "President Wanjiru Kamau met Chancellor Felix Brandt in Lima on Monday."
_LEAD = "The harbour was quiet. Nothing moved. Ships lay at anchor."


def _claim(text: str, word: str) -> Claim:
    return claim_of(extractions([text])[text], word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (f"{_LEAD} {_MET} They signed a treaty on fishing.", "signed"),
        (f"{_LEAD} {_MET} The talks were frank. The two leaders signed a treaty on fishing.", "signed"),
        (f"{_LEAD} {_MET} “It was a long day,” Kamau said. They signed a treaty on fishing.", "signed"),
        (f"{_LEAD} Kamau said on Monday that the border was open. She accused Norway of spying.", "accused"),
    ],
)
def test_a_story_told_on_in_the_simple_past_stays_on_its_day(text: str, word: str) -> None:
    claim = _claim(text, word)

    assert str(claim.date) == "2031-05-12"
    assert claim.date_text is None
    assert any("goes on from what 'Monday' dates" in reason for reason in claim.reasons)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (f"{_LEAD} {_MET} They had signed a treaty on fishing.", "signed"),
        (f"{_LEAD} {_MET} Fish is dear. The two leaders signed a treaty on fishing.", "signed"),
        (f"{_LEAD} {_MET} Brandt said that Norway bombed a port.", "bombed"),
        (f"{_LEAD} {_MET} A man whom Norway expelled cheered them.", "expelled"),
    ],
)
def test_another_tense_and_what_stands_off_the_main_line_leave_it(text: str, word: str) -> None:
    assert str(_claim(text, word).date) == "../2031-05-14"
