import pytest

from diurna.language import NameSpan, Reading
from diurna.language.reading import empty_reading

CONLLU = """# newdoc id = one
1	He	he	PRON	PRP	Case=Nom	2	nsubj	_	_
2-3	didn't	_	_	_	_	_	_	_	_
2	did	do	VERB	VBD	Mood=Ind|Tense=Past	0	root	_	_
3	n't	not	PART	RB	_	2	advmod	_	_
4	greet	greet	VERB	VB	_	2	xcomp	_	_
5	Ada	Ada	PROPN	NNP	_	4	obj	_	_
6	Bright	Bright	PROPN	NNP	_	5	flat	_	SpaceAfter=No
7	.	.	PUNCT	.	_	2	punct	_	_

# newpar
1	Why	why	ADV	WRB	_	0	root	_	SpaceAfter=No
2	?	?	PUNCT	.	_	1	punct	_	_
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return Reading.from_conllu(CONLLU, [NameSpan(4, 6, "PER", 1.0)])


def test_text_and_offsets(reading: Reading) -> None:
    assert reading.text == "He didn't greet Ada Bright.\n\nWhy?"
    assert [reading.span_text(i, i + 1) for i in range(len(reading))] == list(reading.forms)


def test_sentences(reading: Reading) -> None:
    assert reading.sentence_count == 2
    assert reading.sentence_bounds(1) == (7, 9)
    assert reading.sentence_of(6) == 0
    assert reading.sentence_of(7) == 1
    assert reading.sentence_text(1) == "Why?"
    with pytest.raises(IndexError):
        reading.sentence_bounds(2)


def test_tree(reading: Reading) -> None:
    assert reading.root(0) == 1
    assert reading.root(1) == 7
    assert reading.children(1) == (0, 2, 3, 6)
    assert reading.subtree(3) == (3, 4, 5)
    assert reading.path_to_root(5) == (5, 4, 3, 1)
    assert list(reading.ancestors(1)) == []
    assert list(reading.span_heads(3, 6)) == [3]
    assert list(reading.span_heads(2, 4)) == [2, 3]


def test_features_and_names(reading: Reading) -> None:
    assert reading.has(1, "Tense=Past")
    assert not reading.has(0, "Tense=Past")
    assert reading.name_at(5) == NameSpan(4, 6, "PER", 1.0)
    assert reading.name_at(0) is None


def test_spans_of_text(reading: Reading) -> None:
    assert reading.tokens_between(3, 9) == (1, 3)
    assert reading.tokens_between(2, 3) == (1, 1)
    assert reading.span_text(2, 2) == ""


def test_words_that_do_not_spell_their_token_stay_inside_it() -> None:
    reading = Reading.from_conllu(
        "1-2\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n1\tde\tde\tADP\tIN\t_\t2\tcase\t_\t_\n2\tle\tle\tDET\tDT\t_\t0\troot\t_\t_\n"
    )
    assert reading.text == "du"
    assert all(0 <= a <= b <= 2 for a, b in zip(reading.starts, reading.ends, strict=True))


def test_not_conllu() -> None:
    with pytest.raises(ValueError, match="not a CoNLL-U line"):
        Reading.from_conllu("1\tonly\ttwo\n")


def test_empty() -> None:
    reading = empty_reading("  ")
    assert len(reading) == 0
    assert reading.sentence_count == 0
