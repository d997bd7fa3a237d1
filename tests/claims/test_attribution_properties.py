"""Attribution holds its promises on any tree, however wrong the tree is."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from diurna.claims.attribution import attribution_of, chain, find_attributions
from diurna.language import Reading

WORDS = tuple(
    (form, lemma, tag)
    for tag, words in {
        "PROPN": "Haddad",
        "NOUN": "official claim",
        "VERB": "said/say denied/deny citing/cite quoted/quote met/meet declined/decline comment adding/add",
        "ADJ": "according",
        "ADV": "reportedly",
        "PART": "to not",
        "SCONJ": "that",
        "PRON": "he",
        "ADP": "as",
        "PUNCT": ', " . :',
    }.items()
    for form, lemma in ((w.partition("/")[0], w.partition("/")[2] or w) for w in words.split())
)
RELATIONS = (
    "nsubj nsubj:pass obj obl obl:agent ccomp xcomp advcl acl acl:relcl conj parataxis nmod nmod:poss mark case advmod "
    "aux aux:pass punct appos det"
).split()


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Sentences of speech words with random trees."""
    chosen: list[tuple[str, str, str]] = []
    heads: list[int] = []
    relations: list[str] = []
    sentences = [0]
    for _ in range(draw(st.integers(1, 3))):
        length, base = draw(st.integers(1, 12)), len(chosen)
        order = draw(st.permutations(range(length)))  # a token hangs on one that comes earlier in this order
        place = {token: k for k, token in enumerate(order)}
        for token in range(length):
            chosen.append(draw(st.sampled_from(WORDS)))
            above = order[draw(st.integers(0, place[token] - 1))] if place[token] else None
            heads.append(-1 if above is None else base + above)
            relations.append("root" if above is None else draw(st.sampled_from(RELATIONS)))
        sentences.append(len(chosen))
    text, starts, ends = "", [], []
    for k, (form, _, _) in enumerate(chosen):
        text += draw(st.sampled_from([" ", "\n", "\n\n"])) if k in sentences and k else " " if k else ""
        starts.append(len(text))
        text += form
        ends.append(len(text))
    return Reading(
        text=text,
        starts=np.asarray(starts, dtype=np.int32),
        ends=np.asarray(ends, dtype=np.int32),
        sentences=np.asarray(sentences, dtype=np.int32),
        forms=tuple(w[0] for w in chosen),
        lemmas=tuple(w[1] for w in chosen),
        upos=tuple(w[2] for w in chosen),
        xpos=tuple("" for _ in chosen),
        feats=tuple("" for _ in chosen),
        heads=np.asarray(heads, dtype=np.int32),
        deprels=tuple(relations),
        names=(),
    )


@settings(max_examples=150, deadline=None)
@given(readings())
def test_attributions_are_well_formed(reading: Reading) -> None:
    found = find_attributions(reading)
    assert [a.index for a in found] == list(range(len(found)))
    assert [a.cue for a in found] == sorted({a.cue for a in found})
    for a in found:
        assert a.content
        assert len(a.sources) == len(a.source_heads)
        assert all(start <= head < end for (start, end), head in zip(a.sources, a.source_heads, strict=True))
        assert a.cue_span[0] <= a.cue < a.cue_span[1]
        spans = [*a.content, *a.sources, a.cue_span]
        assert all(0 <= start < end <= len(reading) for start, end in spans)
        assert all(left[1] < right[0] for left, right in zip(a.content, a.content[1:], strict=False))
        assert not any(start <= a.cue < end for start, end in a.content)
        assert a.content_heads


@settings(max_examples=150, deadline=None)
@given(readings())
def test_chains_end_at_the_top_and_lookups_are_among_them(reading: Reading) -> None:
    found = find_attributions(reading)
    for a in found:
        levels = chain(found, a)
        assert levels[-1] == a
        assert levels[0].parent is None
    for token in range(len(reading)):
        innermost = attribution_of(found, token)
        assert innermost is None or any(start <= token < end for start, end in innermost.content)
