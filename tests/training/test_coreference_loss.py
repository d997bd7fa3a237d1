"""The loss of antecedents, batches of whole texts, and runs that go on with a larger network. Needs torch."""

from __future__ import annotations

from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("safetensors")

from diurna_training.labels import IGNORED  # noqa: E402
from diurna_training.layers import LAYERS  # noqa: E402
from diurna_training.loop import Plan, Trainer  # noqa: E402
from diurna_training.losses import antecedent_loss  # noqa: E402
from diurna_training.model import ModelConfig, Reader  # noqa: E402
from diurna_training.windows import CHAIN_KINDS, TREE_KINDS, Window, collate  # noqa: E402

INF = torch.inf


def config(**sizes: int) -> ModelConfig:
    """Sizes of a network for tests."""
    small = {"layers": 1, "hidden": 24, "heads": 2, "inner": 24, "vocabulary": 40, "positions": 16, "mentions": 4}
    return ModelConfig(2, 2, 2, 2, 2, shapes=4, layers_of_words=(3,), **{"roles": 2, **small, **sizes})


def test_all_right_antecedents_count() -> None:
    scores = torch.tensor([[-INF, -INF, -INF, 0.0], [1.0, -INF, -INF, 0.0], [2.0, 1.0, -INF, 0.0]])
    loss = antecedent_loss(scores, torch.tensor([5, 5, 5]), torch.tensor([1, 0, 0]))
    either = torch.tensor([2.0, 1.0]).logsumexp(0) - torch.tensor([2.0, 1.0, 0.0]).logsumexp(0)
    second = torch.tensor(1.0) - torch.tensor([1.0, 0.0]).logsumexp(0)
    assert float(loss) == pytest.approx(-float(either + second) / 3)


def test_a_mention_that_may_not_be_the_first_carries_no_loss() -> None:
    scores = torch.tensor([[-INF, -INF, 0.0], [3.0, -INF, 0.0]], requires_grad=True)
    antecedent_loss(scores, torch.tensor([1, 2]), torch.tensor([0, 0])).backward()
    assert float(scores.grad.abs().sum()) == 0


def test_gradients_are_finite_where_candidates_are_ruled_out() -> None:
    pairs = torch.zeros(3, 4, requires_grad=True)
    scores = pairs.masked_fill(torch.ones(3, 4).triu().bool() & (torch.arange(4) < 3), -INF)
    antecedent_loss(scores, torch.tensor([1, 2, 1]), torch.tensor([1, 1, 0])).backward()
    assert torch.isfinite(pairs.grad).all()
    assert float(pairs.grad[2, 0]) < 0 < float(pairs.grad[1, 0])


def window(*forms: str) -> Window:
    """A window whose every word heads a mention of one entity."""
    size = len(forms)
    columns = {kind: [IGNORED] * size for kind in (*TREE_KINDS, *CHAIN_KINDS, *LAYERS)}
    columns |= {"first": [*range(1, size + 1)], "last": [*range(1, size + 1)], "sentence": [0] * size}
    columns |= {"events": [0] * size, "mention": [2] * size, "entity": [0] * size}
    return Window([0] * (size + 2), [0] * (size + 2), columns, forms)


def test_antecedents_cross_windows_of_one_text_only() -> None:
    windows = [window("Aas", "Oslo"), window("Aas")]
    apart, whole = collate(windows), collate(windows, whole=True)
    assert (apart["coref_cells"] >= 0).tolist() == [[False] * 3, [True, False, False], [False] * 3]
    assert (whole["coref_cells"] >= 0).tolist() == [[False] * 3, [True, False, False], [True, True, False]]
    assert int(whole["coref_cells"][2, 0]) != int(whole["coref_cells"][2, 1])  # the same name, and another
    assert whole["coref_row"].tolist() == [0, 0, 1]
    assert whole["coref_at"].tolist() == [0, 1, 0]


def test_scores_are_products_and_the_table() -> None:
    model = Reader(config())
    with torch.no_grad():
        model.coref_table[7] = 2.0
    at, to = torch.tensor([[1.0, 2.0], [3.0, 4.0]]), torch.tensor([[5.0, 6.0], [7.0, 8.0]])
    assert model.antecedents(at, to, torch.tensor([[-1, -1], [7, -1]])).tolist() == [
        [-INF, -INF, 0.0],
        [41.0, -INF, 0.0],
    ]


def test_a_run_goes_on_with_a_larger_network(tmp_path: Path) -> None:
    torch.manual_seed(1)
    earlier = Trainer(Reader(config()), None, {}, Plan(steps=9), tmp_path)
    earlier.step = 5
    with torch.no_grad():
        earlier.averaged.values["start.weight"] += 1
    earlier.save()
    state = torch.load(tmp_path / "checkpoint.pt", weights_only=True)
    for part in ("model", "averaged"):
        state[part] = {name: value for name, value in state[part].items() if not name.startswith("coref_")}
    torch.save(state, tmp_path / "checkpoint.pt")

    trainer = Trainer(Reader(config(roles=3)), None, {}, Plan(steps=9), tmp_path)
    own = trainer.model.coref_at.weight.clone()
    fresh = trainer.resume()
    assert fresh is not None
    assert {name.split(".")[0] for name in fresh} == {
        "coref_at", "coref_to", "coref_hidden", "coref_table", "frame_out",
    }  # fmt: skip
    assert trainer.step == 5
    assert torch.equal(trainer.model.start.weight, earlier.model.start.weight)
    assert torch.equal(trainer.averaged.values["start.weight"], earlier.model.start.weight + 1)
    assert torch.equal(trainer.model.coref_at.weight, own)
    assert torch.equal(trainer.averaged.values["coref_at.weight"], own)
    trainer.save()
    assert Trainer(Reader(config(roles=3)), None, {}, Plan(steps=9), tmp_path).resume() == []


def test_without_a_checkpoint_there_is_nothing_to_resume(tmp_path: Path) -> None:
    assert Trainer(Reader(config()), None, {}, Plan(steps=9), tmp_path).resume() is None
