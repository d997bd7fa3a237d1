"""Which readers there are: any installed package can offer one as an entry point of the group `diurna.readers`.

A reader is asked for by name, with an option behind a colon where it takes one: `diurna`, `diurna:weights/mine`,
`spacy:en_core_web_sm`. Entry points are looked up only where another reader than the shipped model is asked for.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from diurna.language import load_model
from diurna.language.contract import NoReader, OpenReader, Reader

GROUP = "diurna.readers"
DEFAULT = "diurna"
"""The name of the shipped model."""


@cache
def find_reader(name: str = DEFAULT) -> Reader:
    """Open the reader of that name, once. Raises `NoReader`, and what the reader itself raises when it is opened."""
    kind, _, option = name.partition(":")
    return open_shipped(option) if kind == DEFAULT else _opener(kind)(option)


def open_shipped(option: str) -> Reader:
    """The shipped model, or the weights folder that the option names."""
    return load_model(Path(option) if option else None)


def installed() -> dict[str, str | None]:
    """The names of all readers that are offered, each with what keeps it from working, if anything does."""
    offered = sorted(entry_points(group=GROUP), key=lambda entry: entry.name)
    return {DEFAULT: None} | {entry.name: _fault(entry) for entry in offered}


def _opener(kind: str) -> OpenReader:
    offered = entry_points(group=GROUP)
    for entry in offered.select(name=kind):
        if fault := _fault(entry):
            raise NoReader(f"reader {kind}: {fault}", name=kind, reason=fault)
        opener: OpenReader = entry.load()
        return opener
    names = sorted({DEFAULT, *offered.names})
    raise NoReader(f"no reader {kind!r}; installed: {', '.join(names)}", name=kind, installed=names)


def _fault(entry: EntryPoint) -> str | None:
    try:
        entry.load()
    except (ImportError, AttributeError, NoReader) as error:
        return str(error)
    return None
