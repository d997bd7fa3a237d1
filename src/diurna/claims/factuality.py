"""Value, tense and mode of an event word, read off the words that govern it.

The reading goes from the event word up the tree: what the word says of itself (tense, modals, negation, adjectives)
is combined, governor by governor, with what each governor says of its complement (`vocabulary.factuality`), after
FactBank's event-selecting predicates (Saurí & Pustejovsky 2012, "Are you sure that this happened?"). The climb ends
at the edge of what the innermost source says; what the cue itself implies ("denied", "speculated") comes last.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, cast

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
    particle,
    passive,
    preposition,
    rel,
)
from diurna.language.reading import Reading
from diurna.model.status import Mode, Tense, Value
from diurna.vocabulary import factuality as vocabulary
from diurna.vocabulary.factuality import Signature

Time = Literal["past", "present", "future"]
_CERTAINTY = {"CT": 2, "PR": 1, "PS": 0}
_TEMPORAL_PAST = frozenset({"after", "since", "following", "during", "amid", "despite", "upon", "throughout", "from"})
_TEMPORAL_NEXT = frozenset({"before", "ahead", "until", "till", "pending"})
_PLACE_LIKE = frozenset({"at", "in", "on", "with", "through"})
_COMPLEMENT_PREPOSITIONS = frozenset({"for", "on", "to", "about", "of", "against", "into", "toward", "towards"})
_STAGE_PREPOSITIONS = frozenset({"in", "at", "with"})
_MAX_CLIMB = 12
MENTION = "mention"
"""The class that marks a noun taken for granted: its time is only that of the clause around it."""
EDGE = "edge"
"""The class that marks a state read up to the edge of what the innermost source says."""


@dataclass(frozen=True, slots=True)
class Factuality:
    """What a report says of an event's factuality, as seen by the innermost source.

    `time` is None where the text does not say (a bare mention: "the visit"). `acts` are the governing predicates
    that are acts in their own right (cancelled, postponed, planned ...), whose date is when that was so.
    """

    value: Value = "CT+"
    time: Time | None = None
    mode: Mode = "assertion"
    acts: tuple[int, ...] = ()
    classes: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def tense(self) -> Tense:
        """The tense axis of the status table."""
        return "future" if self.time == "future" else "past_or_present"

    @property
    def affirmed(self) -> bool:
        """Whether the value is positive."""
        return self.value.endswith("+")


def factuality(reading: Reading, trigger: int, edge: frozenset[int] = frozenset()) -> Factuality:
    """Return the factuality of the event word; `edge` are the heads of the innermost source's words."""
    return _state(reading, trigger, edge, 0)


def under_cue(state: Factuality, act: str, cue: str) -> Factuality:
    """Return the state as qualified by what the source's own cue implies of its content ("denied that ...")."""
    found = vocabulary.act_signature(act)
    return state if found is None else _apply(state, found, Factuality(), f"“{cue}”")


# ------------------------------------------------------------------------------------------------ the climb


def _state(reading: Reading, token: int, edge: frozenset[int], depth: int) -> Factuality:
    own = _own(reading, token)
    if depth == 0 and is_verb(reading, token):
        own = _of_nobody(reading, token, own)
    head = int(reading.heads[token])
    relation = reading.deprels[token]
    base = relation.partition(":")[0]
    if base == "ccomp" and any(lower(reading, m) in ("whether", "if") for m in dependents(reading, token, "mark")):
        return _whether(reading, head, own)
    if head < 0 or depth > _MAX_CLIMB:
        return _top(reading, token, own)
    if token in edge and (base in ("root", "parataxis") or finite(reading, token)):
        state = _top(reading, token, own)
        return replace(state, classes=(*state.classes, EDGE))
    if base in ("conj", "appos", "flat", "fixed", "goeswith", "list"):
        return _shared(reading, token, own, _state(reading, head, edge, depth + 1))
    if is_verb(reading, token) and base in ("parataxis", "csubj") and not _governs(reading, head, "csubj"):
        return own
    if relation in ("acl:relcl", "advcl:relcl") or _headline(reading, token, head):
        return _top(reading, token, own)
    return _governed(reading, token, own, edge, depth)


def _of_nobody(reading: Reading, token: int, own: Factuality) -> Factuality:
    """A predicate said of nobody or nothing is negative: "no soldier crossed the border", "met no one"."""
    for party in dependents(reading, token, "nsubj", "obj"):
        none = lower(reading, party) in ("nobody", "none", "nothing", "neither")
        if none or any(lower(reading, d) in ("no", "neither") for d in dependents(reading, party, "det")):
            return replace(own, value=_flip(own.value), reasons=(*own.reasons, "negated"))
    return own


