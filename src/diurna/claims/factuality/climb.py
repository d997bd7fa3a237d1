"""From the event word up the tree, governor by governor, to the edge of what the innermost source says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from diurna.claims.factuality.governors import governing_signature, prepositional_signature, signature_for, word
from diurna.claims.factuality.values import EDGE, MENTION, Factuality, Time, apply, flip, times
from diurna.claims.factuality.words import inverted, own_state
from diurna.claims.syntax import (
    auxiliaries,
    dependents,
    finite,
    first,
    is_noun,
    is_verb,
    lemma,
    lower,
    modifiers,
    negated,
    objects,
    own_subject,
    passive,
    preposition,
    rel,
)
from diurna.language.reading import Reading
from diurna.vocabulary import factuality as vocabulary
from diurna.vocabulary.factuality import Signature
from diurna.vocabulary.triggers import patterns

_TEMPORAL_PAST = frozenset({"after", "since", "following", "during", "amid", "despite", "upon", "throughout", "from"})
_TEMPORAL_NEXT = frozenset({"before", "ahead", "until", "till", "pending"})
_PLACE_LIKE = frozenset({"at", "in", "on", "with", "through"})
_MAX_CLIMB = 12


def factuality(reading: Reading, trigger: int, edge: frozenset[int] = frozenset()) -> Factuality:
    """Return the factuality of the event word; `edge` are the heads of the innermost source's words."""
    return _state(reading, trigger, edge, 0)


def under_cue(state: Factuality, act: str, cue: str) -> Factuality:
    """Return the state as qualified by what the source's own cue implies of its content ("denied that ...")."""
    found = vocabulary.act_signature(act)
    return state if found is None else apply(state, found, Factuality(), f"“{cue}”")


def _state(reading: Reading, token: int, edge: frozenset[int], depth: int) -> Factuality:
    own = own_state(reading, token)
    if depth == 0 and is_verb(reading, token):
        own = _of_nobody(reading, token, own)
    head = int(reading.heads[token])
    relation = reading.deprels[token]
    base = relation.partition(":")[0]
    open_marks = ("whether", "if") if base == "ccomp" else ("whether",)
    if base in ("ccomp", "csubj", "acl") and any(
        lower(reading, m) in open_marks for m in dependents(reading, token, "mark")
    ):
        return _whether(reading, head, own)
    if head < 0 or depth > _MAX_CLIMB:
        return _top(reading, token, own)
    if token in edge and (base in ("root", "parataxis") or finite(reading, token)):
        state = _top(reading, token, own)
        return replace(state, classes=(*state.classes, EDGE))
    if base in ("conj", "appos", "flat", "fixed", "goeswith", "list"):
        return _shared(reading, token, own, _state(reading, head, edge, depth + 1))
    if (
        is_verb(reading, token)
        and base in ("parataxis", "csubj")
        and not governing_signature(reading, head) is not None
    ):
        return own
    if relation in ("acl:relcl", "advcl:relcl") and own.time == "present" and _when(reading, token):
        ahead = _state(reading, head, edge, depth + 1).time == "future"
        return replace(own, time="future") if ahead else own
    if relation in ("acl:relcl", "advcl:relcl") or _headline(reading, token, head):
        return _top(reading, token, own)
    return _governed(reading, token, own, edge, depth)


def _of_nobody(reading: Reading, token: int, own: Factuality, *relations: str) -> Factuality:
    """A predicate said of nobody or nothing is negative: "no soldier crossed the border", "met no one"."""
    for party in dependents(reading, token, *(relations or ("nsubj", "obj"))):
        none = lower(reading, party) in ("nobody", "none", "nothing", "neither")
        if none or any(lower(reading, d) in ("no", "neither") for d in dependents(reading, party, "det", "cc")):
            return replace(own, value=flip(own.value), reasons=(*own.reasons, "negated"))
    return own


def _whether(reading: Reading, head: int, own: Factuality) -> Factuality:
    """What is being weighed is possible; what is asked, or left unsaid, is open."""
    found = governing_signature(reading, head)
    if found is not None and found.name == "possibility" and not negated(reading, head):
        return replace(own, value="PS+", time="future", reasons=(*own.reasons, f"“{word(reading, head)}” whether"))
    return replace(own, value="Uu", mode="question", reasons=(*own.reasons, "whether"))


