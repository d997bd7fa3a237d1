"""From quoted words to spans, and from what was written to what follows from it (sources, the four status fields)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import get_args

from diurna.model.status import Mode, Status, Tense, Value
from diurna_corpus.format import Annotation, Claim, Statement, ids
from diurna_corpus.spans import NotFoundOnce, Span, find, find_long, occurrences

USUAL: dict[Status, tuple[Value, Tense, Mode]] = {
    "happened": ("CT+", "past_or_present", "assertion"),
    "planned": ("CT+", "future", "assertion"),
    "expected": ("PR+", "future", "expectation"),
    "possible": ("PS+", "future", "assertion"),
    "not_planned": ("CT-", "future", "assertion"),
    "did_not_happen": ("CT-", "past_or_present", "assertion"),
    "denied": ("CT-", "past_or_present", "rebuttal"),
    "cancelled": ("CT-", "future", "cancellation"),
    "unknown": ("Uu", "future", "question"),
}
"""The three fields that a status has unless `as` says otherwise."""

_TENSES: dict[str, Tense] = {"past": "past_or_present", "future": "future"}


class Problem(ValueError):
    """Something wrong with an annotation; the message says what and where."""


@dataclass(frozen=True)
class Mention:
    """A span that names an entity."""

    span: Span
    entity: str


@dataclass(frozen=True)
class Time:
    """A time expression with its value: EDTF, an ISO 8601 duration (`P2W`), a set (`each P1W`) or a TIMEX3 `…_REF`.

    `quoted` is how the annotation points at it.
    """

    span: Span
    value: str
    quoted: str


@dataclass(frozen=True)
class Said:
    """A statement with its spans. `parent` is the statement in whose content it stands."""

    id: str
    written: Statement
    who: tuple[str, ...]
    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    parent: str | None = None


@dataclass(frozen=True)
class Told:
    """A claim with its trigger, the statement that makes it (None: the reporter) and its status fields."""

    written: Claim
    trigger: Span
    by: str | None
    value: Value
    tense: Tense
    mode: Mode


@dataclass(frozen=True)
class Resolved:
    """An annotation with every quotation found; what could not be found is in `problems`."""

    text: str
    written: Annotation
    mentions: list[Mention] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    statements: dict[str, Said] = field(default_factory=dict)
    claims: list[Told] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def time_of(self, claim: Claim) -> Time | None:
        """The time expression that a claim's `when` names: quoted in the same way, or else by its words alone."""
        same = (time for time in self.times if time.quoted == claim.when)
        words = (time for time in self.times if time.span.of(self.text) == claim.when)
        return next(same, None) or next(words, None)

    def chain(self, statement: str | None) -> list[Said]:
        """The statement and those it stands in, outermost first; [] for the reporter's own voice."""
        found: list[Said] = []
        while statement is not None:
            said = self.statements[statement]
            found.insert(0, said)
            statement = said.parent
        return found

    def sources(self, statement: str | None) -> list[list[str]]:
        """The chain of sources as entity ids, outermost first."""
        return [list(said.who) for said in self.chain(statement)]


def fields(claim: Claim) -> tuple[Value, Tense, Mode]:
    """The three status fields of a claim: the usual ones of its status, but for what `as` changes. Raises `Problem`."""
    value, tense, mode = USUAL[claim.status]
    for word in claim.aspect.split():
        if word in get_args(Value):
            value = word  # type: ignore[assignment]
        elif word in get_args(Mode):
            mode = word  # type: ignore[assignment]
        elif word in _TENSES:
            tense = _TENSES[word]
        else:
            raise Problem(f"{word!r} in `as` is no value, tense (past, future) or mode")
    return value, tense, mode


def resolve(text: str, written: Annotation) -> Resolved:
    """Find every quotation of an annotation in the text."""
    result = Resolved(text, written)
    problems = result.problems
    result.mentions.extend(_mentions(text, written, problems))
    for quoted, value in written.times.items():
        if span := _try(find, text, quoted, f"time {quoted!r}", problems):
            result.times.append(Time(span, value, quoted))
    said = {key: found for key, s in written.statements.items() if (found := _said(text, key, s, problems))}
    for key, statement in said.items():
        parent = _innermost(said, statement.cue, without=key)
        result.statements[key] = Said(**{**statement.__dict__, "parent": parent})
    for claim in written.claims:
        where = f"claim {claim.trigger!r}"
        trigger = _try(find, text, claim.trigger, where, problems)
        try:
            value, tense, mode = fields(claim)
        except Problem as error:
            problems.append(f"{where}: {error}")
            continue
        if trigger:
            by = _innermost(said, trigger) if claim.by is None else None if claim.by == "none" else claim.by
            result.claims.append(Told(claim, trigger, by, value, tense, mode))
    return result


def _mentions(text: str, written: Annotation, problems: list[str]) -> Iterator[Mention]:
    for key, entity in written.entities.items():
        spans: list[Span] = []
        for quoted in entity.mentions:
            try:
                found = occurrences(text, quoted)
            except NotFoundOnce as error:
                problems.append(f"entity {key}: {error}")
                continue
            if not found:
                problems.append(f"entity {key}: {quoted!r} is not in the text")
            if "|" in quoted and len(found) > 1:
                problems.append(f"entity {key}: {quoted!r} stands {len(found)} times in the text")
            spans.extend(found)
        for span in sorted(set(spans)):
            if not any(span != other and span.inside(other) for other in spans):
                yield Mention(span, key)


def _said(text: str, key: str, written: Statement, problems: list[str]) -> Said | None:
    where = f"statement {key}"
    cue = _try(find, text, written.cue, where, problems)
    source = _try(find, text, written.source, where, problems) if written.source else None
    contents = [_try(find_long, text, quoted, where, problems) for quoted in ids(written.content)]
    if cue is None or None in contents:
        return None
    return Said(key, written, tuple(ids(written.who)), source, cue, tuple(c for c in contents if c))


def _innermost(said: dict[str, Said], span: Span, without: str | None = None) -> str | None:
    """The statement with the shortest content around the span."""
    around = [
        (content.end - content.start, key)
        for key, statement in said.items()
        if key != without
        for content in statement.content
        if span.inside(content)
    ]
    return min(around)[1] if around else None


def _try(search: Callable[[str, str], Span], text: str, quoted: str, where: str, problems: list[str]) -> Span | None:
    try:
        return search(text, quoted)
    except NotFoundOnce as error:
        problems.append(f"{where}: {error}")
        return None
