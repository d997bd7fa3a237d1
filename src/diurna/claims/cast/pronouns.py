"""Whom a pronoun means: candidates before it, weighed by place in the clause, nearness, and how often they are named.

After Lappin and Leass (1994), with the constraints that their filter takes from the tree: no argument of the
pronoun's own clause, nothing that holds the pronoun inside it, and no speaker of the quotation it stands in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from diurna.claims.cast.discourse import Discourse, Mention
from diurna.claims.cast.phrase import base, clause_of, extent, top_conjunct
from diurna.claims.cast.quotes import Speakers
from diurna.language import Reading
from diurna.vocabulary.names import Gender
from diurna.vocabulary.reference import words

_FORMS: dict[str, tuple[str, Gender | None]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("person", "m")),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("person", "f")),
    **dict.fromkeys(("it", "its", "itself"), ("thing", None)),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves", "themself", "both"), ("plural", None)),
    **dict.fromkeys(("i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"), ("speaker", None)),
}
_REACH = {"person": 5, "thing": 2, "plural": 3}
_DECAY = 0.45
_SPEAKERS_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A third-person or quoted first-person pronoun, as far as its form tells what it can mean."""

    token: int
    sort: str
    gender: Gender | None
    possessive: bool
    reflexive: bool


def pronoun_at(reading: Reading, token: int) -> Pronoun | None:
    """The pronoun that this token is, or None for all other words (and for "it" that means nothing)."""
    form = reading.forms[token].casefold()
    if form not in _FORMS or reading.upos[token] not in ("PRON", "DET") or reading.forms[token] == "US":
        return None
    if form == "both" and any(base(reading.deprels[token]) == d for d in ("det", "cc", "advmod", "cc:preconj")):
        return None
    if form == "it" and _expletive(reading, token):
        return None
    sort, gender = _FORMS[form]
    possessive = reading.xpos[token] == "PRP$" or reading.deprels[token] == "nmod:poss"
    return Pronoun(token, sort, gender, possessive, form.endswith(("self", "selves")))


def _expletive(reading: Reading, token: int) -> bool:
    """Whether "it" means nothing: "it is clear that", "it seems", "it was reported that"."""
    if base(reading.deprels[token]) == "expl":
        return True
    predicate = int(reading.heads[token])
    if predicate < 0 or not reading.deprels[token].startswith("nsubj"):
        return False
    clausal = any(
        base(reading.deprels[c]) in ("csubj", "ccomp") or (base(reading.deprels[c]) in ("xcomp", "advcl") and c > token)
        for c in reading.children(predicate)
    )
    if reading.lemmas[predicate] in words("expletive", "adjectives") or reading.deprels[token] == "nsubj:pass":
        return clausal
    return reading.lemmas[predicate] in words("expletive", "lemmas") and clausal


def resolve(pronoun: Pronoun, discourse: Discourse, speakers: Speakers) -> tuple[str, ...]:
    """The referents of the pronoun; empty when nothing before it fits."""
    if pronoun.sort == "speaker":
        return _speaker(pronoun, discourse, speakers)
    if pronoun.reflexive:
        subjects = discourse.subjects_of(clause_of(discourse.reading, pronoun.token))
        refs = [discourse.groups.get(s) or discourse.refs.get(s, ()) for s in subjects]
        if refs and refs[0]:
            return refs[0]
    found = _best(pronoun, discourse, speakers)
    if pronoun.sort == "plural":
        return _pair_instead(pronoun, discourse, found) or (found.refs if found else ())
    return found.refs if found else ()


def _speaker(pronoun: Pronoun, discourse: Discourse, speakers: Speakers) -> tuple[str, ...]:
    speaker = speakers.speaker(pronoun.token)
    form = discourse.reading.forms[pronoun.token].casefold()
    refs = discourse.refs.get(speaker, ()) if speaker is not None else ()
    people = all((discourse.sort(ref) or "person") == "person" for ref in refs)
    return () if form in _SPEAKERS_PLURAL and people else refs


# -- weighing ---------------------------------------------------------------------------------------------------------


