"""How well, and how fast, texts are found that tell of the same happening: `python -m benchmarks.similarity`.

Needs the development data (`DIURNA_DATA`, default `../shared` beside the repository); a set that is absent is left out.
The table that ships (`diurna.language.similarity`) is measured beside TF-IDF, the mean of both cosines and, where torch
and the start weights are installed, the whole MiniLM. Two sets:

- ECB+ (Cybulska and Vossen 2014), train and dev topics: of all pairs of first sentences within a topic, those of the
  same sub-topic shall come first. Mean average precision over topics.
- One month of Wikipedia's current events (Tran and Alrifai 2014): of all other summaries, those of the same story
  shall come first. Precision at one and mean average precision over the summaries whose story has more than one.

Intervals are percentile bootstrap over topics and over stories. Speed is that of one core.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.data import data_folder
from diurna.language.similarity import Similarity
from diurna_corpus import figures as corpus_figures
from diurna_corpus.bootstrap import intervals
from diurna_corpus.figures import Figures, share

LONGEST = 256
"""Pieces that the whole MiniLM was trained to read of a text."""
CASES = "cases"

Floats = npt.NDArray[np.float32]
Vectors = Callable[[Sequence[str]], Floats]
"""Texts to one vector of unit length each."""


@dataclass(frozen=True)
class Item:
    """A text, what it is about, and the group in which it is compared."""

    text: str
    about: str
    within: str = ""


@dataclass(frozen=True)
class Sums:
    """Sums of one measure or more, and over how many cases they are sums."""

    cases: int = 0
    sums: dict[str, float] = field(default_factory=dict)

    def __add__(self, other: Sums) -> Sums:
        names = self.sums | other.sums
        return Sums(self.cases + other.cases, {n: self.sums.get(n, 0.0) + other.sums.get(n, 0.0) for n in names})

    def counts(self) -> dict[str, float]:
        """The sums and the number of cases by name."""
        return {CASES: self.cases, **self.sums}

    def figures(self) -> Figures:
        """The means."""
        return means(corpus_figures.Sums(self.counts()))


def means(sums: corpus_figures.Sums) -> Figures:
    """The mean of every measure."""
    return {str(name): share(value, sums[CASES]) for name, value in sums.items() if name != CASES}


def ecbplus(folder: Path) -> list[Item]:
    """The first sentence of every document; its topic and sub-topic are in its name (`12_3ecbplus`)."""
    sentences: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for part in ("Train", "Dev"):
        path = folder / "ecbplus" / "interim" / "cybulska_setup" / f"ECB_{part}_corpus.txt"
        for line in path.read_text(encoding="utf-8").splitlines():
            if line:
                document, sentence, _, word, *_ = line.split("\t")
                sentences[document][int(sentence)].append(word)
    found = []
    for document, words in sentences.items():
        topic, _, name = document.partition("_")
        found.append(Item(" ".join(words[min(words)]), topic + name.lstrip("0123456789"), topic))
    return found


def current_events(folder: Path) -> list[Item]:
    """The summaries of events; those without a story are about nothing that is looked for."""
    path = folder / "wcep_2015_09" / "wikitimes_CEP.json"
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [Item(row["description"].strip(" ,"), (row.get("belongsToStory") or {}).get("name", "")) for row in rows]


def average_precision(scores: Floats, relevant: npt.NDArray[np.bool_]) -> float:
    """Average precision of a ranking by `scores` (n,); cases of one score come at once, in no order."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(relevant[order])
    ends = np.flatnonzero(np.append(np.diff(scores[order]) != 0, True))
    return float(np.sum(np.diff(hits[ends], prepend=0) * hits[ends] / (ends + 1)) / hits[-1])


def pairs_of_topics(items: Sequence[Item], vectors: Floats) -> Iterator[Sums]:
    """Average precision of the pairs within each group that has both kinds of pairs."""
    groups: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        groups[item.within].append(number)
    for members in groups.values():
        left, right = np.array(list(combinations(members, 2))).T
        same = np.array([items[a].about == items[b].about for a, b in zip(left, right, strict=True)])
        if same.any() and not same.all():
            scores = np.einsum("nd,nd->n", vectors[left], vectors[right])
            yield Sums(1, {"average precision": average_precision(scores, same)})


