"""Times, statements and events out of scores that are made by hand."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diurna.language.marks import AXES, LAYERS, Floats, Marks, WordScores, marks_at, read_marks
from diurna.language.spans import ROLES

LABELS = {
    "time": ("O", "B-DATE", "I-DATE", "B-SET", "I-SET"),
    "cue": ("O", "B-CUE", "I-CUE"),
    "trigger": ("O", "B-CONSULT", "I-CONSULT", "B-OTHER", "I-OTHER"),
    "value": ("CT+", "CT-"),
    "tense": ("past_or_present", "future"),
    "mode": ("assertion", "intention"),
}
NONE = ROLES.index("none")


def scores_of(words: int, labels: dict[str, dict[int, str]], windows: tuple[int, ...] = (0,)) -> WordScores:
    """Scores that are sure of the labels given by layer and word, and of the first label everywhere else."""
    parts = []
    for layer in LAYERS:
        part = np.zeros((words, len(LABELS[layer])), np.float32)
        for k in range(words):
            part[k, LABELS[layer].index(labels.get(layer, {}).get(k, LABELS[layer][0]))] = 9.0
        parts.append(part)
    vectors = np.arange(words, dtype=np.float32)[:, None]
    return WordScores(np.concatenate(parts, axis=1), vectors, vectors, LABELS, windows)


def frames_of(roles: dict[int, dict[int, str]]):
    """Frames that are sure of the roles given by the word that has the parts and the word that is one."""

    def frames(at: Floats, to: Floats) -> Floats:
        shares = np.zeros((len(at), len(to), len(ROLES)), np.float32)
        shares[..., NONE] = 0.1
        for row, head in enumerate(at[:, 0].astype(int).tolist()):
            for column, word in enumerate(to[:, 0].astype(int).tolist()):
                if role := roles.get(head, {}).get(word):
                    shares[row, column, ROLES.index(role)] = 0.9
        return shares

    return frames


def read(
    words: int, labels: dict[str, dict[int, str]], roles: dict[int, dict[int, str]], windows: tuple[int, ...] = (0,)
) -> Marks:
    return read_marks(scores_of(words, labels, windows), frames_of(roles))


def test_a_span_goes_on_until_a_word_is_in_none_or_begins_one_of_another_kind() -> None:
    labels = {0: "B-DATE", 1: "I-SET", 2: "I-SET", 3: "B-SET", 5: "B-DATE", 6: "B-SET"}
    marks = read(7, {"time": labels}, {})
    assert [(t.start, t.end, t.type) for t in marks.times] == [(0, 4, "DATE"), (5, 6, "DATE"), (6, 7, "SET")]


def test_a_time_takes_in_the_words_beside_it_that_may_be_of_it_and_a_cue_does_not() -> None:
    scores = scores_of(5, {"time": {2: "B-DATE"}, "cue": {2: "B-CUE"}})
    scores.scores[1, :5] = np.log([0.7, 0.2, 0.1, 1e-9, 1e-9])
    scores.scores[3, :5] = np.log([0.9, 0.05, 0.05, 1e-9, 1e-9])
    scores.scores[1, 5:8] = np.log([0.7, 0.2, 0.1])
    [time] = read_marks(scores, frames_of({})).times
    [said] = read_marks(scores, frames_of({})).statements
    assert (time.start, time.end, said.start, said.end) == (1, 3, 2, 3)
    assert time.score == pytest.approx(0.65, abs=0.01)


def test_a_lone_continuation_is_a_span_too() -> None:
    assert [(t.start, t.end) for t in read(4, {"time": {2: "I-SET"}}, {}).times] == [(2, 3)]


def test_parts_are_those_in_the_window_of_the_event() -> None:
    labels = {"trigger": {1: "B-CONSULT", 5: "B-OTHER"}, "cue": {4: "B-CUE"}}
    roles = {1: {0: "time", 3: "actor"}, 5: {2: "actor", 3: "time", 6: "actor"}, 4: {6: "source"}}
    marks = read(7, labels, roles, windows=(0, 3))
    assert [[(p.start, p.end, p.role) for p in event.parts] for event in marks.events] == [
        [(0, 1, "time")],
        [(3, 4, "time"), (6, 7, "actor")],
    ]
    assert [(p.start, p.role) for p in marks.statements[0].parts] == [(6, "source")]


def test_an_event_has_the_fields_of_its_first_word() -> None:
    labels = {"trigger": {1: "B-OTHER", 2: "I-OTHER"}, "value": {1: "CT-"}, "tense": {2: "future"}}
    [event] = read(4, labels, {}).events
    assert (event.start, event.end, event.type) == (1, 3, "OTHER")
    assert (event.value, event.tense, event.mode) == ("CT-", "past_or_present", "assertion")
    assert 0.99 < event.certainty <= 1


def test_an_event_is_not_the_source_of_anything_and_a_cue_has_no_actor() -> None:
    labels = {"trigger": {0: "B-CONSULT"}, "cue": {2: "B-CUE"}}
    roles = {0: {1: "source"}, 2: {1: "actor", 3: "content"}}
    marks = read(4, labels, roles)
    assert marks.events[0].parts == ()
    assert [(p.start, p.role) for p in marks.statements[0].parts] == [(3, "content")]


@pytest.mark.parametrize(("gap", "pieces"), [(1, 1), (2, 1), (3, 2)])
def test_short_gaps_in_what_is_said_are_closed(gap: int, pieces: int) -> None:
    said = {0: {2: "content", 3 + gap: "content"}}
    assert len(read(10, {"cue": {0: "B-CUE"}}, said).statements[0].parts) == pieces


@pytest.mark.parametrize(
    ("score", "content", "found"), [(0.6, True, 0), (0.7, True, 1), (0.7, False, 0), (0.8, False, 1)]
)
def test_a_cue_needs_a_likely_score_and_more_where_nothing_is_said(score: float, content: bool, found: int) -> None:
    scores = scores_of(3, {"cue": {1: "B-CUE"}})
    cues = slice(len(LABELS["time"]), len(LABELS["time"]) + len(LABELS["cue"]))
    scores.scores[1, cues] = np.log([1 - score, score, 1e-9])
    frames = frames_of({1: {2: "content"} if content else {}})
    assert len(read_marks(scores, frames).statements) == found


@pytest.mark.parametrize(("role", "found"), [("content", 0), ("source", 1)])
def test_a_content_needs_a_likely_score_and_a_source_only_the_best(role: str, found: int) -> None:
    def frames(at: Floats, to: Floats) -> Floats:
        shares = np.zeros((len(at), len(to), len(ROLES)), np.float32)
        shares[..., NONE], shares[..., ROLES.index(role)] = 0.4, 0.6
        return shares

    [said] = marks_at(scores_of(3, {}), frames, cues=(1,), events=()).statements
    assert len(said.parts) == found


def test_two_actors_side_by_side_in_one_stretch_are_one_part_and_apart_two() -> None:
    roles = {0: {2: "actor", 3: "actor", 5: "actor"}}
    parts = read(7, {"trigger": {0: "B-CONSULT"}}, roles).events[0].parts
    assert [(p.start, p.end) for p in parts] == [(2, 4), (5, 6)]


def test_a_word_that_was_not_found_is_read_as_an_event_where_it_is_asked_for() -> None:
    scores = scores_of(4, {"value": {1: "CT-"}, "mode": {1: "intention"}})
    frames = frames_of({1: {0: "actor", 2: "recipient", 3: "recipient"}})
    assert read_marks(scores, frames).events == ()
    [event] = marks_at(scores, frames, cues=(), events=(1, 99)).events
    assert (event.start, event.end, event.value, event.mode) == (1, 2, "CT-", "intention")
    assert [(p.start, p.end, p.role) for p in event.parts] == [(0, 1, "actor"), (2, 4, "recipient")]


def test_a_cue_that_is_asked_for_has_parts_of_statements_only() -> None:
    [said] = marks_at(scores_of(3, {}), frames_of({1: {0: "source", 2: "time"}}), cues=(1,), events=()).statements
    assert [(p.start, p.end, p.role) for p in said.parts] == [(0, 1, "source")]


@given(st.data(), st.integers(1, 12), st.integers(1, 12))
def test_spans_of_a_layer_are_in_order_apart_and_inside_the_text(data: st.DataObject, words: int, second: int) -> None:
    numbers = st.floats(-8, 8, width=32)
    width = sum(map(len, LABELS.values()))
    rows = data.draw(st.lists(st.lists(numbers, min_size=width, max_size=width), min_size=words, max_size=words))
    vectors = np.arange(words, dtype=np.float32)[:, None]
    rng = np.random.default_rng(words)
    windows = (0, second) if second < words else (0,)
    scores = WordScores(np.array(rows, np.float32), vectors, vectors, LABELS, windows)
    marks = read_marks(scores, lambda at, to: rng.random((len(at), len(to), len(ROLES)), dtype=np.float32))
    for spans in (marks.times, marks.statements, marks.events, *(m.parts for m in (*marks.statements, *marks.events))):
        assert all(0 <= span.start < span.end <= words for span in spans)
        assert all(0 <= span.score <= 1 for span in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(getattr(event, axis) in LABELS[axis] for event in marks.events for axis in AXES)