def _best(pronoun: Pronoun, discourse: Discourse, speakers: Speakers) -> Mention | None:
    here = discourse.reading.sentence_of(pronoun.token)
    barred = _barred(pronoun, discourse, speakers)
    fits = _fits(pronoun, discourse)
    scores: dict[tuple[str, ...], float] = {}
    latest: dict[tuple[str, ...], Mention] = {}
    seen: set[tuple[tuple[str, ...], int]] = set()
    for mention in discourse.since(here - _REACH[pronoun.sort]):
        fit = 0.0 if mention.head >= pronoun.token else fits(mention)
        if not fit or not mention.refs or mention.refs in barred or _around(discourse.reading, mention, pronoun.token):
            continue
        latest.setdefault(mention.refs, mention)
        if (mention.refs, mention.sentence) not in seen:
            seen.add((mention.refs, mention.sentence))
            near = _DECAY ** (here - mention.sentence)
            scores[mention.refs] = scores.get(mention.refs, 0.0) + near * fit * _prominence(pronoun, mention, discourse)
    if not scores:
        return None
    return latest[max(scores, key=lambda refs: (round(scores[refs], 6), latest[refs].head))]


def _prominence(pronoun: Pronoun, mention: Mention, discourse: Discourse) -> float:
    """The weight of a mention for this pronoun: its function, raised where pronoun and candidate go together."""
    reading = discourse.reading
    weight = discourse.weight(mention)
    if mention.kind == "pronoun":
        weight += 0.25
    clause = clause_of(reading, pronoun.token)
    if mention.sentence == reading.sentence_of(pronoun.token):
        if mention.function == "subject" and mention.clause in reading.path_to_root(clause):
            weight += 0.3
        if pronoun.possessive and mention.clause == clause and mention.function == "subject":
            weight += 0.2
    return weight


def _fits(pronoun: Pronoun, discourse: Discourse) -> Callable[[Mention], float]:
    def person(mention: Mention) -> float:
        if mention.plural or mention.sort != "person" or len(mention.refs) != 1:
            return 0.0
        draft = discourse.draft(mention.refs[0])
        gender = draft.gender if draft is not None else mention.gender
        if gender is None:
            return 0.75 if draft is not None else 0.45
        return 1.0 if gender == pronoun.gender else 0.0

    def thing(mention: Mention) -> float:
        if mention.plural or mention.sort == "person" or len(mention.refs) != 1:
            return 0.0
        return {"organization": 1.0, "country": 0.9, "place": 0.45}.get(mention.sort, 0.6)

    def plural(mention: Mention) -> float:
        if mention.plural:
            return 1.0 if mention.sort in ("person", "country", "organization") else 0.6
        return {"organization": 0.4, "country": 0.25}.get(mention.sort, 0.0)

    return {"person": person, "thing": thing, "plural": plural}[pronoun.sort]


# -- constraints ------------------------------------------------------------------------------------------------------


def _barred(pronoun: Pronoun, discourse: Discourse, speakers: Speakers) -> set[tuple[str, ...]]:
    barred: set[tuple[str, ...]] = set()
    speaker = speakers.speaker(pronoun.token)
    if speaker is not None and pronoun.sort == "person":
        barred.add(discourse.refs.get(speaker, ()))
    if not pronoun.possessive and not pronoun.reflexive:
        for token in _coarguments(pronoun.token, discourse):
            barred.add(discourse.refs.get(token, ()))
            barred.add(discourse.groups.get(token, ()))
    barred.discard(())
    return barred


def _coarguments(token: int, discourse: Discourse) -> set[int]:
    """Heads of the other arguments of the pronoun's clause; for its object also the understood subject."""
    reading = discourse.reading
    predicate = clause_of(reading, token)
    found = {
        mention.head
        for mention in discourse.since(reading.sentence_of(token))
        if mention.clause == predicate and mention.function in ("subject", "object") and mention.head != token
    }
    if not reading.deprels[top_conjunct(reading, token)].startswith("nsubj"):
        found.update(discourse.subjects_of(predicate))
    return found - {token}


def _around(reading: Reading, mention: Mention, token: int) -> bool:
    """Whether the candidate's own phrase holds the pronoun ("her Russian counterpart")."""
    if mention.kind == "group":
        return False
    start, end = extent(reading, mention.head)
    return start <= token < end


def _pair_instead(pronoun: Pronoun, discourse: Discourse, found: Mention | None) -> tuple[str, ...]:
    """The pair that "they" or "their" means where a clause has just set two parties side by side."""
    reading = discourse.reading
    here = reading.sentence_of(pronoun.token)
    governor = int(reading.heads[pronoun.token])
    mutual = pronoun.possessive and governor >= 0 and reading.lemmas[governor] in words("pairs", "reciprocal")
    for sentence, refs in reversed(discourse.pairs):
        if sentence < here - (2 if mutual else 1):
            return ()
        if found is None or mutual or sentence > found.sentence:
            return refs
    return ()
