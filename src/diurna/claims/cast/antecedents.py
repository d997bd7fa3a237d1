"""Whom a pronoun means: candidates before it, weighed by place in the clause, nearness, and how often they are named.

After Lappin and Leass (1994), with the constraints that their filter takes from the tree: no argument of the
pronoun's own clause, nothing that holds the pronoun inside it, and no speaker of the quotation it stands in.
The weights were set by hand and checked on GUM's training documents (news, biographies); they are flat around here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from diurna.claims.cast.discourse import Discourse, Mention
from diurna.claims.cast.phrase import base, child, clause_of, extent, top_conjunct
from diurna.claims.cast.pronouns import Pronoun, relative_to
from diurna.claims.cast.quotes import Speakers
from diurna.language import Reading
from diurna.vocabulary.reference import words
from diurna.vocabulary.speech import uses_of

# By what the pronoun can mean: how many sentences back to look, and what a mention keeps of its weight per sentence.
_REACH = {"person": 10, "thing": 2, "plural": 3}
_DECAY = {"person": 0.55, "thing": 0.45, "plural": 0.4}
_AGAIN = 0.4  # what a candidate's weaker sentences add to its strongest one
# Added to the weight of the candidate's place in its clause (`Discourse.weight`):
_TAKEN_UP = 0.25  # it is a pronoun itself: already what the passage is about
_MAIN = {"person": 0.0, "thing": 0.3, "plural": 0.0}  # subject of its sentence's main verb
_PARALLEL = 0.3  # pronoun and candidate are subjects of main verbs; again when both verbs say
_ABOVE = 0.3  # subject of a clause around the pronoun's
_SAYER = 0.6  # subject of the verb whose clause has the pronoun as its subject: "Ana said she"
_OWN_SUBJECT = 0.4  # subject of the clause in which the pronoun owns something: "Ana praised her ally"
_JOINED = 0.8  # right before "and his ...": "Kiir and his rival"
_AHEAD = 0.9  # the subject behind a phrase put first: "During her visit, Ana"
# How well a person fits whose gender is not known; an unnamed person of the right gender; below what a body is no "it".
_UNKNOWN, _UNNAMED, _WEAK = 0.8, 0.65, 0.15
_HEARD = 0.5  # what a candidate inside a quotation keeps for a pronoun outside it
_SPEAKERS_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})


def resolve(pronoun: Pronoun, discourse: Discourse, speakers: Speakers) -> tuple[str, ...]:
    """The referents of the pronoun; empty when nothing before it fits."""
    if pronoun.sort == "speaker":
        return _speaker(pronoun, discourse, speakers)
    if pronoun.reflexive:
        subjects = discourse.subjects_of(clause_of(discourse.reading, pronoun.token))
        refs = [discourse.groups.get(s) or discourse.meant_by(s) for s in subjects]
        if refs and refs[0]:
            return refs[0]
    found = _best(pronoun, discourse, speakers)
    if pronoun.sort == "plural":
        return _pair_instead(pronoun, discourse, speakers, found) or (found.refs if found else ())
    return found.refs if found else ()


def _speaker(pronoun: Pronoun, discourse: Discourse, speakers: Speakers) -> tuple[str, ...]:
    """Who says "I"; who says "we" speaks for the body or the country whose office they hold."""
    speaker = speakers.speaker(pronoun.token)
    form = discourse.reading.forms[pronoun.token].casefold()
    refs = discourse.speaker_meant(speaker) if speaker is not None else ()
    people = all((discourse.sort(ref) or "person") == "person" for ref in refs)
    if form not in _SPEAKERS_PLURAL or not people:
        return refs
    return tuple(key for ref in refs for key in _spoken_for(discourse, ref))


def _spoken_for(discourse: Discourse, ref: str) -> tuple[str, ...]:
    draft = discourse.draft(ref)
    offices = draft.offices if draft is not None else ()
    bodies = (discourse.roster.named(fact.office.of) for fact in offices if fact.office.of is not None)
    if (body := next(filter(None, bodies), None)) is not None:
        return (body.key,)
    country = next((fact.country for fact in offices if fact.country is not None), None)
    return (discourse.roster.country(country).key,) if country is not None else ()


def _best(pronoun: Pronoun, discourse: Discourse, speakers: Speakers) -> Mention | None:
    """The mention that weighs most: per candidate its best of each sentence, weaker sentences counting less."""
    latest: dict[tuple[str, ...], Mention] = {}
    weights: dict[tuple[tuple[str, ...], int], float] = {}
    for mention, weight in _weighed(pronoun, discourse, speakers):
        latest.setdefault(mention.refs, mention)
        there = (mention.refs, mention.sentence)
        weights[there] = max(weight, weights.get(there, 0.0))
    scores: dict[tuple[str, ...], float] = {}
    for (refs, _), weight in weights.items():
        old = scores.get(refs, 0.0)
        scores[refs] = max(old, weight) + _AGAIN * min(old, weight)
    if pronoun.sort == "thing":
        scores = {refs: s for refs, s in scores.items() if s >= _WEAK or discourse.draft(refs[0]) is None}
    if not scores:
        return None
    return latest[max(scores, key=lambda refs: (round(scores[refs], 6), latest[refs].head))]


def _weighed(pronoun: Pronoun, discourse: Discourse, speakers: Speakers) -> Iterator[tuple[Mention, float]]:
    """The mentions that the pronoun can mean, each with its weight: those before it, latest first, then those ahead."""
    reading = discourse.reading
    here = reading.sentence_of(pronoun.token)
    barred = _barred(pronoun, discourse, speakers)
    fits = _fits(pronoun, discourse)
    for mention in discourse.since(here - _REACH[pronoun.sort]):
        fit = 0.0 if mention.head >= pronoun.token else fits(mention) * _able(pronoun, mention, reading)
        if fit and mention.refs and mention.refs not in barred and not _around(reading, mention, pronoun.token):
            heard = speakers.quoted(mention.head) and not speakers.quoted(pronoun.token)
            near = _DECAY[pronoun.sort] ** (here - mention.sentence) * (_HEARD if heard else 1.0)
            yield mention, near * fit * _prominence(pronoun, mention, discourse)
    for mention in _following_subjects(pronoun, discourse):
        if (fit := fits(mention)) and mention.refs not in barred:
            yield mention, fit * _AHEAD


def _prominence(pronoun: Pronoun, mention: Mention, discourse: Discourse) -> float:
    """The weight of a mention for this pronoun: its function, raised where pronoun and candidate go together."""
    reading = discourse.reading
    weight = discourse.weight(mention)
    if mention.kind == "pronoun" and relative_to(reading, mention.head) is None:
        weight += _TAKEN_UP
    if mention.function == "subject" and int(reading.heads[mention.clause]) < 0:
        weight += _MAIN[pronoun.sort]
    if pronoun.possessive and base(reading.deprels[int(reading.heads[pronoun.token])]) == "conj":
        weight += _JOINED * (int(reading.heads[int(reading.heads[pronoun.token])]) == mention.head)
    weight += _JOINED * (pronoun.possessive and _named_before_and(discourse, pronoun.token) == mention.refs)
    clause = clause_of(reading, pronoun.token)
    weight += _parallel(reading, pronoun, clause, mention)
    if mention.sentence == reading.sentence_of(pronoun.token):
        if mention.function == "subject" and mention.clause in reading.path_to_root(clause):
            weight += _ABOVE
            said = reading.deprels[clause] == "ccomp" and int(reading.heads[clause]) == mention.clause
            weight += _SAYER * (said and not pronoun.possessive)
        if pronoun.possessive and mention.head in discourse.subjects_of(clause):
            weight += _OWN_SUBJECT
    return weight


def _named_before_and(discourse: Discourse, token: int) -> tuple[str, ...]:
    """Who is named right before "and his ...": "Kiir and his rival"."""
    joined = token >= 2 and discourse.reading.forms[token - 1] == "and"
    return discourse.meant_by(token - 2) if joined else ()


def _parallel(reading: Reading, pronoun: Pronoun, clause: int, mention: Mention) -> float:
    """What the candidate gains when both are subjects of their sentences' main verbs, more when both verbs say."""
    if not reading.deprels[pronoun.token].startswith("nsubj") or mention.function != "subject":
        return 0.0
    main = int(reading.heads[clause]) < 0 and int(reading.heads[mention.clause]) < 0
    both_say = bool(uses_of(reading.lemmas[clause]) and uses_of(reading.lemmas[mention.clause]))
    return _PARALLEL * (main + both_say)


