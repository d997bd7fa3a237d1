"""Who is who in a report: names, offices, descriptions, groups, pronouns. People and places are invented."""

from __future__ import annotations

import pytest
from cast_trees import at, tree

from diurna.claims.cast import Cast, cast
from diurna.language import Reading
from diurna.model import Office

MINISTER = (
    "Norwegian/ADJ/3/amod Foreign/ADJ/3/amod Minister/PROPN/4/nmod:desc Ingrid/PROPN/6/nsubj Dahl/PROPN/4/flat "
    "met=meet/VERB/0/root President/PROPN/8/nmod:desc Rafael/PROPN/6/obj Quispe/PROPN/8/flat "
    "in/ADP/11/case Lima/PROPN/6/obl ./PUNCT/6/punct"
)


def report(*sentences: str, **names: str) -> tuple[Reading, Cast]:
    """The reading and the cast of a report that opens with the minister's meeting with the president."""
    per = "|".join(["Ingrid Dahl", "Rafael Quispe", "Dahl", "Quispe", *filter(None, [names.pop("PER", "")])])
    reading = tree("\n".join([MINISTER, *sentences]), PER=per, **names)
    return reading, cast(reading)


def names_of(found: Cast, reading: Reading, form: str, nth: int = 1) -> set[str]:
    """The names of the entities that a token means."""
    return {found.entity(key).name for key in found.members(at(reading, form, nth))}


def test_one_person_has_all_forms_of_the_name_and_the_office() -> None:
    reading, found = report("Minister/PROPN/2/nmod:desc Dahl/PROPN/3/nsubj left=leave/VERB/0/root ./PUNCT/3/punct")
    dahl = found.entity(found.of(at(reading, "Dahl", 2)) or "")
    assert dahl.name == "Ingrid Dahl"
    assert {"Dahl", "Minister Dahl", "Norwegian Foreign Minister Ingrid Dahl"} <= set(dahl.names)
    assert Office(title="Foreign Minister", of="Norway") in dahl.offices
    assert dahl.country == "NOR"
    assert found.of(at(reading, "Minister", 1)) == dahl.key
    assert found.of(at(reading, "Norwegian")) is None


@pytest.mark.parametrize(
    ("sentence", "office"),
    [
        (
            "Pedro/PROPN/9/nsubj Salas/PROPN/1/flat ,/PUNCT/7/punct the/DET/7/det Kremlin/PROPN/7/nmod:poss "
            "'s/PART/5/case spokesman/NOUN/1/appos ,/PUNCT/7/punct left=leave/VERB/0/root ./PUNCT/9/punct",
            Office(title="spokesman", of="Kremlin"),
        ),
        (
            "The/DET/2/det mayor/NOUN/9/nsubj of/ADP/4/case Lima/PROPN/2/nmod ,/PUNCT/6/punct Pedro/PROPN/2/appos "
            "Salas/PROPN/6/flat ,/PUNCT/6/punct left=leave/VERB/0/root ./PUNCT/9/punct",
            Office(title="mayor", of="Lima"),
        ),
        (
            "Pedro/PROPN/9/nsubj Salas/PROPN/1/flat ,/PUNCT/5/punct former/ADJ/5/amod ambassador/NOUN/1/appos "
            "to/ADP/7/case Norway/PROPN/5/nmod ,/PUNCT/5/punct left=leave/VERB/0/root ./PUNCT/9/punct",
            Office(title="former ambassador to Norway", of=None),
        ),
    ],
)
def test_offices_are_read_from_appositions_on_both_sides(sentence: str, office: Office) -> None:
    reading, found = report(sentence, PER="Pedro Salas")
    assert found.entity(found.of(at(reading, "Salas")) or "").offices == (office,)


def test_two_people_of_one_surname_are_told_apart_by_title_and_gender() -> None:
    reading, found = report(
        "Ambassador/PROPN/2/nmod:desc Maria/PROPN/4/nsubj Vega/PROPN/2/flat saw=see/VERB/0/root "
        "Senator/PROPN/6/nmod:desc Pedro/PROPN/4/obj Vega/PROPN/6/flat ./PUNCT/4/punct",
        "Mrs./PROPN/2/nmod:desc Vega/PROPN/3/nsubj left=leave/VERB/0/root ./PUNCT/3/punct",
        "Senator/PROPN/2/nmod:desc Vega/PROPN/3/nsubj stayed=stay/VERB/0/root ./PUNCT/3/punct",
        PER="Maria Vega|Pedro Vega|Vega",
    )
    assert names_of(found, reading, "Vega", 3) == {"Maria Vega"}
    assert names_of(found, reading, "Vega", 4) == {"Pedro Vega"}


