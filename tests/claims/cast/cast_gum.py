"""GUM documents with gold trees and gold coreference, and how far a cast of them agrees with the gold chains."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from diurna.claims.cast import Cast
from diurna.language import NameSpan, Reading

_LABELS = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "EVENT"}
HE_SHE = frozenset({"he", "him", "his", "she", "her", "hers"})
THEY = frozenset({"they", "them", "their", "theirs"})
IT = frozenset({"it", "its"})


@dataclass(frozen=True)
class Gold:
    """One gold mention: half-open token span, its head, type, chain, and the span of its proper name (or None)."""

    start: int
    end: int
    head: int
    type: str
    chain: str
    name: tuple[int, int] | None


@dataclass(frozen=True)
class Document:
    """A document with gold trees and names, and its gold mentions in text order."""

    id: str
    reading: Reading
    gold: tuple[Gold, ...]


def documents(folder: Path, genre: str) -> Iterator[Document]:
    """The documents of one genre under GUM's `train` or `dev` folder."""
    for path in sorted((folder / "dep").glob(f"GUM_{genre}_*.conllu")):
        conllu = path.read_text(encoding="utf-8")
        bare = Reading.from_conllu(conllu)
        rows = (folder / "coref/gum/conll" / f"{path.stem}.conll").read_text(encoding="utf-8").splitlines()
        cells = [row.split("\t") for row in rows if row[:1].isdigit()]
        assert [row[1] for row in cells] == list(bare.forms), path.stem
        gold = tuple(sorted(_mentions(bare, [row[2] for row in cells]), key=lambda m: (m.start, -m.end)))
        yield Document(path.stem, Reading.from_conllu(conllu, _names(gold)), gold)


def _mentions(reading: Reading, marks: list[str]) -> Iterator[Gold]:
    opened: dict[str, list[int]] = defaultdict(list)
    for token, mark in enumerate(marks):
        for opening, label, closing in re.findall(r"(\()?([a-z]+-\d+[^()]*)(\))?", mark):
            kind, chain = label.split("-")[:2]
            if opening:
                opened[chain].append(token)
            if closing:
                start = opened[chain].pop()
                head = next(reading.span_heads(start, token + 1))
                yield Gold(start, token + 1, head, kind, chain, _name(reading, start, token + 1, head))


def _name(reading: Reading, start: int, end: int, head: int) -> tuple[int, int] | None:
    if reading.upos[head] == "NOUN":  # "defender Kyle Walker"
        head = next((c for c in reading.children(head) if reading.deprels[c] == "flat"), head)
    if reading.upos[head] != "PROPN" or not start <= head < end:
        return None
    low, high = head, head + 1
    while low > start and (reading.upos[low - 1] == "PROPN" or reading.forms[low - 1] == "-"):
        low -= 1
    while high < end and (reading.upos[high] == "PROPN" or _within_name(reading, high, end)):
        high += 1
    return low, high


def _within_name(reading: Reading, token: int, end: int) -> bool:
    """Whether a hyphen or "of" goes on a name: "Church of Scientology", "University of the Philippines"."""
    behind = [t for t in range(token + 1, end) if reading.forms[t] not in ("of", "the")][:1]
    return reading.forms[token] in ("-", "of", "the") and bool(behind) and reading.upos[behind[0]] == "PROPN"


def _names(gold: tuple[Gold, ...]) -> Iterator[NameSpan]:
    taken: set[int] = set()
    for mention in sorted(gold, key=lambda m: m.start - m.end):
        if mention.name and mention.type in _LABELS and not taken & set(range(*mention.name)):
            taken |= set(range(*mention.name))
            yield NameSpan(*mention.name, _LABELS[mention.type], 1.0)


def _outermost(gold: tuple[Gold, ...]) -> Iterator[Gold]:
    """The gold mentions by name that are not part of a longer name."""
    for mention in gold:
        if mention.name and not any(
            other.name and other.name != mention.name and _inside(mention.name, other.name) for other in gold
        ):
            yield mention


def _inside(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= span[0] and span[1] <= other[1]


# -- agreement --------------------------------------------------------------------------------------------------------


def whole_names(document: Document, cast: Cast) -> tuple[int, int]:
    """Of the gold people, organizations and places with two or more named mentions: how many have all of them under
    one key that no other gold entity's names have; and how many there are.
    """
    keys: dict[str, list[str | None]] = defaultdict(list)
    for mention in _outermost(document.gold):
        if mention.type in ("person", "organization", "place"):
            keys[mention.chain].append(cast.of(mention.head))
    owners: dict[str, set[str]] = defaultdict(set)
    for chain, found in keys.items():
        for key in found:
            if key is not None:
                owners[key].add(chain)
    asked = [found for found in keys.values() if len(found) > 1]
    whole = [f for f in asked if len(set(f)) == 1 and f[0] is not None and len(owners[f[0]]) == 1]
    return len(whole), len(asked)


def pronouns(document: Document, cast: Cast, forms: frozenset[str]) -> Iterator[tuple[str, int, bool, bool]]:
    """For each gold pronoun whose chain has an earlier phrase that is none: chain, token, whether the cast has it
    right, and whether the nearest gold mention before it of a fitting type and number would have it right.
    """
    chains: dict[str, list[Gold]] = defaultdict(list)
    for mention in document.gold:
        chains[mention.chain].append(mention)
    chain_of_key = _chains_of_keys(document, cast)
    for mention in document.gold:
        form = document.reading.forms[mention.head].casefold()
        if form not in forms or mention.end - mention.start > 1:
            continue
        if any(g.start < mention.start and document.reading.upos[g.head] != "PRON" for g in chains[mention.chain]):
            right = _right(cast, mention, chains[mention.chain], chain_of_key)
            yield mention.chain, mention.head, right, _nearest(document, mention, form) == mention.chain


def _right(cast: Cast, mention: Gold, chain: list[Gold], chain_of_key: dict[str, str]) -> bool:
    antecedent = cast.antecedent(mention.head)
    if antecedent is not None:
        return any(g.head == antecedent for g in chain)
    members = cast.members(mention.head)
    if len(members) == 1:
        return chain_of_key.get(members[0]) == mention.chain
    if len(members) > 1 and any(g.head != mention.head and cast.members(g.head) == members for g in chain):
        return True
    spans = [range(g.start, g.end) for g in chain if g.end - g.start > 2]
    return len(members) > 1 and any(
        all(any(cast.of(token) == key for token in span) for key in members) for span in spans
    )


def _chains_of_keys(document: Document, cast: Cast) -> dict[str, str]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in document.gold:
        key = cast.of(mention.head)
        if key is not None and cast.kind(mention.head) == "name":
            votes[key][mention.chain] += 1
    return {key: found.most_common(1)[0][0] for key, found in votes.items()}


def _nearest(document: Document, mention: Gold, form: str) -> str | None:
    """The baseline: the chain of the nearest mention before the pronoun that fits it in type and number."""
    for other in reversed([g for g in document.gold if g.end <= mention.start]):
        plural = document.reading.has(other.head, "Number=Plur")
        person = other.type == "person"
        if (
            form in HE_SHE
            and person
            and not plural
            and document.reading.forms[other.head].casefold() not in ("i", "we")
        ):
            return other.chain
        if (form in THEY and plural) or (form in IT and not plural and not person):
            return other.chain
    return None
