"""The trigger vocabulary is consistent: kinds of PLOVER's types, patterns that parse and that can hold."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, get_args

import pytest

from diurna.language.lemmas import Lemmatizer, read_lexicon
from diurna.language.weights import LEXICON, default_folder
from diurna.vocabulary._files import read_toml
from diurna.vocabulary.triggers import (
    Condition,
    Frame,
    Pattern,
    alike,
    collectives,
    kinds,
    noun_classes,
    parse_pattern,
    patterns,
)

MODES = {  # the types of the PLOVER manual 2.0 with their modes
    "AGREE": "",
    "CONSULT": "visit third-party multilateral phone",
    "SUPPORT": "",
    "CONCEDE": "",
    "COOPERATE": "",
    "AID": "",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
    "heavy-weapons crowd-control unconventional",
    "OTHER": "",
}
BUILT_IN = {"*", "actor", "person", "place", "country", "several"}
ROLES = {"subj", "obj", "mod", "poss", "xcomp", "ccomp", "inf", "while", "num", "tag"}
PREPOSITIONS = {"against", "at", "between", "by", "for", "from", "in", "into", "of", "on", "over", "to", "with"}
KINDS: dict[str, dict[str, Any]] = {
    n: b for n, b in read_toml("triggers.toml").items() if n not in ("classes", "alike", "usual")
}
PATTERNS = [(kind, part, text) for kind, body in KINDS.items() for part in ("verbs", "nouns") for text in body[part]]


def conditions() -> list[tuple[str, Condition]]:
    return [(text, c) for kind, _, text in PATTERNS for c in parse_pattern(kind, text).conditions]


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_has_a_type_with_its_mode_a_frame_and_words(name: str) -> None:
    kind = kinds()[name]
    assert kind.type in MODES
    assert kind.mode is None or kind.mode in MODES[kind.type].split()
    assert kind.frame in get_args(Frame)
    assert kind.to <= PREPOSITIONS | {"near"}
    assert KINDS[name]["verbs"] or KINDS[name]["nouns"]
    assert set(KINDS[name]) <= {"type", "mode", "frame", "to", "said", "things", "verbs", "nouns"}


def test_every_type_has_a_kind() -> None:
    assert {kind.type for kind in kinds().values()} == set(MODES)


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("mediate", Pattern("k", "mediate", None, ())),
        ("call+off", Pattern("k", "call", "off", ())),
        ("meet intr subj=actor", Pattern("k", "meet", None, (_intr := Condition("obj", frozenset({"*"}), True),
                                                            Condition("subj", frozenset({"actor"}))))),
        ("sign tr", Pattern("k", "sign", None, (Condition("obj", frozenset({"*"})),))),
        ("call for=", Pattern("k", "call", None, (Condition("for", frozenset({"*"})),))),
        ("march mod!=last|next", Pattern("k", "march", None, (Condition("mod", frozenset({"last", "next"}), True),))),
    ],
)  # fmt: skip
def test_the_notation(text: str, pattern: Pattern) -> None:
    assert parse_pattern("k", text) == pattern


def test_every_condition_is_of_a_known_slot_and_class() -> None:
    slots = ROLES | PREPOSITIONS
    assert [text for text, c in conditions() if c.slot not in slots] == []
    lemma = re.compile(r"[a-z][a-z.-]*[a-z.]")
    for text, c in conditions():
        if c.slot == "num":
            assert c.classes in ({"plur"}, {"sing"}), text
        elif c.slot == "tag":
            assert all(re.fullmatch(r"[A-Z$]+", tag) for tag in c.classes), text
        else:
            assert all(x in BUILT_IN or x in noun_classes() or lemma.fullmatch(x) for x in c.classes), text


def test_no_pattern_stands_twice() -> None:
    """Neither within a kind nor in two: of two alike, only the first can ever hold."""
    listed = Counter((part, parse_pattern("", text)) for _, part, text in PATTERNS)
    assert [pattern for pattern, times in listed.items() if times > 1] == []
    words = [x for text in (t for _, _, t in PATTERNS) for x in text.split()[1:]]
    assert [w for w in words if len(alternatives := w.partition("=")[2].split("|")) != len(set(alternatives))] == []


def test_no_class_of_nouns_names_a_word_twice_or_shadows_a_built_in() -> None:
    for name, words in read_toml("triggers.toml")["classes"].items():
        assert len(words) == len(set(words)), name
    assert not BUILT_IN & set(noun_classes())
    assert collectives() == noun_classes()["collective"]


def test_the_most_specific_patterns_come_first() -> None:
    for part in ("verbs", "nouns"):
        for items in patterns(part).values():
            counts = [len(p.conditions) + (p.particle is not None) for p in items]
            assert counts == sorted(counts, reverse=True)


def test_the_plurals_of_the_nouns_have_the_same_meaning() -> None:
    """What the model makes of a regular plural ("troops", "bases") is in the same class or a trigger as well."""
    lexicon = read_lexicon((default_folder() / LEXICON).read_text(encoding="utf-8"))
    lemmatizer = Lemmatizer(lexicon, frozenset())
    for words in [*noun_classes().values(), frozenset(patterns("nouns"))]:
        for word in words - {"attache"}:  # "attaches" reads as a form of "attach"
            plural = word if word.endswith("s") else _plural(word)
            assert lemmatizer.lemma(plural, "NOUN", "NNS") in words, plural


def _plural(noun: str) -> str:
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("sh", "ch", "x", "z")) else "s")


def test_kinds_that_can_name_one_happening() -> None:
    assert alike("meeting") == {"meeting", "talks", "summit", "call"}
    assert alike("summit") == {"meeting", "talks", "summit", "call", "conference"}
    assert alike("attack") == {"attack"}
    for group in read_toml("triggers.toml")["alike"].values():
        assert set(group) <= set(kinds())
        assert all(name in alike(other) for name in group for other in group)
