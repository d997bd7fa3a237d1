"""The training loop: batches, optimiser, schedule, averaged weights, checkpoints."""

from __future__ import annotations

import math
import os
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from diurna_training.augment import NamePool
from diurna_training.corpus import Corpus
from diurna_training.losses import WEIGHTS, all_losses
from diurna_training.model import Reader
from diurna_training.windows import Batch, Encoder, epoch


@dataclass(frozen=True)
class Plan:
    """Everything that decides a run: steps, windows a batch, learning rates, seed."""

    steps: int
    windows: int = 16
    encoder_rate: float = 2.5e-4
    head_rate: float = 2e-3
    warmup: int = 200
    restart: int = 1800
    restart_share: float = 0.7
    decay: float = 0.01
    layer_decay: float = 0.9
    average: float = 0.998
    seed: int = 17
    threads: int = 1
    save_every: int = 500


class Averaged:
    """Exponential moving average of the trained weights (Polyak averaging): what is exported."""

    def __init__(self, model: Reader, decay: float) -> None:
        self.decay = decay
        self.values = {n: p.detach().clone() for n, p in model.named_parameters() if p.requires_grad}

    def update(self, model: Reader, step: int) -> None:
        """Move the averages towards the weights; early steps count for more."""
        decay = min(self.decay, (1 + step) / (10 + step))
        named = dict(model.named_parameters())
        with torch.no_grad():
            torch._foreach_lerp_(list(self.values.values()), [named[n].detach() for n in self.values], 1 - decay)

    def copy_to(self, model: Reader) -> None:
        """Write the averages into a model."""
        named = dict(model.named_parameters())
        with torch.no_grad():
            for name, value in self.values.items():
                named[name].copy_(value)


def _fits(found: Tensor | None, wanted: Tensor) -> bool:
    return found is not None and found.shape == wanted.shape


def rate_at(step: int, plan: Plan) -> float:
    """The share of the learning rate at a step: two cycles of linear warm-up and half a cosine down to zero.

    The first cycle ends at `plan.restart` and gives usable weights early; the second starts at `plan.restart_share`
    (warm restarts: Loshchilov and Hutter 2017). A plan that ends before has one cycle.
    """
    first = min(plan.restart, plan.steps)
    if step < first:
        return _cycle(step, first, plan.warmup)
    return plan.restart_share * _cycle(step - first, plan.steps - first, plan.warmup)


def _cycle(step: int, steps: int, warmup: int) -> float:
    if step < warmup:
        return (step + 1) / warmup
    return 0.5 * (1 + math.cos(math.pi * min((step - warmup) / max(steps - warmup, 1), 1.0)))


def make_optimizer(model: Reader, plan: Plan) -> torch.optim.AdamW:
    """AdamW with a lower rate the deeper a layer lies, and no weight decay on biases, norms and embeddings.

    The biases of coreference have a rate of their own: each is a term of a score by itself, of several units, and one
    that small steps do not reach within a run.
    """
    groups: dict[tuple[float, float], list[Tensor]] = {}
    depth = model.config.layers
    for name, weight in model.named_parameters():
        if not weight.requires_grad:
            continue
        rate = plan.head_rate * (25.0 if name == "coref_table" else 1.0)
        if name.startswith("encoder.layers."):
            rate = plan.encoder_rate * plan.layer_decay ** (depth - 1 - int(name.split(".")[2]))
        elif name.startswith("encoder."):
            rate = plan.encoder_rate * plan.layer_decay**depth * (8.0 if "shapes" in name else 1.0)
        groups.setdefault((rate, plan.decay if weight.ndim > 1 else 0.0), []).append(weight)
    listed = [
        {"params": weights, "lr": rate, "base": rate, "weight_decay": decay}
        for (rate, decay), weights in groups.items()
    ]
    return torch.optim.AdamW(listed, betas=(0.9, 0.98), fused=True)