def _whether(reading: Reading, head: int, own: Factuality) -> Factuality:
    """What is being weighed is possible; what is asked, or left unsaid, is open."""
    found = governing_signature(reading, head)
    if found is not None and found.name == "possibility" and not negated(reading, head):
        return replace(own, value="PS+", time="future", reasons=(*own.reasons, f"“{_word(reading, head)}” whether"))
    return replace(own, value="Uu", mode="question", reasons=(*own.reasons, "whether"))


def _governed(reading: Reading, token: int, own: Factuality, edge: frozenset[int], depth: int) -> Factuality:
    head = int(reading.heads[token])
    base = rel(reading, token)
    if base == "advcl":
        return _adverbial(reading, token, own, edge, depth)
    found = _signature_for(reading, token, head)
    if found is not None and found.name == "factive" and not is_verb(reading, token):
        return _mentioned(reading, token, own, edge, depth)
    if found is not None:
        state = _apply(own, found, _state(reading, head, edge, depth + 1), f"“{_word(reading, head)}”")
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
        return _apply(own, vocabulary.signature("implicative"), _state(reading, head, edge, depth + 1), "")
    if base == "acl" and not finite(reading, token) and _ordinal(reading, head):
        return _purpose(reading, head, own, _state(reading, head, edge, depth + 1))
    if is_verb(reading, token) or base == "acl":
        return own
    return _mentioned(reading, token, own, edge, depth)


def _adverbial(reading: Reading, token: int, own: Factuality, edge: frozenset[int], depth: int) -> Factuality:
    head = int(reading.heads[token])
    marks = [lower(reading, m) for m in dependents(reading, token, "mark")]
    if any(m in ("if", "unless", "should", "provided") for m in marks) or _inverted(reading, token):
        return replace(own, value="Uu", time=own.time or "future", mode="conditional", reasons=(*own.reasons, "if"))
    if "whether" in marks:
        return replace(own, value="Uu", mode="question", reasons=(*own.reasons, "whether"))
    if "without" in marks:
        return replace(own, value="CT-", time=own.time or "past")
    if "to" in marks and not finite(reading, token):
        return _purpose(reading, head, own, _state(reading, head, edge, depth + 1))
    if own.time in ("past", "future"):
        return own
    gov = _state(reading, head, edge, depth + 1)
    if own.time is None and gov.value == "Uu":
        return replace(own, value="Uu", time=gov.time, mode=gov.mode)
    return replace(own, time=gov.time or own.time)


def _purpose(reading: Reading, head: int, own: Factuality, gov: Factuality) -> Factuality:
    """What something is done for: ahead if it is done ("flew in to meet"), not if it is not.

    "The first to visit" is not said of a purpose: it did visit.
    """
    done = _ordinal(reading, head) or not gov.affirmed
    return _apply(own, vocabulary.signature("implicative" if done else "plan"), gov, "" if done else "purpose")


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
    introduced = preposition(reading, token)
    time: Time | None = "future" if clause.time == "future" else None
    if introduced in _TEMPORAL_NEXT and clause.time == "present":
        time = "future"
    elif introduced in _TEMPORAL_PAST:
        time = time if introduced == "during" else time or "past"
    elif introduced in _PLACE_LIKE and is_verb(reading, head) and clause.time == "past" and clause.affirmed:
        time = "past"
    return replace(own, time=time, classes=(*own.classes, MENTION))


def _headline(reading: Reading, token: int, head: int) -> bool:
    """A headline without a finite verb: "President to visit Chile" """
    if rel(reading, token) != "acl" or reading.heads[head] >= 0 or not is_noun(reading, head):
        return False
    return first(reading, token, "mark") is not None and first(reading, head, "cop", "expl") is None


def _top(reading: Reading, token: int, own: Factuality) -> Factuality:
    """A predicate that nothing governs: headlines say "Trump to visit" and "Talks cancelled"."""
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
        return replace(own, value=_times(own.value, base.value), mode=base.mode)
    value = base.value if own.value == "CT+" else _times(own.value, base.value)
    return replace(base, value=value, reasons=(*own.reasons, *base.reasons))


# ------------------------------------------------------------------------------------------------ one word by itself


def _own(reading: Reading, token: int) -> Factuality:
    return _own_noun(reading, token) if not is_verb(reading, token) else _own_verb(reading, token)


