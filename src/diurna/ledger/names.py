"""How names are compared across reports: folded, without titles, in either order, under the press's spellings.

A person's name is reduced to tokens; two names mean the same person when the tokens agree as `same_person` says.
Spelling variants come from `names.toml`; nothing here uses string distances, because two people with similar names
are still two people.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from diurna.vocabulary._text import plain
from diurna.vocabulary.countries import country_named
from diurna.vocabulary.offices import Title, role_nouns, title_at

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")
_SOUNDS = ((re.compile(r"(?:iy|yy|ii|ij|y)$"), "i"), (re.compile(r"ei|ey|ay"), "ei"), (re.compile(r"(.)\1"), r"\1"))


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name as compared: full tokens, the initials among them, a numeral such as "ii"."""

    tokens: tuple[str, ...]
    initials: tuple[str, ...] = ()
    numeral: str | None = None
    surname_only: bool = False

    @property
    def surname(self) -> str:
        """The last token: in most press names the family name."""
        return self.tokens[-1] if self.tokens else ""

    def spellings(self) -> frozenset[str]:
        """Spellings under which the full name can be found: as written, and with the family name first or last."""
        t = self.tokens
        turns = (t, (*t[1:], t[0]), (t[-1], *t[:-1])) if len(t) > 1 else (t,)
        return frozenset("".join(turn) for turn in turns)


@cache
def _raw() -> dict[str, Any]:
    return tomllib.loads((files("diurna.ledger") / "names.toml").read_text(encoding="utf-8"))


@cache
def _data() -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in _raw().items() if key != "variants"}


@cache
def _variants() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _raw()["variants"]:
        for word in line:
            found.setdefault(_sound(word), _sound(line[0]))
    return found


def _sound(token: str) -> str:
    for pattern, plainly in _SOUNDS:
        token = pattern.sub(plainly, token)
    return token


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """The name in lower case without accents, possessive, leading article or punctuation; for bodies and places."""
    text = re.sub(r"'s?\b", "", plain(name).casefold())
    text = re.sub(r"(?<=\b[a-z])\.(?=[a-z]\b)|(?<=\b[a-z])\.(?=\s|$)", "", text)
    return re.sub(r"[^a-z0-9]+", " ", text).strip().removeprefix("the ")


@lru_cache(maxsize=65536)
def person_name(name: str) -> PersonName:
    """The name of a person without titles, honorifics and suffixes; no tokens when nothing else is in it."""
    royal = False
    words = [w for w in plain(name).replace("-", " ").replace(".", ". ").split() if w]
    while words:
        taken = title_at([w.strip(",") for w in words])
        bare = words[0].strip(".,").casefold()
        if taken and taken[0] <= len(words):
            royal = royal or _is_regnal(taken[1])
            words = _without_realm(words[taken[0] :])
        elif bare in _data()["honorifics"]:
            words = words[1:]
        else:
            break
    lower = [token for w in words for token in _WORD.findall(re.sub(r"'s$", "", w.casefold()))]
    lower = [t.replace("'", "") for t in lower if t not in _data()["suffixes"]]
    numeral = lower.pop() if len(lower) > 1 and lower[-1] in _data()["numerals"] else None
    initials = tuple(t for t in lower if len(t) == 1)
    full = [t for t in lower if len(t) > 1]
    tokens = tuple(_variants().get(_sound(t), _sound(t)) for t in full)
    real = [t for t in full if t not in _data()["particles"]]
    return PersonName(
        tokens, initials, numeral, surname_only=len(real) <= 1 and not initials and not (real and (royal or numeral))
    )


def _without_realm(words: list[str]) -> list[str]:
    """The words behind a title without "of the Republic of Armenia" at their head."""
    if len(words) < 2 or words[0].casefold() != "of":
        return words
    ends = [n for n in range(2, len(words) + 1) if country_named(" ".join(words[1:n]))]
    return words[ends[-1] :] if ends else words


