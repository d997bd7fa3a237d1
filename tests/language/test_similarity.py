"""The shipped similarity table: what holds for any table, and a few comparisons that must come out right."""

import numpy as np
import pytest

from diurna.language import load_similarity, weights
from diurna.language.similarity import BATCH, Similarity

pytestmark = pytest.mark.skipif(
    not (weights.default_folder() / weights.CONFIG).exists(), reason="the weights are not in this checkout"
)

TEXTS = (
    "Ministers sign fishing accord in Lima",
    "A fishing agreement was signed by the ministers in the Peruvian capital",
    "Court sentences former mayor over bribes",
    "",
)


@pytest.fixture(scope="module")
def similarity() -> Similarity:
    return load_similarity()


def cosine(similarity: Similarity, one: str, other: str) -> float:
    first, second = similarity.vectors([one, other])
    return float(first @ second)


def test_a_text_is_wholly_like_itself_and_likeness_goes_both_ways(similarity: Similarity) -> None:
    vectors = similarity.vectors(TEXTS[:3])
    cosines = vectors @ vectors.T
    assert vectors.dtype == np.float32
    assert np.diag(cosines) == pytest.approx(1, abs=1e-5)
    assert cosines == pytest.approx(cosines.T, abs=1e-6)
    assert (cosines[~np.eye(3, dtype=bool)] < 0.95).all()


@pytest.mark.parametrize(
    ("text", "paraphrase", "unrelated"),
    [
        (*TEXTS[:3],),
        ("Rebels seize border town", "Insurgents capture frontier village", "Central bank raises interest rates"),
        ("The president resigned", "Head of state steps down", "Storm floods coastal roads"),
        ("Earthquake kills dozens in Iran", "Scores dead after Iranian quake", "Iran names new ambassador to Cuba"),
        ("Talks on the truce collapsed", "Ceasefire negotiations failed", "The orchestra opened its season"),
        pytest.param(
            "Air strike hits hospital",
            "Clinic bombed by warplanes",
            "Striking nurses close hospital ward",
            marks=pytest.mark.xfail(reason="a word has one vector, whatever it means here", strict=True),
        ),
    ],
)
def test_a_paraphrase_is_closer_than_another_story(
    similarity: Similarity, text: str, paraphrase: str, unrelated: str
) -> None:
    assert cosine(similarity, text, paraphrase) > cosine(similarity, text, unrelated)


@pytest.mark.parametrize(
    "text", ["", " \n\t", "... — !?", "\U0001f600 \U0001f680", "\u200b\u00ad\ufeff", "[CLS] [MASK]", "x" * 5000]
)
def test_a_text_without_words_is_zero(similarity: Similarity, text: str) -> None:
    assert not similarity.vectors([text]).any()


@pytest.mark.parametrize(
    "text", ["São Tomé", "Москва", "北京", "e\u0301lite", "\u202eабв\u202c", "talks\0", "talks \U0001f600"]
)
def test_odd_texts_have_a_vector_of_unit_length(similarity: Similarity, text: str) -> None:
    assert np.linalg.norm(similarity.vectors([text])) == pytest.approx(1, abs=1e-5)


def test_capitals_accents_and_punctuation_do_not_matter(similarity: Similarity) -> None:
    assert cosine(similarity, "“ELITE” troops, São Paulo!", "élite troops Sao Paulo") == pytest.approx(1, abs=1e-5)


def test_frequent_words_weigh_little(similarity: Similarity) -> None:
    text = "border clashes"
    assert cosine(similarity, text, "it was in the border clashes that") > cosine(similarity, text, "border trade") > 0


def test_a_vector_does_not_depend_on_the_batch(similarity: Similarity) -> None:
    texts = [*TEXTS * BATCH, TEXTS[0] * 300, *TEXTS]
    together = similarity.vectors(texts)
    assert together.shape[0] == len(texts)
    for text, vector in zip(texts[-6:], together[-6:], strict=True):
        assert np.array_equal(similarity.vectors([text])[0], vector)


def test_no_texts(similarity: Similarity) -> None:
    assert similarity.vectors([]).shape == (0, similarity.vectors(["word"]).shape[1])


def test_the_table_is_loaded_once() -> None:
    assert load_similarity() is load_similarity()