def _able(pronoun: Pronoun, mention: Mention, reading: Reading) -> float:
    """How well the candidate's kind goes with what the pronoun does: only people and bodies say and think."""
    if reading.lemmas[mention.head] in words("calendar", "nouns"):
        return 0.0
    return 0.1 if _speaks(pronoun, reading) and mention.sort in ("thing", "place") else 1.0


def _speaks(pronoun: Pronoun, reading: Reading) -> bool:
    """Whether the pronoun is the subject of a verb of saying or thinking."""
    verb = int(reading.heads[pronoun.token])
    return reading.deprels[pronoun.token] == "nsubj" and verb >= 0 and bool(uses_of(reading.lemmas[verb]))


def _following_subjects(pronoun: Pronoun, discourse: Discourse) -> Iterator[Mention]:
    """Named subjects behind a phrase or clause put first: "During her visit, Kamau held talks"."""
    reading = discourse.reading
    for predicate in reading.ancestors(pronoun.token):
        for token in reading.children(predicate):
            key = discourse.heads.get(token)
            ahead = token > pronoun.token and reading.deprels[token].startswith("nsubj")
            if key is not None and ahead and token not in reading.path_to_root(pronoun.token):
                draft = discourse.roster.drafts[key]
                here = reading.sentence_of(token)
                yield Mention(token, "name", here, (key,), draft.type, False, draft.gender, "subject", predicate)