def test_a_capital_is_its_country_when_it_acts_and_a_place_otherwise() -> None:
    reading, found = report(
        "Oslo/PROPN/2/nsubj rejected=reject/VERB/0/root the/DET/4/det plan/NOUN/2/obj ./PUNCT/2/punct",
        "Dahl/PROPN/2/nsubj stayed=stay/VERB/0/root in/ADP/4/case Oslo/PROPN/2/obl ./PUNCT/2/punct",
        LOC="Oslo|Lima",
    )
    country, place = (found.entity(found.of(at(reading, "Oslo", nth)) or "") for nth in (1, 2))
    assert (country.type, country.known) == ("country", "NOR")
    assert (place.type, place.country) == ("place", "NOR")


def test_happenings_and_days_are_nobody() -> None:
    reading, found = report(
        "The/DET/3/det Andean/PROPN/3/compound Summit/PROPN/4/nsubj opened=open/VERB/0/root on/ADP/6/case "
        "Monday/PROPN/4/obl ./PUNCT/4/punct",
        ORG="Andean Summit",
        EVENT="Monday",
    )
    assert found.of(at(reading, "Summit")) is None
    assert found.of(at(reading, "Monday")) is None


def test_descriptions_find_the_person_by_office_and_country() -> None:
    reading, found = report(
        "The/DET/2/det president/NOUN/3/nsubj thanked=thank/VERB/0/root the/DET/6/det Norwegian/ADJ/6/amod "
        "diplomat/NOUN/3/obj ./PUNCT/3/punct"
    )
    assert names_of(found, reading, "president") == {"Rafael Quispe"}
    assert names_of(found, reading, "diplomat") == {"Ingrid Dahl"}
    assert found.kind(at(reading, "diplomat")) == "nominal"


def test_an_office_holder_whom_nobody_names_is_an_entity_of_its_own() -> None:
    reading, found = report(
        "The/DET/4/det Turkish/ADJ/4/amod prime/ADJ/4/amod minister/NOUN/5/nsubj called=call/VERB/0/root"
    )
    holder = found.entity(found.of(at(reading, "minister")) or "")
    assert (holder.type, holder.name, holder.country) == ("person", "Turkish prime minister", "TUR")


def test_an_object_pronoun_is_not_the_understood_subject() -> None:
    reading, found = report(
        "Quispe/PROPN/2/nsubj had=have/VERB/0/root no/DET/4/det plans=plan/NOUN/2/obj to/PART/6/mark meet/VERB/4/acl "
        "her/PRON/6/obj ./PUNCT/2/punct"
    )
    assert names_of(found, reading, "her") == {"Ingrid Dahl"}


def test_a_pronoun_in_a_phrase_put_first_means_the_subject_behind_it() -> None:
    reading, found = report(
        "During/ADP/3/case her/PRON/3/nmod:poss visit/NOUN/6/obl ,/PUNCT/3/punct Vega/PROPN/6/nsubj "
        "spoke=speak/VERB/0/root ./PUNCT/6/punct",
        PER="Vega",
    )
    assert names_of(found, reading, "her") == {"Vega"}


def test_they_and_the_two_leaders_are_the_parties_set_side_by_side() -> None:
    reading, found = report(
        "Quispe/PROPN/4/nsubj and/CCONJ/3/cc Dahl/PROPN/1/conj agreed=agree/VERB/0/root ./PUNCT/4/punct",
        "They/PRON/2/nsubj left=leave/VERB/0/root ./PUNCT/2/punct",
        "The/DET/3/det two/NUM/3/nummod politicians=politician/NOUN/4/nsubj will/AUX/4/aux return/VERB/0/root",
    )
    both = {"Rafael Quispe", "Ingrid Dahl"}
    assert names_of(found, reading, "Quispe", 2) == both
    assert names_of(found, reading, "They") == both
    assert names_of(found, reading, "politicians") == both
    assert found.of(at(reading, "They")) is None
    assert found.kind(at(reading, "They")) == "group"


