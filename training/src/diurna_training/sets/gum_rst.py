"""GUM's attributions (eRST, Zeldes et al. 2024) as statements.

The satellite unit of an attribution holds source and cue, its nucleus the content.

RST attributes whatever a clause puts down to somebody, so *we know*, *you see* and *it is important to note* too. Only
plain verbs of speech with a tense of their own, and *according to*, are taken for cues. In the claims corpus 94 to 97
of a hundred *say*, *add* and *deny* are cues of statements, but 23 of *think*, 9 of *know*, 5 of *expect*
and no *see*: units headed by such words carry no loss, and neither do words of speech outside all attributions
(*accused them of*, *a claim*), which RST does not look at.
"""

from __future__ import annotations

from pathlib import Path

from diurna.language import Reading
from diurna.vocabulary.speech import WordClass, cue_words, kind_of, listed, uses_of
from diurna_training.layers import Characters, Marked
from diurna_training.samples import DataError
from diurna_training.sets.rst import Unit, nucleus, read_units

_TALK = ("conversation", "vlog")
"""Genres whose talk reports speech in ways that news does not (*he was like*)."""
_CLASSES: dict[str, WordClass] = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective", "ADV": "adverb"}
_ACCORDING = ("accord", "according")
_SAID = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG"})
_OPENING = frozenset({"have", "be"})
_SUBJECTS = ("nsubj", "nsubj:outer", "obl:agent")
_LOOSE = frozenset({"acl:relcl", "parataxis", "punct", "case", "cc"})
_EDGES = frozenset({",", ".", ";", ":", "-", "–", "—"})
Frame = tuple[list[int], list[int]]
"""The words of a cue and of its source, which may be none."""


def load_gum_rst(folder: Path) -> list[Marked]:
    """The documents of a split with `dep/` and `rst/`, talk left out. Raises `DataError`."""
    paths = sorted((folder / "rst" / "dependencies").glob("*.rsd"))
    if not paths:
        raise DataError(f"{folder.name}: no discourse dependencies")
    return [_document(folder, path) for path in paths if path.stem.split("_")[1] not in _TALK]


def _document(folder: Path, path: Path) -> Marked:
    reading = Reading.from_conllu((folder / "dep" / f"{path.stem}.conllu").read_text(encoding="utf-8"))
    units = read_units(path, reading.forms)
    result = Marked.of(path.stem, "gum_marks", reading.text)
    open_words = [(k, k + 1) for k in range(len(reading)) if _speaks(reading, k)]
    cues: list[tuple[Characters, str]] = []
    for number, unit in enumerate(units):
        if not unit.relation.startswith("attribution"):
            continue
        open_words.append((unit.start, unit.end))
        if frame := _frame(reading, unit):
            cue = _characters(reading, frame[0])
            cues.append((cue, "CUE"))
            _add_frame(result, reading, cue, frame[1], nucleus(units, number))
    result.mark_spans("cue", cues, [_characters(reading, range(*span)) for span in open_words])
    return result


def _speaks(reading: Reading, k: int) -> bool:
    """Whether the word is one of the vocabulary of attribution, whatever it does here."""
    lemma = reading.lemmas[k].lower()
    word_class = _CLASSES.get(reading.upos[k])
    known = word_class is not None and lemma in cue_words(word_class)
    return known or lemma in _ACCORDING or lemma in listed("accusing")


def _frame(reading: Reading, unit: Unit) -> Frame | None:
    """Cue and source of the satellite of an attribution, or none where it is no statement."""
    head = unit.head
    before = [c for c in reading.children(head) if reading.deprels[c] == "case" and reading.lemmas[c] in _ACCORDING]
    if before:
        cue = list(reading.subtree(before[0]))
        return cue, [k for k in _phrase(reading, head) if k not in cue]
    if not _is_said(reading, head):
        return None
    particles = [c for c in reading.children(head) if reading.deprels[c] == "compound:prt" and c == head + 1]
    subjects = [c for verb in _chain(reading, head) for c in reading.children(verb) if reading.deprels[c] in _SUBJECTS]
    return [head, *particles], _phrase(reading, subjects[0]) if subjects else []


def _is_said(reading: Reading, verb: int) -> bool:
    """Whether a verb of speech is said to have happened: no infinitive, modal or negation."""
    uses = uses_of(reading.lemmas[verb].lower())
    helpers = {reading.lemmas[c].lower() for c in reading.children(verb) if reading.deprels[c].startswith("aux")}
    denied = any(reading.lemmas[c].lower() in ("not", "never") for c in reading.children(verb))
    speech = bool(uses) and kind_of(uses[0].act) == "speech"
    return speech and reading.xpos[verb] in _SAID and helpers <= _OPENING and not denied


def _chain(reading: Reading, verb: int) -> list[int]:
    """The verb, and those whose subject it shares."""
    found = [verb]
    while reading.deprels[found[-1]] in ("conj", "advcl", "xcomp"):
        found.append(int(reading.heads[found[-1]]))
    return found


def _phrase(reading: Reading, head: int) -> list[int]:
    """A noun phrase without its relative clauses, what introduces it and what ends it."""
    loose = [c for c in reading.children(head) if reading.deprels[c] in _LOOSE]
    cut = {k for c in loose for k in reading.subtree(c)}
    return [k for k in reading.subtree(head) if k not in cut]


def _add_frame(result: Marked, reading: Reading, cue: Characters, source: list[int], content: list[Unit]) -> None:
    """Source and content in the sentence of the cue, or the content of other sentences where that one has none.

    Other sentences stay open. So do all words where no source is found or a quotation does not end in the nucleus.
    """
    at = reading.tokens_between(*cue)[0]
    low, high = reading.sentence_bounds(reading.sentence_of(at))
    said = [k for unit in content for k in range(unit.start, unit.end)]
    said = [k for k in said if low <= k < high] or said
    runs = [_trimmed(reading, run) for run in _runs(said)]
    parts = [(_characters(reading, run), "content") for run in runs if run]
    parts += [(_characters(reading, run), "source") for run in _runs(source)]
    others = [(0, int(reading.starts[low])), (int(reading.ends[high - 1]), len(reading.text))]
    whole = source and _closed([reading.forms[k] for k in said])
    result.add_frame(result.words(cue)[0], parts, others if whole else [(0, len(reading.text))])


def _closed(words: list[str]) -> bool:
    """Whether every quotation that begins among the words ends there."""
    return words.count('"') % 2 == 0 and words.count("“") == words.count("”")


def _runs(words: list[int]) -> list[list[int]]:
    """The stretches of consecutive words."""
    runs: list[list[int]] = []
    for k in words:
        if runs and runs[-1][-1] + 1 == k:
            runs[-1].append(k)
        else:
            runs.append([k])
    return runs


def _trimmed(reading: Reading, run: list[int]) -> list[int]:
    """A stretch without punctuation at its ends; quotation marks stay."""
    kept = [n for n, k in enumerate(run) if reading.forms[k] not in _EDGES]
    return run[kept[0] : kept[-1] + 1] if kept else []


def _characters(reading: Reading, words: list[int] | range) -> Characters:
    return int(reading.starts[words[0]]), int(reading.ends[words[-1]])
