"""What the sets call the names that we tell apart: a tag of a set may stand for several of ours.

A scheme says for some of our labels how a set writes them: under labels of its own, not at all (`O`), or in a way that
tells nothing (an empty tuple). Labels that a scheme does not mention are annotated as they are. The loss of a name tag
takes the sum over all tags that it may stand for (as for partially annotated data: Greenberg et al. 2018, "Marginal
likelihood training of BiLSTM-CRF").
"""

from __future__ import annotations

from collections.abc import Mapping

from diurna_training.samples import NAME_TAGS

Scheme = Mapping[str, tuple[str, ...]]

SCHEMES: dict[str, Scheme] = {
    "all": {},
    "basic": {"EVENT": ("O",), "NORP": ("O",), "FAC": ()},
    "crossner": {"NORP": ("O",), "FAC": ()},
    "gum": {"NORP": ("NORP", "O"), "FAC": ()},
    "re3d": {"EVENT": ("O",), "NORP": ("NORP", "O"), "FAC": ()},
    "claims": {"NORP": ("NORP", "O")},
}
"""`basic` are sets of persons, organizations and locations (Universal NER, wikigold). CrossNER's parties are
organizations as ours are, and their members are among its MISC. GUM and re3d mark only part of their peoples. The
claims corpus marks peoples only where they take part in something. Sets that write facilities as locations, as
organizations or not at all say nothing of FAC: were all of these allowed to stand for it, FAC would be right nearly
everywhere, and the network would learn to say just that."""
NUMBERS = {name: number for number, name in enumerate(SCHEMES)}


def tags_allowed() -> list[list[list[bool]]]:
    """By number of scheme and tag of a set: which of our tags it may stand for."""
    return [[[_may_be(scheme, gold, tag) for tag in NAME_TAGS] for gold in NAME_TAGS] for scheme in SCHEMES.values()]


def _may_be(scheme: Scheme, gold: str, tag: str) -> bool:
    """Whether a set with the scheme may write `gold` where we write `tag`."""
    if tag == "O":
        return gold == "O"
    edge, label = tag.split("-")
    return any(gold == (called if called == "O" else f"{edge}-{called}") for called in scheme.get(label, (label,)))
