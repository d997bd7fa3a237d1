"""What a word says of its own factuality: tense, modals, negation, adverbs, adjectives, relative clauses."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from diurna.claims.factuality.governors import governing_signature, word
from diurna.claims.factuality.values import Factuality, Time, apply, flip, weaker
from diurna.claims.syntax import (
    auxiliaries,
    dependents,
    first,
    is_verb,
    lemma,
    lower,
    modifiers,
    negated,
    objects,
    own_subject,
    passive,
    rel,
)
from diurna.language.reading import Reading
from diurna.model.status import Value
from diurna.vocabulary import factuality as vocabulary


def own_state(reading: Reading, token: int) -> Factuality:
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
    return _if_then(reading, token, _adverbs(reading, token, negate(reading, token, state)))


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
        state = negate(reading, token, state)
    describing = [*modifiers(reading, token), *dependents(reading, token, "acl")]
    for modifier in describing:
        state = _described(reading, modifier, state)
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
    return replace(apply(state, found, _own_verb(reading, clause), word(reading, clause)), classes=(found.name,))


def _described(reading: Reading, modifier: int, state: Factuality) -> Factuality:
    """A noun qualified by an adjective or participle ("a planned visit", "talks scheduled for Friday")."""
    key = lemma(reading, modifier) if is_verb(reading, modifier) else lower(reading, modifier)
    tense = vocabulary.tense_adjectives().get(lower(reading, modifier))
    found = vocabulary.signatures("adjectives").get(lower(reading, modifier))
    if found is None and reading.xpos[modifier] == "VBN":
        found = vocabulary.signatures("verbs").get(key)
        if found is not None and found.name in ("implicative", "factive", "negative", "request"):
            found = None
    if found is not None:
        gov = Factuality(value="CT-" if negated(reading, modifier) else "CT+", time="present")
        flipped = apply(state, found, gov, f"“{lower(reading, modifier)}”")
        return replace(flipped, classes=(*flipped.classes, found.name))
    if tense is not None and state.time is None:
        return replace(state, time=cast(Time, tense))
    return state


def negate(reading: Reading, token: int, state: Factuality) -> Factuality:
    if not negated(reading, token) and not _no_longer(reading, token):
        return state
    return replace(state, value=flip(state.value), reasons=(*state.reasons, "negated"))


def _no_longer(reading: Reading, token: int) -> bool:
    return any(
        lower(reading, a) in ("longer", "more") and a > 0 and lower(reading, a - 1) == "no"
        for a in dependents(reading, token, "advmod")
    )


def _adverbs(reading: Reading, token: int, state: Factuality) -> Factuality:
    if (adjective := _stranded(reading, token)) is not None:
        state = _described(reading, adjective, replace(state, time=None))
    for adverb in dependents(reading, token, "advmod", "case", "amod", "mark"):
        found = vocabulary.signatures("adverbs").get(lower(reading, adverb))
        before = vocabulary.signatures("adjectives").get(lower(reading, adverb)) if adverb < token else None
        if (before is not None and first(reading, token, "mark") is not None) or (before and _due(reading, adverb)):
            gov = Factuality(value="CT-" if negated(reading, adverb) else "CT+", time="present")
            state = apply(replace(state, time=None), before, gov, f"“{lower(reading, adverb)}”")
        elif found is not None and found.name != "negative":
            state = replace(
                state, value=weaker(state.value, found.pos.value), reasons=(*state.reasons, lower(reading, adverb))
            )
    return state


def _stranded(reading: Reading, token: int) -> int | None:
    """The adjective right before an infinitive that the tree has not joined to it ("is due to make"), or None."""
    before = token - 1
    while before > 0 and reading.upos[before] in ("ADV", "AUX"):
        before -= 1
    adjective = before - 1
    if adjective < 0 or lower(reading, before) != "to" or reading.upos[adjective] != "ADJ":
        return None
    joined = adjective in (int(reading.heads[token]), *reading.children(token))
    return None if joined or lower(reading, adjective) not in vocabulary.signatures("adjectives") else adjective


def _due(reading: Reading, token: int) -> bool:
    """Whether an infinitive's "to" follows the word directly ("due to arrive")."""
    return token + 1 < len(reading) and lower(reading, token + 1) == "to"


def inverted(reading: Reading, token: int) -> bool:
    """ "Were they to meet", "should he visit": a conditional by word order."""
    start = reading.subtree(token)[0]
    return lower(reading, start) in ("were", "should", "had") and rel(reading, start) == "aux"
