"""Regular verbs that spelling alone cannot undo."""

from __future__ import annotations

import pytest

from diurna.language import read
from diurna.language.verbs import verb_forms


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("postponed", "VBD", "postpone"),
        ("revoking", "VBG", "revoke"),
        ("banned", "VBN", "ban"),
        ("decries", "VBZ", "decry"),
        ("freed", "VBN", "free"),
        ("fleeing", "VBG", "flee"),
        ("vying", "VBG", "vie"),
    ],
)
def test_forms_lead_to_their_verb(form: str, tag: str, lemma: str) -> None:
    assert verb_forms()[form, tag] == lemma


def test_reading_uses_them() -> None:
    reading = read(["The ministry postponed the hearing and extradited the banker."])[0]
    assert {"postpone", "extradite"} <= set(reading.lemmas)
