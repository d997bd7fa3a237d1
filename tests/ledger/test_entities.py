"""Entities across reports: one person under many spellings, two persons under one surname."""

from __future__ import annotations

import build
import pytest
from build import Draft, body, country, person

from diurna.ledger import View
from diurna.ledger.names import is_proper, person_name, same_person
from diurna.model import LocalEntity


def view_of(*reports: list[LocalEntity]) -> View:
    return build.view_of(*(Draft(f"{n}.txt", "2031-01-01", list(entities)) for n, entities in enumerate(reports)))


def count(*reports: list[LocalEntity], type: str = "person") -> int:
    return sum(entity.type == type for entity in view_of(*reports).entities())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Ivashov", "Sergey Ivashov"),
        ("Moon Jae-sun", "Moon Jae Sun"),
        ("Abe Kenzo", "Kenzo Abe"),
        ("Sir Hugh Darnley", "Hugh Darnley"),
        ("José Núñez", "Jose Nunez"),
        ("Laura Huckley Sands", "Laura Sands"),
        ("Donald J. Tremp", "Donald Tremp"),
        ("Ursula von der Lahn", "Ursula von der Lahn's"),
        ("Muhammad Karim", "Mohammed Karim"),
        ("King Edmund IV", "Edmund IV"),
        ("Pope Clement", "Pope Clement"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert same_person(person_name(one), person_name(other))
    assert count([person("a", one)], [person("b", other)]) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Woody Harper", "Boris Harper"),
        ("George W. Marsh", "George H. W. Marsh"),
        ("Kim Jong Su", "Kim Jong Ho"),
        ("Edmund IV", "Edmund V"),
        ("Anna Petrova", "Anna Petrenko"),
    ],
)
def test_names_of_two_people(one: str, other: str) -> None:
    assert not same_person(person_name(one), person_name(other))
    assert count([person("a", one)], [person("b", other)]) == 2


def test_a_surname_means_the_only_one_who_has_it_and_agrees() -> None:
    full = person("a", "Ines Carvalho", country="PRT", office="Foreign Minister")
    assert count([full], [person("x", "Carvalho", country="PRT")]) == 1
    assert count([full], [person("x", "Carvalho"), country("p", "Portugal", "PRT")]) == 1
    assert count([full], [person("x", "Carvalho", country="BRA")]) == 2
    assert count([full], [person("x", "Carvalho")]) == 2
    assert count([full, person("b", "Rui Carvalho", country="PRT")], [person("x", "Carvalho", country="PRT")]) == 3


def test_a_common_surname_needs_the_same_office() -> None:
    full = person("a", "Kim Jong Su", country="PRK", office="Premier")
    assert count([full], [person("x", "Kim", country="PRK")]) == 2
    assert count([full], [person("x", "Kim", country="PRK", office="Premier")]) == 1


def test_two_officials_of_one_surname_are_told_apart_by_their_offices() -> None:
    ambassador = person("a", "Will Harper", country="USA", office="Ambassador")
    secretary = person("b", "Ned Harper", country="GBR", office="Foreign Secretary")
    view = view_of([ambassador], [secretary], [person("x", "Harper", country="GBR", office="Foreign Secretary")])
    assert view.entity_of(view.reports()[2].id, "x") == view.entity_of(view.reports()[1].id, "b")


def test_one_name_in_two_countries_offices_is_two_people() -> None:
    minister = person("a", "Ana Silva", country="PRT", office="Minister")
    judge = person("b", "Ana Silva", country="BRA", office="Judge")
    assert count([minister], [judge]) == 2


def test_people_whom_one_report_tells_apart_stay_apart() -> None:
    assert count([person("a", "Ana Silva"), person("b", "Ana Silva")]) == 2


def test_bodies_are_one_by_id_by_name_and_by_acronym_they_share() -> None:
    un = body("a", "United Nations", known="org:un"), body("b", "UN", known="org:un")
    assert count([un[0]], [un[1]], type="organization") == 1
    league = [body("a", "Northern Trade League", also="NTL")], [body("b", "NTL")], [body("c", "Northern Trade League")]
    assert count(*league, type="organization") == 1
    branch = [body("a", "Open Doors International")], [body("b", "Open Doors International UK", country="GBR")]
    assert count(*branch, type="organization") == 1


def test_a_ministry_means_the_ministry_of_its_country() -> None:
    of_peru, of_chile = body("a", "Foreign Ministry", country="PER"), body("b", "Foreign Ministry", country="CHL")
    assert count([of_peru], [of_chile], [body("c", "Foreign Ministry")], type="organization") == 3
    assert count([of_peru], [of_peru], type="organization") == 1


def test_common_nouns_are_never_one_across_reports() -> None:
    assert count([body("a", "European officials")], [body("b", "European officials")], type="organization") == 2
    assert [is_proper(n) for n in ("Officials", "a president of Chad", "Bank of Chad", "the Queen")] == [
        False, False, True, True,
    ]  # fmt: skip


def test_names_find_entities_best_first() -> None:
    view = view_of(
        [country("p", "Portugal", "PRT"), person("a", "Ines Carvalho", country="PRT", also="Carvalho")],
        [person("b", "Ines Carvalheira"), person("c", "Rui Carvalho", country="PRT")],
    )
    names = lambda asked: [e.name for e in view.find_entities(asked)]  # noqa: E731
    assert names("Ines Carvalho") == ["Ines Carvalho"]
    assert sorted(names("Carvalho")) == ["Ines Carvalho", "Rui Carvalho"]
    assert names("Foreign Minister Inês Carvalho")[:1] == ["Ines Carvalho"]
    assert names("Portuguese") == ["Portugal"]
    assert names("Ines Carvallho")[:1] == ["Ines Carvalho"]
    assert names("Emil Nobody") == names("") == []


def test_an_entity_keeps_all_its_names_and_offices() -> None:
    view = view_of(
        [person("a", "Ines Carvalho", country="PRT", office="Deputy", also="Carvalho")],
        [person("b", "Inês Carvalho", country="PRT", office="Foreign Minister")],
    )
    (entity,) = view.entities()
    assert set(entity.names) == {"Ines Carvalho", "Inês Carvalho", "Carvalho"}
    assert {office.title for office in entity.offices} == {"Deputy", "Foreign Minister"}


def test_a_title_means_the_only_one_who_holds_it() -> None:
    president = person("a", "Ana Ruiz", country="ESP", office="President")
    title = person("x", "President of Spain", country="ESP")
    assert count([president], [title]) == 1
    assert count([president, person("b", "Bo Sanz", country="ESP", office="President")], [title]) == 3
    assert count([president], [person("x", "President of Chad", country="TCD")]) == 2
    queen = [person("q", "Queen Edda II", office="Queen")], [body("x", "the Queen")]
    assert len(view_of(*queen).entities()) == 1
