"""From the written form to what programs learn from and are measured against.

`training_record` gives one JSON object a text, every annotation as offsets (code points) with its text.
`reference_record` gives a story as a reference record with its report files, as `benchmarks/record.py` reads them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from diurna_corpus import kinds
from diurna_corpus.files import Text
from diurna_corpus.format import Story, ids
from diurna_corpus.names import is_name
from diurna_corpus.resolve import Resolved, Told, resolve
from diurna_corpus.spans import Span

Item = dict[str, Any]


def training_record(text: Text, part: str) -> Item:
    """One text with its annotation as offsets; `part` is train, dev or test."""
    passage = text.passage
    found = resolve(passage.text, passage)
    return {
        "id": passage.id,
        "part": part,
        "story": text.story.story if text.story else None,
        "desk": passage.desk,
        "outlet": passage.outlet,
        "published": passage.published,
        "dated": passage.dated == "yes",
        "text": passage.text,
        "entities": {key: {"type": e.type, "members": e.members} for key, e in passage.entities.items()},
        "mentions": [
            {**_span(found, m.span), "entity": m.entity} for m in sorted(found.mentions, key=lambda m: m.span)
        ],
        "times": [{**_span(found, t.span), "value": t.value} for t in sorted(found.times, key=lambda t: t.span)],
        "statements": [
            {
                "id": said.id,
                "who": list(said.who),
                "source": _span(found, said.source) if said.source else None,
                "cue": _span(found, said.cue),
                "content": [_span(found, span) for span in said.content],
                "parent": said.parent,
                "said": said.written.said,
            }
            for said in found.statements.values()
        ],
        "claims": [_claim(found, claim) for claim in sorted(found.claims, key=lambda c: c.trigger)],
    }


def _claim(found: Resolved, claim: Told) -> Item:
    written = claim.written
    kind, mode = kinds.split(written.type)
    return {
        "trigger": _span(found, claim.trigger),
        "type": kind,
        "type_mode": mode,
        "status": written.status,
        "value": claim.value,
        "tense": claim.tense,
        "mode": claim.mode,
        "statement": claim.by,
        "sources": found.sources(claim.by),
        "actor": ids(written.actor),
        "recipient": ids(written.recipient),
        "other": ids(written.other),
        "place": ids(written.place),
        "date": written.date,
        "was": written.was,
        "when": written.when,
        "event": written.event,
    }


def _span(found: Resolved, span: Span) -> Item:
    return {"start": span.start, "end": span.end, "text": span.of(found.text)}


def reference_record(story: Story) -> tuple[Item, dict[str, str]]:
    """A story as a reference record, and the texts of its report files by name."""
    found = {report.id: resolve(report.text, report) for report in story.reports}
    names, kinds = _names(found.values(), {name for event in story.events.values() for name in event.participants})
    record = {
        "reports": [
            {
                "id": report.id,
                "file": f"{report.id}.txt",
                "outlet": report.outlet,
                "published": report.published,
                "published_basis": "metadata" if report.dated == "yes" else "inferred",
                "boilerplate": [],
            }
            for report in story.reports
        ],
        "entities": [{"id": key, "kind": kinds[key], "names": words} for key, words in names.items()],
        "events": [{"id": key, **_written(event)} for key, event in story.events.items()],
        "claims": [_reference_claim(text, claim, report) for report, text in found.items() for claim in text.claims],
        "changes": [_written(change) for change in story.changes],
        "no_change": [list(pair) for pair in story.no_change],
        "questions": [_written(question) for question in story.questions],
    }
    return record, {f"{report.id}.txt": report.text for report in story.reports}


def _names(texts: Iterable[Resolved], wanted: set[str]) -> tuple[dict[str, list[str]], dict[str, str]]:
    """The proper names and the types of entities; those that take part in an event may go by common nouns."""
    proper: dict[str, dict[str, None]] = {}
    common: dict[str, dict[str, None]] = {}
    kinds: dict[str, str] = {}
    for text in texts:
        for mention in text.mentions:
            words = mention.span.of(text.text)
            kinds[mention.entity] = text.written.entities[mention.entity].type
            if is_name(words):
                proper.setdefault(mention.entity, {})[words] = None
            elif " " in words:
                common.setdefault(mention.entity, {})[words] = None
    for key in wanted & common.keys() - proper.keys():
        proper[key] = common[key]
    return {key: list(words) for key, words in sorted(proper.items())}, kinds


def _reference_claim(text: Resolved, claim: Told, report: str) -> Item:
    chain = text.chain(claim.by)
    item = {
        "event": claim.written.event,
        "report": report,
        "status": claim.written.status,
        "quote": _unique(text.text, claim.trigger),
        "sources": [said.who[0] if len(said.who) == 1 else list(said.who) for said in chain if said.who],
    }
    if chain and chain[-1].written.said:
        item["asserted_on"] = chain[-1].written.said
    return item


def _unique(text: str, span: Span) -> str:
    """The words of a span with as many neighbours as make them stand once in the text."""
    start, end = span.start, span.end
    while text.count(text[start:end]) > 1 and (start > 0 or end < len(text)):
        start = max(text.rfind(" ", 0, max(start - 1, 0)) + 1, 0)
        after = text.find(" ", end + 1)
        end = len(text) if after < 0 else after
    return text[start:end]


def _written(value: Any) -> Item:
    import msgspec

    item: Item = msgspec.to_builtins(value)
    if "core" in item:
        item["core"] = item["core"] == "true"
    return {key: found for key, found in item.items() if found not in (None, [])}
