"""From drafts to attributions: scopes mended, levels nested, spans cut."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from diurna.claims.attribution.continuing import carried_on
from diurna.claims.attribution.phrases import phrase, runs, trimmed
from diurna.claims.attribution.syntax import is_punct, related, subject, tree
from diurna.claims.attribution.values import Attribution, Found, TokenSpan
from diurna.language import Reading

_CONTRAST = frozenset({"although", "though", "while", "whereas", "but"})


def assemble(reading: Reading, found: Sequence[Found]) -> tuple[Attribution, ...]:
    """The attributions in text order of their cues."""
    by_cue = {f.cue: f for f in reversed(found)}
    mended = [_mended(reading, f, by_cue) for f in found]
    ordered = sorted((f for f in mended if _has_words(reading, f.content)), key=lambda f: f.cue)
    ordered = _one_per_cue(ordered)
    parents = _parents(ordered)
    ordered = [_within(reading, k, ordered, parents) for k in range(len(ordered))]
    cues = {f.cue for f in ordered}
    return tuple(_attribution(reading, k, f, parents[k], cues) for k, f in enumerate(ordered))


def _has_words(reading: Reading, content: frozenset[int]) -> bool:
    return any(not is_punct(reading, t) for t in content)


def _one_per_cue(found: Sequence[Found]) -> list[Found]:
    best: dict[int, Found] = {}
    for f in found:
        best.setdefault(f.cue, f)
    return list(best.values())


# --- scope ---------------------------------------------------------------------------------------------------


def _mended(reading: Reading, f: Found, by_cue: Mapping[int, Found]) -> Found:
    """The content without what the tree put into it wrongly: the frame of its own cue, another speaker's clause."""
    own = f.cue_tokens | {t for s in f.sources if s not in f.content for t in range(*phrase(reading, s, f.content))}
    content = f.content - own
    for cue in sorted(content & by_cue.keys()):
        if cue in content and cue != f.cue:
            content -= _foreign(reading, f, by_cue[cue])
    return replace(f, content=frozenset(content))


def _foreign(reading: Reading, f: Found, other: Found) -> set[int]:
    """The tokens of another attribution that stand in the content without being said: see the cases in the code."""
    if other.cue in f.cue_tokens:
        return set()
    if other.inside == f.cue:  # "citing officials" is nothing that the citer says
        return set(f.content - other.content)
    if reading.layout.quotation_at(other.cue) is not None and reading.layout.quotation_at(f.cue) is None:
        return set()
    if f.cue in other.content and other.sources != f.sources:  # each contains the other: the later frame is outside
        return set(tree(reading, other.cue)) - other.content if other.cue < f.cue else set()
    relation = reading.deprels[other.cue].split(":")[0]
    own_subject = subject(reading, other.cue) is not None
    if relation == "advcl" and own_subject and _opens_with(reading, other.cue, _CONTRAST):
        return tree(reading, other.cue) | other.content
    if relation in ("conj", "parataxis") and own_subject and _after_semicolon(reading, other.cue):
        return tree(reading, other.cue) | other.content
    if relation == "conj" and other.act == "refuse_comment" and _by_pronoun(reading, other):
        return tree(reading, other.cue) | other.content
    verb = other.cue if reading.upos[other.cue] == "VERB" else int(reading.heads[other.cue])
    outer = carried_on(reading, verb) if verb >= 0 else None
    if outer is not None and outer in reading.path_to_root(f.cue):  # the outer speaker goes on
        return tree(reading, verb) | other.content
    return set()


def _by_pronoun(reading: Reading, f: Found) -> bool:
    """Whether the speaker is "it", "they" ...: "said P, but it did not disclose Q" is the reporter's second half."""
    return bool(f.sources) and all(reading.upos[s] == "PRON" for s in f.sources)


def _opens_with(reading: Reading, clause: int, words: frozenset[str]) -> bool:
    return any(reading.forms[m].lower() in words for m in related(reading, clause, "mark", "cc"))