def _governed(reading: Reading, token: int, own: Factuality, edge: frozenset[int], depth: int) -> Factuality:
    head = int(reading.heads[token])
    base = rel(reading, token)
    if base == "advcl" and not _complement_of_adjective(reading, token, head):
        return _adverbial(reading, token, own, edge, depth)
    found = _last_said(reading, token, head, signature_for(reading, token, head))
    if found is not None and found.name == "factive" and not is_verb(reading, token):
        return _mentioned(reading, token, own, edge, depth)
    if found is not None:
        gov = _governor(reading, token, head, edge, depth)
        state = apply(own, found, gov, f"“{word(reading, head)}”")
        if found.name in ("cancellation", "postponement", "plan", "exclusion", "request", "possibility", "negative"):
            state = replace(state, acts=(*state.acts, head))
        return replace(state, classes=(*state.classes, found.name))
    if (
        base == "xcomp"
        and is_verb(reading, head)
        and any(lower(reading, m) == "to" for m in dependents(reading, token, "mark"))
    ):
        return _purpose(reading, head, own, _state(reading, head, edge, depth + 1))
    if base in ("xcomp", "aux", "cop"):
        return apply(own, vocabulary.signature("implicative"), _state(reading, head, edge, depth + 1), "")
    if base == "acl" and not finite(reading, token) and _ordinal(reading, head):
        return _purpose(reading, head, own, _state(reading, head, edge, depth + 1))
    if is_verb(reading, token) or base == "acl":
        return own
    return _mentioned(reading, token, own, edge, depth)


def _complement_of_adjective(reading: Reading, token: int, head: int) -> bool:
    """ "Due to arrive", "likely to meet", where the tree makes the infinitive an adverbial of the adjective."""
    found = governing_signature(reading, head) if reading.upos[head] == "ADJ" else None
    return found is not None and head < token and not finite(reading, token)


def _governor(reading: Reading, token: int, head: int, edge: frozenset[int], depth: int) -> Factuality:
    """The state of the governor, negative too where it is said of nobody ("neither attended the summit")."""
    state = _state(reading, head, edge, depth + 1)
    if not is_verb(reading, head) or rel(reading, token) == "nsubj":
        return state
    return _of_nobody(reading, head, state, "nsubj")


def _last_said(reading: Reading, token: int, head: int, found: Signature | None) -> Signature | None:
    """Of what coordinated governors say of a noun, its end counts: "was postponed and finally scrapped"."""
    for later in dependents(reading, head, "conj") if rel(reading, token) in ("nsubj", "obj") else ():
        said = governing_signature(reading, later)
        ends = said is not None and said.name in ("cancellation", "exclusion") and is_verb(reading, later)
        if ends and own_subject(reading, later) is None and not objects(reading, later):
            return said
    return found


def _adverbial(reading: Reading, token: int, own: Factuality, edge: frozenset[int], depth: int) -> Factuality:
    head = int(reading.heads[token])
    marks = [lower(reading, m) for m in dependents(reading, token, "mark")]
    if any(m in ("if", "unless", "should", "provided") for m in marks) or inverted(reading, token):
        return replace(own, value="Uu", time=own.time or "future", mode="conditional", reasons=(*own.reasons, "if"))
    if "whether" in marks:
        return replace(own, value="Uu", mode="question", reasons=(*own.reasons, "whether"))
    if "without" in marks or "instead" in marks or _instead(reading, token):
        return replace(own, value="CT-", time=own.time or "past")
    if "to" in marks and not finite(reading, token):
        if (asked := prepositional_signature(reading, head)) is not None:
            return apply(own, asked, _state(reading, head, edge, depth + 1), f"“{word(reading, head)}”")
        return _purpose(reading, head, own, _state(reading, head, edge, depth + 1))
    if _awaited(reading, token, head, marks):
        return replace(own, value="Uu", time="future", mode="conditional", reasons=(*own.reasons, "awaited"))
    if own.time in ("past", "future"):
        return own
    gov = _state(reading, head, edge, depth + 1)
    kept = _kept_from(reading, head) if {"from", "of"} & set(marks) else None
    if own.time is None and kept is not None:
        return apply(own, kept, gov, f"“{word(reading, head)}”")
    if own.time is None and gov.value == "Uu":
        return replace(own, value="Uu", time=gov.time, mode=gov.mode)
    return replace(own, time=gov.time or own.time)


def _awaited(reading: Reading, token: int, head: int, marks: Sequence[str]) -> bool:
    """What must be over first: "will leave once they have been freed", "would leave after they had been freed"."""
    perfect = {"has", "have", "'ve", "had"} & {lower(reading, a) for a in auxiliaries(reading, token)}
    ahead = {"will", "'ll", "would"} & {lower(reading, a) for a in auxiliaries(reading, head)}
    return bool(perfect and ahead) and not {"after", "once", "until", "till"}.isdisjoint(marks)


def _instead(reading: Reading, token: int) -> bool:
    """ "Instead of attending", "rather than meet": said of what was not done."""
    start = reading.subtree(token)[0]
    return lower(reading, start) in ("instead", "rather")


def _kept_from(reading: Reading, head: int) -> Signature | None:
    """What keeps from something: "prevented them from leaving", "stopped short of imposing"."""
    if lower(reading, head) == "short":
        return vocabulary.signature("negative")
    found = governing_signature(reading, head)
    return found if found is not None and found.name in ("negative", "prevention", "exclusion") else None