def _own_verb(reading: Reading, token: int) -> Factuality:
    state = Factuality(time=_verb_time(reading, token))
    forms = [lower(reading, a) for a in auxiliaries(reading, token)]
    if _is_to(reading, token):
        state = Factuality(time="future", mode="intention", reasons=("“is to”",))
    perfect = any(f in ("have", "'ve", "has", "had", "been") for f in forms) and reading.xpos[token] == "VBN"
    for form in forms:
        effect = vocabulary.modals().get(form)
        if effect is None:
            continue
        state = replace(state, value=effect.value or "CT+", time="future", reasons=(f"“{form}”",))
        if effect.mode is not None:
            state = replace(state, mode=effect.mode)
        if "have" in forms and perfect:
            counterfactual = form in ("would", "'d", "should")
            state = replace(state, time="past", mode="assertion", value="CT-" if counterfactual else "PS+")
    return _if_then(reading, token, _adverbs(reading, token, _negate(reading, token, state)))


def _if_then(reading: Reading, token: int, state: Factuality) -> Factuality:
    """What would follow from a condition is possible, not planned: "will retaliate if tariffs take effect"."""
    if state.time != "future" or state.value not in ("CT+", "CT-"):
        return state
    conditions = (c for c in dependents(reading, token, "advcl") if c != token)
    marked = (lower(reading, m) for c in conditions for m in dependents(reading, c, "mark"))
    if not any(m in ("if", "unless") for m in marked):
        return state
    value: Value = "PS+" if state.value == "CT+" else "PS-"
    return replace(state, value=value, mode="conditional", reasons=(*state.reasons, "only if"))


def _is_to(reading: Reading, token: int) -> bool:
    """An arrangement in the form "is to meet", "are to be sent"."""
    to = [m for m in dependents(reading, token, "mark") if reading.xpos[m] == "TO"]
    be = [a for a in dependents(reading, token, "cop", "aux") if lower(reading, a) in ("is", "are", "was", "were")]
    return bool(to and be) and be[0] == to[0] - 1


def _verb_time(reading: Reading, token: int) -> Time | None:
    tokens = (token, *auxiliaries(reading, token))
    if any(reading.xpos[t] == "VBD" or lower(reading, t) in ("has", "have", "'ve", "had") for t in tokens):
        have_to = any(lower(reading, t) == "to" for t in dependents(reading, token, "mark"))
        return None if have_to and reading.xpos[token] == "VB" and len(tokens) == 1 else "past"
    if any(reading.has(t, "Tense=Past") and reading.has(t, "VerbForm=Fin") for t in tokens):
        return "past"
    if any(reading.xpos[t] in ("VBZ", "VBP") for t in tokens):
        return "present"
    if reading.xpos[token] == "VBN" and rel(reading, token) in ("acl", "root"):
        return "past"
    return None


def _own_noun(reading: Reading, token: int) -> Factuality:
    copulas = list(dependents(reading, token, "cop"))
    state = _own_verb(reading, token) if copulas else Factuality()
    if not copulas:
        state = _negate(reading, token, state)
    describing = [*modifiers(reading, token), *dependents(reading, token, "acl")]
    for word in describing:
        state = _described(reading, word, state)
    for clause in dependents(reading, token, "acl:relcl"):
        state = _told_of(reading, clause, state)
    return state


def _told_of(reading: Reading, clause: int, state: Factuality) -> Factuality:
    """A noun with a relative clause about its taking place ("talks that they held", "a visit which was called off")."""
    found = governing_signature(reading, clause)
    if found is None or not is_verb(reading, clause) or found.name in ("factive", "request", "rebuttal", "question"):
        return state
    own = own_subject(reading, clause)
    staged = own is None or lemma(reading, clause) in vocabulary.stage_verbs() or passive(reading, clause)
    gapped = not objects(reading, clause) and own is not None and lower(reading, own) not in ("which", "that", "who")
    if not (gapped or staged) or (found.name == "implicative" and not gapped):
        return state
    return replace(_apply(state, found, _own_verb(reading, clause), _word(reading, clause)), classes=(found.name,))


def _described(reading: Reading, word: int, state: Factuality) -> Factuality:
    """A noun qualified by an adjective or participle ("a planned visit", "talks scheduled for Friday")."""
    key = lemma(reading, word) if is_verb(reading, word) else lower(reading, word)
    tense = vocabulary.tense_adjectives().get(lower(reading, word))
    found = vocabulary.signatures("adjectives").get(lower(reading, word))
    if found is None and reading.xpos[word] == "VBN":
        found = vocabulary.signatures("verbs").get(key)
        if found is not None and found.name in ("implicative", "factive", "negative", "request"):
            found = None
    if found is not None:
        gov = Factuality(value="CT-" if negated(reading, word) else "CT+", time="present")
        flipped = _apply(state, found, gov, f"“{lower(reading, word)}”")
        return replace(flipped, classes=(*flipped.classes, found.name))
    if tense is not None and state.time is None:
        return replace(state, time=cast(Time, tense))
    return state