def _fits(pronoun: Pronoun, discourse: Discourse) -> Callable[[Mention], float]:
    def person(mention: Mention) -> float:
        if mention.plural or mention.sort != "person" or len(mention.refs) != 1:
            return 0.0
        draft = discourse.draft(mention.refs[0])
        gender = draft.gender if draft is not None else mention.gender
        if gender is None and draft is not None:
            return _UNKNOWN if not draft.called else 0.9 if draft.called[-1] == pronoun.gender else 0.4
        if gender is None:
            return 0.45
        return 0.0 if gender != pronoun.gender else 1.0 if draft is not None else _UNNAMED

    governor = int(discourse.reading.heads[pronoun.token])
    reading = discourse.reading
    is_predicated = reading.upos[governor] in ("NOUN", "PRON") and child(reading, governor, "cop") is not None

    def thing(mention: Mention) -> float:
        if mention.plural or mention.sort == "person" or len(mention.refs) != 1:
            return 0.0
        joined = reading.deprels[mention.head] == "conj" or child(reading, mention.head, "conj") is not None
        aside = 0.5 if mention.function in ("oblique", "modifier") or is_predicated or joined else 1.0
        return aside * {"organization": 1.0, "country": 0.9, "place": 0.45}.get(mention.sort, 0.6 / aside)

    owner = 0.5 if pronoun.possessive else 1.0

    def plural(mention: Mention) -> float:
        if mention.plural:
            named = len(mention.refs) > 1 and all(discourse.draft(ref) for ref in mention.refs)
            return 1.3 if named else 1.0 if mention.sort in ("person", "country", "organization") else 0.6 * owner
        return {"organization": 0.3, "country": 0.15}.get(mention.sort, 0.0)

    return {"person": person, "thing": thing, "plural": plural}[pronoun.sort]


def _barred(pronoun: Pronoun, discourse: Discourse, speakers: Speakers) -> set[tuple[str, ...]]:
    barred: set[tuple[str, ...]] = set()
    speaker = speakers.speaker(pronoun.token)
    if speaker is not None and pronoun.sort == "person":
        barred.add(discourse.speaker_meant(speaker))
    if not pronoun.possessive and not pronoun.reflexive:
        for token in _coarguments(pronoun.token, discourse):
            barred.add(discourse.meant_by(token))
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
    if base(reading.deprels[top_conjunct(reading, token)]) not in ("nsubj", "expl"):
        found.update(discourse.subjects_of(predicate))
    return found - {token}


def _around(reading: Reading, mention: Mention, token: int) -> bool:
    """Whether the candidate's own phrase holds the pronoun ("her Russian counterpart")."""
    if mention.kind == "group" or mention.sentence != reading.sentence_of(token):
        return False
    start, end = extent(reading, mention.head)
    return start <= token < end


def _pair_instead(pronoun: Pronoun, discourse: Discourse, speakers: Speakers, found: Mention | None) -> tuple[str, ...]:
    """The pair that "they" or "their" means where a clause has just set two parties side by side."""
    reading = discourse.reading
    here = reading.sentence_of(pronoun.token)
    governor = int(reading.heads[pronoun.token])
    mutual = pronoun.possessive and governor >= 0 and reading.lemmas[governor] in words("pairs", "reciprocal")
    speaks = _speaks(pronoun, reading)
    pairs = sorted(discourse.pairs, key=lambda pair: speaks and discourse.sort(pair[1][0]) == "person")
    for token, refs in reversed(pairs):
        if reading.sentence_of(token) < here - (2 if mutual else 1):
            continue
        heard = speakers.quoted(token) and not speakers.quoted(pronoun.token)
        later = found is None or reading.sentence_of(token) >= found.sentence + found.plural
        if not heard and (mutual or later):
            return refs
    return ()
