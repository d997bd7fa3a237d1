"""Loaders, augmentation and lexicon: everything of the training that needs no torch."""

import random
from pathlib import Path

import pytest

from diurna_training.augment import augment, collect_names
from diurna_training.catalogue import CATALOGUE, EvaluationOnlyError
from diurna_training.corpus import Corpus, load_corpus
from diurna_training.layers import Marked
from diurna_training.lexicon import build_lexicon, irregular_words
from diurna_training.samples import NAME_LABELS, NAME_TAGS, DataError, Document, Sentence, spans_of_tags, tags_of_spans
from diurna_training.sets.bio import CROSSNER, load_bio
from diurna_training.sets.generated import generate, world_names
from diurna_training.sets.treebank import load_treebank
from diurna_training.sets.worldwide import load_worldwide


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
    (tmp_path / "a.tsv").write_text("Oslo\tB-Location\nHall\tB-Facility\nNorse\tB-NORP\n\n")
    documents = load_worldwide(tmp_path)
    assert [label for *_, label in spans_of_tags(documents[0].sentences[0].names or [])] == ["LOC", "FAC", "NORP"]
    with pytest.raises(EvaluationOnlyError, match="worldwide"):
        Corpus(documents, {})
    assert Corpus([], {"worldwide": documents}).sets == []
    with pytest.raises(EvaluationOnlyError, match="worldwide"):
        Corpus([], {}, {"claims": [Marked.of("a", "worldwide", "Oslo")]})


def test_two_column_names(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ana\tB-politician\nSousa-Reis\tI-politician\nof\tO\nPeru\tB-country\n.\tO\n\n")
    sentence = load_bio(tmp_path / "a.txt", "a", CROSSNER, "crossner")[0].sentences[0]
    assert sentence.words == ["Ana", "Sousa", "-", "Reis", "of", "Peru", "."]
    assert spans_of_tags(sentence.names or []) == [(0, 4, "PER"), (5, 6, "LOC")]
    (tmp_path / "a.txt").write_text("Ana\tB-dragon\n\n")
    with pytest.raises(DataError, match="unknown label"):
        load_bio(tmp_path / "a.txt", "a", CROSSNER, "crossner")


def test_shares_repeat_documents_and_draw_a_part_of_them() -> None:
    documents = [Document(str(k), "ewt", [Sentence(["Yes"], [1])]) for k in range(10)]
    corpus = Corpus(documents, {}, {"ecbplus": [Marked.of(str(k), "ecbplus", "No no") for k in range(4)]})
    shown = corpus.documents(random.Random(1))
    assert len(shown) == round(10 * CATALOGUE["ewt"].share)
    assert {d.name for d in shown} == {d.name for d in documents}
    assert len(corpus.drawn(random.Random(1))) == round(4 * CATALOGUE["ecbplus"].share)
    assert sum(corpus.word_shares().values()) == pytest.approx(1)
    assert corpus.words() == {"ewt": 10, "ecbplus": 8}


def test_sets_that_are_not_there_cannot_be_left_out(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no set is called dragons; there are ewt"):
        load_corpus(tmp_path, ["dragons"])


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
    assert irregular_words()["met", "VBD"] == "meet"
    lexicon = build_lexicon(load_treebank(tiny_treebank, "tiny"), frozenset({"sign", "plan"}))
    assert lexicon["n't", "RB"] == "not"
    assert lexicon["us", "PRP"] == "we"
    assert ("signed", "VBN") not in lexicon


def test_real_sets(language_data: Path) -> None:
    corpus = load_corpus(language_data, ["polnear"])
    assert set(corpus.sets) == {name for name, found in CATALOGUE.items() if not found.evaluation_only} - {"polnear"}
    shares = load_corpus(language_data).word_shares()
    assert shares["ewt"] + shares["gum"] + shares["ontogum"] >= 0.45
    assert sum(d.word_count() for d in corpus.train if d.source == "ewt") == 204_577
