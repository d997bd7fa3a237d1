"""The bundled sample: six short reports that tell one story, and the questions that the demo puts to it.

The people and the outlets are invented, the offices and places are real. `manifest.json` lists the reports with what a
reader would know of them from outside the text; two of them carry no date, so that it has to be inferred.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class SampleReport:
    """One report of the sample; `published` is an ISO date, or None where nobody says when it came out."""

    file: str
    title: str
    outlet: str
    published: str | None
    text: str


@dataclass(frozen=True, slots=True)
class SampleQuestion:
    """A question to put to the sample, and the ISO date as of which it is put."""

    ask: str
    as_of: str


@cache
def _manifest() -> dict[str, Any]:
    text = files(__name__).joinpath("manifest.json").read_text(encoding="utf-8")
    manifest: dict[str, Any] = json.loads(text)
    return manifest


def reports() -> tuple[SampleReport, ...]:
    """The reports of the sample, in the order in which they came out."""
    folder = files(__name__).joinpath("reports")
    return tuple(
        SampleReport(**entry, text=folder.joinpath(entry["file"]).read_text(encoding="utf-8"))
        for entry in _manifest()["reports"]
    )


def questions() -> tuple[SampleQuestion, ...]:
    """The questions of the demo."""
    return tuple(SampleQuestion(**entry) for entry in _manifest()["questions"])
