import pytest

from diurna.language.lemmas import Lemmatizer, read_lexicon

KNOWN = frozenset(
    "sign hope hop visit convene agree plan release state base use resume stop pass bomb process so".split()
)
LEXICON = read_lexicon(
    "met\tVBD\tmeet\ncrises\tNNS\tcrisis\nus\tPRP\twe\ntroops\tNNS\ttroops\nzurich\tNNP\tZurich\n"
    "ruritan\tJJ\tRuritan\nVoiced\tVERB/NNP\tVoice\n--\tPUNCT\t-\n"
)


@pytest.mark.parametrize(
    ("form", "upos", "xpos", "lemma"),
    [
        ("met", "VERB", "VBD", "meet"),
        ("Met", "VERB", "VBD", "meet"),
        ("men", "NOUN", "NNS", "men"),
        ("gunmen", "NOUN", "NNS", "gunman"),
        ("crises", "NOUN", "NNS", "crisis"),
        ("troops", "NOUN", "NNS", "troops"),
        ("forces", "NOUN", "NNS", "force"),
        ("jihadis", "NOUN", "NNS", "jihadi"),
        ("basis", "NOUN", "NNS", "basis"),
        ("1990s", "NOUN", "NNS", "1990s"),
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
        ("2,000", "NUM", "CD", "2000"),
        ("subscribed", "VERB", "VBD", "subscribe"),
        ("recycling", "VERB", "VBG", "recycle"),
        ("sooooo", "ADV", "RB", "so"),
        ("$$$", "SYM", "$", "$$$"),
    ],
)
def test_lemma(form: str, upos: str, xpos: str, lemma: str) -> None:
    assert Lemmatizer(LEXICON, KNOWN).lemma(form, upos, xpos) == lemma


@pytest.mark.parametrize(
    ("form", "upos", "xpos", "lemma"),
    [
        ("Emirates", "PROPN", "NNPS", "Emirate"),
        ("NAIROBI", "PROPN", "NNP", "Nairobi"),
        ("UNHCR", "PROPN", "NNP", "UNHCR"),
        ("Council", "NOUN", "NNP", "Council"),
        ("Talks", "PROPN", "NNS", "talk"),
        ("Peruvian", "ADJ", "JJ", "Peruvian"),
        ("PERUVIAN", "ADJ", "JJ", "peruvian"),
        ("B", "NOUN", "NN", "B"),
        ("signing", "PUNCT", "VBG", "sign"),
    ],
)
def test_the_penn_tag_decides_on_capitals_and_endings(form: str, upos: str, xpos: str, lemma: str) -> None:
    assert Lemmatizer({}, KNOWN).lemma(form, upos, xpos) == lemma


@pytest.mark.parametrize(
    ("form", "upos", "xpos", "lemma"),
    [
        ("Ruritan", "ADJ", "JJ", "Ruritan"),
        ("US", "PRON", "PRP", "we"),
        ("zurich", "PROPN", "NNP", "Zurich"),
        ("Zurich", "PROPN", "NNP", "Zurich"),
        ("Voiced", "VERB", "NNP", "Voice"),
        ("Voiced", "PROPN", "NNP", "Voiced"),
        ("--", "PUNCT", ",", "-"),
        ("--", "PUNCT", ":", "-"),
    ],
)
def test_a_lexicon_is_asked_for_the_finest_tag_and_every_spelling(form: str, upos: str, xpos: str, lemma: str) -> None:
    assert Lemmatizer(LEXICON, KNOWN).lemma(form, upos, xpos) == lemma


def test_names_in_capitals_are_no_other_words() -> None:
    """The organization in "WHO" is not what a lower-case line says."""
    assert Lemmatizer({("who", "NNP"): "Who"}, KNOWN).lemma("WHO", "PROPN", "NNP") == "WHO"


def test_many_at_once() -> None:
    lemmatizer = Lemmatizer(LEXICON, KNOWN)
    assert lemmatizer.lemmas(("gunmen", "met", "gunmen"), ("NOUN", "VERB", "NOUN"), ("NNS", "VBD", "NNS")) == (
        "gunman",
        "meet",
        "gunman",
    )


def test_damaged_lexicon() -> None:
    with pytest.raises(ValueError, match="values to unpack"):
        read_lexicon("met meet\n")
