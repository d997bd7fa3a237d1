"""Statements that only the language model sees: an unusual cue, a source far from it, an odd tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from diurna.claims.attribution.phrases import co_heads
from diurna.claims.attribution.values import Found
from diurna.claims.syntax import lemma
from diurna.language import Part, Reading, StatementSpan
from diurna.vocabulary import speech

SURE = 0.9
"""How surely the model must see the cue and each of its parts."""


def learned_statements(reading: Reading, found: Sequence[Found]) -> Iterator[Found]:
    """What the model surely sees as a statement with a source where the words alone told of none."""
    known = {token for f in found for token in f.cue_tokens}
    for said in reading.statements:
        cue = range(said.start, said.end)
        sources = [part for part in said.parts if part.role == "source"]
        contents = [part for part in said.parts if part.role == "content"]
        if sources and contents and not known & set(cue) and _surely(said, [*sources, *contents]):
            head = next(reading.span_heads(said.start, said.end))
            tops = (next(reading.span_heads(part.start, part.end)) for part in sources)
            heads = dict.fromkeys(h for top in tops for h in co_heads(reading, top))
            content = frozenset(t for part in contents for t in range(part.start, part.end))
            act = speech.act_of(lemma(reading, head)) or speech.act_of(lemma(reading, head), "noun") or "say"
            yield Found(head, frozenset(cue), tuple(heads), content, act)


def _surely(said: StatementSpan, parts: Iterable[Part]) -> bool:
    return said.score >= SURE and all(part.score >= SURE for part in parts)
