"""spaCy's documents as readings: offsets, white space, sentences, trees, names, and what stays plain."""

from __future__ import annotations

from typing import Any

import pytest

from diurna.language import NameSpan, Reading
from diurna.language import read as shipped
from diurna.language.contract import NoReader, check

spacy = pytest.importorskip("spacy", reason="needs the extra spacy")

from spacy.tokens import Doc, Span  # noqa: E402

from diurna.language.spacy_reader import SpacyReader, open_pipeline, reading_of  # noqa: E402

VOCAB = spacy.blank("en").vocab


def read(doc: Any, relations: tuple[str, ...] = ()) -> Reading:
    """The reading of the document, which keeps the contract."""
    reading = reading_of(doc, relations)
    check(reading, doc.text)
    return reading


def drawn(reading: Reading) -> list[tuple[str, str, str]]:
    """Every token with its relation and governor."""
    governors = [reading.forms[head] if head >= 0 else "" for head in reading.heads.tolist()]
    return list(zip(reading.forms, reading.deprels, governors, strict=True))


def test_a_document_with_everything() -> None:
    doc = Doc(
        VOCAB,
        words=["🎣", "Ada", "met", "rebels", "in", "Oslo", "."],
        spaces=[True, True, True, True, True, False, False],
        pos=["SYM", "PROPN", "VERB", "NOUN", "ADP", "PROPN", "PUNCT"],
        tags=["NFP", "NNP", "VBD", "NNS", "IN", "NNP", "."],
        lemmas=["🎣", "Ada", "meet", "rebel", "in", "Oslo", "."],
        morphs=["", "Number=Sing", "Tense=Past|VerbForm=Fin", "Number=Plur", "", "Number=Sing", ""],
        heads=[2, 2, 2, 2, 2, 4, 2],
        deps=["dep", "nsubj", "ROOT", "dobj", "prep", "pobj", "punct"],
        ents=["O", "B-PERSON", "O", "O", "O", "B-GPE", "O"],
    )
    reading = read(doc)
    assert (reading.starts[2], reading.ends[2]) == (6, 9)
    assert (reading.lemmas[2], reading.upos[2], reading.xpos[2]) == ("meet", "VERB", "VBD")
    assert reading.has(2, "Tense=Past")
    assert reading.names == (NameSpan(1, 2, "PER", 1.0), NameSpan(5, 6, "LOC", 1.0))
    assert drawn(reading)[3:6] == [("rebels", "obj", "met"), ("in", "case", "Oslo"), ("Oslo", "obl", "met")]


def test_what_a_universal_pipeline_finds_is_what_is_read() -> None:
    text = "Anna Lind, the envoy of Peru, met rebels in Oslo on Monday. She said no deal was signed by either side."
    [wanted] = shipped([text])
    doc = Doc(
        VOCAB,
        words=wanted.forms,
        spaces=[text[end : end + 1] == " " for end in wanted.ends.tolist()],
        pos=wanted.upos,
        tags=wanted.xpos,
        lemmas=wanted.lemmas,
        morphs=wanted.feats,
        heads=[k if head < 0 else head for k, head in enumerate(wanted.heads.tolist())],
        deps=["ROOT" if relation == "root" else relation for relation in wanted.deprels],
    )
    doc.ents = [Span(doc, name.start, name.end, label=name.label) for name in wanted.names]
    found = read(doc)
    for column in ("text", "forms", "lemmas", "upos", "xpos", "feats", "deprels"):
        assert getattr(found, column) == getattr(wanted, column)
    for column in ("starts", "ends", "sentences", "heads"):
        assert getattr(found, column).tolist() == getattr(wanted, column).tolist()
    assert [(n.start, n.end, n.label) for n in found.names] == [(n.start, n.end, n.label) for n in wanted.names]