def _after_semicolon(reading: Reading, clause: int) -> bool:
    start = min(tree(reading, clause))
    return any(reading.forms[t] == ";" for t in (start, start - 1) if t >= 0)


# --- levels ----------------------------------------------------------------------------------------------------


def _parents(ordered: Sequence[Found]) -> list[int | None]:
    """For each attribution the one that it stands in; never in a circle."""
    place = {f.cue: k for k, f in enumerate(ordered)}
    around: defaultdict[int, list[int]] = defaultdict(list)
    for n, f in enumerate(ordered):
        for cue in f.content & place.keys():
            around[cue].append(n)
    parents = [_parent(k, ordered, place, around[ordered[k].cue]) for k in range(len(ordered))]
    for k in range(len(parents)):
        above, seen = parents[k], {k}
        while above is not None and above not in seen:
            seen.add(above)
            above = parents[above]
        if above == k:
            parents[k] = None
    return parents


def _parent(k: int, ordered: Sequence[Found], place: Mapping[int, int], around: Sequence[int]) -> int | None:
    """The attribution with the smallest content around the cue, or the one that the words name."""
    me = ordered[k]
    if me.inside is not None:
        return place.get(me.inside)
    outer = [n for n in around if n != k and ordered[n].cue not in me.content]
    return min(outer, key=lambda n: (len(ordered[n].content), n), default=None)


def _within(reading: Reading, k: int, ordered: Sequence[Found], parents: Sequence[int | None]) -> Found:
    """The attribution with no more content than those that it stands in."""
    content, above = ordered[k].content, parents[k]
    while above is not None:
        shared = content & ordered[above].content
        content = shared if _has_words(reading, shared) else content
        above = parents[above]
    return replace(ordered[k], content=content)


# --- spans -----------------------------------------------------------------------------------------------------


def _attribution(reading: Reading, k: int, f: Found, parent: int | None, cues: set[int]) -> Attribution:
    spans = _content_spans(reading, f.content)
    inside = {t for start, end in spans for t in range(start, end) if not is_punct(reading, t)}
    avoid = f.cue_tokens | (f.content - frozenset(f.sources)) | _telling_clauses(reading, f, cues)
    return Attribution(
        index=k,
        sources=tuple(phrase(reading, s, avoid) for s in f.sources),
        source_heads=f.sources,
        cue=f.cue,
        cue_span=_cue_span(f),
        content=spans,
        content_heads=tuple(sorted(t for t in inside if int(reading.heads[t]) not in inside)),
        parent=parent,
        quoted=any(reading.layout.quotation_at(t) is not None for t in inside)
        and reading.layout.quotation_at(f.cue) is None,
        act=f.act,
        negated=f.negated,
    )


def _telling_clauses(reading: Reading, f: Found, cues: set[int]) -> set[int]:
    """The clauses behind a source that are attributions themselves: "the embassy, which announced that ..."."""
    within = {t for s in f.sources for t in tree(reading, s)}
    clauses = [tree(reading, t) for t in within if reading.deprels[t].startswith("acl")]
    return {t for clause in clauses if clause & cues for t in clause}


def _cue_span(f: Found) -> TokenSpan:
    """The unbroken run of cue tokens around the cue."""
    return next((start, end) for start, end in runs(f.cue_tokens | {f.cue}) if start <= f.cue < end)


def _content_spans(reading: Reading, content: frozenset[int]) -> tuple[TokenSpan, ...]:
    bridged = set(content)
    for token in content:
        if token + 1 not in bridged and token + 2 in bridged and is_punct(reading, token + 1):
            bridged.add(token + 1)
    spans = (trimmed(reading, start, end) for start, end in runs(bridged))
    return tuple(
        (start, end) for start, end in spans if start < end and any(not is_punct(reading, t) for t in range(start, end))
    )
