"""The lexicon of lemmas, from made-up treebanks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from diurna.language import weights
from diurna.language.lemmas import Lemmatizer, read_lexicon
from diurna_training.lexicon import build_lexicon, lexicon_text
from diurna_training.samples import Document, Sentence, Tree

KNOWN = frozenset({"sign", "talk", "force"})


def treebank(*rows: str) -> list[Document]:
    """Sentences of one word each, from "form UPOS XPOS lemma"."""
    sentences = []
    for form, upos, xpos, lemma in (row.split() for row in rows):
        tree = Tree([upos], [xpos], [""], [lemma], [-1], ["root"])
        sentences.append(Sentence([form], [1], tree))
    return [Document("tiny", "tiny", sentences)]


def lemma(rows: list[str], form: str, upos: str, xpos: str) -> str:
    """The lemma of a word after a lexicon has been learned, written and read."""
    text = lexicon_text(build_lexicon(treebank(*rows), KNOWN))
    return Lemmatizer(read_lexicon(text), KNOWN).lemma(form, upos, xpos)


@pytest.mark.parametrize(
    ("form", "base"), [("met", "meet"), ("held", "hold"), ("led", "lead"), ("struck", "strike"), ("fled", "flee")]
)
def test_irregular_verbs_need_no_treebank_and_outweigh_its_slips(form: str, base: str) -> None:
    slips = [f"{form} VERB VBD {form}d"] * 3
    assert lemma([], form, "VERB", "VBD") == lemma(slips, form, "VERB", "VBD") == base


def test_what_the_rules_get_right_is_left_out() -> None:
    regular = treebank("signed VERB VBN sign", "talks NOUN NNS talk", "Forces NOUN NNS force", "Accra PROPN NNP Accra")
    assert build_lexicon(regular, KNOWN) == build_lexicon([], KNOWN)


def test_plurals_that_stay() -> None:
    assert lemma(["Supplies NOUN NNS supplies"], "supplies", "NOUN", "NNS") == "supplies"


def test_capitals_of_one_spelling_stand_for_all() -> None:
    assert lemma(["Zemblan ADJ JJ Zemblan"], "zemblan", "ADJ", "JJ") == "Zemblan"


def test_a_lower_case_name_is_known_by_its_capitals() -> None:
    seen = ["Accra PROPN NNP Accra"] * 2
    assert lemma(seen, "accra", "PROPN", "NNP") == "Accra"
    assert lemma(["ACCRA PROPN NNP ACCRA"] * 2, "accra", "PROPN", "NNP") == "accra", "an acronym tells nothing"


def test_the_fine_tag_counts_where_it_differs() -> None:
    seen = ["Joined PROPN NNP Joined", "Joined PROPN NNP Joined", "Joined VERB NNP Join", "Joined VERB NNP Join"]
    assert lemma(seen, "Joined", "VERB", "NNP") == "Join"
    assert lemma(seen, "Joined", "PROPN", "NNP") == "Joined"


def test_punctuation_counts_together() -> None:
    assert lemma(["-- PUNCT , --", "-- PUNCT , --", "-- PUNCT : -"], "--", "PUNCT", ":") == "--"


def test_a_folder_with_another_lexicon_is_whole(tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="the export needs torch")
    from diurna_training.export import replace_file

    for name in weights.FILES:
        (tmp_path / name).write_bytes(name.encode())
    sums = {name: weights.sha256_of(tmp_path / name) for name in weights.FILES}
    (tmp_path / weights.CONFIG).write_text(json.dumps({"format": weights.FORMAT, "sha256": sums, "labels": {}}))
    fresh = tmp_path / "fresh" / weights.LEXICON
    fresh.parent.mkdir()
    fresh.write_text(lexicon_text(build_lexicon([], KNOWN)))
    replace_file(fresh, tmp_path)
    folder = weights.WeightsFolder.open(tmp_path)
    assert (folder.path / weights.LEXICON).read_bytes() == fresh.read_bytes()
