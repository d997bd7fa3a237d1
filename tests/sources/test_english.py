"""English is let in, however short; other languages are refused by name."""

from __future__ import annotations

import pytest

from diurna.sources.english import why_not_english


@pytest.mark.parametrize(
    "headline",
    [
        "Ministers meet in Geneva on Friday",
        "UN condemns Pyongyang missile test",
        "Erdogan, Merkel, Macron arrive in Istanbul",
        "Duterte cancels Beijing trip, citing storm",
        "Envoy Choe's son leaves for Brasília",
    ],
)
def test_english_headlines_pass(headline: str) -> None:
    assert why_not_english(headline) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("French", "Le ministre des Affaires étrangères se rendra à Tokyo la semaine prochaine pour signer un accord."),
        ("Spanish", "El presidente del Gobierno se reunirá con su homólogo portugués en Madrid el próximo lunes."),
        ("German", "Der Außenminister reist nach Angaben seines Sprechers am Freitag zu Gesprächen nach Warschau."),
        ("Italian", "Il ministro degli Esteri incontra il suo collega greco ad Atene, ma non è stato firmato nulla."),
        ("Portuguese", "O presidente vai visitar a capital chinesa em julho para uma reunião com o seu homólogo."),
        ("Cyrillic", "Министр иностранных дел провёл переговоры в Москве и вылетел в Пекин."),
        ("Chinese", "外交部长周五访问日内瓦并会见联合国秘书长"),
        ("Arabic", "وصل وزير الخارجية إلى القاهرة يوم الجمعة لإجراء محادثات"),
    ],
)
def test_other_languages_are_refused_by_name(language: str, text: str) -> None:
    assert language in (why_not_english(text) or "")


def test_a_long_text_in_an_unlisted_language_is_refused() -> None:
    estonian = "Välisminister kohtus reedel Tallinnas oma Läti ametivennaga ning arutas julgeolekut. " * 5
    assert why_not_english(estonian)


def test_english_quoting_a_foreign_sentence_stays_english() -> None:
    text = 'The minister said at the end of the talks: "C\'est une bonne nouvelle pour la paix." He left for home.'
    assert why_not_english(text) is None
