"""What the corpus covers, counted, with the least that each row must have."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from diurna.model import STATUSES
from diurna.vocabulary.countries import countries, country_named, country_of_capital, country_of_demonym
from diurna_corpus import kinds
from diurna_corpus.files import FOLDER, Text
from diurna_corpus.format import Story
from diurna_corpus.near import near_copies
from diurna_corpus.resolve import Resolved, Said, resolve

LEAST_TYPE = 60
LEAST_STATUS = 150
LEAST_CONSTRUCTION = 5
_PRONOUNS = frozenset("he she they it we i you who".split())
_PLANS = ("planned", "expected", "possible")
_ARTICLE = {"organization": "an"}
_QUOTES = '"“”'


@dataclass(frozen=True)
class Row:
    """One line of the table: what is counted, how often it occurs and how often it must."""

    section: str
    name: str
    count: int
    least: int = 0


@cache
def constructions() -> dict[str, re.Pattern[str]]:
    """The ways of expressing tense, modality and negation that the corpus must hold (`constructions.toml`)."""
    written = tomllib.loads((FOLDER / "constructions.toml").read_text(encoding="utf-8"))
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in written.items()}


def table(texts: list[Text], stories: list[Story]) -> list[Row]:
    """Every row of the coverage table."""
    found = [resolve(t.passage.text, t.passage) for t in texts]
    alone = [text for text, t in zip(found, texts, strict=True) if t.story is None]
    return [
        *_size(texts, stories, found, alone),
        *_events(found),
        *_constructions(found),
        *_attribution(found),
        *_parties(found),
        *_traps(texts, stories, found),
    ]


def _size(texts: list[Text], stories: list[Story], found: list[Resolved], alone: list[Resolved]) -> Iterator[Row]:
    yield Row("size", "passages", len(alone), 1500)
    yield Row("size", "words in passages", sum(len(text.text.split()) for text in alone), 85000)
    yield Row("size", "stories", len(stories), 40)
    yield Row("size", "reports in stories", len(texts) - len(alone), 120)
    yield Row("size", "words in all", sum(len(text.text.split()) for text in found))
    yield Row("size", "passages without a claim", sum(not text.claims for text in alone), len(alone) // 11)
    for name in ("claims", "statements", "mentions", "times"):
        yield Row("size", name, sum(len(getattr(text, name)) for text in found))


def _events(found: list[Resolved]) -> Iterator[Row]:
    claims = [claim for text in found for claim in text.claims]
    counted = Counter(kinds.split(claim.written.type) for claim in claims)
    for kind in kinds.MODES:
        yield Row("event types", kind, sum(n for (k, _), n in counted.items() if k == kind), LEAST_TYPE)
    for kind, modes in kinds.MODES.items():
        yield from (Row("modes", f"{kind}/{mode}", counted[kind, mode]) for mode in modes)
    statuses = Counter(claim.written.status for claim in claims)
    yield from (Row("status", status, statuses[status], LEAST_STATUS) for status in STATUSES)
    for axis in ("value", "tense", "mode"):
        counts = Counter(getattr(claim, axis) for claim in claims)
        yield from (Row(axis, name, n) for name, n in sorted(counts.items()))
    for role in ("actor", "recipient", "other", "place", "date", "was", "event"):
        yield Row("claims with", role, sum(bool(getattr(claim.written, role)) for claim in claims))


def _constructions(found: list[Resolved]) -> Iterator[Row]:
    whole = "\n".join(text.text for text in found)
    for name, pattern in constructions().items():
        yield Row("tense, modality and negation", name, len(pattern.findall(whole)), LEAST_CONSTRUCTION)


def _attribution(found: list[Resolved]) -> Iterator[Row]:
    counts: Counter[str] = Counter()
    for text in found:
        for said in text.statements.values():
            counts.update(_manner(text, said))
    yield from (Row("attribution", name, n, 60) for name, n in sorted(counts.items()))


def _manner(text: Resolved, said: Said) -> Iterator[str]:
    contents = [span.of(text.text) for span in said.content]
    quoted = [content for content in contents if any(mark in content for mark in _QUOTES)]
    whole = all(content.strip()[:1] in tuple(_QUOTES) for content in contents)
    yield "direct" if quoted and whole else "mixed" if quoted else "indirect"
    if said.parent:
        yield "nested"
    if len(said.content) > 1:
        yield "content in several parts"
    if said.source is None:
        yield "unnamed source"
        return
    words = said.source.of(text.text)
    if words.lower() in _PRONOUNS:
        yield "pronoun"
    who = {text.written.entities[key].type for key in said.who if key in text.written.entities}
    yield from (f"by {_ARTICLE.get(kind, 'a')} {kind}" for kind in who & {"person", "group", "organization", "country"})
    if country_of_capital(words) and "country" in who:
        yield "a capital for its government"
    if not re.search(r"[A-Z]", words[1:]) and who & {"person", "group"} and words.lower() not in _PRONOUNS:
        yield "anonymous"
    if said.source.start > max(span.start for span in said.content):
        yield "source behind the content"


def _parties(found: list[Resolved]) -> Iterator[Row]:
    mentions = Counter(e.type for text in found for e in text.written.entities.values())
    yield from (Row("entities", name, n) for name, n in sorted(mentions.items()))
    yield Row(
        "entities", "groups of known members", sum(bool(e.members) for t in found for e in t.written.entities.values())
    )
    named = {iso for text in found for iso in _countries(text)}
    yield Row("countries", f"of {len(countries())} known", len(named), 150)


def _countries(text: Resolved) -> Iterator[str]:
    for mention in text.mentions:
        if country := country_named(mention.span.of(text.text)):
            yield country.iso3
    for word in set(re.findall(r"\b[A-Z]\w+", text.text)):
        if country := country_of_demonym(word):
            yield country.iso3


def _traps(texts: Iterable[Text], stories: list[Story], found: list[Resolved]) -> Iterator[Row]:
    claims = [claim.written for text in found for claim in text.claims]
    changes = Counter(change.kind for story in stories for change in story.changes)
    yield Row("traps", "undated texts", sum(text.passage.dated == "no" for text in texts), 60)
    windows = sum(c.status == "not_planned" and c.date is not None for c in claims)
    yield Row("traps", "denials for a window", windows, 50)
    yield Row("traps", "plans moved, with the old date", sum(c.was is not None for c in claims), 30)
    old = sum(
        c.written.status == "happened" and (c.written.date or "9")[:4] < text.passage.published[:4]
        for text, resolved in zip(texts, found, strict=True)
        for c in resolved.claims
    )
    yield Row("traps", "happenings of earlier years as background", old, 60)
    yield Row("traps", "stories: pairs that look alike", sum(len(story.no_change) for story in stories), 40)
    reports = {report.id: report.text for story in stories for report in story.reports}
    yield Row("traps", "stories: wire copies with small edits", sum(1 for _ in near_copies(reports)), 5)
    kept = sum(change.to == "happened" and change.origin in _PLANS for story in stories for change in story.changes)
    yield Row("traps", "stories: plans kept", kept, 20)
    ended = sum(change.to == "cancelled" for story in stories for change in story.changes)
    yield Row("traps", "stories: plans cancelled", ended, 20)
    for kind in ("reversal", "update", "rescheduled", "dispute"):
        yield Row("traps", f"stories: {kind}", changes[kind], 5)


def markdown(rows: list[Row]) -> str:
    """The table as it stands in the README."""
    lines = []
    for section in dict.fromkeys(row.section for row in rows):
        lines += [f"### {section.capitalize()}", "", "| | count | at least |", "|---|---:|---:|"]
        lines += [f"| {r.name} | {r.count:,} | {r.least or ''} |" for r in rows if r.section == section]
        lines.append("")
    return "\n".join(lines)
