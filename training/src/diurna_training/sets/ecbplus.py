"""ECB+ (Cybulska and Vossen 2014): mentions of actions in news as triggers of a kind that is not told.

The files at hand give all actions as one kind, and ECB+ counts states, speech and consequences (*weaken*, *anger*)
among them, which the claims corpus does not. So a mention is a trigger where it is one word that the vocabulary of
triggers knows and its topic is of public affairs; other mentions there carry no loss. In topics of sport, film stars
and software nothing is a trigger. Topics of crime, fires and quakes, which mix both, are left out. Only the sentences
that ECB+ lists as annotated in full are read.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from pathlib import Path
from typing import Literal

from diurna.vocabulary.triggers import patterns
from diurna_training.layers import ANY, Marked
from diurna_training.samples import DataError, Document, Sentence
from diurna_training.sets.bio import spacing
from diurna_training.tokens import as_tokens

_PUBLIC = frozenset({"8ecbplus", "11ecb", "11ecbplus", "19ecb", "19ecbplus"})
"""Riots in a strike, elections, protests after a shooting by the police."""
_PRIVATE = frozenset(str(topic) for topic in (1, 4, 6, 7, 10, 25, 27, 29, 31))
_SETUP = Path("interim") / "cybulska_setup"
_SENTENCES = Path("ECB+_LREC2014") / "ECBplus_coreference_sentences.csv"
_SUFFIXES = ("", "s", "d", "ed", "es", "ing")
_PARTS: tuple[Literal["verbs"], Literal["nouns"]] = ("verbs", "nouns")
Sentences = dict[int, list[str]]


def load_ecbplus(folder: Path) -> list[Marked]:
    """The training documents of the topics that are read. Raises `DataError`."""
    texts = _texts(folder / _SETUP / "ECB_Train_corpus.txt")
    mentions = _mentions(folder / _SETUP / "ECB_Train_Event_gold_mentions.json")
    listed = _listed(folder / _SENTENCES)
    found: list[Marked] = []
    for name, sentences in texts.items():
        topic, _, number = name.partition("_")
        kept = {k: words for k, words in sentences.items() if (name, k) in listed}
        public = topic + number.lstrip("0123456789") in _PUBLIC
        if kept and (public or topic in _PRIVATE):
            found.append(_document(name, kept, mentions[name] if public else []))
    return found


def _texts(path: Path) -> dict[str, Sentences]:
    texts: dict[str, Sentences] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        row = line.split("\t")
        if line.strip() and len(row) != 5:
            raise DataError(f"{path.name}: line {number} has not five columns")
        if line.strip():
            texts.setdefault(row[0], {}).setdefault(int(row[1]), []).append(row[3])
    return texts


def _mentions(path: Path) -> dict[str, list[tuple[int, list[int]]]]:
    """Sentence and words of every mention, by document."""
    found: dict[str, list[tuple[int, list[int]]]] = defaultdict(list)
    for mention in json.loads(path.read_text(encoding="utf-8")):
        if mention["mention_type"] not in ("ACT", "NEG"):
            raise DataError(f"{path.name}: a mention of type {mention['mention_type']} among the actions")
        found[mention["doc_id"]].append((mention["sent_id"], mention["tokens_number"]))
    return found


def _listed(path: Path) -> set[tuple[str, int]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = [row[:3] for row in csv.reader(stream)]
    if rows[:1] != [["Topic", "File", "Sentence Number"]]:
        raise DataError(f"{path.name}: not the list of annotated sentences")
    return {(f"{topic}_{file}", int(number)) for topic, file, number in rows[1:]}


def _document(name: str, sentences: Sentences, mentions: list[tuple[int, list[int]]]) -> Marked:
    held = Document(name, "ecbplus", [Sentence(words, spacing(words)) for words in sentences.values()])
    tokens, firsts = as_tokens(held)
    first_of = dict(zip(sentences, firsts.tolist(), strict=True))
    result = Marked(name, "ecbplus", tokens)
    spans, unsure = [], []
    for sentence, at in mentions:
        if sentence not in first_of:
            continue
        words = [first_of[sentence] + k for k in at]
        places = [(int(tokens.starts[k]), int(tokens.ends[k])) for k in words]
        if len(words) == 1 and _may_be_trigger(tokens.forms[words[0]].lower()):
            spans.append((places[0], ANY))
        else:
            unsure += places
    result.mark_spans("trigger", spans, unsure)
    return result


def _may_be_trigger(word: str) -> bool:
    """Whether the word is a form of one of the vocabulary of triggers."""
    stems = {word.removesuffix(suffix) for suffix in _SUFFIXES}
    stems |= {f"{stem}e" for stem in stems}
    return any(stem in patterns(part) for stem in stems for part in _PARTS)
