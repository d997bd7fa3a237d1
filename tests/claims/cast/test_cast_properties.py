"""Whatever the tree looks like, the cast holds together: no reading can break it, and its answers fit each other."""

from __future__ import annotations

from cast_trees import tree
from hypothesis import given, settings
from hypothesis import strategies as st

from diurna.claims.cast import cast
from diurna.language import Reading

WORDS = {
    "PROPN": ["Dahl", "Ingrid", "Norway", "Lima", "NATO", "President", "Kremlin", "Monday", "Koreas", "US", "May"],
    "NOUN": ["president", "leaders=leader", "ministry", "country", "sides=side", "wife", "meeting", "government"],
    "PRON": ["he", "her", "they", "their", "it", "I", "who", "both", "themselves"],
    "VERB": ["said=say", "met=meet", "visited=visit"],
    "DET": ["the", "a", "both"],
    "ADJ": ["Norwegian", "former", "Turkish"],
    "ADP": ["of", "to", "with", "in"],
    "PUNCT": [",", '"', "(", "-", "."],
    "CCONJ": ["and"],
    "NUM": ["two"],
}
DEPRELS = ["nsubj", "obj", "obl", "nmod", "nmod:poss", "appos", "conj", "flat", "compound", "amod", "case", "det", "cc"]
DEPRELS += ["acl:relcl", "advcl", "ccomp", "xcomp", "punct", "cop", "nummod", "expl", "nsubj:pass", "parataxis"]
NAMES = ["PER", "ORG", "LOC", "EVENT"]


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A sentence whose tokens hang in a random tree."""
    length = draw(st.integers(1, 12))
    root = draw(st.integers(1, length))
    placed = [root]
    heads = {root: 0}
    for token in (t for t in range(1, length + 1) if t != root):
        heads[token] = draw(st.sampled_from(placed))
        placed.append(token)
    tokens = []
    for token in range(1, length + 1):
        upos = draw(st.sampled_from(sorted(WORDS)))
        deprel = "root" if token == root else draw(st.sampled_from(DEPRELS))
        tokens.append(f"{draw(st.sampled_from(WORDS[upos]))}/{upos}/{heads[token]}/{deprel}")
    return " ".join(tokens)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """A few random sentences in which some words are marked as names."""
    labels = {word: draw(st.sampled_from([*NAMES, None])) for word in WORDS["PROPN"]}
    marked = {label: "|".join(word for word in labels if labels[word] == label) for label in NAMES}
    return tree(
        "\n".join(draw(st.lists(sentences(), min_size=1, max_size=4))), **{k: v for k, v in marked.items() if v}
    )


def test_one_party_on_both_sides_of_a_hyphen_is_no_pair() -> None:
    reading = tree("Dahl/PROPN/2/nsubj -/PUNCT/0/root Dahl/PROPN/2/nsubj\nboth/DET/0/root", PER="Dahl")
    assert cast(reading).members(3) in ((), (cast(reading).of(0),))


@settings(max_examples=150, deadline=None)
@given(readings())
def test_every_answer_names_an_entity_of_the_cast(reading: Reading) -> None:
    found = cast(reading)
    keys = {entity.key for entity in found.entities}
    assert len(keys) == len(found.entities)
    for token in range(len(reading)):
        members = found.members(token)
        assert set(members) <= keys
        assert len(set(members)) == len(members)
        assert found.of(token) in {None, *keys}
        assert members == () or found.kind(token) is not None
        assert found.mention_text(token)


@settings(max_examples=50, deadline=None)
@given(readings())
def test_every_entity_has_its_name_among_its_names_and_the_result_is_repeatable(reading: Reading) -> None:
    found = cast(reading)
    assert all(entity.name in entity.names for entity in found.entities)
    assert found.entities == cast(reading).entities
