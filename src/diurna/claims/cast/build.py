"""Reads the cast of one report: names first, then every description, group and pronoun in text order."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from diurna.claims.cast.antecedents import resolve
from diurna.claims.cast.descriptions import is_nominal, is_people
from diurna.claims.cast.discourse import Discourse, Kind, Mention, Sort, place_in_clause
from diurna.claims.cast.names import Name
from diurna.claims.cast.nominals import resolve_nominal
from diurna.claims.cast.phrase import base, conjuncts, extent
from diurna.claims.cast.pronouns import Pronoun, pronoun_at, relative_to
from diurna.claims.cast.quotes import Speakers
from diurna.claims.cast.result import Cast
from diurna.claims.cast.roster import Roster
from diurna.language import Reading
from diurna.vocabulary.names import Gender

_FRONT = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "PRON"})  # what can stand between "and" and a name


def cast(reading: Reading) -> Cast:
    """The entities of one report under all their names, and who each noun phrase and pronoun means.

    A pure function of the reading.
    """
    roster = Roster(reading)
    names = {_titled_head(roster, name): name for name in roster.key_of}
    heads = {head: roster.key_of[name] for head, name in names.items()}
    discourse = Discourse(reading, roster, heads)
    speakers = Speakers(reading)
    discourse.ahead = partial(_ahead, discourse, speakers)
    waiting: list[Pronoun] = []
    for token in range(len(reading)):
        if token in heads:
            _enter_name(discourse, token, heads[token])
        elif (noun := relative_to(reading, token)) is not None:
            _enter_relative(discourse, token, noun)
        elif (pronoun := pronoun_at(reading, token)) is not None:
            _enter_pronoun(discourse, pronoun, speakers, waiting)
        elif is_nominal(reading, roster, token):
            _enter_nominal(discourse, token)
        _close_coordination(discourse, token)
        if token in names:
            _side_by_side(discourse, token, names[token])
    for pronoun in waiting:
        _look_ahead(discourse, pronoun, speakers)
    return Cast.of_discourse(discourse)


def _ahead(discourse: Discourse, speakers: Speakers, token: int) -> tuple[str, ...]:
    """Whom a phrase means that has not had its turn: the "he" of "he said" behind a quotation."""
    if (pronoun := pronoun_at(discourse.reading, token)) is not None:
        return resolve(pronoun, discourse, speakers) if pronoun.sort != "speaker" else ()
    if is_nominal(discourse.reading, discourse.roster, token):
        return resolve_nominal(discourse, token)[1]
    return ()


def _titled_head(roster: Roster, name: Name) -> int:
    """The head of a name together with the titles beside it, whichever of them the tree puts on top."""
    head = next(roster.reading.span_heads(name.title, name.end))
    while roster.key_at.get(above := int(roster.reading.heads[head])) == roster.key_of[name] and above not in roster.at:
        head = above
    return head


def _enter(discourse: Discourse, head: int, kind: Kind, refs: tuple[str, ...], sort: Sort, plural: bool,
           gender: Gender | None) -> None:  # fmt: skip
    place, clause = place_in_clause(discourse.reading, head)
    sentence = discourse.reading.sentence_of(head)
    discourse.enter(Mention(head, kind, sentence, refs, sort, plural, gender, place, clause))


def _enter_name(discourse: Discourse, head: int, key: str) -> None:
    draft = discourse.roster.drafts[key]
    family = draft.type == "person" and discourse.reading.xpos[head] == "NNPS"
    _enter(discourse, head, "name", (key,), draft.type, family, None if family else draft.gender)


def _enter_nominal(discourse: Discourse, head: int) -> None:
    said, refs = resolve_nominal(discourse, head)
    several = len(refs) > 1
    draft = discourse.draft(refs[0])
    sort: Sort = draft.type if draft is not None else said.sort  # type: ignore[assignment]
    people = is_people(discourse.reading, discourse.roster, head)
    _enter(
        discourse, head, "group" if several else "nominal", refs, sort, said.plural or several or people, said.gender
    )


def _enter_pronoun(discourse: Discourse, pronoun: Pronoun, speakers: Speakers, waiting: list[Pronoun]) -> None:
    refs = resolve(pronoun, discourse, speakers)
    if not refs:
        waiting.append(pronoun)
        return
    _enter_resolved(discourse, pronoun, refs)


def _enter_relative(discourse: Discourse, token: int, noun: int) -> None:
    """ "Who" and "which" mean what the phrase before them means."""
    refs = discourse.groups.get(noun) or discourse.meant_by(noun)
    before = next((m for m in reversed(discourse.mentions) if m.refs == refs), None)
    human = discourse.reading.forms[token].casefold() in ("who", "whom")
    if before is not None and (before.sort == "person" or not human):
        kind: Kind = "group" if len(refs) > 1 else "pronoun"
        _enter(discourse, token, kind, refs, before.sort, before.plural, before.gender)


def _enter_resolved(discourse: Discourse, pronoun: Pronoun, refs: tuple[str, ...]) -> None:
    draft = discourse.draft(refs[0])
    sort: Sort = draft.type if draft is not None else "person" if pronoun.sort in ("person", "plural") else "thing"
    if draft is not None and pronoun.gender is not None:
        draft.called.append(pronoun.gender)
    kind: Kind = "group" if len(refs) > 1 else "pronoun"
    _enter(discourse, pronoun.token, kind, refs, sort, pronoun.sort == "plural", pronoun.gender)


def _look_ahead(discourse: Discourse, pronoun: Pronoun, speakers: Speakers) -> None:
    """A pronoun in a clause or phrase put first can mean the subject that follows: "In her speech, Solberg said"."""
    reading = discourse.reading
    _, end = reading.sentence_bounds(reading.sentence_of(pronoun.token))
    path = set(reading.path_to_root(pronoun.token))
    sort = {"person": "person", "thing": "organization"}.get(pronoun.sort)
    behind = [m for m in discourse.mentions if pronoun.token < m.head < end and m.function == "subject"]
    for mention in sorted(behind, key=lambda m: m.head):
        fitting = mention.sort == sort and not mention.plural and mention.gender in (None, pronoun.gender)
        if fitting and mention.clause in path and pronoun.token < extent(reading, mention.head)[0]:
            _enter_resolved(discourse, pronoun, mention.refs)
            return
    if pronoun.sort == "speaker":
        refs = resolve(pronoun, discourse, speakers)
        if refs:
            _enter_resolved(discourse, pronoun, refs)


def _side_by_side(discourse: Discourse, token: int, name: Name) -> None:
    """Names of one kind are one party each in a list that ends in "and" ("Peru, Chile and Bolivia") or joined by a
    hyphen ("Peru-Chile ties"), however the tree attaches them.
    """
    roster = discourse.roster
    listed = [name]
    if (partner := _listed_before(discourse, listed[0], "-")) is not None:
        both = roster.key_of[partner], roster.key_of[name]
        if both[0] != both[1]:
            discourse.pairs.append((token, both))
        return
    while (before := _listed_before(discourse, listed[0], "and" if len(listed) == 1 else ",")) is not None:
        listed.insert(0, before)
    refs = tuple(dict.fromkeys(roster.key_of[name] for name in listed))
    if len(refs) < 2:
        return
    first = _titled_head(roster, listed[0])
    known = [pair for where, pair in discourse.pairs[-2:] if where >= first and set(refs) <= set(pair)]
    if not known:
        discourse.pairs.append((token, refs))
    if len(refs) > len(discourse.groups.get(first, ())) and (len(refs) > 2 or first in discourse.groups):
        discourse.groups[first] = refs


def _listed_before(discourse: Discourse, name: Name, joint: str) -> Name | None:
    """The name of the same kind that stands before `name` with only the joint, articles and titles between them."""
    reading, roster = discourse.reading, discourse.roster
    for token in range(name.title - 1, max(0, name.title - 5), -1):
        if reading.forms[token] == joint:
            end = token - 1 if reading.forms[token - 1] == "," else token
            other = roster.at.get(end - 1)
            if other is None or other not in roster.key_of:
                return None
            kinds = {discourse.sort(roster.key_of[n]) for n in (name, other)}
            return other if len(kinds) == 1 or kinds == {"country", "organization"} else None
        if reading.upos[token] not in _FRONT:
            return None
    return None


def _close_coordination(discourse: Discourse, token: int) -> None:
    """Enter a coordination as one plural mention once its last conjunct has been read."""
    reading = discourse.reading
    if base(reading.deprels[token]) != "conj" or token not in discourse.refs:
        return
    first = next(_first_conjuncts(reading, token), None)
    if first is None:
        return
    heads = conjuncts(reading, first)
    if heads[-1] != token or not all(head in discourse.refs for head in heads):
        return
    mentions = {m.head: m for m in discourse.since(reading.sentence_of(token)) if m.head in heads}
    sort = mentions[token].sort
    alike = {sort, "country", "organization"} if sort in ("country", "organization") else {sort}
    heads = tuple(head for head in heads if mentions[head].sort in alike)
    refs = tuple(dict.fromkeys(ref for head in heads for ref in discourse.refs[head]))
    if len(refs) < 2:
        return
    first = heads[0]
    place, clause = place_in_clause(reading, first)
    group = Mention(first, "group", reading.sentence_of(first), refs, sort, True, None, place, clause)
    discourse.enter_group(first, group)


def _first_conjuncts(reading: Reading, token: int) -> Iterator[int]:
    while base(reading.deprels[token]) == "conj":
        token = int(reading.heads[token])
        if base(reading.deprels[token]) != "conj":
            yield token
