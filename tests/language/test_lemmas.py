import pytest

from diurna.language.lemmas import Lemmatizer, read_lexicon

KNOWN = frozenset("hope hop visit convene agree plan release state base use resume stop pass bomb process".split())
LEXICON = read_lexicon("met\tVBD\tmeet\nmen\tNNS\tman\nUS\tPRP\twe\n")


@pytest.mark.parametrize(
    ("form", "upos", "xpos", "lemma"),
    [
        ("met", "VERB", "VBD", "meet"),
        ("Met", "VERB", "VBD", "meet"),
        ("men", "NOUN", "NNS", "man"),
        ("visited", "VERB", "VBD", "visit"),
        ("hoped", "VERB", "VBD", "hope"),
        ("hopped", "VERB", "VBD", "hop"),
        ("convening", "VERB", "VBG", "convene"),
        ("planned", "VERB", "VBN", "plan"),
        ("resuming", "VERB", "VBG", "resume"),
        ("denied", "VERB", "VBD", "deny"),
        ("passed", "VERB", "VBD", "pass"),
        ("bombing", "VERB", "VBG", "bomb"),
        ("cities", "NOUN", "NNS", "city"),
        ("processes", "NOUN", "NNS", "process"),
        ("bases", "NOUN", "NNS", "base"),
        ("uses", "VERB", "VBZ", "use"),
        ("talks", "NOUN", "NNS", "talk"),
        ("Moscow", "PROPN", "NNP", "Moscow"),
        ("The", "DET", "DT", "the"),
        ("2,000", "NUM", "CD", "2,000"),
    ],
)
def test_lemma(form: str, upos: str, xpos: str, lemma: str) -> None:
    assert Lemmatizer(LEXICON, KNOWN).lemma(form, upos, xpos) == lemma


def test_many_at_once() -> None:
    lemmatizer = Lemmatizer(LEXICON, KNOWN)
    assert lemmatizer.lemmas(("men", "met", "men"), ("NOUN", "VERB", "NOUN"), ("NNS", "VBD", "NNS")) == (
        "man",
        "meet",
        "man",
    )


def test_damaged_lexicon() -> None:
    with pytest.raises(ValueError, match="values to unpack"):
        read_lexicon("met meet\n")
