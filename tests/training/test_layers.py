"""Texts with layers and frames: what the loaders of annotated texts make of them. Needs no torch."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus import build
from diurna_corpus.files import Text
from diurna_training.labels import IGNORED
from diurna_training.layers import LAYERS, ROLES, Marked
from diurna_training.samples import DataError, spans_of_tags
from diurna_training.sets.claims import marked
from diurna_training.sets.polnear import load_polnear
from diurna_training.sets.timeml import load_timeml


def labelled(text: Marked, layer: str) -> list[tuple[str, str]]:
    """The words that a layer labels, with their labels."""
    labels = text.layers[layer]
    return [(form, LAYERS[layer][k]) for form, k in zip(text.tokens.forms, labels, strict=True) if k > 0]


def frame_of(text: Marked, at: int) -> dict[str, list[str]]:
    """The words of a frame by role."""
    parts: dict[str, list[str]] = {}
    for form, label in zip(text.tokens.forms, text.frames[at].labels, strict=True):
        if label > 0:
            parts.setdefault(ROLES[label], []).append(form)
    return parts


@pytest.fixture(scope="module")
def sample() -> Marked:
    return marked(Text(build.passage(), Path("x.yaml")))


def test_triggers_times_and_cues_of_the_corpus(sample: Marked) -> None:
    assert labelled(sample, "trigger") == [("met", "B-CONSULT"), ("meet", "B-CONSULT"), ("met", "B-CONSULT")]
    assert labelled(sample, "time") == [
        ("Tuesday", "B-DATE"),
        ("this", "B-DATE"),
        ("week", "I-DATE"),
        ("May", "B-DATE"),
    ]
    assert [form for form, _ in labelled(sample, "cue")] == ["denied", "reported", "told"]


def test_status_fields_stand_on_triggers_alone(sample: Marked) -> None:
    values = [LAYERS["value"][k] for k in sample.layers["value"] if k != IGNORED]
    assert values == ["CT-", "CT-", "CT+"]


def test_names_leave_out_articles_pronouns_and_common_nouns(sample: Marked) -> None:
    names = [(" ".join(sample.tokens.forms[a:b]), label) for a, b, label in spans_of_tags(sample.layers["name"])]
    assert names == [("Oslo", "LOC"), ("Nordlys", "ORG"), ("Liv Aas", "PER"), ("Nordlys", "ORG")]
    assert sample.scheme == "claims"


def test_a_statement_frame_holds_source_and_content(sample: Marked) -> None:
    parts = frame_of(sample, 1)
    assert parts["source"] == ["Oslo"]
    assert parts["content"] == ["that", "its", "envoy", "had", "met", "the", "rebels"]


def test_a_claim_frame_asks_for_the_nearest_mention(sample: Marked) -> None:
    last = sample.frames[-1]
    assert frame_of(sample, -1) == {"actor": ["She", "a", "mediator"], "time": ["May"]}
    aas = [k for k, form in enumerate(sample.tokens.forms) if form in ("Liv", "Aas")]
    assert {last.labels[k] for k in aas} == {IGNORED}


def test_polnear(tmp_path: Path) -> None:
    for name in ("attributions", "text"):
        (tmp_path / name).mkdir()
    (tmp_path / "text" / "a.txt").write_text('"It is over," she said.')
    rows = ["T1\tSource 14 17\tshe", "T2\tCue 18 22\tsaid", 'T3\tContent 0 13\t"It is over,"']
    rows += ["T4\tAttribution 18 22\tsaid", "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1"]
    (tmp_path / "attributions" / "a_x1.ann").write_text("\n".join(rows))
    text = load_polnear(tmp_path)[0]
    assert labelled(text, "cue") == [("said", "B-CUE")]
    assert frame_of(text, 0) == {"content": ['"', "It", "is", "over", ",", '"'], "source": ["she"]}
    assert "time" not in text.layers
    (tmp_path / "attributions" / "a_x1.ann").write_text("no brat")
    with pytest.raises(DataError, match="no brat rows"):
        load_polnear(tmp_path)


def test_timeml(tmp_path: Path) -> None:
    tag = '<TIMEX3 tid="t1" type="DATE" value="2003">'
    (tmp_path / "a.tml").write_text(f"<TimeML><TEXT>\nIn {tag}early 2003</TIMEX3> A &amp; B met.\n</TEXT></TimeML>")
    text = load_timeml(tmp_path)[0]
    assert labelled(text, "time") == [("early", "B-DATE"), ("2003", "I-DATE")]
    assert "&" in text.tokens.forms
    (tmp_path / "a.tml").write_text("<TimeML></TimeML>")
    with pytest.raises(DataError, match="no TEXT"):
        load_timeml(tmp_path)
