"""The sets of the training: licence, what each feeds, how often an epoch shows it, and which are never trained on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class DataSet:
    """One set. `share` is how often an epoch shows each of its texts; a part of it is a chance."""

    title: str
    licence: str
    feeds: str
    share: float = 1.0
    evaluation_only: bool = False


_TREES = "sentences, tags, features, lemmas, trees"
CATALOGUE: dict[str, DataSet] = {
    "ewt": DataSet(
        "Universal Dependencies English EWT, train, with names of Universal NER",
        "CC BY-SA 4.0 (both)",
        f"{_TREES}; PER, ORG, LOC",
        share=1.6,
    ),
    "gum": DataSet(
        "GUM, train, ten open genres",
        "annotation CC BY 4.0; texts: below",
        f"{_TREES}; PER, ORG, LOC, EVENT, some NORP",
        share=0.9,
    ),
    "re3d": DataSet(
        "re3d (Dstl)",
        "per part: OGL 3.0, CC BY 3.0 AU, CC BY-SA 3.0, public domain (US government)",
        "PER, ORG, LOC, NORP",
    ),
    "wikigold": DataSet("wikigold", "CC BY 4.0", "PER, ORG, LOC"),
    "crossner": DataSet("CrossNER, politics, train", "MIT (repository)", "PER, ORG, LOC, EVENT"),
    "generated": DataSet(
        "Sentences generated from templates and lists of names", "part of this project", "PER, ORG, LOC, NORP, FAC"
    ),
    "claims": DataSet(
        "The claims corpus of this project, train",
        "CC0 1.0",
        "times, cues, triggers, status, frames; PER, ORG, LOC, EVENT, NORP, FAC",
        share=1.5,
    ),
    "polnear": DataSet(
        "PolNeAR, train",
        "annotation published for free use without a licence file; texts of the publishers",
        "cues, sources and contents",
        share=0.3,
    ),
    "wikiwars": DataSet("WikiWars", "CC BY-SA 3.0", "times", share=0.4),
    "gum_marks": DataSet(
        "GUM, train, attributions and dates",
        "annotation CC BY 4.0; texts: below",
        "cues, sources and contents; dates",
        share=0.2,
    ),
    "ontogum": DataSet(
        "OntoGUM, train, whole documents of GUM",
        "annotation CC BY 4.0; texts: below",
        f"coreference; {_TREES}; names as GUM",
        share=0.7,
    ),
    "uds": DataSet("UDS-It-Happened over EWT, train", "CC BY-SA 4.0", "values of past events", share=0.1),
    "megaveridicality": DataSet("MegaVeridicality, train", "MIT", "values of complements", share=0.5),
    "ecbplus": DataSet(
        "ECB+, train", "annotation CC BY 3.0; texts of the publishers", "triggers of any kind", share=0.5
    ),
    "worldwide": DataSet("English Worldwide Newswire", "none stated", "nothing", evaluation_only=True),
}


class EvaluationOnlyError(RuntimeError):
    """A set that may only be evaluated on was given as training data."""


def check_trainable(names: Iterable[str]) -> None:
    """Raise `EvaluationOnlyError` where one of the sets is for evaluation only."""
    for name in names:
        if name in CATALOGUE and CATALOGUE[name].evaluation_only:
            raise EvaluationOnlyError(
                f"{CATALOGUE[name].title} ({name}) is for evaluation only and is never trained on"
            )


def share_of(name: str) -> float:
    """How often an epoch shows the texts of a set; once where the catalogue does not know it."""
    return CATALOGUE[name].share if name in CATALOGUE else 1.0
