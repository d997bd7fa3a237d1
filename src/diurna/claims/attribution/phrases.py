"""Noun phrases as sources: their spans and what is coordinated in them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from diurna.claims.attribution.syntax import is_punct, related, tree
from diurna.claims.attribution.values import TokenSpan
from diurna.claims.syntax import lemma, lower
from diurna.language import Reading
from diurna.vocabulary import speech

_OUTSIDE_PHRASE = ("punct", "case", "conj", "cc", "parataxis", "advcl", "mark", "cop", "discourse", "ccomp", "dep")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PAIRS = {")": "(", "]": "[", "”": "“", '"': '"', "''": "``"}


def co_heads(reading: Reading, head: int) -> tuple[int, ...]:
    """The head of a noun phrase and the heads coordinated with it; none where a broken tree has a mark for a head."""
    if is_punct(reading, head):
        return ()
    name, label = reading.name_at(head), _label(reading, head)
    found, queue = [head], [head]
    while queue:
        token = queue.pop(0)
        joined = [c for c in related(reading, token, "conj") if reading.upos[c] in ("NOUN", "PROPN", "PRON", "NUM")]
        if label in ("LOC", "ORG"):  # "A, B and C" with B read as an apposition
            joined += [
                c for c in related(reading, token, "appos") if _label(reading, c) == label and _coordinates(reading, c)
            ]
        joined = [c for c in joined if name is None or reading.name_at(c) != name]
        joined = [c for c in joined if label != "PER" or not _is_role(reading, c)]
        new = [c for c in joined if c not in found]
        found += new
        queue += new
    return tuple(found)


def _label(reading: Reading, i: int) -> str | None:
    name = reading.name_at(i)
    return None if name is None else name.label


def _coordinates(reading: Reading, i: int) -> bool:
    return bool(related(reading, i, "conj"))


def _is_role(reading: Reading, i: int) -> bool:
    """Whether a noun without determiner says what a person is: "Ann Lee, a teacher and native of Ohio"."""
    singular = reading.upos[i] == "NOUN" and not reading.has(i, "Number=Plur")
    return singular and not related(reading, i, "det", "nmod:poss", "nummod")


def noun_tree(reading: Reading, head: int) -> set[int]:
    """The tokens of a noun phrase with all of its name and all that describes it, also a participle read as its verb.

    Such is "briefed" in "a diplomat briefed on the talks" when the tree makes the diplomat its subject.
    """
    found, governor = tree(reading, head), int(reading.heads[head])
    bare = governor == max(found) + 1 and reading.xpos[governor] == "VBN" and not related(reading, governor, "aux")
    if bare and reading.deprels[head].startswith("nsubj") and reading.deprels[governor] == "conj":
        found |= {t for t in tree(reading, governor) if t > head}
    name = reading.name_at(head)
    return found if name is None else found | set(range(name.start, name.end))


def phrase(reading: Reading, head: int, avoid: frozenset[int] | set[int] = frozenset()) -> TokenSpan:
    """The span of a noun phrase: everything below its head up to the next thing that is not part of it.

    Appositions and relative clauses belong to it (the convention of PolNeAR); prepositions in front, coordinated
    phrases, the time of speaking and the tokens to `avoid` do not.
    """
    keep = noun_tree(reading, head) - {
        t for c in reading.children(head) if _is_outside(reading, head, c) for t in tree(reading, c)
    }
    keep = (keep - set(avoid)) | {head}
    inner = {c for c in reading.children(head) if reading.deprels[c] == "punct"} - set(avoid)
    start, end = head, head + 1
    while start - 1 in keep or (start - 1 in inner and start - 2 in keep):
        start -= 1
    while end in keep or (end in inner and end + 1 in keep):
        end += 1
    governor = int(reading.heads[head])
    for title in related(reading, governor, "nsubj") if governor >= 0 else ():
        if title + 1 == start and _is_title(reading, title):
            start = phrase(reading, title, avoid)[0]
    return trimmed(reading, start, end)


def _is_outside(reading: Reading, head: int, child: int) -> bool:
    """Whether a dependent is no part of the phrase, such as an adverb behind it or ", speaking to reporters"."""
    relation = reading.deprels[child].split(":")[0]
    if relation in _OUTSIDE_PHRASE:
        return True
    if child > head and (reading.upos[child] == "ADV" or is_time(reading, child)):
        return True
    aside = relation == "acl" and child > head and lower(reading, child).endswith("ing")
    return aside and reading.forms[min(tree(reading, child))] == ","


def _is_title(reading: Reading, i: int) -> bool:
    """Whether a subject right before another one can be its title: "Spokesman" of "Nick Merrill"."""
    name = reading.name_at(i)
    return not related(reading, i, "case") and (name is None or name.label == "PER") and reading.upos[i] != "PRON"


def is_time(reading: Reading, i: int) -> bool:
    """Whether a nominal is a day, month or year, which says when the source spoke."""
    if lemma(reading, i) in speech.listed("time_words"):
        return True
    return reading.upos[i] == "NUM" and bool(_YEAR.fullmatch(reading.forms[i]))


def trimmed(reading: Reading, start: int, end: int) -> TokenSpan:
    """The span without punctuation at its edges, except quotation marks and closed brackets."""
    while start < end and is_punct(reading, start) and not _opens(reading, start):
        start += 1
    while end > start and is_punct(reading, end - 1) and not _closes(reading, start, end):
        end -= 1
    return start, end


def _opens(reading: Reading, i: int) -> bool:
    return reading.forms[i] in "\"“”‘'``''([$£€#@" or reading.upos[i] == "SYM"


def _closes(reading: Reading, start: int, end: int) -> bool:
    form = reading.forms[end - 1]
    if form in (")", "]"):
        return _PAIRS[form] in reading.forms[start : end - 1]
    return form in ('"', "”", "’", "'", "''") or reading.upos[end - 1] == "SYM"


def runs(tokens: Iterable[int]) -> list[TokenSpan]:
    """The tokens as half-open spans, in text order."""
    spans: list[TokenSpan] = []
    for token in sorted(tokens):
        if spans and spans[-1][1] == token:
            spans[-1] = (spans[-1][0], token + 1)
        else:
            spans.append((token, token + 1))
    return spans