def _negate(reading: Reading, token: int, state: Factuality) -> Factuality:
    if not negated(reading, token) and not _no_longer(reading, token):
        return state
    return replace(state, value=_flip(state.value), reasons=(*state.reasons, "negated"))


def _no_longer(reading: Reading, token: int) -> bool:
    return any(
        lower(reading, a) in ("longer", "more") and a > 0 and lower(reading, a - 1) == "no"
        for a in dependents(reading, token, "advmod")
    )


def _adverbs(reading: Reading, token: int, state: Factuality) -> Factuality:
    for adverb in dependents(reading, token, "advmod", "case", "amod"):
        found = vocabulary.signatures("adverbs").get(lower(reading, adverb))
        before = vocabulary.signatures("adjectives").get(lower(reading, adverb)) if adverb < token else None
        if (before is not None and first(reading, token, "mark") is not None) or (before and _due(reading, adverb)):
            gov = Factuality(value="CT-" if negated(reading, adverb) else "CT+", time="present")
            state = _apply(replace(state, time=None), before, gov, f"“{lower(reading, adverb)}”")
        elif found is not None and found.name != "negative":
            state = replace(
                state, value=_weaker(state.value, found.pos.value), reasons=(*state.reasons, lower(reading, adverb))
            )
    return state


def _due(reading: Reading, token: int) -> bool:
    """Whether an infinitive's "to" follows the word directly ("due to arrive")."""
    return token + 1 < len(reading) and lower(reading, token + 1) == "to"


def _inverted(reading: Reading, token: int) -> bool:
    """ "Were they to meet", "should he visit": a conditional by word order."""
    start = reading.subtree(token)[0]
    return lower(reading, start) in ("were", "should", "had") and rel(reading, start) == "aux"


# ------------------------------------------------------------------------------------------------ governors


def _governs(reading: Reading, head: int, relation: str) -> bool:
    return governing_signature(reading, head) is not None and relation == "csubj"


def _word(reading: Reading, token: int) -> str:
    phrasal = particle(reading, token)
    return f"{lower(reading, token)} {phrasal}" if phrasal else lower(reading, token)


def governing_signature(reading: Reading, token: int) -> Signature | None:
    """What the word, as a governor, says of what it governs; phrasal verbs first. None where it says nothing."""
    key = lemma(reading, token)
    if is_verb(reading, token):
        phrasal = particle(reading, token)
        table = vocabulary.signatures("verbs")
        return table.get(f"{key}+{phrasal}" if phrasal else key) or (table.get(key) if not phrasal else None)
    if reading.upos[token] == "ADJ":
        return vocabulary.signatures("adjectives").get(lower(reading, token))
    if reading.upos[token] == "ADV":
        return vocabulary.signatures("adverbs").get(lower(reading, token))
    return vocabulary.signatures("nouns").get(key)


def _signature_for(reading: Reading, token: int, head: int) -> Signature | None:
    """What the governor says of this dependent, if the relation is one in which it speaks of it."""
    base = rel(reading, token)
    if base in ("nsubj", "csubj") and reading.deprels[token] not in ("nsubj:pass", "csubj:pass"):
        return _of_subject(reading, token, head)
    if is_verb(reading, head) and base == "xcomp" and (special := _idiom(reading, token, head)):
        return special
    if is_verb(reading, head) and base in ("obj", "nsubj") and (put := _put(reading, head)):
        return put
    if is_verb(reading, head) and base == "obl":
        phrasal = vocabulary.signatures("verbs").get(f"{lemma(reading, head)}+{preposition(reading, token)}")
        if phrasal is not None:
            return phrasal
    found = governing_signature(reading, head)
    if found is None:
        return None
    if is_verb(reading, head):
        return found if _complement(reading, token, base, found) else None
    if base in ("nmod", "acl", "compound", "ccomp", "xcomp", "advcl", "obl"):
        if base == "acl" and reading.xpos[token] in ("VBN", "VBG") and first(reading, token, "mark") is None:
            return None
        introduced = preposition(reading, token)
        if base in ("nmod", "obl") and introduced not in ("of", "for", "to", "on", "about", "in", "at", "with"):
            return None
        return found
    return None