def _purpose(reading: Reading, head: int, own: Factuality, gov: Factuality) -> Factuality:
    """What something is done for: ahead if it is done ("flew in to meet"), not if it is not.

    "The first to visit" is not said of a purpose: it did visit.
    """
    done = _ordinal(reading, head) or not gov.affirmed
    return apply(own, vocabulary.signature("implicative" if done else "plan"), gov, "" if done else "purpose")


def _ordinal(reading: Reading, head: int) -> bool:
    """Whether a noun is the first, last or only one (to do something)."""
    return any(
        lower(reading, m) in ("first", "last", "only", "latest", "second", "third") for m in modifiers(reading, head)
    )


def _mentioned(reading: Reading, token: int, own: Factuality, edge: frozenset[int], depth: int) -> Factuality:
    """A noun that the text takes for granted ("during her visit", "after their summit")."""
    if own.time is not None:
        return own
    head = int(reading.heads[token])
    clause = _state(reading, head, edge, depth + 1)
    if (supposed := _supposed(reading, token, head, own)) is not None:
        return supposed
    introduced = preposition(reading, token)
    time: Time | None = "future" if clause.time == "future" or introduced in _TEMPORAL_NEXT else None
    if introduced in _TEMPORAL_PAST:
        time = time if introduced == "during" else time or "past"
    elif introduced == "for" and first(reading, head, "cop") is not None and preposition(reading, head) is not None:
        time = "future"
    elif clause.affirmed and is_verb(reading, head) and _took_place(reading, token, head, introduced, clause):
        time = "past"
    return replace(own, time=time, classes=(*own.classes, MENTION))


def _took_place(reading: Reading, token: int, head: int, introduced: str | None, clause: Factuality) -> bool:
    """Whether what is told of the clause shows that it took place: as its scene, or as what did it."""
    if rel(reading, token) == "nsubj":
        done = clause.time == "past" or (clause.time == "present" and lemma(reading, head) in patterns("verbs"))
        return done and clause.value == "CT+" and not passive(reading, head)
    return introduced in _PLACE_LIKE and clause.time == "past"


def _supposed(reading: Reading, token: int, head: int, own: Factuality) -> Factuality | None:
    """The subject of what would be or have been: "a visit would calm markets", "his visit would have been met"."""
    if rel(reading, token) != "nsubj" or not is_verb(reading, head):
        return None
    forms = [lower(reading, a) for a in auxiliaries(reading, head)]
    if not {"would", "'d"} & set(forms):
        return None
    if "have" in forms:
        return replace(own, value="CT-", time="past", reasons=(*own.reasons, "would have been"))
    indefinite = any(lower(reading, d) in ("a", "an", "any") for d in dependents(reading, token, "det"))
    return replace(own, value="PS+", time="future", reasons=(*own.reasons, "would be")) if indefinite else None


def _when(reading: Reading, token: int) -> bool:
    """Whether a clause tells what happens at the time before it: "on Saturday, when she arrives"."""
    return any(lower(reading, w) == "when" for w in dependents(reading, token, "advmod", "mark"))


def _headline(reading: Reading, token: int, head: int) -> bool:
    """A headline without a finite verb: "President to visit Chile" """
    if rel(reading, token) != "acl" or first(reading, token, "mark") is None:
        return False
    if reading.upos[head] == "PROPN":
        return True
    return reading.heads[head] < 0 and is_noun(reading, head) and first(reading, head, "cop", "expl") is None


def _top(reading: Reading, token: int, own: Factuality) -> Factuality:
    """A predicate that nothing governs: headlines say "President to visit" and "Talks cancelled"."""
    if own.time is None and is_verb(reading, token):
        marks = [lower(reading, m) for m in dependents(reading, token, "mark", "aux")]
        if "to" in marks:
            return replace(own, time="future", mode="intention", reasons=(*own.reasons, "headline infinitive"))
        return replace(own, time="past" if reading.xpos[token] == "VBN" else "present")
    return own


def _shared(reading: Reading, token: int, own: Factuality, base: Factuality) -> Factuality:
    """A conjunct shares the modals and the governors of the first unless it has a finite verb of its own."""
    if is_noun(reading, token):
        if own.value != "CT+" or own.time is not None:
            return own
        return base
    independent = own_subject(reading, token) is not None and finite(reading, token)
    own_auxiliaries = bool(auxiliaries(reading, token)) or reading.xpos[token] in ("VBD", "VBZ", "VBP")
    if independent or (own_auxiliaries and base.mode == "assertion"):
        return own
    if own_auxiliaries:
        return replace(own, value=times(own.value, base.value), mode=base.mode)
    value = base.value if own.value == "CT+" else times(own.value, base.value)
    return replace(base, value=value, reasons=(*own.reasons, *base.reasons))
