"""The measures of `benchmarks/similarity.py`, worked out by hand on a few vectors."""

import numpy as np
import pytest
from benchmarks.similarity import Item, Sums, average_precision, others_of_stories, pairs_of_topics, tf_idf

EAST, NORTH = np.array([1.0, 0.0], np.float32), np.array([0.0, 1.0], np.float32)
BETWEEN = (EAST + NORTH) / np.float32(2**0.5)


def test_average_precision_is_the_mean_precision_at_the_hits() -> None:
    relevant = np.array([True, False, True, False])
    assert average_precision(np.array([0.6, 0.9, 0.8, 0.1], np.float32), relevant) == pytest.approx((1 / 2 + 2 / 3) / 2)


def test_equal_scores_give_the_share_of_hits_in_any_order() -> None:
    scores = np.zeros(4, np.float32)
    for relevant in ([True, False, False, False], [False, False, False, True]):
        assert average_precision(scores, np.array(relevant)) == pytest.approx(1 / 4)


def test_pairs_are_made_within_a_topic_only() -> None:
    items = [Item("", "1a", "1"), Item("", "1a", "1"), Item("", "1b", "1"), Item("", "2a", "2"), Item("", "2a", "2")]
    (topic,) = pairs_of_topics(items, np.stack([EAST, NORTH, BETWEEN, EAST, EAST]))  # topic 2 has one sub-topic only
    assert topic.figures() == pytest.approx({"average precision": 1 / 3})


def test_texts_without_a_story_are_never_right() -> None:
    items = [Item("", "storm"), Item("", "storm"), Item("", ""), Item("", "")]
    (story,) = others_of_stories(items, np.stack([EAST, BETWEEN, EAST, NORTH]))
    assert story.cases == 2
    # the first finds a text without a story at 1 and its own story second; the second finds all three at once
    assert story.figures() == pytest.approx(
        {"precision at 1": (0 + 1 / 3) / 2, "average precision": (1 / 2 + 1 / 3) / 2}
    )


def test_sums_of_texts_add_up_where_one_is_nothing() -> None:
    assert (Sums() + Sums(1, {"precision at 1": 0.0}) + Sums(1, {"precision at 1": 1.0})).figures() == {
        "precision at 1": 0.5
    }


def test_a_word_of_every_text_does_not_count_in_tf_idf() -> None:
    vectors = tf_idf(["the truce", "the truce", "the vote"])
    assert vectors[0] @ vectors[1] == pytest.approx(1)
    assert vectors[0] @ vectors[2] == 0
