"""How far the cast agrees with GUM's gold coreference in news. Floors are a little under what was measured; names and
trees are gold, so that the language model is not part of the measure.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from cast_gum import HE_SHE, THEY, Document, documents, pronouns, whole_names

from diurna.claims.cast import cast


@pytest.fixture(scope="module")
def news(data: Path) -> list[Document]:
    """The news documents of GUM's train and dev folders."""
    gum = data / "data/language/gum"
    if not gum.is_dir():
        pytest.skip("GUM is not among the development data")
    return [*documents(gum / "train", "news"), *documents(gum / "dev", "news")]


def test_named_mentions_of_one_entity_fall_together(news: list[Document]) -> None:
    counts = [whole_names(document, cast(document.reading)) for document in news]
    assert sum(whole for whole, _ in counts) / sum(asked for _, asked in counts) >= 0.67


@pytest.mark.parametrize(("forms", "floor"), [(HE_SHE, 0.84), (THEY, 0.70)])
def test_pronouns_beat_the_nearest_fitting_mention(news: list[Document], forms: frozenset[str], floor: float) -> None:
    answers = [answer for document in news for answer in pronouns(document, cast(document.reading), forms)]
    right = sum(ours for _, _, ours, _ in answers) / len(answers)
    nearest = sum(baseline for _, _, _, baseline in answers) / len(answers)
    assert right >= floor
    assert right > nearest