def test_universal_trees_pass_through() -> None:
    relations = ["nsubj:pass", "aux:pass", "ROOT", "case", "obl:agent", "cc", "conj", "cc", "conj"]
    doc = Doc(
        VOCAB,
        words="Camps were hit by rebels and troops or mobs".split(),
        pos=["NOUN", "AUX", "VERB", "ADP", "NOUN", "CCONJ", "NOUN", "CCONJ", "NOUN"],
        heads=[2, 2, 2, 4, 2, 6, 4, 8, 6],
        deps=relations,
    )
    reading = read(doc)
    assert list(reading.deprels) == [relation.lower() for relation in relations]
    assert reading.heads.tolist() == [2, 2, -1, 4, 2, 6, 4, 8, 6]


def test_the_parsers_relations_tell_the_style_of_a_short_text() -> None:
    doc = Doc(VOCAB, words="Ada and Ben left".split(), heads=[3, 0, 0, 3], deps=["nsubj", "cc", "conj", "ROOT"])
    assert drawn(read(doc, ("nsubj", "obl", "conj")))[1] == ("and", "cc", "Ada")
    assert drawn(read(doc, ("nsubj", "pobj", "conj")))[1] == ("and", "cc", "Ben")


def test_white_space_is_no_token_and_governs_nothing() -> None:
    doc = Doc(
        VOCAB,
        words=["Talks", "\n\n", "began", "today"],
        spaces=[False, False, True, False],
        heads=[2, 2, 2, 1],
        deps=["nsubj", "dep", "ROOT", "npadvmod"],
    )
    reading = read(doc)
    assert drawn(reading) == [("Talks", "nsubj", "began"), ("began", "root", ""), ("today", "obl:unmarked", "began")]
    assert reading.starts.tolist() == [0, 7, 13]


def test_names_are_moved_with_their_tokens_and_lose_what_is_around_them() -> None:
    doc = Doc(VOCAB, words=["\n", "The", "United", "Nations", "'s", "Kenyan", "envoy"])
    doc.ents = [Span(doc, 1, 5, label="ORG"), Span(doc, 5, 6, label="NORP")]
    reading = read(doc)
    assert reading.names == (NameSpan(1, 3, "ORG", 1.0),)
    assert reading.span_text(1, 3) == "United Nations"


def test_words_alone_have_plain_readings() -> None:
    [reading] = open_pipeline("blank:en").read(["Ministers Met\n\nThey signed it. Nobody left."])
    sentences = [reading.sentence_text(k) for k in range(reading.sentence_count)]
    assert sentences == ["Ministers Met", "They signed it.", "Nobody left."]
    assert reading.lemmas[1] == "met"
    assert set(reading.upos) == {"X"}
    assert set(reading.feats) == set(reading.xpos) == {""}
    assert [reading.root(k) for k in range(3)] == [0, 2, 6]
    assert reading.deprels[:3] == ("root", "dep", "root")
    assert reading.names == ()


def test_the_pipelines_sentences_are_kept() -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer", config={"punct_chars": [";"]})
    [reading] = SpacyReader(pipeline).read(["They met. He left; she stayed."])
    assert [reading.sentence_text(k) for k in range(reading.sentence_count)] == ["They met. He left;", "she stayed."]


def test_a_changed_text_is_refused() -> None:
    pipeline = spacy.blank("en")
    pipeline.tokenizer = lambda text: Doc(pipeline.vocab, words=text.lower().split())
    with pytest.raises(ValueError, match="changed the text"):
        SpacyReader(pipeline).read(["Talks Began"])


@pytest.mark.parametrize("option", ["no_such_pipeline", "/no/such/folder", "blank:xyz"])
def test_a_pipeline_that_is_not_there(option: str) -> None:
    with pytest.raises(NoReader, match=f"spaCy pipeline {option} cannot be loaded: "):
        open_pipeline(option)


def test_a_folder_holds_a_pipeline(tmp_path: Any) -> None:
    spacy.blank("en", meta={"name": "mine", "version": "2.1"}).to_disk(tmp_path)
    assert open_pipeline(str(tmp_path)).name == f"spacy {spacy.__version__} en_mine 2.1"