class Trainer:
    """Trains a model on documents; can be stopped and resumed at every checkpoint."""

    def __init__(self, model: Reader, encoder: Encoder, pool: NamePool, plan: Plan, folder: Path) -> None:
        self.model, self.encoder, self.pool, self.plan, self.folder = model, encoder, pool, plan, folder
        self.optimizer = make_optimizer(model, plan)
        self.averaged = Averaged(model, plan.average)
        self.step = 0

    @property
    def checkpoint(self) -> Path:
        """Where the state of the run is kept."""
        return self.folder / "checkpoint.pt"

    def save(self) -> None:
        """Write the state of the run, replacing the one before in one move."""
        self.folder.mkdir(parents=True, exist_ok=True)
        state: dict[str, Any] = {
            "step": self.step,
            "config": self.model.config.as_dict(),
            "model": self.model.state_dict(),
            "averaged": self.averaged.values,
            "optimizer": self.optimizer.state_dict(),
        }
        torch.save(state, self.checkpoint.with_suffix(".tmp"))
        os.replace(self.checkpoint.with_suffix(".tmp"), self.checkpoint)

    def resume(self) -> list[str] | None:
        """Take up the state of an earlier run; `None` where there is none.

        Weights that the earlier run did not have, or had in another shape, stay as they are; their names come back.
        Then the optimiser starts afresh, too, while the step goes on.
        """
        if not self.checkpoint.exists():
            return None
        state = torch.load(self.checkpoint, weights_only=True)
        own = self.model.state_dict()
        fresh = sorted(name for name, value in own.items() if not _fits(state["model"].get(name), value))
        kept = {name: value for name, value in state["model"].items() if name in own and name not in fresh}
        self.model.load_state_dict(kept, strict=False)
        self.averaged = Averaged(self.model, self.plan.average)
        self.averaged.values |= {n: v for n, v in state["averaged"].items() if n in kept and n in self.averaged.values}
        if not fresh:
            self.optimizer.load_state_dict(state["optimizer"])
        self.step = int(state["step"])
        return fresh

    def run(self, corpus: Corpus, report: Callable[[str], None], hook: Callable[[], None] | None, every: int) -> None:
        """Train to the end of the plan. One line of losses goes to `report` every hundred steps.

        `hook` is called every `every` steps, the last one left out.
        """
        if self.step >= self.plan.steps:
            return
        torch.set_num_threads(self.plan.threads)
        totals: dict[str, float] = {}
        words, since = 0, time.monotonic()
        for batch in self._batches(corpus):
            losses = self._one(batch)
            words += int(batch["words"].sum())
            for name, value in losses.items():
                totals[name] = totals.get(name, 0.0) + value
            if self.step % 100 == 0:
                spent = time.monotonic() - since
                shown = " ".join(f"{name} {value / 100:.3f}" for name, value in totals.items())
                report(f"step {self.step}/{self.plan.steps} {shown} | {words / spent:.0f} words/s")
                totals, words, since = {}, 0, time.monotonic()
            if self.step % self.plan.save_every == 0:
                self.save()
            if self.step >= self.plan.steps:
                break
            if hook is not None and self.step % every == 0:
                hook()
        self.save()

    def _batches(self, corpus: Corpus) -> Iterator[Batch]:
        """Endless epochs; a resumed run starts a fresh epoch with a seed of its own."""
        while True:
            seed = self.plan.seed * 1_000_003 + self.step
            random.seed(seed)
            rng = random.Random(seed)
            documents, marked, chained = corpus.documents(rng), corpus.drawn(rng), corpus.drawn_chains(rng)
            yield from epoch(documents, marked, chained, self.encoder, self.pool, seed, self.plan.windows)

    def _one(self, batch: Batch) -> dict[str, float]:
        self.model.train()
        share = rate_at(self.step, self.plan)
        for group in self.optimizer.param_groups:
            group["lr"] = group["base"] * share
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = self.model(batch["pieces"], batch["shapes"], batch["mask"], batch["first"], batch["last"])
            losses = all_losses(self.model, scores, batch)
        total = sum((WEIGHTS[name] * loss for name, loss in losses.items()), torch.zeros(()))
        self.optimizer.zero_grad(set_to_none=True)
        torch.autograd.backward(total)
        torch.nn.utils.clip_grad_norm_([p for p in self.model.parameters() if p.requires_grad], 2.0)
        self.optimizer.step()
        self.step += 1
        self.averaged.update(self.model, self.step)
        return {name: float(loss.detach()) for name, loss in losses.items()}
