"""Who takes part in a happening, in which role, and where it is."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from telling import claim_of, extractions, roles

from diurna.model import Extraction, LocalEntity

PARTIES = [
    # everybody takes part alike, in whatever form the sentence has
    ("Minister Lena Okafor met President Tomas Ruiz.", "met", {"Lena Okafor": "actor", "Tomas Ruiz": "actor"}),
    (
        "Minister Lena Okafor and President Tomas Ruiz met in Quito.",
        "met",
        {"Lena Okafor": "actor", "Tomas Ruiz": "actor"},
    ),
    (
        "Minister Lena Okafor was received by President Tomas Ruiz at the palace.",
        "received",
        {"Lena Okafor": "actor", "Tomas Ruiz": "actor"},
    ),
    (
        "The meeting between Minister Lena Okafor and President Tomas Ruiz was held behind closed doors.",
        "meeting",
        {"Lena Okafor": "actor", "Tomas Ruiz": "actor"},
    ),
    (
        "President Tomas Ruiz held talks with Kenyan President Wanjiru Kamau in Nairobi on Monday.",
        "talks",
        {"Wanjiru Kamau": "actor", "Tomas Ruiz": "actor"},
    ),
    (
        "Minister Lena Okafor met with her Egyptian counterpart, Sameh Fawzi, on the sidelines of the assembly.",
        "met",
        {"Lena Okafor": "actor", "Sameh Fawzi": "actor"},
    ),
    (
        "The foreign ministers of Kenya and Somalia met in Djibouti on Tuesday.",
        "met",
        {"The foreign ministers of Kenya and Somalia": "actor"},
    ),
    # one acts on the other
    (
        "Minister Lena Okafor accused Peru of spying.",
        "accused",
        {"Lena Okafor": "actor", "Peru": "recipient"},
    ),
    (
        "Minister Lena Okafor was accused of corruption by the opposition.",
        "accused",
        {"Lena Okafor": "recipient", "the opposition": "actor"},
    ),
    (
        "Sanctions against Iran were imposed by Canada on Monday.",
        "Sanctions",
        {"Iran": "recipient", "Canada": "actor"},
    ),
    (
        "Norway and Sweden will send tanks to Estonia.",
        "send",
        {"Norway": "actor", "Sweden": "actor", "Estonia": "recipient"},
    ),
    (
        "President Tomas Ruiz's invitation to Prime Minister Arjun Mehta was accepted.",
        "invitation",
        {"Tomas Ruiz": "actor", "Arjun Mehta": "recipient"},
    ),
    # verbs side by side share what follows them; a participle is passive without an auxiliary, too
    (
        "Police detained, questioned and released the opposition leader Ana Silva.",
        "detained",
        {"Police": "actor", "Ana Silva": "recipient"},
    ),
    (
        "Prime Minister Arjun Mehta was accused and later convicted of fraud by a court in Delhi.",
        "accused",
        {"Arjun Mehta": "recipient", "a court in Delhi": "actor"},
    ),
    ("Three soldiers were reported killed by rebels.", "killed", {"Three soldiers": "recipient", "rebels": "actor"}),
    (
        "Two aid workers kidnapped by gunmen in Niger are believed to be alive.",
        "kidnapped",
        {"Two aid workers": "recipient", "gunmen in Niger": "actor"},
    ),
    # by whom one thing is done does not tell by whom another was
    (
        "The attack on the embassy by militants was condemned by Iran.",
        "attack",
        {"militants": "actor", "the embassy": "recipient"},
    ),
    (
        "Iran denounced the seizure of the tanker by the United States.",
        "seizure",
        {"United States": "actor"},
    ),
    # whose arrest it is: the possessor undergoes it unless "of" names another who does
    ("Ana Silva's detention on Monday was criticised.", "detention", {"Ana Silva": "recipient"}),
    ("His attack on Chile was criticised by Minister Lena Okafor.", "criticised", {"Lena Okafor": "actor"}),
    (
        "Chile criticised Peru's arrest of Minister Lena Okafor.",
        "arrest",
        {"Peru": "actor", "Lena Okafor": "recipient"},
    ),
    # an adjective before a happening means the country, whether or not the report names it
    ("The Israeli attack on Chad was condemned.", "attack", {"Israel": "actor", "Chad": "recipient"}),
    ("Israeli-Syrian talks resumed on Monday.", "talks", {"Israel": "actor", "Syria": "actor"}),
    ("French and North Korean talks resumed on Monday.", "talks", {"France": "actor", "North Korea": "actor"}),
    (
        "Peru rejected American and British objections on Friday.",
        "rejected",
        {"Peru": "actor", "United States": "recipient", "United Kingdom": "recipient"},
    ),
    ("A Danish nurse was released on Monday.", "released", {"A Danish nurse": "recipient"}),
    # a verb carries the noun, with or without a particle
    ("Rebels carried out an attack on a village on Monday.", "attack", {"Rebels": "actor"}),
    ("Kenya and Uganda kicked off talks in Kampala.", "talks", {"Kenya": "actor", "Uganda": "actor"}),
    # shared subjects: plans, relative clauses, coordination, requests
    (
        "President Wanjiru Kamau plans to meet Chancellor Felix Brandt in Berlin on Friday.",
        "meet",
        {"Wanjiru Kamau": "actor", "Felix Brandt": "actor"},
    ),
    (
        "President Tomas Ruiz, who met Chancellor Felix Brandt in May, will visit Oslo in June.",
        "met",
        {"Tomas Ruiz": "actor", "Felix Brandt": "actor"},
    ),
    (
        "Chancellor Felix Brandt asked President Wanjiru Kamau to visit Berlin.",
        "visit",
        {"Wanjiru Kamau": "actor"},
    ),
    (
        "President Tomas Ruiz told reporters that he had met Chancellor Felix Brandt.",
        "met",
        {"Tomas Ruiz": "actor", "Felix Brandt": "actor"},
    ),
    # in passing, at the receiving end, by what is theirs
    (
        "President Tomas Ruiz said on Monday after talks with Chancellor Felix Brandt that a deal was near.",
        "talks",
        {"Tomas Ruiz": "actor", "Felix Brandt": "actor"},
    ),
    ("China opposed sanctions on Iran.", "sanctions", {"Iran": "recipient"}),
    ("Chancellor Felix Brandt drew sharp criticism from Poland.", "criticism", {"Felix Brandt": "recipient"}),
    ("Norway condemned Russia's missile test.", "condemned", {"Norway": "actor", "Russia": "recipient"}),
    ("Minister Lena Okafor called on Peru to act.", "called", {"Lena Okafor": "actor", "Peru": "recipient"}),
    ("A visit from Minister Lena Okafor is planned for May.", "visit", {"Lena Okafor": "actor"}),
    (
        "Two officials, Minister Lena Okafor and General Samuel Adeyemi, arrived in Hanoi.",
        "arrived",
        {"Lena Okafor": "actor", "Samuel Adeyemi": "actor"},
    ),
    ("North Korea fired dozens of rounds at the village.", "fired", {"North Korea": "actor"}),
    # those who are only described
    (
        "Police arrested opposition leader Samuel Adeyemi.",
        "arrested",
        {"Police": "actor", "Samuel Adeyemi": "recipient"},
    ),
    ("Rebels released 12 hostages.", "released", {"Rebels": "actor", "12 hostages": "recipient"}),
    (
        "A delegation led by Minister Lena Okafor arrived in Hanoi.",
        "arrived",
        {"A delegation led by Minister Lena Okafor": "actor", "Lena Okafor": "actor"},
    ),
]
PLACES = [
    ("Minister Lena Okafor met President Tomas Ruiz in Quito.", "met", ("Quito", "ECU")),
    ("President Tomas Ruiz will visit Oslo in June.", "visit", ("Oslo", "NOR")),
    ("President Tomas Ruiz arrived in Tokyo on Sunday.", "arrived", ("Tokyo", "JPN")),
    ("The minister paid an official visit to Muscat.", "visit", ("Muscat", "OMN")),
    ("Turkey deployed warships to the Black Sea.", "deployed", ("Black Sea", None)),
    ("Police arrested opposition leader Samuel Adeyemi in Abuja.", "arrested", ("Abuja", "NGA")),
    ("The foreign ministers of Egypt and Ethiopia held talks in Khartoum on Sunday.", "talks", ("Khartoum", "SDN")),
    ("Minister Lena Okafor met President Tomas Ruiz.", "met", None),
]
NAMED = [
    ("The Eurasian Energy Forum opened in Almaty on Friday.", "Forum", "Eurasian Energy Forum"),
    ("The minister attended the Lakes Conference in Kisumu.", "Conference", "Lakes Conference"),
    ("The minister attended the conference in Kisumu.", "conference", None),
]
QUALIFIED = [
    ("The minister paid an official visit to Muscat.", "visit", ("official",)),
    ("President Tomas Ruiz and Chancellor Felix Brandt held bilateral talks.", "talks", ("bilateral",)),
    ("President Tomas Ruiz and Chancellor Felix Brandt held a fourth meeting.", "meeting", ("fourth",)),
    ("President Tomas Ruiz postponed a planned visit to Oslo.", "visit", ()),  # planned is no kind of visit
]
TROOPS = "Ugandan troops attacked the rebels near the border."


@pytest.fixture(scope="module")
def told() -> Mapping[str, Extraction]:
    return extractions([*(case[0] for cases in (PARTIES, PLACES, NAMED, QUALIFIED) for case in cases), TROOPS])


@pytest.mark.parametrize(("text", "word", "parties"), PARTIES)
def test_who_takes_part(told: Mapping[str, Extraction], text: str, word: str, parties: dict[str, str]) -> None:
    assert roles(claim_of(told[text], word)) == parties


@pytest.mark.parametrize(("text", "word", "place"), PLACES)
def test_where(told: Mapping[str, Extraction], text: str, word: str, place: tuple[str, str | None] | None) -> None:
    found = claim_of(told[text], word).place
    assert (None if found is None else (found.name, found.country)) == place


@pytest.mark.parametrize(("text", "word", "name"), NAMED)
def test_the_name_of_a_gathering(told: Mapping[str, Extraction], text: str, word: str, name: str | None) -> None:
    assert claim_of(told[text], word).name == name


@pytest.mark.parametrize(("text", "word", "words"), QUALIFIED)
def test_words_that_tell_occasions_apart(
    told: Mapping[str, Extraction], text: str, word: str, words: tuple[str, ...]
) -> None:
    assert claim_of(told[text], word).qualifiers == words


def test_a_party_without_a_name_is_described_and_has_its_country(told: Mapping[str, Extraction]) -> None:
    claim = claim_of(told[TROOPS], "attacked")
    troops = {p.name: p.entity for p in claim.participants}["Ugandan troops"]
    (entity,) = (e for e in told[TROOPS].entities if e.key == troops)
    assert entity == LocalEntity(
        key=troops, type="organization", name="Ugandan troops", names=("Ugandan troops",), country="UGA"
    )
