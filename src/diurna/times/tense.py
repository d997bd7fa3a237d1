"""On which side of the day of speaking a clause lies, from its verbs: past, present, future, or not told.

The clause of a token is that of the nearest verb above it in the tree. Where the tree gives no verb, the verbs of
its sentence are read from left to right.
"""

from __future__ import annotations

from collections.abc import Sequence

from diurna.language.reading import Reading
from diurna.times.clauses import separated
from diurna.times.meanings import FUTURE, NEAREST, PAST, PRESENT, CalendarDate
from diurna.times.values import FoundTime
from diurna.vocabulary.speech import cue_words
from diurna.vocabulary.time_words import time_words

_CLOSE = 6
_UP_TO = frozenset(("until", "till", "through", "by"))
_ENDS = _UP_TO | {"from", "since", "between", "to", "and"}
_PUT_OFF_TO = frozenset(("until", "till", "to", "for", "through"))
_WILL = frozenset(("will", "wo", "'ll", "’ll", "shall"))
_NO = frozenset(("not", "n't", "n’t", "neither", "nor", "no", "nobody", "none", "never"))
_AUXILIARIES = frozenset(("aux", "aux:pass", "cop"))


def side_of(reading: Reading, one: FoundTime) -> int | None:
    """The side of the expression's clause; the end of a period ("until June 1") may lie beyond it: the nearest one."""
    side = direction(reading, one.first, one.last)
    ends = one.first > 0 and reading.forms[one.first - 1].lower() in _UP_TO
    return None if ends and side != FUTURE and isinstance(one.meaning, CalendarDate) else side


def direction(reading: Reading, first: int, last: int) -> int | None:
    """PAST, PRESENT or FUTURE for the clause that governs the token span; None where no verb tells.

    NEAREST where the expression names an event of its own within a clause that is not past ("Friday's vote is seen
    as a test", "his return on Friday sets a record").
    """
    at = next(reading.span_heads(first, last))
    side = _clause_direction(reading, at, first, last)
    if side == PRESENT and reading.deprels[at].startswith("nmod"):
        return NEAREST
    return NEAREST if side in (PRESENT, FUTURE) and _names_its_noun(reading, at, last) else side


def dates_its_act(reading: Reading, one: FoundTime) -> bool:
    """Whether the expression dates an act that is over or to come ("was signed on May 3", "will open on May 3").

    What stands further down ("a visit in May", "payable May 3") or with a verb that plans can lie on the other side of
    its clause, and so can one end of a period ("from May 3 to 5"); this can not. Over many words the tree is not
    trusted to tell them apart.
    """
    if one.first > 0 and reading.forms[one.first - 1].lower() in _ENDS:
        return False
    at = next(reading.span_heads(one.first, one.last))
    verb, words = int(reading.heads[at]), time_words()
    if verb < 0 or abs(at - verb) > _CLOSE or not reading.deprels[at].startswith(("obl", "advmod")):
        return False
    finite = (verb, *(c for c in reading.children(verb) if reading.deprels[c] in _AUXILIARIES))
    if any(reading.forms[t].lower() in _WILL for t in finite):
        return True
    plans = words.forward_states | words.future_governors | words.putting_off
    return any(reading.xpos[t] == "VBD" for t in finite) and reading.lemmas[verb].lower() not in plans


def says(reading: Reading, first: int, last: int) -> bool:
    """Whether the verb above the token span is one of saying ("remarked in January that")."""
    at = next(reading.span_heads(first, last))
    verbs = (t for t in reading.path_to_root(at) if t != at and reading.upos[t] == "VERB")
    verb = next(verbs, None)
    return verb is not None and reading.lemmas[verb].lower() in cue_words("verb")


def _names_its_noun(reading: Reading, at: int, last: int) -> bool:
    """ "Wednesday's ruling", "the June agreement": the noun's own time, whatever the clause's."""
    after = reading.forms[last] if last < len(reading) else ""
    return after in ("'s", "’s") or reading.deprels[at] in ("nmod:poss", "compound", "nummod")


def _clause_direction(reading: Reading, at: int, first: int, last: int) -> int | None:
    for token in reading.path_to_root(at):
        if first <= token < last or separated(reading, at, token):
            continue
        if (told := _adjective_side(reading, token)) is not None:
            return told
        if reading.upos[token] in ("VERB", "AUX") or _has_auxiliary(reading, token):
            return FUTURE if _schedules(reading, token, first) else clause_side(reading, token)
    return _sentence_side(reading, first)


def lasts_until(reading: Reading, verb: int, expression: int) -> bool:
    """Whether the time is that to which the verb puts its object off, or until which it lets it last.

    "Postponed the vote until Friday", "extended the sanctions to June": the verb itself is of another day.
    """
    before = reading.forms[expression - 1].lower() if expression else ""
    putting_off = reading.lemmas[verb].lower() in time_words().putting_off
    return putting_off and verb < expression and before in _PUT_OFF_TO


def _schedules(reading: Reading, verb: int, expression: int) -> bool:
    """ "has scheduled a news conference for Thursday", "postponed the vote until Friday": the time is the object's."""
    if lasts_until(reading, verb, expression):
        return True
    return reading.lemmas[verb].lower() in time_words().forward_states and any(
        reading.deprels[c] == "obj" and verb < c < expression for c in reading.children(verb)
    )


def _adjective_side(reading: Reading, token: int) -> int | None:
    """FUTURE for a noun or adjective that looks ahead ("possible visit next year", "the deadline is Friday")."""
    if reading.upos[token] not in ("NOUN", "ADJ", "PROPN"):
        return None
    ahead = time_words().forward_nouns
    if reading.lemmas[token].lower() in ahead:
        return FUTURE
    if reading.upos[token] == "ADJ" and reading.lemmas[token].lower() in time_words().forward_states:
        return FUTURE
    mods = (reading.lemmas[c].lower() for c in reading.children(token) if reading.deprels[c] == "amod")
    return FUTURE if any(m in ahead for m in mods) else None