def others_of_stories(items: Sequence[Item], vectors: Floats) -> Iterator[Sums]:
    """Precision at one and average precision, summed up by story."""
    about = np.array([item.about for item in items])
    scores = vectors @ vectors.T
    for story, times in Counter(about.tolist()).items():
        if not story or times < 2:
            continue
        total = Sums()
        for number in np.flatnonzero(about == story):
            others = np.arange(len(items)) != number
            theirs, same = scores[number][others], about[others] == story
            first = float(same[theirs == theirs.max()].mean())
            precision = average_precision(theirs, same)
            total += Sums(1, {"precision at 1": first, "average precision": precision})
        yield total


def tf_idf(texts: Sequence[str]) -> Floats:
    """Words in lower case, their logarithmic count times the logarithmic inverse of their document frequency."""
    counts = [Counter(re.findall(r"\w+", text.lower())) for text in texts]
    documents = Counter(word for count in counts for word in count)
    column = {word: number for number, word in enumerate(documents)}
    found = np.zeros((len(texts), len(column)), np.float32)
    for row, count in enumerate(counts):
        for word, times in count.items():
            found[row, column[word]] = (1 + np.log(times)) * np.log(len(texts) / documents[word])
    lengths = np.linalg.norm(found, axis=1, keepdims=True)
    return found / np.where(lengths, lengths, 1)


def whole_encoder() -> Vectors:
    """The sentence vectors of all-MiniLM-L6-v2: the mean of its last states. Raises `ImportError` without torch."""
    import torch

    from diurna_training.export import load_tokenizer
    from diurna_training.minilm import sentence_vectors, start_encoder

    torch.set_num_threads(1)
    encoder, tokenizer = start_encoder(), load_tokenizer()
    tokenizer.enable_truncation(LONGEST)

    def vectors(texts: Sequence[str]) -> Floats:
        pieces = [encoding.ids for encoding in tokenizer.encode_batch(list(texts))]
        return sentence_vectors(encoder, pieces).numpy()

    return vectors


def methods(weights: Path | None) -> dict[str, Vectors]:
    """What is compared, by name."""
    table = Similarity.load(weights).vectors

    def both(texts: Sequence[str]) -> Floats:
        return np.hstack([table(texts), tf_idf(texts)]) * np.float32(0.5**0.5)

    found: dict[str, Vectors] = {"table": table, "TF-IDF": tf_idf, "table, TF-IDF": both}
    try:
        found["whole MiniLM"] = whole_encoder()
    except ImportError as error:
        print(f"whole MiniLM left out: {error}")
    return found


def report(name: str, items: Sequence[Item], measure: Callable[..., Iterator[Sums]], by: dict[str, Vectors]) -> None:
    """Print the figures of every method on one set."""
    texts = [item.text for item in items]
    words = sum(len(text.split()) for text in texts)
    print(f"{name}: {len(texts)} texts, {words} words")
    for method, vectors in by.items():
        vectors(texts[:1])
        start = time.perf_counter()
        found = vectors(texts)
        speed = words / (time.perf_counter() - start)
        figures = intervals([sums.counts() for sums in measure(items, found)], means)
        shown = (f"{key} {100 * v:.1f} [{100 * low:.1f}, {100 * high:.1f}]" for key, (v, low, high) in figures.items())
        print(f"  {method:14}{'  '.join(shown)}  {speed:,.0f} words/s")


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=data_folder())
    parser.add_argument("--weights", type=Path, help="weights folder (default: the one inside the package)")
    given = parser.parse_args()
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    folder = given.data / "data" / "crossdoc"
    by = methods(given.weights)
    for name, load, measure in (
        ("ECB+, same sub-topic", ecbplus, pairs_of_topics),
        ("current events, same story", current_events, others_of_stories),
    ):
        try:
            items = load(folder)
        except FileNotFoundError as error:
            print(f"{name}: left out, {Path(error.filename).name} is not in the development data")
            continue
        report(name, items, measure, by)


if __name__ == "__main__":
    main()
