"""Which names of organizations and places mean one body, and when a capital's name means a government."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from diurna.claims.cast.names import Name
from diurna.claims.cast.people import fold
from diurna.claims.cast.phrase import base, function, preposition, top_conjunct
from diurna.language import Reading
from diurna.vocabulary.offices import title_at
from diurna.vocabulary.reference import words

_DATELINE = frozenset({"—", "–", "--", "-", "(", ":"})
_PARTY_PREPOSITIONS = frozenset({"with", "between", "against", "by", "for", "among", "as", "like", "unlike"})


def body_key(text: str) -> str:
    """The form under which names of bodies are compared: folded, without the article and punctuation."""
    return re.sub(r"^the ", "", re.sub(r"[^a-z0-9&]+", " ", fold(text)).strip())


def same_bodies(keys: Sequence[str], aliases: dict[str, str]) -> dict[str, str]:
    """For each folded name the folded name that stands for its body: the longest one that it shortens.

    "amnesty" shortens "amnesty international" when no other name begins so; "kcna" is an alias or the initials of a
    longer name.
    """
    found: dict[str, str] = {}
    for key in dict.fromkeys(keys):
        longer = [other for other in dict.fromkeys(keys) if other != key and _shortens(key, other)]
        found[key] = aliases.get(key) or (longer[0] if len(longer) == 1 else key)
    for _ in range(3):
        found = {key: found.get(target, target) for key, target in found.items()}
    return found


def _shortens(short: str, long: str) -> bool:
    few, many = short.split(), long.split()
    if len(few) >= len(many):
        return False
    initials = "".join(word[0] for word in many if word not in ("of", "the", "and", "for"))
    if len(few) == 1 and len(short) >= 3 and short == initials:
        return True
    return (len(few) >= 2 and many[-len(few) :] == few) or (many[: len(few)] == few and len(short) >= 4)


def parenthetical_aliases(reading: Reading, names: Sequence[Name]) -> dict[str, str]:
    """Folded short names that a report introduces in brackets behind a longer one: "Central News Agency (CNA)"."""
    found: dict[str, str] = {}
    for long, short in pairwise(names):
        bracketed = short.start == long.end + 1 and reading.forms[long.end] in ("(", "[")
        if bracketed and long.type == short.type and short.end - short.start == 1:
            found[body_key(_text(reading, short))] = body_key(_text(reading, long))
    return found


def _text(reading: Reading, name: Name) -> str:
    return reading.span_text(name.start, name.end)


def acts(reading: Reading, name: Name) -> bool:
    """Whether a capital's or seat's name means the government: it acts or is dealt with, and is no dateline."""
    behind = reading.forms[name.end : name.end + 4]
    if (behind and behind[0] in _DATELINE) or reading.span_text(name.start, name.end).isupper() or title_at(behind):
        return False
    token = top_conjunct(reading, next(reading.span_heads(name.start, name.end)))
    governor = int(reading.heads[token])
    match function(reading, token):
        case "subject":
            return reading.upos[governor] in ("VERB", "ADJ") and reading.deprels[token] != "nsubj:pass"
        case "object":
            return reading.lemmas[governor] in words("dealing", "verbs")
        case "possessor":
            return reading.lemmas[governor] in words("dealing", "nouns")
        case "oblique" | "modifier" if base(reading.deprels[token]) in ("obl", "nmod"):
            accredited = preposition(reading, token) == "to" and title_at((reading.forms[governor],)) is not None
            return accredited or preposition(reading, token) in _PARTY_PREPOSITIONS
    return False
