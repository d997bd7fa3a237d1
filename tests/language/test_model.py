"""The shipped model: contracts that hold whatever it was trained on, and a few readings that must be right."""

import numpy as np
import pytest

from diurna.language import Reading, load_model, read, weights
from diurna.language.model import LanguageModel

pytestmark = pytest.mark.skipif(
    not (weights.default_folder() / weights.CONFIG).exists(), reason="the weights are not in this checkout"
)

NEWS = (
    "Minister meets envoy in Nairobi\n\nNAIROBI (Reuters) - Amina Otieno met with the Brazilian envoy on Tuesday, a "
    "spokesman said. “We value this tradition.” He added that no further talks were planned this week.\n"
)


@pytest.fixture(scope="module")
def model() -> LanguageModel:
    return load_model()


@pytest.fixture(scope="module")
def news() -> Reading:
    return read([NEWS])[0]


def same(a: Reading, b: Reading) -> bool:
    columns = ("text", "forms", "lemmas", "upos", "xpos", "feats", "deprels", "names")
    arrays = ("starts", "ends", "sentences", "heads")
    return all(getattr(a, c) == getattr(b, c) for c in columns) and all(
        np.array_equal(getattr(a, c), getattr(b, c)) for c in arrays
    )


def test_a_reading_does_not_depend_on_the_batch(news: Reading) -> None:
    texts = [NEWS, "", "Short.", "A headline without a stop", NEWS * 5, "What?"]
    together = read(texts)
    assert all(same(one, read([text])[0]) for one, text in zip(together, texts, strict=True))
    assert same(together[0], news)


@pytest.mark.parametrize("text", ["", " \n\t ", ".", "\U0001f600", "x" * 5000])
def test_odd_texts(text: str) -> None:
    reading = read([text])[0]
    assert reading.text == text
    assert reading.sentences[-1] == len(reading)


def test_one_root_a_sentence_and_no_cycle() -> None:
    reading = read([NEWS * 3 + "word " * 700 + "and " * 20])[0]
    for k in range(reading.sentence_count):
        start, end = reading.sentence_bounds(k)
        heads = reading.heads[start:end]
        assert (heads < 0).sum() == 1
        assert ((heads < 0) | ((heads >= start) & (heads < end))).all()
        assert all(reading.path_to_root(i)[-1] == reading.root(k) for i in range(start, end))


def test_line_breaks_end_sentences() -> None:
    reading = read(["A headline about talks\nThe talks began on Monday"])[0]
    assert [reading.sentence_text(k) for k in range(reading.sentence_count)] == [
        "A headline about talks",
        "The talks began on Monday",
    ]


def test_sentences_end_behind_closing_quotes(news: Reading) -> None:
    assert "“We value this tradition.”" in [news.sentence_text(k) for k in range(news.sentence_count)]


def test_names(news: Reading) -> None:
    found = {(news.span_text(n.start, n.end), n.label) for n in news.names}
    assert {("Nairobi", "LOC"), ("Amina Otieno", "PER"), ("Reuters", "ORG")} <= found
    assert all(a.end <= b.start for a, b in zip(news.names, news.names[1:], strict=False))


def test_tags_lemmas_and_tree(news: Reading) -> None:
    met = news.forms.index("met")
    assert (news.lemmas[met], news.upos[met], news.xpos[met]) == ("meet", "VERB", "VBD")
    assert news.has(met, "Tense=Past")
    assert "nsubj" in [news.deprels[k] for k in news.children(met)]
    planned = news.forms.index("planned")
    assert "nsubj:pass" in [news.deprels[k] for k in news.children(planned)]


def test_known_tokens_and_sentences_are_kept(model: LanguageModel, news: Reading) -> None:
    from diurna.language.packing import tokenize

    again = model.read_tokens(tokenize(NEWS), news.sentences[:-1])
    assert np.array_equal(again.sentences, news.sentences)
