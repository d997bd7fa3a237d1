"""Small annotated texts for the tests of the corpus tools."""

from __future__ import annotations

from typing import Any

import msgspec

from diurna_corpus.format import Passage
from diurna_corpus.resolve import Resolved, resolve

TEXT = (
    "BERN - Oslo denied on Tuesday that its envoy had met the rebels, the agency Nordlys reported. "
    '"We will not meet them this week," the envoy, Liv Aas, told Nordlys. She met a mediator in May.'
)
WRITTEN: dict[str, Any] = {
    "id": "x-1",
    "desk": "wire lede",
    "outlet": "Test Wire",
    "published": "2021-06-09",  # a Wednesday
    "text": TEXT,
    "entities": {
        "norway": {"type": "country", "mentions": ["Oslo"]},
        "aas": {"type": "person", "mentions": ["its envoy", "the envoy", "Liv Aas", "She"]},
        "rebels": {"type": "group", "mentions": ["the rebels", "them"]},
        "nordlys": {"type": "organization", "mentions": ["Nordlys"]},
        "mediator": {"type": "person", "mentions": ["a mediator"]},
        "us": {"type": "group", "mentions": ["We"], "members": ["norway", "aas"]},
    },
    "times": {"Tuesday": "2021-06-08", "this week": "2021-W23", "May": "2021-05"},
    "statements": {
        "s1": {
            "who": "nordlys",
            "source": "the agency Nordlys",
            "cue": "reported",
            "content": "Oslo denied ... the rebels",
        },
        "s2": {
            "who": "norway",
            "source": "Oslo",
            "cue": "denied",
            "content": "that its envoy ... rebels",
            "said": "2021-06-08",
        },
        "s3": {
            "who": "aas",
            "source": "the envoy, Liv Aas",
            "cue": "told",
            "content": '"We will not meet them this week,"',
        },
    },
    "claims": [
        {"trigger": "had |met|", "type": "CONSULT", "status": "denied", "actor": ["aas", "rebels"]},
        {
            "trigger": "meet",
            "type": "CONSULT",
            "status": "not_planned",
            "as": "intention",
            "actor": ["us", "rebels"],
            "date": "2021-W23",
            "when": "this week",
        },
        {
            "trigger": "She |met|",
            "type": "CONSULT/third-party",
            "status": "happened",
            "actor": ["aas", "mediator"],
            "date": "2021-05",
            "when": "May",
        },
    ],
}


def passage(**changes: Any) -> Passage:
    """The sample passage with some fields changed."""
    return msgspec.convert({**WRITTEN, **changes}, Passage)


def changed_claim(number: int, **changes: Any) -> Passage:
    """The sample passage with one claim changed."""
    claims = [dict(claim) for claim in WRITTEN["claims"]]
    claims[number].update(changes)
    return passage(claims=claims)


def resolved(**changes: Any) -> Resolved:
    """The sample passage with its spans."""
    written = passage(**changes)
    return resolve(written.text, written)
