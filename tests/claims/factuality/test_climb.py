"""Value, tense and mode of event words, on sentences of our own, read with the shipped model."""

from __future__ import annotations

import pytest

from diurna.claims.factuality import factuality
from diurna.language import read
from diurna.model import derive_status

CASES = [
    # what happened
    ("The two ministers met in Oslo on Monday.", "met", "happened"),
    ("The president has visited the border region.", "visited", "happened"),
    ("The envoys held talks in Doha.", "talks", "happened"),
    ("The prime minister paid a surprise visit to Kabul.", "visit", "happened"),
    ("The talks took place behind closed doors.", "talks", "happened"),
    ("The talks collapsed on Thursday.", "talks", "happened"),  # they were held, without result
    ("She flew home after meeting the king.", "meeting", "happened"),
    ("The general arrived in Tunis, pledging new aid.", "pledging", "happened"),
    ("The two sides signed the agreement and exchanged prisoners.", "exchanged", "happened"),
    ("The council imposed sweeping new sanctions on the junta.", "sanctions", "happened"),
    ("The envoys held talks aimed at ending the war.", "talks", "happened"),
    ("The decision drew criticism from Paris.", "criticism", "happened"),
    ("The guards did not prevent the attack.", "attack", "happened"),
    ("The peacekeepers failed to prevent the massacre.", "massacre", "happened"),
    ("The minister did not skip the summit.", "summit", "happened"),
    # planned
    ("The president will visit Jakarta in May.", "visit", "planned"),
    ("The foreign minister plans to meet his Omani counterpart.", "meet", "planned"),
    ("A summit is scheduled for Friday.", "summit", "planned"),
    ("The leaders are to meet in Geneva.", "meet", "planned"),
    ("The two governments agreed to hold talks next week.", "talks", "planned"),
    ("The chancellor is due to arrive in Ankara on Tuesday.", "arrive", "planned"),
    ("President to visit Chile in July", "visit", "planned"),
    ("The visit, planned for June, will focus on trade.", "visit", "planned"),
    ("The meeting was postponed until December.", "meeting", "planned"),
    ("The upcoming summit has drawn criticism.", "summit", "planned"),
    ("The ministry announced a visit by the emir.", "visit", "planned"),
    # expected
    ("The king is expected to meet the prime minister.", "meet", "expected"),
    ("The two will probably meet on Sunday.", "meet", "expected"),
    ("A meeting is likely next month.", "meeting", "expected"),
    ("Analysts predict that the army will withdraw.", "withdraw", "expected"),
    # possible
    ("The president may visit Hanoi.", "visit", "possible"),
    ("Officials are considering a visit to Baku.", "visit", "possible"),
    ("There is speculation about a possible meeting.", "meeting", "possible"),
    ("The minister did not rule out a meeting.", "meeting", "possible"),
    ("A visit next year is possible.", "visit", "possible"),
    ("The junta is weighing a withdrawal from the bloc.", "withdrawal", "possible"),
    ("They could discuss the blockade.", "discuss", "possible"),
    ("The two may have discussed the pipeline.", "discussed", "possible"),
    ("He hopes to meet the pope.", "meet", "possible"),
    ("Fears of an attack are growing.", "attack", "possible"),
    ("No decision has been made on a visit to Cairo.", "visit", "possible"),
    ("The junta has taken no decision on a withdrawal.", "withdrawal", "possible"),
    ("No agreement was reached on a prisoner exchange.", "exchange", "possible"),
    # what must be over first is open
    ("He said the army would leave only after the hostages had been released.", "released", "unknown"),
    ("Talks will resume once the prisoners have been freed.", "freed", "unknown"),
    ("Talks will resume on Friday after the rebels released 20 prisoners.", "released", "happened"),
    # not planned
    ("The chancellor will not meet the opposition leader.", "meet", "not_planned"),
    ("The president has no plans to visit Cairo.", "visit", "not_planned"),
    ("No meeting is on his agenda this week.", "meeting", "not_planned"),
    ("There are no plans for a meeting.", "meeting", "not_planned"),
    ("The minister does not plan to travel to Paris.", "travel", "not_planned"),
    ("The queen is not expected to meet him.", "meet", "not_planned"),
    ("The prime minister is unlikely to visit Rome.", "visit", "not_planned"),
    ("The spokesman ruled out a meeting.", "meeting", "not_planned"),
    ("A meeting is not planned.", "meeting", "not_planned"),
    ("There is no planned meeting between the two.", "meeting", "not_planned"),
    ("There will be no meeting in Vienna.", "meeting", "not_planned"),
    # did not happen
    ("The two leaders did not meet.", "meet", "did_not_happen"),
    ("The envoy failed to attend the talks.", "talks", "did_not_happen"),
    ("She never visited the camp.", "visited", "did_not_happen"),
    ("No soldier crossed the border.", "crossed", "did_not_happen"),
    ("No meeting took place.", "meeting", "did_not_happen"),
    ("The minister left without meeting the rebels.", "meeting", "did_not_happen"),
    ("They would have met in Lima.", "met", "did_not_happen"),
    # cancelled
    ("The president called off his trip to Delhi.", "trip", "cancelled"),
    ("The visit was cancelled at the last minute.", "visit", "cancelled"),
    ("Lima scrapped the planned talks.", "talks", "cancelled"),
    # unknown
    ("It is unclear whether the two will meet.", "meet", "unknown"),
    ("If the ministers meet, they will discuss fishing.", "meet", "unknown"),
    ("The bloc urged him to visit the region.", "visit", "unknown"),
    ("The union said it would strike back if the ports closed.", "strike", "possible"),
    ("Parliament is considering whether to expel the envoy.", "expel", "possible"),
    ("The allies were told of the visit in advance.", "visit", "happened"),
    ("The agency warned of an attack on the port.", "attack", "possible"),
]


@pytest.mark.parametrize(("sentence", "word", "status"), CASES, ids=[c[0] for c in CASES])
def test_status_of_event_word(sentence: str, word: str, status: str) -> None:
    reading = read([sentence])[0]
    state = factuality(reading, reading.forms.index(word))
    assert derive_status(state.value, state.tense, state.mode) == status
