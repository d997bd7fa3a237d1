"""One run from the data folder to shipped weights: what `python -m diurna_training` does."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import torch

from diurna.language import weights
from diurna.language.coreference import KINDS
from diurna.language.pieces import SHAPE_COUNT, PieceTable
from diurna_training.augment import collect_names
from diurna_training.card import model_card
from diurna_training.corpus import Corpus
from diurna_training.export import CARD, Exported, export_weights, load_tokenizer, start_folder
from diurna_training.labels import Labels, collect_labels, tag_bundles
from diurna_training.layers import LAYERS, ROLES
from diurna_training.lexicon import build_lexicon, lexicon_text
from diurna_training.loop import Plan, Trainer
from diurna_training.model import ModelConfig, Reader
from diurna_training.samples import NAME_TAGS, Document
from diurna_training.similarity import texts_of, write_table
from diurna_training.windows import Encoder


@dataclass
class Run:
    """A run in a folder: `checkpoint.pt`, `labels.json`, `similarity.npz`, `train.log` and `weights/`."""

    folder: Path
    plan: Plan
    corpus: Corpus
    labels: Labels
    trainer: Trainer

    @classmethod
    def prepare(cls, folder: Path, plan: Plan, corpus: Corpus, layers: int) -> Run:
        """Set the model up from the start weights, or from the folder's checkpoint if there is one."""
        folder.mkdir(parents=True, exist_ok=True)
        torch.manual_seed(plan.seed)
        random.seed(plan.seed)
        labels = _labels(folder / "labels.json", corpus.train)
        sizes = (len(labels.upos), len(labels.xpos), len(labels.feats), len(labels.deprels), len(labels.names))
        layer_sizes = tuple(len(names) for names in LAYERS.values())
        config = ModelConfig(
            *sizes,
            shapes=SHAPE_COUNT,
            layers_of_words=layer_sizes,
            roles=len(ROLES),
            layers=layers,
            mentions=len(KINDS),
        )
        model = Reader(config)
        model.encoder.load_start(start_folder() / "model.safetensors")
        encoder = Encoder(PieceTable(load_tokenizer()), labels)
        trainer = Trainer(model, encoder, collect_names(corpus.train), plan, folder)
        fresh = trainer.resume()
        run = cls(folder, plan, corpus, labels, trainer)
        shares = ", ".join(f"{name} {100 * share:.1f}%" for name, share in corpus.word_shares().items())
        begun = "fresh start" if fresh is None else f"resumed at step {trainer.step}"
        new = f"; fresh weights and a fresh optimiser: {', '.join(fresh)}" if fresh else ""
        run.report(f"{begun}{new}; words by set: {shares}")
        return run

    def report(self, line: str) -> None:
        """Print a line and append it to the log."""
        stamped = f"{time.strftime('%H:%M:%S', time.gmtime())} {line}"
        print(stamped, flush=True)
        with (self.folder / "train.log").open("a", encoding="utf-8") as log:
            log.write(stamped + "\n")

    def train(self, after: Callable[[Run], None] | None = None, every: int = 0) -> None:
        """Train to the end of the plan; `after` is called every `every` steps with the run."""
        hook = None if after is None or not every else (lambda: after(self))
        self.trainer.run(self.corpus, self.report, hook, every)

    def export(self, folder: Path, quantised: bool = True) -> None:
        """Write the averaged weights as a folder that `diurna.language.load_model` reads, int8 or as they are."""
        tokenizer = load_tokenizer()
        lexicon = lexicon_text(build_lexicon(self.corpus.train, frozenset(tokenizer.get_vocab())))
        model = Reader(self.trainer.model.config)
        model.load_state_dict(self.trainer.model.state_dict())
        self.trainer.averaged.copy_to(model)
        notes = {
            "step": self.trainer.step,
            "plan": asdict(self.plan),
            "sets": self.corpus.sets,
        }
        card = model_card(self.trainer.step, model.config.layers, self.corpus.words())
        texts = {weights.LEXICON: lexicon, CARD: card}
        network = Exported(model, tag_bundles(self.corpus.train, self.labels))
        export_weights(network, self.labels, texts, tokenizer, self._table(), folder, notes, quantised)
        self.report(f"step {self.trainer.step} exported")

    def _table(self) -> Path:
        """The similarity table of this run; it follows from the start weights and the texts alone and is made once."""
        path = self.folder / weights.SIMILARITY
        if not path.exists():
            write_table(texts_of(self.corpus), path)
        return path


def _labels(path: Path, documents: list[Document]) -> Labels:
    """The inventories of an earlier start of this run, or fresh ones. Those of names are always ours."""
    if path.exists():
        return replace(Labels.from_dict(json.loads(path.read_text(encoding="utf-8"))), names=NAME_TAGS)
    labels = collect_labels(documents)
    path.write_text(json.dumps(labels.as_dict(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return labels
