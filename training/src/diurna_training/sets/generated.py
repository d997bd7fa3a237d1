"""News sentences generated from templates and lists of names written for this project: names only, no trees."""

from __future__ import annotations

import random
from importlib.resources import files

from diurna.language.tokens import find_tokens
from diurna.vocabulary.countries import countries
from diurna_training.samples import NAME_TAG, DataError, Document, Sentence
from diurna_training.sets.bio import NO_SPACE_AFTER, NO_SPACE_BEFORE

_OFTEN = ("Kremlin",) * 4
_SEATS = (
    *_OFTEN,
    *("White House", "Pentagon", "State Department", "Foreign Ministry"),
    *("Downing Street", "Elysee Palace", "Blue House", "Vatican"),
)
_DAYS = (
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    *("September 18", "Oct. 29", "4 November"),
)
_WORDS = {"K": _SEATS, "W": _DAYS}
_SECTIONS = {
    "P": ("person", "PER"),
    "L": ("place", "LOC"),
    "O": ("organization", "ORG"),
    "D": ("demonym", "NORP"),
    "A": ("group", "NORP"),
    "G": ("people", "NORP"),
    "F": ("facility", "FAC"),
}
_CLOSERS = NO_SPACE_BEFORE | {"”"}
_OPENERS = NO_SPACE_AFTER | {"“"}


def _data(name: str) -> list[str]:
    text = files("diurna_training").joinpath(f"data/{name}").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def world_names() -> dict[str, list[str]]:
    """The lists of names by section; among the demonyms and peoples those of all countries of the vocabulary."""
    found: dict[str, list[str]] = {}
    section = ""
    for line in _data("world_names.txt"):
        if line.startswith("["):
            section = line.strip("[] ")
            found[section] = []
        else:
            found[section] += [name.strip() for name in line.split("|")]
    adjectives = [country.demonyms[0] for country in countries().values() if country.demonyms]
    found["demonym"] += adjectives
    found["people"] += [f"{name}s" for name in adjectives if name.endswith(("an", "i"))]
    return found


def generate(count: int, seed: int) -> list[Document]:
    """`count` sentences in documents of eight. Raises `DataError` on a template with an unknown slot."""
    rng = random.Random(seed)
    names, templates = world_names(), _data("news_templates.txt")
    sentences = [_fill(rng.choice(templates), names, rng) for _ in range(count)]
    return [Document(f"generated-{k}", "generated", sentences[k : k + 8]) for k in range(0, count, 8)]


def _fill(template: str, names: dict[str, list[str]], rng: random.Random) -> Sentence:
    words: list[str] = []
    before: list[int] = []
    tags: list[int] = []
    glue = True
    pair = "} - {" in template
    for part in template.split():
        text, label = _choose(part, names, rng) if part.startswith("{") else (part, "")
        article = text.startswith("the ") and label in ("LOC", "FAC")
        starts, ends = find_tokens(text)
        for k, (a, b) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
            words.append(text[a:b])
            inner = text[a - 1 : a].isspace()
            before.append(int(inner if k else not (glue or part in _CLOSERS or (pair and part == "-"))))
            edge = "B" if k == int(article) else "I"
            tags.append(NAME_TAG[f"{edge}-{label}"] if label and not (article and k == 0) else 0)
        glue = part in _OPENERS or (pair and part == "-")
    before[0] = 1 if words[-1] in (".", "”") else 2
    return Sentence(words, before, names=tags, scheme="all")


def _choose(slot: str, names: dict[str, list[str]], rng: random.Random) -> tuple[str, str]:
    """A filling for the slot, and its label (empty for no name)."""
    kind, _, fixed = slot.strip("{}").partition("=")
    if fixed:
        return fixed.replace("_", " "), kind
    if kind == "S":
        return _surname(rng.choice(names["person"])), "PER"
    if kind in _WORDS:
        return rng.choice(_WORDS[kind]), "ORG" if kind == "K" else ""
    if kind not in _SECTIONS:
        raise DataError(f"unknown slot {slot}")
    section, label = _SECTIONS[kind]
    return rng.choice(names[section]), label


def _surname(name: str) -> str:
    """The part of a name that newspapers use alone: the first where the given name is hyphenated after it."""
    parts = [p for p in name.split() if p not in ("Jr.", "King", "Sheikh")]
    if len(parts) == 2 and "-" in parts[1] and parts[1].split("-")[1].islower():
        return parts[0]
    if parts[0] in ("Xi", "Wang", "Li", "Mao", "Zhang", "Lin", "Qin", "Zhao", "Tsai", "Lai") and len(parts) == 2:
        return parts[0]
    return parts[-1]
