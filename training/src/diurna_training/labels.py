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
