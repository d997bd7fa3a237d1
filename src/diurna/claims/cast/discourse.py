"""What has been mentioned so far while a report is read: the ground on which pronouns and descriptions are resolved.

A referent is the key of a named entity, or `#` and the head token of an unnamed noun phrase ("#41").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from diurna.claims.cast.phrase import clause_of, function, preposition
from diurna.claims.cast.roster import Draft, Roster
from diurna.language import Reading
from diurna.vocabulary.names import Gender
from diurna.vocabulary.reference import words

Kind = Literal["name", "pronoun", "nominal", "group"]
Sort = Literal["person", "organization", "country", "place", "thing"]
_WEIGHT = {"subject": 1.0, "object": 0.7, "oblique": 0.55, "possessor": 0.6, "modifier": 0.5, "other": 0.5}
_JOINING = frozenset({"with", "to", "and", "between", "from", "by"})


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of one referent or, for a group, of several."""

    head: int
    kind: Kind
    sentence: int
    refs: tuple[str, ...]
    sort: Sort
    plural: bool
    gender: Gender | None
    function: str
    clause: int


@dataclass(slots=True)
class Discourse:
    """The mentions so far, in the order in which they were read, and what the words for pairs can point to.

    `pairs` are parties set side by side, each with a token that says where.
    `heads` are the tokens that head a name, with the entity's key: names are known before anything else is resolved.
    """

    reading: Reading
    roster: Roster
    heads: Mapping[int, str] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    pairs: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    refs: dict[int, tuple[str, ...]] = field(default_factory=dict)
    kinds: dict[int, Kind] = field(default_factory=dict)
    groups: dict[int, tuple[str, ...]] = field(default_factory=dict)
    ahead: Callable[[int], tuple[str, ...]] | None = None

    def enter(self, mention: Mention) -> None:
        """Take in a mention, and the pair that it makes with the subject of its clause."""
        self.mentions.append(mention)
        self.refs[mention.head] = mention.refs
        self.kinds[mention.head] = mention.kind
        if len(mention.refs) > 1 and all(ref in self.roster.drafts for ref in mention.refs):
            self.pairs.append((mention.head, mention.refs))
        if mention.refs and (mention.function in ("object", "oblique") or self._partner(mention.head)):
            self._pair_with_subject(mention)

    def enter_group(self, head: int, mention: Mention) -> None:
        """Take in a coordination as one plural mention; its head keeps its own reference too."""
        self.mentions.append(mention)
        self.groups[head] = mention.refs
        if len(mention.refs) >= 2 and all(ref in self.roster.drafts for ref in mention.refs):
            self.pairs.append((mention.head, mention.refs))
            if mention.function in ("object", "oblique") or self._partner(mention.head):
                self._pair_with_subject(mention)

    def _partner(self, head: int) -> bool:
        """Whether the phrase says with whom something is done: "hold talks with X"."""
        governor = int(self.reading.heads[head])
        mutual = governor >= 0 and self.reading.lemmas[governor] in words("pairs", "reciprocal")
        return (mutual or self.reading.deprels[governor] == "obj") and preposition(self.reading, head) == "with"

    def meant_by(self, token: int) -> tuple[str, ...]:
        """The referents of a phrase by its head: read already, or a name that stands further on."""
        if token in self.refs:
            return self.refs[token]
        return (self.roster.key_at[token],) if token in self.roster.key_at else ()

    def speaker_meant(self, token: int) -> tuple[str, ...]:
        """The referents of a speaker, who may stand behind the words spoken: looked at ahead of the turn."""
        return self.meant_by(token) or (self.ahead(token) if self.ahead is not None else ())

    def draft(self, ref: str) -> Draft | None:
        """The named entity of a referent; None for an unnamed one."""
        return self.roster.drafts.get(ref)

    def sort(self, ref: str) -> Sort | None:
        """What kind of thing a named referent is."""
        draft = self.draft(ref)
        return None if draft is None else draft.type

    def latest(self, refs: set[str]) -> str | None:
        """The referent among `refs` that was mentioned last; subjects of the last sentence come before others."""
        best: tuple[float, str] | None = None
        for mention in reversed(self.mentions):
            for ref in mention.refs:
                if ref in refs:
                    score = mention.sentence + 0.9 * _WEIGHT[mention.function]
                    if best is None or score > best[0]:
                        best = (score, ref)
        return best[1] if best else None

    def weight(self, mention: Mention) -> float:
        """How prominent a mention's place in its clause is, between 0 and 1."""
        return _WEIGHT[mention.function]

    def since(self, sentence: int) -> Iterator[Mention]:
        """The mentions from this sentence on, latest first."""
        for mention in reversed(self.mentions):
            if mention.sentence < sentence:
                return
            yield mention

    def near(self, token: int, sentences: int) -> set[str]:
        """Who is mentioned in the token's sentence or in so many before it."""
        first = self.reading.sentence_of(token) - sentences
        return {ref for mention in self.since(first) for ref in mention.refs}

    def _pair_with_subject(self, mention: Mention) -> None:
        if mention.function == "oblique" and preposition(self.reading, mention.head) not in _JOINING:
            return
        for subject in self.subjects_of(mention.clause):
            refs = self.groups.get(subject) or self.meant_by(subject)
            sorts = {self.sort(ref) for ref in (*refs, *mention.refs)}
            if refs and not set(refs) & set(mention.refs) and len(sorts) == 1 and sorts <= {"person", "country"}:
                self.pairs.append((mention.head, (*refs, *mention.refs)))

    def subjects_of(self, predicate: int) -> tuple[int, ...]:
        """The subject of a predicate, own or understood from the clause above it; empty when there is none."""
        for _ in range(8):
            own = [c for c in self.reading.children(predicate) if self.reading.deprels[c].startswith("nsubj")]
            if own:
                return tuple(own)
            relation = self.reading.deprels[predicate]
            if relation.split(":")[0] not in ("xcomp", "advcl", "conj", "acl", "ccomp", "csubj"):
                return ()
            above = int(self.reading.heads[predicate])
            if relation.startswith("xcomp"):
                objects = [c for c in self.reading.children(above) if self.reading.deprels[c] in ("obj", "iobj")]
                if objects and above != predicate:
                    return tuple(objects)
            up = above if self.reading.upos[above] in ("VERB", "AUX") else clause_of(self.reading, above)
            if up in (predicate, above) and up != above:
                return ()
            predicate = up
        return ()


def place_in_clause(reading: Reading, head: int) -> tuple[str, int]:
    """The function of a phrase and the predicate that governs it."""
    return function(reading, head), clause_of(reading, head)
