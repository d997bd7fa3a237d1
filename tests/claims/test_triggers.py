"""Which words name a happening and of which kind, on sentences of our own, read with the shipped model."""

from __future__ import annotations

from dataclasses import replace

import pytest

from diurna.claims.cast import cast
from diurna.claims.triggers import find_triggers
from diurna.language import read

NAMED = [
    ("The rebels killed nine soldiers near Gao.", "killed", "attack"),
    ("North Korea fired dozens of rounds across the border.", "fired", "attack"),
    ("The two armies exchanged artillery fire for an hour.", "exchanged", "attack"),
    ("The council imposed some of its toughest sanctions on the junta.", "imposed", "sanction"),
    ("Hundreds of students demonstrated in Tunis.", "demonstrated", "protest"),
    ("The general repeated his threat to close the strait.", "threat", "threat"),
    ("The prime minister made an appeal for calm.", "appeal", "request"),
    ("A third round will be held in Muscat.", "round", "talks"),
    ("The coast guard saved forty migrants off Malta.", "saved", "aid"),
    ("The consulate denied them visas twice.", "denied", "rejection"),
    ("Voters re-elected the president on Sunday.", "re-elected", "election"),
    ("The senator attacked the president for failing to act.", "attacked", "criticism"),
    ("The opposition attacked the new policy.", "attacked", "criticism"),
    ("The rebels attacked the town for the second time.", "attacked", "attack"),
    ("The mayor asked the residents to leave.", "asked", "request"),
    ("Thousands of protesters gathered outside parliament.", "gathered", "protest"),
    ("Japan branded the regime an outlaw.", "branded", "criticism"),
]
UNNAMED = [
    ("At least nine people were killed when a bridge collapsed in Lima.", "killed"),
    ("The earthquake injured dozens of people.", "injured"),
    ("The boat capsized in a storm, killing eleven.", "killing"),
    ("The army fired artillery rounds at the village.", "rounds"),
    ("The ministry called the virus a security threat.", "threat"),
    ("Smuggling is a threat to the region.", "threat"),
    ("The results demonstrate that the sanctions work.", "demonstrate"),
    ("The gold medal is going to Norway.", "going"),
    ("She won with 40,000 votes.", "votes"),
    ("He committed suicide in prison.", "committed"),
    ("The agency is responsible for intelligence gathering.", "gathering"),
    ("Most exports come to Canada by rail.", "come"),
    ("The two ministers spoke to reporters.", "spoke"),
    ("Lawmakers seized upon the report.", "seized"),
    ("The candidate held a campaign rally in Ohio.", "rally"),
    ("The minister was asked how the war would end.", "asked"),
    ("Low demand for coal has hurt the region.", "demand"),
    ("She occupies a key position in the ministry.", "occupies"),
    ("The party has lost its appeal.", "appeal"),
]


def kind_of(sentence: str, word: str) -> str | None:
    """What the patterns alone make of the word, without the marks of the language model."""
    reading = replace(read([sentence])[0], events=())
    found = {reading.forms[t.token]: t.kind.name for t in find_triggers(reading, cast(reading))}
    return found.get(word)


@pytest.mark.parametrize(("sentence", "word", "kind"), NAMED, ids=[c[0] for c in NAMED])
def test_words_that_name_a_happening(sentence: str, word: str, kind: str) -> None:
    assert kind_of(sentence, word) == kind


@pytest.mark.parametrize(("sentence", "word"), UNNAMED, ids=[c[0] for c in UNNAMED])
def test_words_that_name_none_of_a_known_kind(sentence: str, word: str) -> None:
    assert kind_of(sentence, word) is None
