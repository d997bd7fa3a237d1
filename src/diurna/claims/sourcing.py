"""Who says it, and the exact words: source chains by name, statements, spans and quotations."""

from __future__ import annotations

from diurna.claims.attribution import Attribution, chain
from diurna.claims.scene import Scene
from diurna.claims.syntax import dependents, lemma
from diurna.language.reading import Reading
from diurna.model import Evidence, Report, Span, Statement
from diurna.model.ids import content_id
from diurna.vocabulary.triggers import noun_classes

_CONTEXT = 32


def statements(scene: Scene) -> tuple[Statement, ...]:
    made = []
    for a in scene.attributions:
        parent = scene.attributions[a.parent] if a.parent is not None else None
        made.append(
            Statement(
                id=statement_id(scene.report, scene.reading, a),
                report=scene.report.id,
                sources=source_chain(scene, a),
                cue=span(scene.reading, *a.cue_span),
                content=tuple(span(scene.reading, start, end) for start, end in a.content),
                said_on=scene.said_on.get(a.index, scene.published.edtf),
                parent=statement_id(scene.report, scene.reading, parent) if parent else None,
            )
        )
    return tuple(made)


def statement_id(report: Report, reading: Reading, a: Attribution) -> str:
    first = a.content[0] if a.content else a.cue_span
    return content_id("s", report.id, int(reading.starts[a.cue]), int(reading.starts[first[0]]), a.index)


def source_chain(scene: Scene, a: Attribution | None) -> tuple[tuple[str, ...], ...]:
    """The chain of sources by name, outermost first; a source that is not named ("reportedly") makes no level."""
    links = chain(scene.attributions, a) if a is not None else ()
    levels = (tuple(dict.fromkeys(n for head in link.source_heads for n in _names(scene, head))) for link in links)
    return tuple(level for level in levels if level)


def _names(scene: Scene, head: int) -> tuple[str, ...]:
    """Who speaks: the entities, the author of a document ("Kamau's statement"), or the source's own words."""
    people = scene.cast
    keys = people.members(head)
    if not keys and lemma(scene.reading, head) in noun_classes()["document"]:
        keys = tuple(k for author in dependents(scene.reading, head, "nmod:poss") for k in people.members(author))
    return tuple(people.entity(k).name for k in keys) if keys else (people.mention_text(head),)


def span(reading: Reading, start: int, end: int) -> Span:
    low, high = int(reading.starts[start]), int(reading.ends[end - 1])
    return Span(start=low, end=high, text=reading.text[low:high])


def evidence(reading: Reading, token: int) -> Evidence:
    first, last = reading.sentence_bounds(reading.sentence_of(token))
    low, high = int(reading.starts[first]), int(reading.ends[last - 1])
    text = reading.text
    return Evidence(
        start=low,
        end=high,
        exact=text[low:high],
        prefix=text[max(0, low - _CONTEXT) : low],
        suffix=text[high : high + _CONTEXT],
    )
