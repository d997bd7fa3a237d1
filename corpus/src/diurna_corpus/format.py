"""The written form of the corpus: what a passage, a story and their annotations are made of.

Everything is a string in the files and points at the text by quoting it; `resolve.py` finds the places. The
classes here are the schema: a field that is not listed, or a value that is not allowed, is refused on loading.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec
import yaml

from diurna.model.status import Status

EntityType = Literal["person", "group", "organization", "country", "place", "facility", "event"]

Ids = str | list[str]
"""One id or several."""


class FormatError(Exception):
    """A file that is not in the written form; the message names the file and the reason."""


class _Written(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    pass


class Entity(_Written, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody or something under all its names in one text. A mention stands for all its occurrences in the text."""

    type: EntityType
    mentions: list[str]
    members: list[str] = []


class Statement(_Written, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody says something: who, the words that name the source, the cue, and what is said."""

    who: Ids = []
    source: str | None = None
    cue: str
    content: str | list[str]
    said: str | None = None


class Claim(_Written, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One mention of one happening. `aspect` (written `as`) holds what differs from the usual fields of the status."""

    trigger: str
    type: str
    status: Status
    aspect: str = msgspec.field(name="as", default="")
    actor: Ids = []
    recipient: Ids = []
    other: Ids = []
    place: Ids = []
    date: str | None = None
    when: str | None = None
    was: str | None = None
    event: str | None = None
    by: str | None = None


class Annotation(_Written, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one annotator says of the text with this id."""

    id: str
    entities: dict[str, Entity] = {}
    times: dict[str, str] = {}
    statements: dict[str, Statement] = {}
    claims: list[Claim] = []


class Passage(Annotation, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A text with its annotation. `dated: no` hides the publication date from the reader of the text, not from us."""

    desk: str
    outlet: str
    published: str
    dated: Literal["yes", "no"] = "yes"
    text: str


class Event(_Written, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A happening of a story, as the record should have it when the story ends."""

    what: str
    standing: Status | Literal["disputed"]
    core: Literal["true", "false"] = "false"
    participants: list[str] = []
    by: str | None = None
    to: str | None = None
    name: str | None = None
    place: str | None = None
    date: str | None = None
    also: list[str] = []


class Change(_Written, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a reader who follows the story is told when an event's standing or date moves."""

    event: str
    kind: Literal["reversal", "update", "rescheduled", "dispute"]
    origin: str = msgspec.field(name="from")
    to: str
    on: str | None = None
    also: list[str] = []


class Question(_Written, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question to the record as of a day, with the right answer."""

    ask: str
    as_of: str
    answer: str | list[str]
    also: list[str] = []


class Story(_Written, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Several reports on one matter, with the events behind them. Entity ids mean the same in all its reports."""

    story: str
    title: str
    reports: list[Passage]
    events: dict[str, Event]
    changes: list[Change] = []
    no_change: list[list[str]] = []
    questions: list[Question] = []


class PassageFile(_Written, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The passages of one writer."""

    writer: str
    passages: list[Passage]


class SecondFile(_Written, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Second annotations, made from the bare texts."""

    annotator: str
    annotations: list[Annotation]


T = TypeVar("T", PassageFile, Story, SecondFile)


def load(file: Path, kind: type[T]) -> T:
    """Read one file of the corpus. Raises `FormatError`."""
    try:
        data: Any = yaml.load(file.read_text(encoding="utf-8"), Loader=_Strings)
        return msgspec.convert(data, kind)
    except (yaml.YAMLError, msgspec.ValidationError, UnicodeDecodeError) as error:
        reason = " ".join(str(error).split())
        raise FormatError(f"{file.name}: {reason}") from error


class _Strings(yaml.CBaseLoader):
    """Leaves every scalar a string, and refuses a key that stands twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [key.value for key, _ in node.value]
        if twice := next((key for key in keys if keys.count(key) > 1), None):
            raise yaml.constructor.ConstructorError(None, None, f"{twice!r} stands twice", node.start_mark)
        mapping: dict[Any, Any] = super().construct_mapping(node, deep)
        return mapping


def schema() -> dict[str, Any]:
    """The written form as a JSON Schema with one definition a class; the three kinds of file are at its top."""
    whole, parts = msgspec.json.schema_components((PassageFile, Story, SecondFile))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "anyOf": list(whole), "$defs": parts}


def ids(written: Ids) -> list[str]:
    """One id or several, as a list."""
    return [written] if isinstance(written, str) else written