def is_common(surname: str) -> bool:
    """Whether the (compared form of a) family name is too common to tell a person by itself."""
    return surname in _common()


@cache
def _common() -> frozenset[str]:
    return frozenset(_variants().get(_sound(name), _sound(name)) for name in _data()["common"])


def same_person(a: PersonName, b: PersonName) -> bool:
    """Whether two full names (neither a bare surname) are spellings of one name."""
    if a.surname_only or b.surname_only or not agree(a, b):
        return False
    return bool(a.spellings() & b.spellings()) or _one_leaves_out(a, b) or _one_leaves_out(b, a)


def agree(a: PersonName, b: PersonName) -> bool:
    """Whether initials and numerals do not tell two names apart: George W. and George H. W. are two."""
    if a.initials and b.initials and a.initials != b.initials:
        return False
    return not (a.numeral and b.numeral and a.numeral != b.numeral)


def _one_leaves_out(long: PersonName, short: PersonName) -> bool:
    """ "Sarah Huckabee Sanders" and "Sarah Sanders": the shorter has the first and the last token of the longer."""
    if len(short.tokens) == 1 and short.initials and len(long.tokens) > 1:  # "J. Smith"
        return short.surname == long.surname and long.tokens[0].startswith(short.initials[0])
    return (
        2 <= len(short.tokens) < len(long.tokens)
        and short.tokens[0] == long.tokens[0]
        and short.tokens[-1] == long.tokens[-1]
        and len(short.tokens) == 2
        and not is_common(long.tokens[0])
    )


def everywhere(name: str) -> bool:
    """Whether a body's name is one that many countries have: nothing but common words ("Foreign Ministry")."""
    words = folded(name).split()
    return bool(words) and all(word in _data()["everywhere"] or word in _data()["joining"] for word in words)


def is_proper(name: str) -> bool:
    """Whether a party has a name: "European leaders", "Officials" and "a president of the United States" have none."""
    words = [word for word in re.split(r"[\s-]+", name.removeprefix("the ").removeprefix("The ")) if word]
    if not words or not words[0][:1].isupper():
        return False
    if len(words) > 1 and words[-1] in _data()["heads"]:
        words = words[:-1]
    if words[-1][:1].islower():
        return False
    if len(words) == 1 and _is_crowd(words[0].casefold()):
        return False
    return all(not w[:1].islower() or w in _data()["joining"] or w in _data()["particles"] for w in words)


def _is_crowd(word: str) -> bool:
    return word in _data()["crowds"] or (word in role_nouns() and word.endswith("s") and not word.endswith("ss"))


def title_alone(name: str) -> str | None:
    """The folded title, when a name is nothing else: "the Queen", "Foreign Minister", "President of Chad"; or None."""
    words = plain(name).replace("-", " ").split()
    words = words[1:] if words and words[0].casefold() == "the" else words
    taken = title_at(words) if words and words[0][:1].isupper() else None
    if taken is None or _without_realm(words[taken[0] :]):
        return None
    return folded(" ".join(words[: taken[0]]))


def is_royal(title: str) -> bool:
    """Whether a title is a monarch's, or a head's of a church: one that is held alone and for life."""
    taken = title_at(title.split())
    return taken is not None and _is_regnal(taken[1])


def _is_regnal(title: Title) -> bool:
    """Whether holders go by a given name alone: monarchs, and heads of churches."""
    return title.kind == "royal" or (title.sector == "REL" and title.rank == 1)


def without_country(name: str) -> str:
    """A body's folded name without a country behind it: "Amnesty International UK" is a part of the whole."""
    words = folded(name).split()
    for size in (1, 2, 3):
        kept, last = words[:-size], " ".join(words[-size:])
        if (
            len(kept) >= 2
            and kept[-1] not in _data()["joining"]
            and (country_named(last) or country_named(last.upper()))
        ):
            return " ".join(kept)
    return " ".join(words)
