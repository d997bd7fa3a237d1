"""Scores of the layers and frames of a network on texts that were not trained on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import cast

import torch
from torch import Tensor

from diurna.model.status import Mode, Tense, Value, derive_status
from diurna_training.labels import IGNORED
from diurna_training.layers import LAYERS, ROLES, Marked
from diurna_training.model import Reader
from diurna_training.samples import spans_of_tags
from diurna_training.windows import Batch, Encoder, Window, collate

GAP = 2
"""Words without a role between two stretches of one source or content that are taken for one."""
_AXES = ("value", "tense", "mode")
_PARTS: dict[str, dict[str, tuple[str, ...]]] = {
    "statement": {"source": ("source",), "content": ("content",)},
    "claim": {"participants": ("actor", "recipient", "other"), "place and time": ("place", "time")},
}
"""What is scored in the frames of cues and of triggers: exact stretches of words with their role."""


class MarkScores:
    """Counts over windows; `figures` gives percents."""

    def __init__(self) -> None:
        self.found: Counter[str] = Counter()
        self.gold: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        self.statuses: Counter[tuple[str, str]] = Counter()

    def count(self, name: str, found: set[object], gold: set[object]) -> None:
        """Count two sets of things under a name."""
        self.found[name] += len(found)
        self.gold[name] += len(gold)
        self.right[name] += len(found & gold)

    def figures(self) -> dict[str, float]:
        """F1 by name, and accuracy and macro F1 of the status on gold triggers."""
        shown = {
            name: 200 * self.right[name] / max(self.found[name] + self.gold[name], 1)
            for name in self.gold
            if self.gold[name]
        }
        total = sum(self.statuses.values())
        if total:
            shown["status accuracy"] = 100 * sum(n for (a, b), n in self.statuses.items() if a == b) / total
            shown["status macro F1"] = 100 * _macro(self.statuses)
        return shown


def score_marks(model: Reader, encoder: Encoder, texts: Iterable[Marked]) -> dict[str, float]:
    """Score a network on texts, window by window, in evaluation mode."""
    model.eval()
    scores = MarkScores()
    with torch.no_grad():
        for window in (w for text in texts for w in encoder.marked(text)):
            _score_window(model, window, scores)
    return scores.figures()


def _score_window(model: Reader, window: Window, scores: MarkScores) -> None:
    batch = collate([window])
    found = model(batch["pieces"], batch["shapes"], None, batch["first"], batch["last"])
    best = _best(found["marks"][0])
    for name in ("time", "cue", "trigger"):
        gold = window.columns[name]
        if IGNORED in gold:
            continue
        mine, theirs = (set(spans_of_tags(tags, LAYERS[name])) for tags in (best[name], gold))
        scores.count(name, {span[:2] for span in mine}, {span[:2] for span in theirs})
        if name == "trigger":
            scores.count("trigger and type", {*mine}, {*theirs})
    for k, value in enumerate(window.columns["value"]):
        if value != IGNORED:
            gold_status, status = (
                _status([LAYERS[axis][column[axis][k]] for axis in _AXES]) for column in (window.columns, best)
            )
            scores.statuses[gold_status, status] += 1
    _score_frames(model, found, batch, window, scores)


def _score_frames(model: Reader, found: dict[str, Tensor], batch: Batch, window: Window, scores: MarkScores) -> None:
    for frame in window.frames:
        at = found["frame_at"][0, frame.at].expand_as(found["frame_to"][0])
        kind = "statement" if window.columns["cue"][frame.at] > 0 else "claim"
        labels = decode_frame(model.frames(at, found["frame_to"][0]), kind)
        labels = [0 if gold == IGNORED else label for label, gold in zip(labels, frame.labels, strict=True)]
        mine, theirs = set(_runs(labels)), set(_runs(frame.labels))
        for name, roles in _PARTS[kind].items():
            scores.count(name, {s for s in mine if s[2] in roles}, {s for s in theirs if s[2] in roles})


def decode_frame(scores: Tensor, kind: str) -> list[int]:
    """The best labels of the words of a frame, of roles of its kind; short gaps in sources and contents are closed."""
    allowed = [0, *(ROLES.index(role) for roles in _PARTS[kind].values() for role in roles)]
    best = scores[:, allowed].argmax(-1).tolist()
    labels = [allowed[k] for k in best]
    if kind == "statement":
        _close_gaps(labels)
    return labels


def _close_gaps(labels: list[int]) -> None:
    last: dict[int, int] = {}
    for k, label in enumerate(labels):
        if label and 1 < k - last.get(label, k) <= GAP + 1 and not any(labels[last[label] + 1 : k]):
            labels[last[label] + 1 : k] = [label] * (k - last[label] - 1)
        if label:
            last[label] = k


def _best(marks: Tensor) -> dict[str, list[int]]:
    parts = torch.split(marks, [len(labels) for labels in LAYERS.values()], dim=-1)
    return {name: part.argmax(-1).tolist() for name, part in zip(LAYERS, parts, strict=True)}


def _runs(labels: list[int]) -> Iterator[tuple[int, int, str]]:
    """Stretches of words with one role."""
    start = 0
    for k in range(1, len(labels) + 1):
        if k == len(labels) or labels[k] != labels[start]:
            if labels[start] > 0:
                yield start, k, ROLES[labels[start]]
            start = k


def _status(fields: list[str]) -> str:
    return derive_status(cast(Value, fields[0]), cast(Tense, fields[1]), cast(Mode, fields[2]))


def _macro(counts: Counter[tuple[str, str]]) -> float:
    gold: dict[str, int] = defaultdict(int)
    found: dict[str, int] = defaultdict(int)
    for (a, b), n in counts.items():
        gold[a] += n
        found[b] += n
    return sum(2 * counts[s, s] / (gold[s] + found[s]) for s in gold) / len(gold)