def test_their_meeting_joins_subject_and_object() -> None:
    reading, found = report(
        "Quispe/PROPN/2/nsubj invited=invite/VERB/0/root Dahl/PROPN/2/obj after/ADP/6/case their/PRON/6/nmod:poss "
        "meeting/NOUN/2/obl ./PUNCT/2/punct"
    )
    assert names_of(found, reading, "their") == {"Rafael Quispe", "Ingrid Dahl"}


def test_in_a_quotation_i_is_the_speaker_and_he_is_not() -> None:
    reading, found = report(
        "Omar/PROPN/2/nsubj arrived=arrive/VERB/0/root ./PUNCT/2/punct",
        "“/PUNCT/3/punct I/PRON/3/nsubj saw=see/VERB/7/ccomp him/PRON/3/obj ,/PUNCT/7/punct ”/PUNCT/7/punct "
        "said=say/VERB/0/root Quispe/PROPN/7/nsubj ./PUNCT/7/punct",
        PER="Omar",
    )
    assert names_of(found, reading, "I") == {"Rafael Quispe"}
    assert names_of(found, reading, "him") == {"Omar"}


def test_we_is_the_country_whose_office_the_speaker_holds() -> None:
    reading = tree(
        "“/PUNCT/3/punct We/PRON/3/nsubj agreed=agree/VERB/5/ccomp ”/PUNCT/3/punct said=say/VERB/0/root "
        "Bolivian/ADJ/8/amod Foreign/PROPN/8/compound Minister/PROPN/9/compound Ruiz/PROPN/5/nsubj ./PUNCT/5/punct",
        PER="Ruiz",
    )
    assert names_of(cast(reading), reading, "We") == {"Bolivia"}


def test_a_pronoun_for_an_unnamed_source_gives_the_source_s_words() -> None:
    reading = tree(
        "A/DET/3/det senior/ADJ/3/amod official/NOUN/4/nsubj spoke=speak/VERB/0/root ./PUNCT/4/punct\n"
        "He/PRON/2/nsubj declined=decline/VERB/0/root ./PUNCT/2/punct"
    )
    found = cast(reading)
    assert found.of(at(reading, "official")) is None
    assert found.members(at(reading, "He")) == ()
    assert found.mention_text(at(reading, "He")) == "A senior official"


@pytest.mark.parametrize(
    "sentence",
    [
        "It/PRON/3/nsubj is=be/AUX/3/cop clear/ADJ/0/root that/SCONJ/6/mark Quispe/PROPN/6/nsubj won=win/VERB/3/csubj",
        "It/PRON/2/expl seems=seem/VERB/0/root that/SCONJ/5/mark Quispe/PROPN/5/nsubj won=win/VERB/2/ccomp",
    ],
)
def test_it_that_means_nothing_is_nobody(sentence: str) -> None:
    reading, found = report("Peru/PROPN/2/nsubj waited=wait/VERB/0/root ./PUNCT/2/punct", sentence, LOC="Peru")
    assert found.members(at(reading, "It")) == ()


def test_short_names_of_bodies() -> None:
    reading, found = report(
        "The/DET/4/det Andean/PROPN/4/compound News/PROPN/4/compound Bureau/PROPN/8/nsubj (/PUNCT/6/punct "
        "ANB/PROPN/4/appos )/PUNCT/6/punct reported=report/VERB/0/root it/PRON/8/obj",
        "ANB/PROPN/2/nsubj closed=close/VERB/0/root ./PUNCT/2/punct",
        "The/DET/2/det bureau/NOUN/3/nsubj reopened=reopen/VERB/0/root ./PUNCT/3/punct",
        ORG="Andean News Bureau|ANB",
    )
    assert names_of(found, reading, "ANB", 2) == {"Andean News Bureau"}
    assert names_of(found, reading, "bureau") == {"Andean News Bureau"}


def test_keys_are_unique_and_every_answer_is_a_known_key() -> None:
    reading, found = report("Dahl/PROPN/2/nsubj left=leave/VERB/0/root ./PUNCT/2/punct")
    keys = [entity.key for entity in found.entities]
    assert len(keys) == len(set(keys))
    assert {key for token in range(len(reading)) for key in found.members(token)} <= set(keys)
    with pytest.raises(KeyError):
        found.entity("nobody")
