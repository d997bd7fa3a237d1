"""Attributions whose cue is a verb: "X said that", "it is said that", "X was quoted as saying", "..., X said"."""

from __future__ import annotations

from collections.abc import Iterator

from diurna.claims.attribution.accusing import accusation
from diurna.claims.attribution.contents import content_of
from diurna.claims.attribution.cues import verb_uses
from diurna.claims.attribution.refusals import refusal
from diurna.claims.attribution.speakers import Speaker, speaker_of
from diurna.claims.attribution.syntax import (
    has_word,
    is_negated,
    is_nobody,
    is_passive,
    related,
    subject,
    tree,
    verb_group,
)
from diurna.claims.attribution.values import Found
from diurna.claims.syntax import lemma, lower
from diurna.language import Reading
from diurna.vocabulary import speech
from diurna.vocabulary.speech import CueWord

_IRREAL = frozenset({"could", "might", "may", "should", "must"})


def verb_attributions(reading: Reading) -> Iterator[Found]:
    """Every attribution whose cue is a verb, in text order."""
    for i, tag in enumerate(reading.upos):
        if tag not in ("VERB", "AUX") or reading.deprels[i].startswith("aux"):
            continue
        found = refusal(reading, i) or accusation(reading, i) or _affirmed(reading, i)
        if found is not None:
            yield found


def _affirmed(reading: Reading, verb: int) -> Found | None:
    if _not_uttered(reading, verb):
        return None
    speaker = speaker_of(reading, verb)
    if speaker is None:
        return None
    uses, extra = verb_uses(reading, verb)
    for use in uses or _unlisted(reading, verb):
        itself = _speaks_for_itself(reading, speaker)
        if itself and use.act in speech.listed("self_report_acts"):
            continue
        content = content_of(reading, verb, use, speaker)
        if content:
            return Found(
                cue=verb,
                cue_tokens=_cue_tokens(reading, verb) | extra,
                sources=() if itself else speaker.heads,
                content=frozenset(content),
                act=_act(reading, verb, use),
                negated=_negated(reading, verb, speaker),
            )
    return None


def _unlisted(reading: Reading, verb: int) -> tuple[CueWord, ...]:
    """Any full verb right behind a quotation can introduce it: "...," he smiled."""
    quotation = reading.layout.before(verb)
    if (
        quotation is None
        or reading.upos[verb] != "VERB"
        or related(reading, verb, "obj", "ccomp", "xcomp", "aux", "obl")
    ):
        return ()
    source = subject(reading, verb)
    if source is None or reading.forms[quotation.end - 2] not in (",", "?", "!"):
        return ()
    between = set(range(quotation.end, max(verb, source))) - tree(reading, source) - {verb}
    return () if between else (CueWord(lemma(reading, verb), "say", "CT+", frozenset({"quote"})),)


def _act(reading: Reading, verb: int, use: CueWord) -> str:
    """An infinitive makes a request of telling and asking: "told them to leave"."""
    if use.lemma in ("tell", "ask") and related(reading, verb, "xcomp") and not related(reading, verb, "ccomp"):
        return "request"
    return use.act


def _not_uttered(reading: Reading, verb: int) -> bool:
    """Whether the verb names an utterance that is only wanted or lies ahead: "plans to announce", "will announce"."""
    relation = reading.deprels[verb]
    governor = int(reading.heads[verb])
    if lemma(reading, verb) in speech.listed("chain_verbs") and related(reading, verb, "xcomp"):
        return True
    to = has_word(reading, verb, "mark", ("to",))
    if relation == "xcomp":
        return lemma(reading, governor) not in speech.listed("chain_verbs") | {"quote", "cite"}
    if to and relation.split(":")[0] in ("advcl", "acl", "csubj", "conj"):
        return True
    if has_word(reading, verb, "mark", ("if", "unless")):
        return True
    if has_word(reading, verb, "aux", _IRREAL) and not is_negated(reading, verb):
        return True
    modal = any(reading.xpos[c] == "MD" for c in related(reading, verb, "aux"))
    return modal and not related(reading, verb, "ccomp") and not is_negated(reading, verb)


def _speaks_for_itself(reading: Reading, speaker: Speaker) -> bool:
    """ "I think", "you know": no source beside the one whose words are given."""
    persons = {lower(reading, h) for h in speaker.heads}
    return bool(persons) and persons <= {"i", "we", "you", "one"}


def _cue_tokens(reading: Reading, verb: int) -> frozenset[int]:
    group = verb_group(reading, verb)
    governor = int(reading.heads[verb])
    if reading.deprels[verb] == "xcomp" and lemma(reading, governor) in speech.listed("chain_verbs"):
        chain = verb_group(reading, governor) | group
        if max(chain) - min(chain) < len(chain) + 2:
            return frozenset(range(min(chain), max(chain) + 1))
    return group


def _negated(reading: Reading, verb: int, speaker: Speaker) -> bool:
    if speaker.subject is not None and is_nobody(reading, speaker.subject):
        return True
    governor = int(reading.heads[verb])
    above = reading.deprels[verb] == "xcomp" and governor >= 0 and is_negated(reading, governor)
    return above or is_negated(reading, verb) or (is_passive(reading, verb) and _negated_subject(reading, verb))


def _negated_subject(reading: Reading, verb: int) -> bool:
    return any(is_nobody(reading, s) for s in related(reading, verb, "nsubj"))
