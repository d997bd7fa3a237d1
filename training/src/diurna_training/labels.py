"""The inventories of labels: built from the training sentences, shipped with the model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from diurna_training.samples import NAME_TAGS, Document

IGNORED = -100
"""A word without a label of this kind."""


@dataclass(frozen=True)
class Labels:
    """Label names by kind; the index of a label is its number in the model."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    feats: tuple[str, ...]
    deprels: tuple[str, ...]
    names: tuple[str, ...] = NAME_TAGS

    def as_dict(self) -> dict[str, list[str]]:
        """The inventories as plain lists, for configuration files."""
        return {kind: list(labels) for kind, labels in asdict(self).items()}

    @classmethod
    def from_dict(cls, found: dict[str, list[str]]) -> Labels:
        """The inverse of `as_dict`."""
        return cls(**{kind: tuple(labels) for kind, labels in found.items()})


def collect_labels(documents: Iterable[Document], rare_feats: int = 2) -> Labels:
    """The labels of all trees, most frequent first; feature bundles seen less than `rare_feats` times are left out."""
    upos, xpos, feats, deprels = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for document in documents:
        for tree in (s.tree for s in document.sentences if s.tree is not None):
            upos.update(tree.upos)
            xpos.update(tree.xpos)
            feats.update(tree.feats)
            deprels.update(tree.deprels)
    return Labels(_order(upos), _order(xpos), _order(feats, rare_feats), _order(deprels))


def _order(counts: Counter[str], least: int = 1) -> tuple[str, ...]:
    return tuple(sorted((k for k, n in counts.items() if n >= least), key=lambda k: (-counts[k], k)))


def tag_bundles(documents: Iterable[Document], labels: Labels, rare: int = 2) -> list[tuple[int, int, int]]:
    """The combinations of part of speech, Penn tag and features that the trees have, by their numbers, in order.

    Combinations seen less than `rare` times are taken for mistakes.
    """
    numbers = [{name: k for k, name in enumerate(names)} for names in (labels.upos, labels.xpos, labels.feats)]
    trees = (s.tree for document in documents for s in document.sentences if s.tree is not None)
    seen = Counter(tags for tree in trees for tags in zip(tree.upos, tree.xpos, tree.feats, strict=True))
    return sorted(
        (numbers[0][u], numbers[1][x], numbers[2][f]) for (u, x, f), n in seen.items() if n >= rare and f in numbers[2]
    )
