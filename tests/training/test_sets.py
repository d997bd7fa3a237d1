"""Loaders, augmentation and lexicon: everything of the training that needs no torch."""

import random
from pathlib import Path

import pytest

from diurna_training.augment import augment, collect_names
from diurna_training.lexicon import build_lexicon, irregular_words
from diurna_training.samples import NAME_LABELS, NAME_TAGS, DataError, Sentence, spans_of_tags, tags_of_spans
from diurna_training.sets.bio import CROSSNER, load_bio
from diurna_training.sets.generated import generate, world_names
from diurna_training.sets.treebank import load_treebank
from diurna_training.sets.worldwide import EvaluationOnlyError, load_worldwide


def test_treebank(tiny_treebank: Path) -> None:
    documents = load_treebank(tiny_treebank, "tiny")
    assert [len(d.sentences) for d in documents] == [4, 4, 4]
    third = documents[0].sentences[2]
    assert third.words == ["She", "did", "n't", "speak", "to", "us", "."]
    assert third.before == [1, 1, 0, 1, 1, 1, 0]
    assert documents[0].sentences[1].before[0] == 2


def test_treebank_refuses_other_files(tmp_path: Path) -> None:
    (tmp_path / "a.conllu").write_text("1\tnot\tten\tcolumns\n\n")
    with pytest.raises(DataError):
        load_treebank(tmp_path / "a.conllu", "a")


def test_evaluation_set_is_never_trained_on(tmp_path: Path) -> None:
    with pytest.raises(EvaluationOnlyError):
        load_worldwide(tmp_path, training=True)


def test_two_column_names(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ana\tB-politician\nSousa-Reis\tI-politician\nof\tO\nPeru\tB-country\n.\tO\n\n")
    sentence = load_bio(tmp_path / "a.txt", "a", CROSSNER, "crossner")[0].sentences[0]
    assert sentence.words == ["Ana", "Sousa", "-", "Reis", "of", "Peru", "."]
    assert spans_of_tags(sentence.names or []) == [(0, 4, "PER"), (5, 6, "LOC")]
    (tmp_path / "a.txt").write_text("Ana\tB-dragon\n\n")
    with pytest.raises(DataError, match="unknown label"):
        load_bio(tmp_path / "a.txt", "a", CROSSNER, "crossner")


def test_spans_and_tags() -> None:
    spans = [(0, 2, "PER"), (2, 3, "ORG"), (4, 6, "EVENT")]
    assert spans_of_tags(tags_of_spans(7, spans)) == spans


def test_generated_sentences() -> None:
    documents = generate(400, seed=1)
    assert all(len(section) > 20 for section in world_names().values())
    for sentence in (s for d in documents for s in d.sentences):
        for start, end, label in spans_of_tags(sentence.names or []):
            assert label in NAME_LABELS
            assert "{" not in "".join(sentence.words[start:end])


def test_augmentation_keeps_trees_and_names_whole(tiny_treebank: Path) -> None:
    documents = [*load_treebank(tiny_treebank, "tiny"), *generate(40, seed=2)]
    pool, rng = collect_names(documents), random.Random(3)
    for _ in range(50):
        for document in documents:
            for sentence in augment(document.sentences, pool, rng):
                check_sentence(sentence)


def check_sentence(sentence: Sentence) -> None:
    size = len(sentence.words)
    assert len(sentence.before) == size
    if sentence.names is not None:
        assert len(sentence.names) == size
        assert all(0 <= tag < len(NAME_TAGS) for tag in sentence.names)
    tree = sentence.tree
    if tree is not None:
        columns = (tree.upos, tree.xpos, tree.feats, tree.lemmas, tree.heads, tree.deprels)
        assert {len(column) for column in columns} == {size}
        assert tree.heads.count(-1) == 1
        assert all(-1 <= h < size and h != k for k, h in enumerate(tree.heads))
        assert tree.deprels[tree.heads.index(-1)] == "root"


def test_augmentation_leaves_the_originals(tiny_treebank: Path) -> None:
    documents = load_treebank(tiny_treebank, "tiny")
    before = [list(s.words) for s in documents[0].sentences]
    augment(documents[0].sentences, {}, random.Random(1))
    assert before == [s.words for s in documents[0].sentences]


def test_lexicon(tiny_treebank: Path) -> None:
    irregular = irregular_words()
    assert irregular["met", "VBD"] == "meet"
    assert irregular["held", "VBN"] == "hold"
    lexicon = build_lexicon(load_treebank(tiny_treebank, "tiny"), frozenset({"sign", "plan"}))
    assert lexicon["n't", "RB"] == "not"
    assert lexicon["us", "PRP"] == "we"
    assert ("signed", "VBN") not in lexicon


def test_real_sets(language_data: Path) -> None:
    from diurna_training.corpus import load_corpus

    corpus = load_corpus(language_data)
    assert {d.source for d in corpus.train} == {"ewt", "gum", "re3d", "wikigold", "crossner", "generated"}
    assert sum(d.word_count() for d in corpus.train if d.source == "ewt") == 204_577
