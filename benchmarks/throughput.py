"""Words per second of the whole way through the house, stage by stage.

    python -m benchmarks.throughput [FOLDER ...] [--copies N] [--processes 1 2] [--json]

Reads the reports under the folders, or copies of the bundled sample under changed names (`--copies`), and times each
stage over all of them: the language model, the time expressions alone, the claims (which read the times again), and
the ledger (recording, linking and one timeline). Then the whole way once more in each number of processes: reports to
claims in the processes, the ledger in the parent. One batch is read beforehand, so that loading is not in the figures.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import reduce
from typing import TypeVar

from diurna import demo
from diurna.claims import read_claims
from diurna.engine import BATCH, read_reports
from diurna.language import read
from diurna.ledger import Ledger
from diurna.model import BadInput, Edtf, Extraction
from diurna.sources import Document, read_documents
from diurna.times import find_times, resolve_times

T = TypeVar("T")

_SYLLABLES = ("bar", "dek", "fan", "gor", "hil", "jas", "kem", "lor", "mun", "nat", "pol", "ras", "sel", "tov", "vik")
_SAMPLE_NAMES = ("Tekin", "Hakobyan", "Arslan", "Yalman", "Sahakyan", "Vardanian", "Petrosyan", "Hasanli", "Avetisyan")


def sample(copies: int) -> list[Document]:
    """Copies of the bundled sample in which everybody has another surname, so that no two copies are one story."""
    return [_renamed(report, copy) for copy in range(copies) for report in demo.reports()]


def _renamed(report: demo.SampleReport, copy: int) -> Document:
    draw = random.Random(copy)
    surnames = {name: "".join(draw.sample(_SYLLABLES, 3)).capitalize() for name in _SAMPLE_NAMES}
    text = reduce(lambda t, pair: re.sub(rf"\b{pair[0]}\b", pair[1], t), surnames.items(), report.text)
    published = Edtf.parse(report.published) if report.published else None
    document = Document(f"{copy}-{report.file}", text, title=report.title, outlet=report.outlet)
    return replace(document, published=published, basis="metadata") if published else document


def under(folders: Iterable[str]) -> list[Document]:
    """The documents under the folders; what cannot be read is left out."""
    return [document for document in read_documents(folders) if not isinstance(document, BadInput)]


def stages(documents: Sequence[Document]) -> dict[str, float]:
    """Seconds that each stage takes over all documents, in one process."""
    reports = [document.report() for document in documents]
    seconds: dict[str, float] = {}
    readings = _timed(seconds, "language", lambda: read([report.text for report in reports]))
    pairs = list(zip(reports, readings, strict=True))
    _timed(seconds, "times", lambda: [resolve_times(g, find_times(g), r.published) for r, g in pairs])
    extractions = _timed(seconds, "claims", lambda: [read_claims(r, g) for r, g in pairs])
    _timed(seconds, "ledger", lambda: _record(extractions))
    return seconds


def _timed(seconds: dict[str, float], stage: str, work: Callable[[], T]) -> T:
    start = time.perf_counter()
    done = work()
    seconds[stage] = time.perf_counter() - start
    return done


def _record(extractions: Iterable[Extraction]) -> int:
    """Take the extractions into a fresh ledger and link them; how many events there are."""
    with Ledger.open(":memory:") as ledger:
        ledger.record(extractions)
        return len(ledger.view().events())


def whole(documents: Sequence[Document], processes: int) -> float:
    """Seconds from documents to linked events with this many processes, their start not counted."""
    if processes == 1:
        start = time.perf_counter()
        _record(_extractions(documents))
        return time.perf_counter() - start
    batches = [documents[at : at + BATCH] for at in range(0, len(documents), BATCH)]
    with ProcessPoolExecutor(processes) as pool:
        list(pool.map(_extractions, [documents[:2]] * processes * 2))
        start = time.perf_counter()
        _record(extraction for batch in pool.map(_extractions, batches) for extraction in batch)
        return time.perf_counter() - start


def _extractions(documents: Sequence[Document]) -> list[Extraction]:
    return [found for found in read_reports(documents) if not isinstance(found, BadInput)]


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", metavar="FOLDER")
    parser.add_argument("--copies", type=int, default=30, help="copies of the sample where no folder is named (30)")
    parser.add_argument("--processes", type=int, nargs="+", default=[1, 2], metavar="N")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    given = parser.parse_args()
    documents = under(given.folders) if given.folders else sample(given.copies)
    if not documents:
        parser.error("no report can be read there")
    words = sum(len(document.text.split()) for document in documents)
    _extractions(documents[:BATCH])
    seconds = stages(documents)
    seconds |= {f"whole, {n} process{'es' if n > 1 else ''}": whole(documents, n) for n in given.processes}
    if given.json:
        print(json.dumps({"reports": len(documents), "words": words, "seconds": seconds}, indent=2))
        return
    print(f"{len(documents)} reports, {words} words\n\n{'stage':22}{'seconds':>10}{'words/s':>10}{'reports/s':>11}")
    for stage, took in seconds.items():
        print(f"{stage:22}{took:10.2f}{words / took:10.0f}{len(documents) / took:11.2f}")


if __name__ == "__main__":
    main()