def _has_auxiliary(reading: Reading, token: int) -> bool:
    return any(reading.deprels[c] in _AUXILIARIES for c in reading.children(token))


def clause_side(reading: Reading, verb: int) -> int | None:
    """PAST, PRESENT or FUTURE for one verb with its auxiliaries and what governs it; None where that does not tell."""
    words = time_words()
    aux = [c for c in reading.children(verb) if reading.deprels[c] in _AUXILIARIES]
    perfect = any(reading.lemmas[a] == "have" for a in aux)
    if any(reading.forms[a].lower() in words.future_modals for a in aux) and not perfect:
        return PAST if _could_not(reading, verb, aux) else FUTURE
    if _looks_ahead(reading, verb) or _due_to(reading, verb):
        return NEAREST if _is_past(reading, verb) else FUTURE
    if perfect or any(reading.xpos[t] == "VBD" for t in (verb, *aux)):
        if _is_infinitive(reading, verb):
            return _ahead_of_governor(reading, verb) or PAST
        return PAST
    if _is_infinitive(reading, verb):
        return _infinitive_side(reading, verb)
    if reading.xpos[verb] in ("VBG", "VBN", "VB") and not aux and not _has_subject(reading, verb):
        return _participle_side(reading, verb)
    return PRESENT


def _could_not(reading: Reading, verb: int, aux: Sequence[int]) -> bool:
    """ "could not be reached on Monday": what somebody was not able to do is over, what they could do may be ahead."""
    if not any(reading.forms[a].lower() == "could" for a in aux):
        return False
    subjects = (c for c in reading.children(verb) if reading.deprels[c].startswith("nsubj"))
    beside = {*reading.children(verb), *(t for s in subjects for t in (s, *reading.children(s)))}
    return any(reading.forms[t].lower() in _NO for t in beside)


def _has_subject(reading: Reading, verb: int) -> bool:
    """A bare form with a subject of its own is a finite one ("The two leaders meet Monday")."""
    return reading.xpos[verb] == "VB" and any(
        reading.deprels[c].startswith("nsubj") and c < verb for c in reading.children(verb)
    )


def _is_infinitive(reading: Reading, verb: int) -> bool:
    return any(reading.forms[c].lower() == "to" and reading.deprels[c] == "mark" for c in reading.children(verb))


def _looks_ahead(reading: Reading, verb: int) -> bool:
    """ "scheduled for", "is due", "is planned": the verb itself points forward."""
    if reading.lemmas[verb].lower() not in time_words().forward_states:
        return False
    if reading.upos[verb] == "ADJ":
        return True
    return reading.xpos[verb] == "VBN" and not any(
        reading.lemmas[c] == "have" for c in reading.children(verb) if reading.deprels[c] == "aux"
    )


def _due_to(reading: Reading, verb: int) -> bool:
    """ "is due to be renewed", where the tree makes "due to" a mark of the verb, or the verb an adverbial of "due"."""
    ahead = time_words().forward_states
    head = int(reading.heads[verb])
    if 0 <= head < verb and reading.deprels[verb] == "advcl" and reading.upos[head] == "ADJ":
        return reading.lemmas[head].lower() in ahead
    return reading.xpos[verb] in ("VB", "VBN") and any(
        reading.deprels[c] in ("mark", "advmod") and c < verb and reading.lemmas[c].lower() in ahead
        for c in reading.children(verb)
    )


def _ahead_of_governor(reading: Reading, verb: int) -> int | None:
    """FUTURE for an infinitive under a word that plans; NEAREST where a past state planned it ("was due to leave")."""
    head = int(reading.heads[verb])
    if head < 0 or reading.lemmas[head].lower() not in time_words().future_governors:
        return None
    planned = reading.lemmas[head].lower() in time_words().forward_states
    return NEAREST if planned and _is_past(reading, head) else FUTURE


def _is_past(reading: Reading, verb: int) -> bool:
    return any(reading.xpos[c] == "VBD" for c in reading.children(verb) if reading.deprels[c] in _AUXILIARIES)


def _infinitive_side(reading: Reading, verb: int) -> int | None:
    """An infinitive lies ahead of a governor that plans; otherwise where its governor lies.

    Alone or in front of the verb that it is the content of it is a headline's ("Minister to visit in May"): ahead.
    """
    head = int(reading.heads[verb])
    if head < 0 or (verb < head and reading.deprels[verb] == "ccomp"):
        return FUTURE
    if (ahead := _ahead_of_governor(reading, verb)) is not None:
        return ahead
    side = clause_side(reading, head) if reading.upos[head] in ("VERB", "AUX") else _up(reading, head)
    return side or FUTURE


def _participle_side(reading: Reading, verb: int) -> int | None:
    head = int(reading.heads[verb])
    if reading.xpos[verb] == "VBN":
        return PAST
    return _up(reading, head) if head >= 0 else None


def _up(reading: Reading, token: int) -> int | None:
    for t in reading.path_to_root(token):
        if reading.upos[t] in ("VERB", "AUX") or _has_auxiliary(reading, t):
            return clause_side(reading, t)
    return None


def _sentence_side(reading: Reading, token: int) -> int | None:
    """The side of the sentence's first finite verb."""
    start, end = reading.sentence_bounds(reading.sentence_of(token))
    words = time_words()
    for i in range(start, end):
        if reading.forms[i].lower() in words.future_modals and reading.xpos[i] == "MD":
            return FUTURE
        if reading.xpos[i] == "VBD":
            return PAST
    return None
