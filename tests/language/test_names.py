import numpy as np

from diurna.language import NameSpan
from diurna.language.names import as_entities, decode_tags, spans, tidy

TAGS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")
ONE = np.array([0], dtype=np.int32)


def scores_of(rows: list[dict[str, float]]) -> np.ndarray:
    chances = np.full((len(rows), len(TAGS)), 0.01, dtype=np.float32)
    for k, row in enumerate(rows):
        for tag, chance in row.items():
            chances[k, TAGS.index(tag)] = chance
    return np.log(chances / chances.sum(axis=1, keepdims=True))


def names(path: np.ndarray) -> list[str]:
    return [TAGS[k] for k in path]


def test_valid_best_tags_stay() -> None:
    scores = scores_of([{"B-PER": 1}, {"I-PER": 1}, {"O": 1}, {"B-LOC": 1}])
    path = decode_tags(scores, ONE, TAGS)
    assert names(path) == ["B-PER", "I-PER", "O", "B-LOC"]
    found = spans(path, scores, TAGS, ONE)
    assert [(n.start, n.end, n.label) for n in found] == [(0, 2, "PER"), (3, 4, "LOC")]
    assert all(0.9 < n.score <= 1 for n in found)


def test_a_label_does_not_change_inside_a_name() -> None:
    scores = scores_of([{"B-PER": 1}, {"I-LOC": 0.5, "I-PER": 0.4}, {"O": 1}])
    assert names(decode_tags(scores, ONE, TAGS)) == ["B-PER", "I-PER", "O"]


def test_an_inside_tag_needs_a_beginning() -> None:
    scores = scores_of([{"O": 0.3, "I-PER": 0.5, "B-PER": 0.4}, {"I-PER": 1}])
    assert names(decode_tags(scores, ONE, TAGS)) == ["B-PER", "I-PER"]


def test_words_of_one_label_side_by_side_are_one_name_and_of_two_labels_two() -> None:
    scores = scores_of([{"B-PER": 1}, {"B-PER": 1}, {"B-LOC": 1}])
    found = spans(decode_tags(scores, ONE, TAGS), scores, TAGS, ONE)
    assert [(n.start, n.end, n.label) for n in found] == [(0, 2, "PER"), (2, 3, "LOC")]


def test_names_end_with_their_sentence() -> None:
    scores = scores_of([{"B-PER": 1}, {"I-PER": 0.5, "B-PER": 0.3}])
    starts = np.array([0, 1], dtype=np.int32)
    path = decode_tags(scores, starts, TAGS)
    assert names(path) == ["B-PER", "B-PER"]
    assert len(spans(path, scores, TAGS, starts)) == 2


def test_no_names() -> None:
    scores = scores_of([{"O": 1}, {"O": 1}])
    assert spans(decode_tags(scores, ONE, TAGS), scores, TAGS, ONE) == []


def test_punctuation_at_the_ends_is_no_part_of_a_name() -> None:
    forms = ("(", "Ada", "Bright", ",", ",")
    found = tidy([NameSpan(0, 4, "PER", 0.9), NameSpan(4, 5, "ORG", 0.4)], forms)
    assert found == (NameSpan(1, 3, "PER", 0.9),)


def test_one_form_of_name_has_one_label() -> None:
    forms = ("Ada", "Bright", "left", "Bright", "stayed", "MAS", "MAS", "MAS")
    found = tidy(
        [
            NameSpan(0, 2, "PER", 0.9),
            NameSpan(3, 4, "ORG", 0.6),
            NameSpan(5, 6, "ORG", 0.9),
            NameSpan(6, 7, "PER", 0.5),
            NameSpan(7, 8, "ORG", 0.9),
        ],
        forms,
    )
    assert [n.label for n in found] == ["PER", "PER", "ORG", "ORG", "ORG"]
    assert found[3].score == 0.7826


def test_groups_name_no_entity_and_facilities_are_places() -> None:
    found = [NameSpan(0, 1, "NORP", 0.9), NameSpan(1, 3, "PER", 0.8), NameSpan(4, 6, "FAC", 0.7)]
    assert as_entities(found) == (NameSpan(1, 3, "PER", 0.8), NameSpan(4, 6, "LOC", 0.7))


def test_what_no_label_is_likely_for_is_no_name() -> None:
    forms = ["Amina", "Otieno", "met", "Harbour"]
    found = tidy([NameSpan(0, 2, "PER", 0.9), NameSpan(3, 4, "LOC", 0.4)], forms)
    assert [(n.start, n.label) for n in found] == [(0, "PER")]


def test_a_name_that_is_likely_elsewhere_in_the_text_counts_everywhere() -> None:
    forms = ["Lagos", "and", "Lagos"]
    found = tidy([NameSpan(0, 1, "LOC", 0.9), NameSpan(2, 3, "ORG", 0.45)], forms)
    assert [(n.start, n.label) for n in found] == [(0, "LOC"), (2, "LOC")]
