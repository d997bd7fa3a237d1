"""Titles at the start and the end of words."""

from __future__ import annotations

import pytest

from diurna.vocabulary.offices import Title, office_titles, role_nouns, title_at, title_ending


def found(result: tuple[int, Title] | None) -> tuple[int, str, str] | None:
    return (result[0], result[1].text, result[1].sector) if result else None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("President Vaclav Havel", (1, "President", "GOV")),
        ("Secretary of State George Shultz", (3, "Secretary of State", "GOV")),
        ("Secretary - General Kofi Annan", (3, "Secretary General", "IGO")),
        ("vice-president Hubert Humphrey", (1, "Vice President", "GOV")),
        ("First Deputy Foreign Minister Ivanov", (4, "First Deputy Foreign Minister", "GOV")),
        ("Lt. Gen. Smith", (2, "Lt. Gen.", "MIL")),
        ("Minister of Foreign Affairs", (4, "Minister of Foreign Affairs", "GOV")),
        ("EU Trade Commissioner Mandelson", (3, "EU Trade Commissioner", "IGO")),
        ("Sri Lanka", None),
        ("Vaclav Havel", None),
    ],
)
def test_title_at_the_start(words: str, expected: tuple[int, str, str] | None) -> None:
    assert found(title_at(words.split())) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Russian Foreign Minister", (2, "Foreign Minister", "GOV")),
        ("the then U.S. Secretary of State", (3, "Secretary of State", "GOV")),
        ("Deputy Prime Minister and Defence Minister", (2, "Defence Minister", "GOV")),
        ("Kremlin spokeswoman", (2, "Kremlin Spokeswoman", "GOV")),
        ("Polish deputy defense minister", (3, "Deputy Defense Minister", "GOV")),
        ("the Polish and German foreign ministers", (2, "Foreign Minister", "GOV")),
        ("two spokesmen", (1, "Spokesman", "GOV")),
        ("the treaty", None),
    ],
)
def test_title_at_the_end(words: str, expected: tuple[int, str, str] | None) -> None:
    assert found(title_ending(words.split())) == expected


@pytest.mark.parametrize(
    ("title", "gender"),
    [
        ("Mr.", "m"),
        ("Mrs", "f"),
        ("Dr.", None),
        ("King", "m"),
        ("Queen", "f"),
        ("chairwoman", "f"),
        ("President", None),
    ],
)
def test_gender_that_a_title_tells(title: str, gender: str | None) -> None:
    result = title_at([title])
    assert result is not None
    assert result[1].gender == gender


def test_one_portfolio_under_many_names() -> None:
    names = ["Foreign Minister", "Minister of External Affairs", "Foreign Secretary", "Vice Foreign Minister"]
    assert {result[1].portfolio for name in names if (result := title_at(name.split()))} == {"foreign"}


def test_ranks_follow_the_hierarchy() -> None:
    ranks = [office_titles()[name].rank for name in ("prime minister", "defence minister", "ambassador", "senator")]
    assert ranks == [1, 2, 3, 4]


def test_role_nouns_are_no_names() -> None:
    assert {"minister", "counterpart", "delegation", "spokeswoman"} <= role_nouns()
    assert not {"Minister", "table"} & role_nouns()