def _complement(reading: Reading, token: int, base: str, found: Signature) -> bool:
    if base in ("xcomp", "ccomp", "obj", "nsubj", "csubj"):
        return True
    if base == "obl":
        introduced = preposition(reading, token)
        if found.name in ("factive", "rebuttal", "motion"):
            return found.name == "motion" and introduced == "for"
        return introduced in _COMPLEMENT_PREPOSITIONS or (
            found.name == "implicative" and introduced in _STAGE_PREPOSITIONS
        )
    return False


def _of_subject(reading: Reading, token: int, head: int) -> Signature | None:
    """What a predicate says of its subject: "talks collapsed", "a visit is likely", "no meeting is on her agenda"."""
    if reading.upos[head] == "ADJ":
        return vocabulary.signatures("adjectives").get(lower(reading, head))
    if is_noun(reading, head) and preposition(reading, head) in ("on", "in", "off", "under"):
        standing = vocabulary.plan_standings().get(lemma(reading, head))
        off = preposition(reading, head) == "off"
        if standing is not None:
            return vocabulary.signature("cancellation" if off else _STANDINGS[standing])
        return None
    if is_verb(reading, head):
        found = governing_signature(reading, head)
        if found is not None and found.name in ("cancellation", "postponement"):
            return found if not objects(reading, head) else None
        if lemma(reading, head) in vocabulary.stage_verbs():
            return vocabulary.signature("occurrence")
    return None


def _put(reading: Reading, head: int) -> Signature | None:
    """ "Put the visit on ice", "took the talks off the agenda"."""
    if lemma(reading, head) not in ("put", "place", "keep", "take", "leave"):
        return None
    for child in dependents(reading, head, "obl"):
        introduced = preposition(reading, child)
        if introduced in ("on", "off") and (standing := vocabulary.plan_standings().get(lemma(reading, child))):
            return vocabulary.signature("cancellation" if introduced == "off" else _STANDINGS[standing])
    return None


_STANDINGS = {"planned": "plan", "possible": "possibility", "halted": "cancellation", "ongoing": "implicative"}


def _idiom(reading: Reading, token: int, head: int) -> Signature | None:
    """ "is to meet", "is going to meet" (arranged) and "has yet to meet" (not so far)."""
    key = lemma(reading, head)
    if key == "be" or (key == "go" and reading.xpos[head] == "VBG"):
        return vocabulary.signature("plan")
    if key == "have":
        yet = any(lower(reading, a) == "yet" for a in (*dependents(reading, head, "advmod"), *reading.children(token)))
        return vocabulary.signature("negative") if yet else vocabulary.signature("request")
    return None


# ------------------------------------------------------------------------------------------------ values


def _apply(own: Factuality, found: Signature, gov: Factuality, reason: str) -> Factuality:
    effect = found.pos if gov.affirmed or gov.value == "Uu" else found.neg
    value: Value
    if effect.value is None:
        value = _times(own.value, gov.value)
    else:
        value = _weaker(_times(own.value, effect.value), "CT+" if gov.value.startswith("CT") else _positive(gov.value))
    if gov.value == "Uu":
        value = "Uu"
    time: Time | None = own.time or gov.time
    if effect.tense != "same" and own.time not in ("past", "future"):
        time = cast(Time, effect.tense)
    mode = effect.mode or (own.mode if own.mode != "assertion" else gov.mode)
    if gov.mode in ("question", "conditional", "rebuttal"):
        mode = gov.mode
    reasons = (*own.reasons, *((reason,) if reason else ()), *(r for r in gov.reasons if r not in own.reasons))
    return Factuality(value, time, mode, (*own.acts, *gov.acts), (*own.classes, *gov.classes), reasons)


def _positive(value: Value) -> Value:
    return value if value == "Uu" else cast(Value, value[:-1] + "+")


def _flip(value: Value) -> Value:
    return value if value == "Uu" else cast(Value, value[:-1] + ("-" if value.endswith("+") else "+"))


def _weaker(a: Value, b: Value | None) -> Value:
    """The sign of the first with the lesser certainty of both."""
    if b is None:
        return a
    if "Uu" in (a, b):
        return "Uu"
    certainty = min((a[:2], b[:2]), key=lambda c: _CERTAINTY[c])
    return cast(Value, certainty + a[-1])


def _times(a: Value, b: Value) -> Value:
    """The product of the signs with the lesser certainty of both."""
    if "Uu" in (a, b):
        return "Uu"
    sign = "+" if a[-1] == b[-1] else "-"
    return cast(Value, min((a[:2], b[:2]), key=lambda c: _CERTAINTY[c]) + sign)
